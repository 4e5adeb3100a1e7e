"""What is new since the last visit: the browser knows what it saw, and nobody else does."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files
from stemma.web import Site, visits
from tests.web.conftest import client_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = "Quay closed\n\nThe harbour master, Ida Lund, said on Tuesday that the quay is closed.\n"


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(visits, "_now", lambda: clock.now)
    return clock


@pytest.fixture
def view(case: str, tmp_path: Path) -> CaseView:
    return CaseView(str(shutil.copy(case, tmp_path / "own.stemma")))


@pytest.fixture
def desk(view: CaseView) -> TestClient:
    return client_of(Site(view, "gorna", by="ann"))


def add(view: CaseView, tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(LATER, encoding="utf-8")
    list(add_files(view.case, [str(tmp_path / "quay.txt")]))
    view.refresh()


def new(desk: TestClient) -> dict | None:
    return desk.get("/?format=json").json()["new"]


def test_on_the_first_visit_nothing_is_called_new(desk: TestClient, clock: Clock):
    assert new(desk) is None
    clock.now += timedelta(minutes=visits.APART // 2)
    assert new(desk) is None
    assert "New since" not in desk.get("/").text
    assert "Newest reports" in desk.get("/").text


def test_the_next_visit_tells_what_came_after_the_last_one(
    desk: TestClient, clock: Clock, view: CaseView, tmp_path: Path
):
    desk.get("/")
    add(view, tmp_path)
    clock.now += timedelta(days=2)
    told = new(desk)
    assert told
    assert [line["title"] for line in told["documents"]["lines"]] == ["Quay closed"]
    assert told["since"] == "2026-03-01T12:00:00Z"
    assert "Quay closed" in desk.get("/").text
    assert "Newest reports" not in desk.get("/").text
    page = desk.get(f"/documents?after={told['after']}").text
    assert "1 document that came since" in page
    clock.now += timedelta(minutes=10)
    assert new(desk) == told
    clock.now += timedelta(days=1)
    later = new(desk)
    assert later
    assert later["documents"]["total"] == 0


def test_a_browser_that_has_the_page_is_sent_it_anew_on_its_next_visit(desk: TestClient, clock: Clock):
    tag = desk.get("/").headers["etag"]
    assert desk.get("/", headers={"If-None-Match": tag}).status_code == 304
    clock.now += timedelta(days=2)
    assert desk.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_what_one_person_saw_is_not_held_for_another_in_the_same_browser(view: CaseView, clock: Clock):
    desk = client_of(Site(view, "gorna", by="ann"))
    desk.get("/")
    clock.now += timedelta(days=2)
    other = client_of(Site(view, "gorna", by="ben"))
    other.cookies.update(desk.cookies)
    assert new(other) is None
    assert new(desk) is not None


def test_the_cookie_holds_no_name_and_no_broken_one_does_harm(desk: TestClient):
    line = next(line for line in desk.get("/").headers.get_list("set-cookie") if "-seen=" in line)
    name, _, rest = line.partition("=")
    assert re.match(r"[\d.]+\.[0-9a-f]{12}; Path=/; Max-Age=\d+; HttpOnly; SameSite=Strict", rest)
    for broken in ("", "x", "1.2.3", "9" * 5000, "1.1.1.1.1.1.zzzzzzzzzzzz"):
        assert desk.get("/", headers={"Cookie": f"{name}={broken}"}).status_code == 200
