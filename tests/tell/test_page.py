import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from stemma.model import Brief, Document
from stemma.tell import as_html
from tests.factories import ferry_fire

VOID = {"meta", "br", "img", "link", "input", "hr", "line", "path", "circle"}


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.layers: list[str] = []
        self.depth = 0
        self.skips = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if "href" in values:
            self.links.append(values["href"] or "")
        if tag not in VOID:
            self.open.append(tag)
        if values.get("class") == "layer":
            self.layers.append("")
            self.depth = len(self.open)
        if self.depth and values.get("class") == "to":
            self.skips = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag
        if len(self.open) < self.depth:
            self.depth = 0
        if len(self.open) < self.skips:
            self.skips = 0

    def handle_data(self, data: str) -> None:
        if self.depth and not self.skips:
            self.layers[-1] += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def page() -> str:
    return as_html(ferry_fire())


def test_it_needs_no_network_and_runs_no_script(page: str):
    reader = read(page)
    assert reader.tags.isdisjoint({"script", "img", "link", "iframe", "object"})
    assert all(link.startswith("#") for link in reader.links)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_every_link_leads_to_a_place_on_the_page(page: str):
    reader = read(page)
    assert {link[1:] for link in reader.links} <= set(reader.ids)


def test_every_place_has_one_name(page: str):
    ids = read(page).ids
    assert len(ids) == len(set(ids))


def test_the_texts_are_whole(page: str):
    texts = {document.text for document in ferry_fire().documents}
    assert set(read(page).layers) == texts


def test_markup_in_a_document_stays_text(page: str):
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_an_undecided_line_is_drawn_as_such(page: str):
    assert re.search(r'class="edge time open"', page)
    assert "not decided" in page


def test_one_voice_is_marked_in_the_overview(page: str):
    overview = page.split('class="overview"')[1].split("</table>")[0]
    assert overview.count("one voice") == 1


def test_silence_and_absence_are_different_cells(page: str):
    matrix = page.split('class="matrix"')[1].split("</table>")[0]
    assert "silent" in matrix
    assert "not in these documents" in matrix


def test_what_happened_stands_under_its_day_with_whose_word_it_is(page: str):
    days = page.split('class="days"')[1].split("</dl>")[0]
    assert "<dt>" in days
    assert " itself</span>" in days or "Ilse Brandt</span>" in days


def test_furniture_is_grey_but_there(page: str):
    assert re.search(r'class="furniture">Read also: 7 beaches for the summer<', page)


def test_an_empty_brief_is_still_a_page():
    page = as_html(Brief(()))
    read(page)
    assert "no two outlets were found to say the same" in page


def test_a_document_of_nothing_but_marks_survives():
    text = "\u202e<b>&amp;\x00\n"
    page = as_html(Brief((Document("d", "x.txt", "0", text, "plain/1", ()),)))
    assert "&lt;b&gt;&amp;amp;" in page


def test_of_a_very_long_text_the_stretches_without_a_mark_are_elided():
    brief = ferry_fire()
    first = brief.documents[0]
    page = as_html(replace(brief, documents=(replace(first, text=first.text + "x" * 1_000_000), *brief.documents[1:])))
    assert len(page) < 200_000
    assert "characters …]" in page


def test_the_same_brief_gives_the_same_bytes(page: str):
    assert as_html(ferry_fire()) == page
