"""A long document in a real browser: its parts, and the way to what stands in another one."""

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

PARAGRAPH = "The warden, Olaf Stein, said on Friday that {} boats were lost. " + "The harbour was quiet again. " * 8


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    folder = tmp_path_factory.mktemp("long")
    case = str(folder / "case.stemma")
    init_case(case)
    text = "\n\n".join(PARAGRAPH.format(number) for number in range(2, 200))
    Path(folder, "long.txt").write_text(f"A long night\n\n{text}", encoding="utf-8")
    list(add_files(case, [str(folder / "long.txt")]))
    return CaseView(case)


@pytest.fixture
def page(browser: "Browser", view: CaseView) -> Iterator["Page"]:
    with serving(lambda door: Site(view, "long", door=door)) as address, looking(browser, address) as page:
        yield page


def test_an_address_without_its_part_leads_to_the_part_with_the_words(page: "Page", view: CaseView):
    (line,) = view.documents().lines
    last = max(view.story(line.story).attributions, key=lambda one: one.content_spans[0].start)
    page.goto(f"/documents/{line.id}#a-{last.id}")
    expect(page.locator(f'[data-of="a-{last.id}"]').first).to_be_in_viewport()
    expect(page.locator(".leaves span").first).to_contain_text("Part 2 of 2")


def test_the_key_for_the_next_mark_goes_on_in_the_next_part(page: "Page", view: CaseView):
    page.goto(f"/documents/{view.documents().lines[0].id}")
    page.locator("#text a[data-of]:not([tabindex])").last.focus()
    page.keyboard.press("j")
    expect(page.locator(".leaves span").first).to_contain_text("Part 2 of 2")
    page.get_by_role("link", name="All of it").first.click()
    expect(page.locator(".leaves span").first).to_contain_text("The whole text")
