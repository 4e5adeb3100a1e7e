"""A team's desk in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="needs playwright")

from playwright.sync_api import expect

from stemma.case import CaseView
from stemma.case.accounts import appoint
from stemma.model.account import Role
from stemma.web import Site, hash_password
from tests.web.browsing import SLOW, looking, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PASSWORD = "the river ran backwards"


@pytest.fixture
def team(case: str, tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "team.stemma"
    shutil.copy(case, path)
    appoint(str(path), "olga", "olga", role=Role.OWNER, secret=hash_password(PASSWORD))
    view = CaseView(str(path))
    with serving(lambda door: Site(view, "team", door=door), needs_sign_in=True) as address:
        yield address


def test_who_signs_in_is_where_they_wanted_to_be_and_lets_others_in(browser: "Browser", team: str):
    with looking(browser, team) as page:
        page.goto("/stories?q=dam")
        assert page.url.startswith(f"{team}/sign-in")
        page.keyboard.type("olga")  # the name's field is where one begins
        page.keyboard.press("Tab")
        page.keyboard.type("not the password at all")
        page.keyboard.press("Enter")
        expect(page.locator("[role=alert]")).to_contain_text("do not go together")
        page.get_by_label("Name").fill("olga")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{team}/stories?q=dam")
        page.get_by_role("link", name="Users").click()
        page.get_by_label("Name").fill("tom")
        page.locator("section[aria-labelledby=add]").get_by_label("Password").fill("another long password")
        page.get_by_role("button", name="Let in").click()
        page.wait_for_selector("th:has-text('tom')")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{team}/sign-in")
        page.goto("/stories")
        assert page.url.startswith(f"{team}/sign-in")


def test_a_link_on_another_site_leads_to_the_page_without_signing_in_again(browser: "Browser", team: str):
    context = browser.new_context()
    context.set_default_timeout(SLOW)
    page = context.new_page()
    page.goto(f"{team}/sign-in")
    page.get_by_label("Name").fill("olga")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{team}/")
    elsewhere = context.new_page()
    elsewhere.route(
        "http://elsewhere.example/",
        lambda asked: asked.fulfill(body=f'<a href="{team}/users">look</a>', content_type="text/html"),
    )
    elsewhere.goto("http://elsewhere.example/")
    elsewhere.get_by_text("look").click()
    elsewhere.wait_for_selector("h1:has-text('Who may look')")
    expect(elsewhere).to_have_url(f"{team}/users")
    context.close()
