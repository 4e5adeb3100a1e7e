"""Documents, what was made of their words, sources, and search."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, add_files, init_case
from stemma.tell.oddities import shown
from stemma.web import Site
from tests.web.conftest import client_of

SAID = "The mayor, Ilse Brandt, said on Monday that {} people were hurt."
HOSTILE = (
    "Holt\u202e denies\n\n<script>alert(1)</script> <img src=x onerror=alert(2)> <svg onload=alert(3)>"
    " <a href='javascript:alert(4)'>read</a>\r\n\n"
    + SAID.format("</div><script>alert(5)</script> 12")
    + "\n\nThe min\u0456ster, Karl Holt, told the H\u0435rald that \x00 “nobody was hurt”.\n\n"
    + "The mayor said that 12 people were hurt, and the wire wrote that 9 fled. " * 45
)


class Page(HTMLParser):
    """What a browser would build of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.layer = ""
        self._open: list[bool] = []
        self._depth = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = {name: value or "" for name, value in attrs}
        self.attributes += values.items()
        if tag == "div" and values.get("id") == "text":
            self._depth = 1
        elif self._depth and tag not in ("input", "br"):
            self._open.append("data-start" in values)

    def handle_endtag(self, tag: str) -> None:
        if self._depth and self._open:
            self._open.pop()
        elif self._depth:
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth and self._open == [True]:
            self.layer += data


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A desk over a report in two versions, a hostile one, and one with a title of a megabyte."""
    folder = tmp_path_factory.mktemp("desk")
    case = str(folder / "case.stemma")
    init_case(case)
    title = "long " * 200_000
    reports = {
        "herald.txt": f"Bridge closed\n\n{SAID.format(12)}\n\nIt rained.\n",
        "hostile.txt": HOSTILE,
        "long.html": f"<html><head><title>{title}</title></head><body><p>{SAID.format(3)}</p></body></html>",
    }
    later = {"herald.txt": f"Bridge closed\n\n{SAID.format(14)}\n\nIt rained.\n"}
    for batch in (reports, later):
        for name, text in batch.items():
            Path(folder, name).write_text(text, encoding="utf-8", newline="")
        list(add_files(case, [str(folder / name) for name in batch]))
    return client_of(Site(CaseView(case), "case"))


def address_of(desk: TestClient, name: str) -> str:
    lines = desk.get("/documents?format=json").json()["part"]["lines"]
    return f"/documents/{next(line['id'] for line in lines if Path(line['path']).stem == name)}"


def test_the_list_leads_to_each_document_and_can_be_narrowed(client: TestClient):
    part = client.get("/documents?format=json").json()["part"]
    page = client.get("/documents").text
    assert all(f"/documents/{line['id']}" in page for line in part["lines"])
    narrowed = client.get("/documents?q=herald&format=json").json()["part"]
    assert 0 < narrowed["total"] < part["total"]
    assert "No document with these words" in client.get("/documents?q=nowhere+at+all").text
    story = part["lines"][0]["story"]
    assert client.get(f"/documents?story={story}&format=json").json()["part"]["total"] <= part["total"]


def test_a_text_is_whole_on_its_page_and_each_mark_leads_to_what_was_made_of_it(client: TestClient):
    for line in client.get("/documents?format=json").json()["part"]["lines"]:
        twin = client.get(f"/documents/{line['id']}?format=json").json()
        told = client.get(f"/documents/{line['id']}").text
        page = Page(told)
        assert page.layer == shown(twin["document"]["text"])
        ids = [value for name, value in page.attributes if name == "id"]
        assert len(ids) == len(set(ids))
        anchors = {one["anchor"] for one in twin["made"]}
        assert anchors <= set(ids)
        assert {value for name, value in page.attributes if name == "data-of"} <= anchors
        assert len(told.encode()) < 300_000


def test_a_mark_by_itself_says_the_same_as_in_the_text(client: TestClient):
    line = client.get("/documents?format=json").json()["part"]["lines"][0]
    made = client.get(f"/documents/{line['id']}?format=json").json()["made"]
    for one in made[:5]:
        alone = client.get(f"/documents/{line['id']}/marks/{one['anchor']}?format=json").json()
        assert alone["made"] == [other for other in made if other["anchor"] == one["anchor"]]
        assert client.get(f"/documents/{line['id']}/marks/{one['anchor']}").status_code == 200
    assert client.get(f"/documents/{line['id']}/marks/a-nothing").status_code == 404


def test_characters_that_an_address_asks_for_are_marked(desk: TestClient):
    address = address_of(desk, "herald")
    page = desk.get(f"{address}?start=15&end=24").text
    assert re.search(r'id="here" class="[^"]*here', page)
    assert desk.get(f"{address}?start=5&end=2").status_code == 200
    assert desk.get(f"{address}?start=99999&end=99999999").status_code == 200


@pytest.fixture
def long(tmp_path: Path) -> tuple[TestClient, str]:
    """A desk, and the address of a long text on it."""
    case = str(tmp_path / "case.stemma")
    init_case(case)
    words = "\n\n".join(f"{SAID.format(number)} {'It rained all night. ' * 8}" for number in range(2, 200))
    Path(tmp_path, "long.txt").write_text(f"A long day\n\n{words}", encoding="utf-8")
    list(add_files(case, [str(tmp_path / "long.txt")]))
    desk = client_of(Site(CaseView(case), "case"))
    return desk, address_of(desk, "long")


def test_a_long_text_is_shown_in_parts_and_each_mark_is_found_in_its_own(long: tuple[TestClient, str]):
    desk, address = long
    twin = desk.get(f"{address}?format=json&whole=1").json()
    text, leaves = twin["document"]["text"], twin["leaves"]
    assert len(leaves) > 1
    assert len(text) == twin["characters"]
    parts = [desk.get(f"{address}?of=s{leaf['start']}").text for leaf in leaves]
    assert "".join(Page(part).layer for part in parts) == shown(text)
    assert all(len(part.encode()) < 300_000 for part in parts)
    assert Page(desk.get(f"{address}?whole=1").text).layer == shown(text)
    assert f'href="?of=s{leaves[1]["start"]}#text"' in parts[0]
    last = twin["made"][-1]
    page = desk.get(f"{address}?of={last['anchor']}").text
    assert ("id", last["anchor"]) in Page(page).attributes
    at = last["spans"][0]["start"] if "spans" in last else last["span"]["start"]
    assert ("id", "here") in Page(desk.get(f"{address}?start={at}&end={at + 3}").text).attributes
    found = desk.get("/search?q=hurt").text
    assert f"{address}?of=" in found


def test_the_twin_of_a_long_text_is_in_the_parts_of_the_page(long: tuple[TestClient, str]):
    desk, address = long
    whole = desk.get(f"{address}?format=json&whole=1").json()
    parts = [desk.get(f"{address}?format=json&of=s{leaf['start']}").json() for leaf in whole["leaves"]]
    assert [part["leaf"] for part in parts] == [*range(1, len(parts) + 1)]
    assert "".join(part["document"]["text"] for part in parts) == whole["document"]["text"]
    assert {one["anchor"] for part in parts for one in part["made"]} == {one["anchor"] for one in whole["made"]}
    assert all(len(part["made"]) < len(whole["made"]) for part in parts)
    assert desk.get(f"{address}?format=json").json() == parts[0]


def test_two_versions_are_held_against_each_other(desk: TestClient):
    address = address_of(desk, "herald")
    page = desk.get(f"{address}?version=1").text
    assert "<del>12</del><ins>14</ins>" in page
    assert "The figure was changed" in page
    twin = desk.get(f"{address}?version=1&against=2&format=json").json()
    assert (twin["older"], twin["newer"], twin["edits"][0]["became"]) == (1, 2, "14 people")
    assert "?version=1" in desk.get(address).text
    assert desk.get(f"{address}?version=3").status_code == 404


def test_archived_bytes_are_sent_as_a_file_and_never_shown(desk: TestClient):
    address = address_of(desk, "hostile")
    sent = desk.get(f"{address}/bytes")
    assert sent.content.decode() == HOSTILE
    assert sent.headers["content-type"] == "application/octet-stream"
    assert sent.headers["content-disposition"].startswith("attachment")
    assert sent.headers["x-content-type-options"] == "nosniff"
    assert desk.get(f"{address}/text").headers["content-disposition"].startswith("attachment")
    assert desk.get(f"{address_of(desk, 'herald')}/bytes?version=1").text.count("12 people") == 1
    assert desk.get(f"{address}/bytes?version=9").status_code == 404


def test_a_hostile_document_is_inert(desk: TestClient):
    address = address_of(desk, "hostile")
    addresses = [address, "/documents", "/sources", "/search?q=alert", f"{address}?version=1"]
    made = desk.get(f"{address}?format=json").json()["made"]
    sources = desk.get("/sources?format=json").json()["lines"]
    addresses += [f"{address}/marks/{made[0]['anchor']}", *(f"/sources/{line['id']}" for line in sources)]
    for one in addresses:
        answer = desk.get(one)
        assert answer.status_code == 200
        page = Page(answer.text)
        assert not {"img", "svg", "object", "iframe"} & set(page.tags), one
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        links = [value for name, value in page.attributes if name in ("href", "src", "action")]
        assert all(link[:1] in "/#?" for link in links), one
        assert "<script>" not in answer.text
        assert "\u202e" not in answer.text


def test_what_steers_or_misleads_in_a_text_is_shown(desk: TestClient):
    address = address_of(desk, "hostile")
    page = desk.get(address)
    assert Page(page.text).layer == shown(HOSTILE)
    assert "right-to-left override" in page.text
    assert "Latin and Cyrillic" in page.text


def test_a_text_with_many_marks_is_told_without_their_notes_and_each_opens_by_itself(desk: TestClient):
    page = desk.get(address_of(desk, "hostile")).text
    assert 'class="made"' not in page
    href = re.search(r'href="([^"]+/marks/[^"]+)"', page)
    assert href
    assert desk.get(href[1]).status_code == 200


def test_half_a_character_breaks_no_page(tmp_path: Path):
    case, report = str(tmp_path / "case.stemma"), tmp_path / "posts.jsonl"
    text = "Holt \ud800 said on Monday that 12 people were hurt."
    report.write_text(
        json.dumps({"title": "Half \udfff", "text": text, "url": "javascript:alert(1)"}), encoding="ascii"
    )
    init_case(case)
    list(add_files(case, [str(report)]))
    desk = client_of(Site(CaseView(case), "half"))
    address = f"/documents/{desk.get('/documents?format=json').json()['part']['lines'][0]['id']}"
    for one in (address, f"{address}?version=1", f"{address}/text", "/documents", "/search?q=hurt", "/sources"):
        for form in ("html", "json"):
            joint = "&" if "?" in one else "?"
            assert desk.get(f"{one}{joint}format={form}").status_code == 200, one
    assert 'href="javascript' not in desk.get(address).text


def test_a_title_of_a_megabyte_is_cut(desk: TestClient):
    for address in ("/", "/documents", "/stories"):
        for form in ("html", "json"):
            assert len(desk.get(f"{address}?format={form}").content) < 30_000
    assert len(desk.get(address_of(desk, "long")).content) < 300_000


def test_what_one_source_says_is_told_with_its_outlets_and_roots(client: TestClient):
    sources = client.get("/sources?format=json").json()["lines"]
    for line in sources:
        told = client.get(f"/sources/{line['id']}?format=json").json()
        assert told["voice"]["name"] == line["name"]
        assert told["sayings"] == line["attributions"]
        page = client.get(f"/sources/{line['id']}").text
        assert all(f"#a-{saying['id']}" in page for saying in told["voice"]["sayings"])
        party = told["voice"]["party"]
        if party:
            assert client.get(f"/sources/{party['id']}").status_code == 200
    assert client.get("/sources/nobody").status_code == 404
    narrowed = client.get(f"/sources/{sources[0]['id']}?q=nothing+like+it").text
    assert f"{sources[0]['attributions']} statements in" in narrowed
    assert "Nothing with these words" in narrowed


def test_a_search_leads_to_the_words_in_their_document(desk: TestClient):
    found = desk.get("/search?q=people+hurt&format=json").json()
    places = [place for result in found["results"] for place in result["places"]]
    assert all("".join(b["text"] for b in place["bites"]) for place in places)
    assert all(any(bite["is_sought"] for bite in place["bites"]) for place in places)
    page = desk.get("/search?q=people+hurt").text
    assert "#a-" in page
    assert "<mark>people</mark>" in page


def test_a_search_is_narrowed_by_who_says_it_and_how_and_when(client: TestClient):
    def count(query: str) -> int:
        return len(client.get(f"/search?{query}&format=json").json()["results"])

    assert 0 < count("q=people&source=marsh") <= count("q=people")
    assert count("source=marsh") > 0
    assert count("q=people&outlet=nowhere") == 0
    assert count("q=people&from=2031-01-01") == 0
    assert count("stance=deny") > 0


def test_a_search_for_nothing_says_what_to_do(client: TestClient):
    assert client.get("/search").status_code == 200
    assert "give words" in client.get("/search?q=%26").text
    assert client.get("/search?q=x&stance=shout").status_code == 422
    assert client.get("/search?q=x&from=yesterday").status_code == 422


def test_a_document_that_is_not_there_is_said(client: TestClient):
    for address in ("/documents/none", "/documents/none?version=1", "/documents/none/bytes", "/documents/none/text"):
        answer = client.get(address, headers={"Accept": "application/json"})
        assert answer.status_code == 404
        assert "in this case" in json.loads(answer.text)["detail"]
