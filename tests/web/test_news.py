"""The case changes under its pages."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files
from stemma.web import Site
from stemma.web.arrivals import Arrivals
from stemma.web.door.sessions import IDLE, LONGEST, Sessions
from tests.web.conftest import client_of
from tests.web.test_security import token_in

STORY = "Mayor Lena Hollis of Halen said on Friday that 14 people were missing below the dam.\n"


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def changing(case: str, tmp_path: Path) -> CaseView:
    path = tmp_path / "changing.stemma"
    shutil.copy(case, path)
    return CaseView(str(path))


def test_what_another_program_adds_is_said_and_shown_when_it_is_wanted(changing: CaseView, tmp_path: Path):
    client: TestClient = client_of(Site(changing, "changing"))
    assert client.get("/news?format=json").json() == {"texts": 0, "judgements": 0, "words": ""}
    (tmp_path / "late.txt").write_text(STORY)
    list(add_files(changing.case, [str(tmp_path / "late.txt")]))
    client = client_of(Site(changing, "changing"))
    page = client.get("/stories?q=dam").text
    assert "1 report came since this was told" in page
    assert client.get("/?format=json").json()["totals"]["documents"] == 8
    shown = client.post("/refresh", data={"token": token_in(page), "next": "/stories?q=dam"}, follow_redirects=False)
    assert shown.headers["location"] == "/stories?q=dam"
    client.app.state.site.retelling.wait(60)  # type: ignore[attr-defined]
    assert client.get("/?format=json").json()["totals"]["documents"] == 9
    assert "came since" not in client.get("/news").text


def test_the_case_is_asked_now_and_then_not_by_every_page():
    asked = []
    clock = Clock()
    arrivals = Arrivals(lambda: (len(asked), asked.append(1) or 0), clock)  # type: ignore[func-returns-value]
    assert [arrivals.look().texts for _ in range(3)] == [0, 0, 0]
    clock.now = 3.0
    assert arrivals.look().words == "1 report came since this was told"
    assert len(asked) == 2


def test_a_session_ends_when_nobody_asks_by_hand():
    clock = Clock()
    sessions = Sessions(clock)
    cookie = sessions.begin("anna", datetime.now(UTC))
    for _ in range(4):
        clock.now += IDLE / 4
        assert sessions.find(cookie, is_by_hand=False)
    clock.now += 1
    assert sessions.find(cookie) is None


def test_a_session_ends_after_a_day_however_busy_it_is():
    clock = Clock()
    sessions = Sessions(clock)
    cookie = sessions.begin("anna", datetime.now(UTC))
    while clock.now < LONGEST:
        assert sessions.find(cookie)
        clock.now += IDLE / 2
    clock.now += 1
    assert sessions.find(cookie) is None


def test_a_page_that_a_browser_has_is_not_sent_again_until_the_case_is_told_anew(changing: CaseView, tmp_path: Path):
    client: TestClient = client_of(Site(changing, "changing"))
    client.get("/")
    tag = client.get("/stories").headers["etag"]
    again = client.get("/stories", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/stories?format=json", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/stories?q=dam", headers={"If-None-Match": tag}).status_code == 200
    assert "etag" not in client.get("/log").headers
    document = client.get("/documents?format=json").json()["part"]["lines"][0]["id"]
    assert "etag" not in client.get(f"/documents/{document}").headers  # its bytes may come again any time
    (tmp_path / "late.txt").write_text(STORY)
    list(add_files(changing.case, [str(tmp_path / "late.txt")]))
    changing.refresh()
    assert client.get("/stories", headers={"If-None-Match": tag}).status_code == 200


def test_a_page_kept_for_one_visitor_is_none_for_another(changing: CaseView):
    site = Site(changing, "changing")
    first, second = client_of(site), client_of(site)
    first.get("/")
    tag = first.get("/stories").headers["etag"]
    second.get("/")
    assert second.get("/stories", headers={"If-None-Match": tag}).status_code == 200
