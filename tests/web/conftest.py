"""A case of invented reports, the desk over it, and a browser that looks at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files, init_case
from stemma.web import Site, create_app
from stemma.web.door import passwords
from tests.web.browsing import looking, missing_browser, open_browser, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLE = Path(__file__).parents[2] / "examples" / "gorna"


@pytest.fixture(scope="session", autouse=True)
def careful() -> Iterator[PasswordHasher]:
    """The hasher of the desk, while a quick one stands in its place: each check of it takes 64 MiB."""
    with pytest.MonkeyPatch.context() as patch:
        real = passwords._HASHER
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield real


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


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium, or a skip with the reason."""
    reason = missing_browser()
    if reason:
        pytest.skip(reason)
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(view: CaseView) -> Iterator[str]:
    """Where a real server shows the example story; nothing is to be changed there."""
    with serving(lambda door: Site(view, "gorna", door=door)) as address:
        yield address


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator["Page"]:
    """A page of a browser at `address`, by paths alone: ``page.goto("/")``."""
    with looking(browser, address) as page:
        yield page


@pytest.fixture
def own_address(case: str, tmp_path: Path) -> Iterator[str]:
    """Where a real server shows a copy of the example story that a test may change."""
    path = tmp_path / "own.stemma"
    shutil.copy(case, path)
    view = CaseView(str(path))
    with serving(lambda door: Site(view, "own", by="ana", door=door)) as address:
        yield address


@pytest.fixture
def own_page(browser: "Browser", own_address: str) -> Iterator["Page"]:
    """A page of a browser at a desk that a test may change."""
    with looking(browser, own_address) as page:
        yield page
