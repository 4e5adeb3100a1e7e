# ruff: noqa: E402 (where schemathesis is missing, the whole file is left out)
"""What OpenAPI says of the desk is so, whatever anybody sends."""

import shutil

import pytest
from hypothesis import HealthCheck, Phase, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")
checks = pytest.importorskip("schemathesis.checks")

from stemma.case import CaseView
from stemma.web import Limits, Site, create_app
from stemma.web.door.limits import Limit
from stemma.web.door.visitor import token_of
from tests.web.conftest import client_of

PAGES = (
    *("/", "/stories", "/stories/{id}", "/stories/{id}/positions", "/stories/{id}/figures", "/stories/{id}/drift"),
    *("/stories/{id}/days", "/claims/{id}", "/documents", "/documents/{id}", "/sources", "/sources/{id}", "/search"),
    *("/review", "/log", "/users", "/sign-in", "/news"),
)
TRIES = 12
"""Requests for each address; more of them are for a longer evening: change it, and run this file alone."""


@pytest.fixture(scope="module")
def changing(case: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A desk that may be changed, of which nobody gets too much."""
    path = tmp_path_factory.mktemp("contract") / "own.stemma"
    shutil.copy(case, path)
    unbounded = Limit(burst=10**9, rate=1.0)
    return Site(CaseView(str(path)), "own", limits=Limits(unbounded, unbounded, unbounded))


@pytest.fixture(scope="module")
def desk(changing: Site):
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(changing), headers={"Host": "127.0.0.1"})


def test_no_request_breaks_a_page_or_gets_what_is_not_described(desk, changing: Site):
    cookie = "a" * 43
    given_with = {
        "headers": {"Host": "127.0.0.1", "X-Stemma-Token": token_of(changing.secret, cookie)},
        "cookies": {changing.door.cookie: cookie},
        "checks": [
            checks.not_a_server_error,
            checks.status_code_conformance,
            checks.content_type_conformance,
            checks.response_schema_conformance,
        ],
    }
    broken = []
    for operation in (found.ok() for found in desk.get_all_operations()):
        try:
            _ask(operation, given_with)
        except BaseExceptionGroup as faults:
            broken.append(f"{operation.label}: {faults.exceptions}")
        except Exception as fault:
            broken.append(f"{operation.label}: {fault}")
    assert broken == [], "\n\n".join(broken)


def _ask(operation, given_with) -> None:
    """Send what the description allows, and what it does not."""

    @given(operation.as_strategy())
    @settings(
        max_examples=TRIES,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    def ask(case) -> None:
        case.call_and_validate(**given_with)

    ask()


def test_every_page_of_ours_is_in_the_description(view: CaseView):
    client = client_of(Site(view, "gorna"))
    described = client.get("/openapi.json").json()["paths"]
    for path in (
        "/",
        "/stories",
        "/stories/{id}",
        "/claims/{id}",
        "/documents/{id}",
        "/sources/{id}",
        "/search",
        "/review",
        "/log",
    ):
        content = described[path]["get"]["responses"]["200"]["content"]
        assert content["application/json"]["schema"], path
        assert "text/html" in content
