"""A case of invented reports, and the desk over it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files, init_case
from stemma.web import Site, create_app

EXAMPLE = Path(__file__).parents[2] / "examples" / "gorna"


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example story as a case; whoever changes it takes a copy."""
    path = str(tmp_path_factory.mktemp("desk") / "gorna.stemma")
    init_case(path)
    list(add_files(path, [str(EXAMPLE)]))
    return path


@pytest.fixture(scope="session")
def view(case: str) -> CaseView:
    return CaseView(case)


@pytest.fixture
def client(view: CaseView) -> TestClient:
    """Asks the desk without a network."""
    return client_of(Site(view, "gorna"))


def client_of(site: Site) -> TestClient:
    return TestClient(create_app(site), base_url="http://127.0.0.1", raise_server_exceptions=False)
