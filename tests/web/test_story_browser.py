"""The pages of a story in a real browser."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="needs playwright")

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def open_loud(page: "Page") -> str:
    """Go from the overview to the loudest claim of one voice, and return its words."""
    page.goto("/")
    first = page.locator("tr.loud a[href^='/claims/']").first
    words = first.inner_text()
    first.click()
    page.wait_for_url("**/claims/*")
    return words


def test_the_root_of_a_claim_is_drawn_and_leads_to_all_that_it_said(page: "Page"):
    open_loud(page)
    assert page.locator("svg .node.origin").count() == 1 + page.locator(".legend .node.origin").count()
    page.locator("svg a[href^='/sources/']").first.click()
    expect(page).to_have_url(re.compile("/sources/[^/]+$"))


def test_a_document_in_the_drawing_leads_to_its_words(page: "Page"):
    words = open_loud(page)
    page.locator("svg a[href^='/documents/']").first.click()
    page.wait_for_url("**/documents/*")
    page.locator(":target").first.wait_for()
    assert any(word in page.locator("main").inner_text() for word in words.split())


def test_any_wording_can_be_the_measure_of_the_others(page: "Page"):
    open_loud(page)
    before = page.locator(".measure q").inner_text()
    page.get_by_role("link", name="hold against this").first.click()
    page.wait_for_url("**against=*")
    expect(page.locator(".measure q")).not_to_have_text(before)
    expect(page.locator("#wordings")).to_be_visible()


def test_what_was_changed_silently_is_seen_with_the_words_on_both_sides(page: "Page"):
    page.goto("/stories")
    page.locator("main a[href^='/stories/']").first.click()
    page.get_by_role("link", name="Changed on the way").click()
    page.get_by_label("Kind").select_option("bound_changed")
    page.get_by_role("main").get_by_role("button", name="Show").click()
    expect(page.locator(".change")).to_have_count(2)
    marked = [one.lower() for one in page.locator(".change ins").all_inner_texts()]
    assert marked == ["at least", "twelve", "at least 12"]
    page.locator(".change q a").first.click()
    page.locator(":target").first.wait_for()


def test_a_printed_claim_has_its_words_and_no_controls(page: "Page"):
    open_loud(page)
    page.emulate_media(media="print")
    for hidden in (".seek", ".ways", ".keeping", "details.judge"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    assert page.locator(".steps").is_visible()
    assert page.locator("h1").is_visible()
    assert page.pdf(format="A4")[:5] == b"%PDF-"


def test_printed_positions_fit_the_paper_and_name_each_actor(page: "Page"):
    page.goto("/stories")
    page.goto(f"{page.locator('main table a').first.get_attribute('href')}/positions")
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 between its margins
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    cell = page.locator(".matrix td:not(.absent)").first
    assert cell.get_attribute("data-actor") in page.locator(".matrix thead").text_content()
    assert cell.get_attribute("data-actor") in cell.evaluate("one => getComputedStyle(one, '::before').content")


def test_a_saved_claim_reads_like_the_screen_and_needs_no_desk(page: "Page", browser: "Browser", tmp_path: Path):
    words = open_loud(page)
    with page.expect_download() as coming:
        page.get_by_text("Save as one HTML file").click()
    path = tmp_path / coming.value.suggested_filename
    coming.value.save_as(path)
    seen = page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily")
    offline = browser.new_context(offline=True)
    saved = offline.new_page()
    saved.goto(path.as_uri())
    assert words[:20] in saved.locator("h1").inner_text()
    assert saved.locator("h1").evaluate("h => getComputedStyle(h).fontFamily") == seen
    saved.locator(".wordings q a").first.click()
    expect(saved.locator(":target")).to_be_visible()
    offline.close()


def test_the_cells_of_a_narrow_matrix_are_reached_by_keyboard(page: "Page"):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/stories")
    page.locator("main a[href^='/stories/']").first.click()
    page.get_by_role("link", name="Positions", exact=True).click()
    matrix = page.get_by_role("region", name="Positions of actors on claims")
    matrix.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('[aria-label^=\"Positions of\"]').scrollLeft > 0")
