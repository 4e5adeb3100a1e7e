"""An analyst's tasks in a real browser: put right, merge and take back, answer by keys, mark what was missed."""

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.browsing import SLOW

pytest.importorskip("playwright", reason="needs playwright")

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0 || node.parentElement.closest(".made")) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}"""
"""Marks words of the text as a hand with a mouse does."""
FIRST = """fetch("/review", {headers: {Accept: "application/json"}}).then(answer => answer.json())
  .then(page => page.asked.question.id)"""
"""The id of the question that comes first."""


def question(page: "Page") -> str:
    return page.inner_text("#review .parties")


def press(page: "Page", key: str, told: str) -> None:
    page.keyboard.press(key)
    page.wait_for_selector(f"#review .done >> text={told}")


def document_with(page: "Page", words: str) -> str:
    """Return the address of the document that holds *words*, and open it."""
    page.goto("/documents")
    found = page.eval_on_selector_all("main a[href^='/documents/']", "links => links.map(a => a.getAttribute('href'))")
    for address in dict.fromkeys(found):
        page.goto(address)
        if words in page.inner_text("#text"):
            return str(address)
    raise AssertionError(words)


def test_ten_questions_are_answered_by_keys_alone(own_page: "Page"):
    own_page.goto("/review")
    kept = set()
    for key in "ynhynhynhy":
        before = own_page.evaluate("location.href")
        own_page.keyboard.press(key)
        own_page.wait_for_function("before => location.href !== before", arg=before)
        kept.add(own_page.evaluate("new URLSearchParams(location.search).get('done')"))
        expect(own_page.locator("#review .done")).to_contain_text("Kept")
    own_page.goto("/log")
    assert set(own_page.eval_on_selector_all(".log li", "lines => lines.map(line => line.id)")) == kept


def test_an_answer_is_taken_back_with_one_key_and_asked_again(own_page: "Page"):
    own_page.goto("/review")
    before = own_page.evaluate(f"() => {FIRST}")
    press(own_page, "y", "Kept")
    own_page.keyboard.press("u")
    own_page.wait_for_selector("#review .done >> text=taken back")
    own_page.wait_for_function(  # when the case is told anew
        f"before => {FIRST}.then(id => id === before)", arg=before, polling=500
    )


def test_next_and_previous_lead_through_the_queue_and_back(own_page: "Page"):
    own_page.goto("/review")
    before = question(own_page)
    own_page.keyboard.press("ArrowRight")
    own_page.wait_for_url(re.compile("start=1"))
    own_page.wait_for_function("before => document.querySelector('#review .parties').innerText !== before", arg=before)
    own_page.keyboard.press("k")
    own_page.wait_for_url(re.compile("start=0"))
    own_page.wait_for_function("before => document.querySelector('#review .parties').innerText === before", arg=before)


def test_the_sheet_of_keys_opens_and_single_keys_can_be_turned_off(own_page: "Page"):
    own_page.goto("/review")
    own_page.keyboard.press("?")
    expect(own_page.locator("#keys")).to_have_attribute("open", "")
    own_page.uncheck("#single-keys")
    before = question(own_page)
    own_page.keyboard.press("y")
    own_page.wait_for_timeout(300)
    assert question(own_page) == before
    own_page.goto("/log")
    assert own_page.locator(".log li").count() == 0


def test_what_cannot_be_sent_is_told_and_can_be_sent_again(browser, own_address: str):
    context = browser.new_context(base_url=own_address)
    context.set_default_timeout(SLOW)
    page = context.new_page()
    page.goto("/review")
    page.route("**/judgements", lambda route: route.abort())
    page.keyboard.press("y")
    expect(page.locator("#problem")).to_contain_text("Nothing is lost")
    page.unroute("**/judgements")
    press(page, "y", "Kept")
    context.close()


def test_questions_are_answered_without_a_script(browser, own_address: str):
    context = browser.new_context(base_url=own_address, java_script_enabled=False)
    context.set_default_timeout(SLOW)
    page = context.new_page()
    page.goto("/review")
    before = question(page)
    page.click("button[data-key=n]")
    expect(page.locator("#review .done")).to_contain_text("Kept")
    assert question(page) != before
    page.click("button[data-key=u]")
    expect(page.locator("#review .done")).to_contain_text("taken back")
    context.close()


def test_what_was_missed_is_marked_in_the_text_and_followed(own_page: "Page"):
    address = document_with(own_page, "Rescue teams in the Halen valley found")
    words = "bringing hope to an end for some of the families"
    assert own_page.evaluate(SELECT, words)
    own_page.keyboard.press("Control+Enter")
    expect(own_page.locator("#picker [data-part=content]")).to_contain_text(words)
    assert own_page.evaluate(SELECT, "Rescue teams")
    own_page.keyboard.press("s")
    expect(own_page.locator("#picker [data-part=source]")).to_contain_text("Rescue teams")
    with own_page.expect_navigation():
        own_page.keyboard.press("Control+Enter")
    own_page.wait_for_function(
        """address => fetch(address).then(answer => answer.text())
        .then(page => /class="[^"]*content[^"]*"[^>]*>bringing hope/.test(page))""",
        arg=address,
    )
    own_page.goto("/log")
    assert "was missed" in own_page.inner_text(".log")


def test_words_without_a_quantity_are_told_and_the_mark_stays(own_page: "Page"):
    document_with(own_page, "Rescue teams in the Halen valley found")
    assert own_page.evaluate(SELECT, "Rescue teams")
    own_page.keyboard.press("Control+Enter")
    assert own_page.evaluate(SELECT, "Rescue teams")
    own_page.keyboard.press("f")
    own_page.keyboard.press("Control+Enter")
    own_page.wait_for_selector("#picker [data-told] >> text=quantity is read")
    expect(own_page.locator("#picker [data-part=content]")).to_contain_text("Rescue teams")


def test_a_wrong_source_is_put_right_from_its_words(own_page: "Page"):
    address = document_with(own_page, "Lena Marsh")
    own_page.click("#text a.source >> nth=0")
    own_page.locator("a:visible", has_text="judge it").first.click()
    form = own_page.locator("details.judge:visible").first
    form.locator("summary").click()
    field = form.locator("form:has(input[name=verb][value=source]) input[name=of]:not([type=hidden])")
    field.fill("Port Authority of Ansel")
    with own_page.expect_navigation():
        field.press("Enter")
    own_page.goto("/log")
    assert "is said by Port Authority of Ansel" in own_page.inner_text(".log")
    own_page.goto(address)
    own_page.wait_for_function(
        """() => fetch("/sources?q=Ansel").then(answer => answer.text())
        .then(page => page.includes("Port Authority of Ansel"))"""
    )


def test_two_claims_are_merged_and_the_merger_is_taken_back(own_page: "Page"):
    own_page.goto("/stories")
    own_page.click("main a[href^='/stories/'] >> nth=0")
    own_page.wait_for_selector("main a[href^='/claims/']")
    links = own_page.eval_on_selector_all("main a[href^='/claims/']", "links => links.map(a => a.getAttribute('href'))")
    first, second = list(dict.fromkeys(links))[:2]
    other = re.match(r"/claims/([^?#]+)", second)
    assert other
    own_page.goto(first)
    form = own_page.locator("details.judge", has_text="Judge this claim").first
    form.locator("summary").click()
    form.locator("input[name=of]:not([type=hidden])").fill(other[1])
    with own_page.expect_navigation():
        form.locator("button[value=same]").click()
    own_page.goto("/log")
    assert "is the same as" in own_page.inner_text(".log")
    with own_page.expect_navigation():
        own_page.click(".log button >> nth=0")
    own_page.wait_for_selector(".log .is-withdrawn")
