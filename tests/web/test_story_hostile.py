"""What hostile reports make of the pages of their story: words, and nothing else."""

from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files, init_case
from stemma.web import Site
from tests.web.conftest import client_of

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TURNED = "\u202ereversed\u202c"
SAID = """\
The mayor of Kesh, Ana Lund, said on Monday that 12 people had drowned when the {what} ferry sank {extra}.
“{extra} The ferry was not fit to sail,” Lund told reporters on Monday.
According to the coast guard, 40 people were aboard.
"""


class Page(HTMLParser):
    """What tags and addresses a page has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("hostile")
    case = str(folder / "case.stemma")
    init_case(case)
    (folder / f"a{MARKUP[:8].replace('/', '')}.txt").write_text(
        f"Ferry {MARKUP} sinks\n\n{SAID.format(what='river', extra=MARKUP)}", encoding="utf-8"
    )
    (folder / "b.txt").write_text(
        f"Ferry {TURNED} sinks\n\n{SAID.format(what='river', extra=TURNED)}", encoding="utf-8"
    )
    (folder / "c.txt").write_text(f"{'Long ' * 200_000}\n\n{SAID.format(what='river', extra='')}", encoding="utf-8")
    list(add_files(case, [str(path) for path in folder.glob("*.txt")]))
    return client_of(Site(CaseView(case), f"{MARKUP}{TURNED}"))


def addresses(desk: TestClient) -> list[str]:
    stories = [line["id"] for line in desk.get("/stories?format=json").json()["lines"]]
    parts = ("", "/positions", "/figures", "/drift", "/days")
    found = ["/stories", *(f"/stories/{id}{part}" for id in stories for part in parts)]
    for id in stories:
        lines = desk.get(f"/stories/{id}?format=json").json()["claims"]["lines"]
        found += [f"/claims/{line['id']}" for line in lines]
    return found


def test_hostile_reports_are_inert_and_their_pages_light(desk: TestClient):
    pages = addresses(desk)
    assert len(pages) > 8
    for address in pages:
        for query in ("", "?save=1"):
            answer = desk.get(address + query)
            assert answer.status_code == 200, address
            page = Page(answer.text)
            assert page.tags.isdisjoint({"img", "object", "iframe", "base"}), address
            assert not [name for name in page.names if name.startswith("on")], address
            assert all(one[:1] in "/#?" and one[:2] != "//" for one in page.addresses), address
            assert "<script>" not in answer.text
            assert "\u202e" not in answer.text, address
            if not query:
                assert len(answer.content) < 300_000, address


def test_headers_hold_nothing_of_what_was_asked(desk: TestClient):
    story = desk.get("/stories?format=json").json()["lines"][0]["id"]
    for query in ("q=%0d%0aSet-Cookie:x", "q=%3Cscript%3E", "start=0&q=%E2%80%AE"):
        answer = desk.get(f"/stories/{story}?{query}&save=1")
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert "<script>" not in answer.text
        assert "\u202e" not in answer.text
