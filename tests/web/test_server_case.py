"""The desk over a case on a PostgreSQL server, where one is installed: the same pages, the same words."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files, appoint, init_case
from stemma.model.account import Role
from stemma.web import Site
from stemma.web.door.passwords import hash_password
from stemma.web.site import Door
from tests.servers import Server
from tests.web.conftest import EXAMPLE, client_of

LONG = 300
"""Seconds that the case may take to be told anew on a busy machine."""
WORDS = "a long enough password"


@pytest.fixture(scope="module")
def served(server: Server) -> Iterator[CaseView]:
    address = server.new_database()
    init_case(address)
    list(add_files(address, [str(EXAMPLE)]))
    view = CaseView(address)
    yield view
    view.close()


def paths_of(client: TestClient) -> list[str]:
    """Return the address of each kind of page."""
    (story,) = client.get("/stories?format=json").json()["lines"]
    claim = client.get("/?format=json").json()["claims"]["lines"][0]
    document = client.get("/documents?format=json").json()["part"]["lines"][0]
    source = client.get("/sources?format=json").json()["lines"][0]
    parts = ("", "/positions", "/figures", "/drift", "/days")
    things = (f"/claims/{claim['id']}", f"/documents/{document['id']}", f"/sources/{source['id']}")
    lists = ("/", "/stories", "/documents?q=herald", "/sources?q=a", "/review", "/log", "/search?q=said+dam", "/users")
    return [*lists, *(f"/stories/{story['id']}{part}" for part in parts), *things]


def test_every_page_says_what_it_says_over_a_file(served: CaseView, client: TestClient):
    desk = client_of(Site(served, "gorna"))
    for path in paths_of(client):
        assert desk.get(path).status_code == 200, path
        if path != "/log" and not path.startswith("/documents/"):  # which say when the bytes came
            assert desk.get(path, headers={"Accept": "application/json"}).json() == (
                client.get(path, headers={"Accept": "application/json"}).json()
            )


def test_a_judgement_is_kept_told_and_taken_back(served: CaseView):
    site = Site(served, "gorna", by="ann")
    desk = client_of(site)
    page = desk.get("/review").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    asked = desk.get("/review?format=json").json()["asked"]["question"]
    assert token
    answer = {"token": token[1], "verb": asked["no"]["verb"], "of": asked["no"]["of"]}
    done = desk.post("/judgements", data=answer, headers={"Accept": "application/json"})
    assert done.status_code == 200
    assert site.retelling.wait(LONG)
    assert desk.get("/?format=json").json()["totals"]["judgements"] == 1
    judgement = desk.get("/log?format=json").json()["part"]["lines"][0]["id"]
    desk.post(f"/judgements/{judgement}/withdraw", data={"token": token[1]})
    assert site.retelling.wait(LONG)
    assert desk.get("/?format=json").json()["totals"]["judgements"] == 0


def test_people_sign_in(served: CaseView):
    appoint(served.case, "olga", "olga", role=Role.OWNER, secret=hash_password(WORDS))
    desk = client_of(Site(served, "gorna", door=Door(needs_sign_in=True)))
    assert desk.get("/?format=json").status_code == 401
    token = re.search(r'name="token" value="([^"]+)"', desk.get("/sign-in").text)
    assert token
    desk.post("/sign-in", data={"token": token[1], "name": "olga", "password": WORDS})
    assert "olga" in desk.get("/users").text
