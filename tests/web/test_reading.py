"""A document, its marks, its versions and a search in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="needs playwright")

from playwright.sync_api import expect

from stemma.case import CaseView, add_files, init_case
from stemma.web import Site
from tests.web.browsing import looking, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEXT = "Bridge closed 🌉\r\n\r\nThe mayor, Ilse Brandt, said on Monday that {} people were hurt.\r\n\r\nIt rained.\r\n"
OFFSETS = """() => {
  const characters = text => [...text].length, layer = document.getElementById("text");
  return [...layer.querySelectorAll("[data-start]")].map(
    piece => [Number(piece.dataset.start), characters(piece.textContent)]);
}"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk over one report in two versions."""
    folder = tmp_path_factory.mktemp("edited")
    report, case = folder / "herald.txt", str(folder / "case.stemma")
    init_case(case)
    for count in (12, 14):
        Path(report).write_text(TEXT.format(count), encoding="utf-8", newline="")
        list(add_files(case, [str(report)]))
    view = CaseView(case)
    with serving(lambda door: Site(view, "edited", door=door)) as address:
        yield address


def open_first(page: "Page") -> None:
    """Go to the document with the most to say."""
    page.goto("/documents")
    page.locator(".documents a[href^='/documents/']").first.click()
    page.wait_for_selector("#text")


def test_a_click_on_a_mark_shows_what_was_made_of_it(page: "Page"):
    open_first(page)
    mark = page.locator("#text a.content[data-of^='a-']").first
    anchor = mark.get_attribute("data-of")
    mark.click()
    note = page.locator(f"[id='{anchor}']")
    expect(note).to_be_visible()
    expect(note).to_contain_text(re.compile("claim", re.IGNORECASE))
    expect(page).to_have_url(re.compile(f"#{anchor}$"))
    note.get_by_role("link", name="judge it").click()
    page.wait_for_selector(f"[id='{anchor}'] .made.alone, .made.alone")


def test_what_was_made_of_a_mark_is_there_without_scripts(browser: "Browser", address: str):
    with looking(browser, address, java_script_enabled=False) as page:
        open_first(page)
        mark = page.locator("#text a.content[data-of]").first
        anchor = mark.get_attribute("data-of")
        note = page.locator(f"[id='{anchor}']")
        expect(note).to_be_hidden()
        mark.click()
        expect(note).to_be_visible()
        note.get_by_role("link", name="close").click()
        expect(note).to_be_hidden()


def test_keys_go_from_one_mark_to_the_next(page: "Page"):
    open_first(page)
    anchors = page.eval_on_selector_all("#text a[data-of]:not([tabindex])", "marks => marks.map(a => a.dataset.of)")
    first, second = anchors[:2]
    assert first != second
    for key, anchor in (("j", first), ("j", second), ("k", first)):
        page.keyboard.press(key)
        expect(page.locator(".made:target")).to_have_id(anchor)
    page.keyboard.press("Escape")
    expect(page.locator(".made:target")).to_have_count(0)


def test_each_piece_knows_its_place_in_code_points_as_a_browser_counts_them(browser: "Browser", edited: str):
    with looking(browser, edited) as page:
        open_first(page)
        pieces = page.evaluate(OFFSETS)
        assert len(pieces) > 3
        assert [start for start, _ in pieces] == [0, *(start + length for start, length in pieces)][: len(pieces)]
        assert sum(length for _, length in pieces) == len(TEXT.format(14))


def test_two_versions_are_compared(browser: "Browser", edited: str):
    with looking(browser, edited) as page:
        open_first(page)
        page.get_by_role("link", name="What was changed last").click()
        expect(page.locator(".layer del")).to_have_text("12")
        expect(page.locator(".layer ins")).to_have_text("14")


def test_a_search_leads_to_the_hit_in_its_document(page: "Page"):
    page.goto("/")
    page.fill("#seek", "people missing")
    page.keyboard.press("Enter")
    hit = page.locator(".hit a").first
    words = hit.inner_text()
    hit.click()
    page.wait_for_selector("#text")
    expect(page.locator(":target")).to_have_count(1)
    assert words.strip("… ")[:12].lower() in page.locator("#text").inner_text().lower()
