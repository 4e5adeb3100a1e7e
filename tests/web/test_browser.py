"""The desk in a real browser: what each page has to be for those who see, hear or type it."""

import json
import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="needs playwright")

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = (
    "/",
    "/stories",
    "/documents",
    "/sources",
    "/review",
    "/log",
    "/search?q=dam",
    "/sign-in",
    "/users",
    "/nowhere",
)
INNER = ("/stories/", "/claims/", "/documents/", "/sources/")
"""Pages of one thing each, reached from a list."""
ABOUT_ONE_STORY = ("", "/positions", "/figures", "/drift", "/days")
NARROW = {"width": 320, "height": 640}


def addresses(page: "Page") -> list[str]:
    """Return the address of every kind of page, as a reader who follows links comes upon it."""
    found = list(PAGES)
    for kind, at in zip(INNER, ("/", "/", "/documents", "/sources"), strict=True):
        page.goto(at)
        links = page.eval_on_selector_all("main a[href]", "links => links.map(a => a.getAttribute('href'))")
        first = next((link for link in links if link.startswith(kind)), None)
        if first:
            found += [first.split("#")[0] + rest for rest in (ABOUT_ONE_STORY if kind == "/stories/" else ("",))]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(page: "Page", scheme: str):
    page.emulate_media(color_scheme=scheme)
    found = {}
    script = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    for address in addresses(page):
        page.goto(address)
        page.evaluate(script)
        told = page.evaluate("() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
        worst = [
            (one["id"], [node["target"] for node in one["nodes"][:3]])
            for one in told["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        if worst:
            found[address] = worst
    assert found == {}, json.dumps(found, indent=1)


def test_every_page_fits_a_narrow_screen(page: "Page"):
    wide = {}
    known = addresses(page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    for address in known:
        page.goto(address)
        width = page.evaluate("() => document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            wide[address] = width
    assert wide == {}


def test_every_page_is_there_without_scripts(browser, address: str):
    from tests.web.browsing import looking

    with looking(browser, address, java_script_enabled=False) as page:
        page.goto("/")
        page.click("main a[href^='/claims/']")
        expect(page).to_have_url(re.compile("/claims/"))
        expect(page.locator("h1")).not_to_be_empty()


def test_no_page_moves_while_it_loads(page: "Page"):
    moved = {}
    watch = "new PerformanceObserver(l => l.getEntries().forEach(e => window.moved = (window.moved||0) + e.value))"
    page.add_init_script(f"{watch}.observe({{type: 'layout-shift', buffered: true}})")
    for address in addresses(page):
        page.goto(address, wait_until="load")
        shift = page.evaluate("() => window.moved || 0")
        if shift > 0.01:
            moved[address] = shift
    assert moved == {}


def test_the_loud_claim_with_one_origin_is_found_and_followed_to_its_root(page: "Page"):
    page.goto("/")
    first = page.locator("tr.loud a[href^='/claims/']").first
    words = first.inner_text()
    first.click()
    expect(page).to_have_url(re.compile("/claims/"))
    assert words[:20].lower() in page.locator("main").inner_text().lower()
    page.locator("main a[href^='/documents/']").first.click()
    expect(page).to_have_url(re.compile("/documents/.*#"))
    expect(page.locator(":target")).to_have_count(1)
