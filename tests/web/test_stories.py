"""The pages of a story, and of a claim in it."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from stemma.case import CaseView
from stemma.tell.twins import ClaimTwin, DaysTwin, DriftTwin, FiguresTwin, PositionsTwin, StoryTwin
from stemma.web import Site
from tests.web.conftest import client_of

PARTS = ("", "/positions", "/figures", "/drift", "/days")
HEAVY = 300_000
"""Bytes that a page may weigh."""


class Links(HTMLParser):
    """Where a page leads, and which places it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.to += [values["href"] or ""] if tag == "a" and "href" in values else []
        self.ids += [values["id"] or ""] if "id" in values else []


@pytest.fixture
def story(view: CaseView) -> str:
    return view.stories().lines[0].id


@pytest.fixture
def loud(view: CaseView) -> str:
    return view.claims(loud=True).lines[0].id


@pytest.fixture
def paths(story: str, loud: str) -> list[str]:
    return ["/stories", *(f"/stories/{story}{part}" for part in PARTS), f"/claims/{loud}"]


def test_every_page_has_its_twin_and_is_light(client: TestClient, paths: list[str]):
    for path in paths:
        page = client.get(path)
        assert page.status_code == 200, path
        assert len(page.content) < HEAVY
        assert client.get(path, headers={"Accept": "application/json"}).json()


def test_every_twin_is_what_its_description_says(client: TestClient, story: str, loud: str):
    twins = {
        "": StoryTwin, "/positions": PositionsTwin, "/figures": FiguresTwin, "/drift": DriftTwin, "/days": DaysTwin,
    }  # fmt: skip
    for part, twin in twins.items():
        TypeAdapter(twin).validate_json(client.get(f"/stories/{story}{part}?format=json").content)
    TypeAdapter(ClaimTwin).validate_json(client.get(f"/claims/{loud}?format=json").content)


def test_no_page_has_two_places_of_one_name_or_a_link_without_end(client: TestClient, paths: list[str]):
    for path in paths:
        links = Links(client.get(path).text)
        assert len(links.ids) == len(set(links.ids)), path
        assert all(link.startswith(("/", "#")) and not link.startswith("//") for link in links.to)
        assert {link[1:] for link in links.to if link.startswith("#")} <= set(links.ids)


def test_the_loud_claim_leads_to_its_one_root_and_to_its_words(client: TestClient, loud: str):
    told = client.get(f"/claims/{loud}?format=json").json()
    assert told["origins"]["high"] == 1
    page = client.get(f"/claims/{loud}").text
    for source in told["origins"]["sources"]:
        assert f'href="/sources/{source["id"]}"' in page
    for telling in (telling for side in told["sides"] for telling in side["tellings"]):
        assert f'/documents/{telling["words"]["document"]}#a-{telling["attribution"]}"' in page


def test_wordings_are_held_against_the_one_that_is_asked_for(client: TestClient, loud: str):
    told = client.get(f"/claims/{loud}?format=json").json()
    chosen = told["sides"][1]["tellings"][0]["attribution"]
    again = client.get(f"/claims/{loud}?format=json&against={chosen}").json()
    assert again["against"] == again["sides"][0]["tellings"][0]["attribution"] == chosen
    assert f"?against={chosen}&amp;save=1" in client.get(f"/claims/{loud}?against={chosen}").text


def test_a_claim_whose_id_is_gone_is_found_by_what_it_holds(client: TestClient, loud: str):
    told = client.get(f"/claims/{loud}?format=json").json()
    of = told["sides"][0]["tellings"][0]["attribution"]
    moved = client.get(f"/claims/c000000000000?of={of}")
    assert moved.status_code == 200
    assert "The case has changed since" in moved.text
    assert client.get(f"/claims/c000000000000?of={of}&format=json").json()["id"] == loud


def test_what_is_in_no_case_is_told_in_one_sentence(client: TestClient):
    for path in ("/claims/c000000000000", "/claims/x?of=y", *(f"/stories/none{part}" for part in PARTS)):
        page = client.get(path)
        assert page.status_code == 404
        assert client.get(f"{path}{'&' if '?' in path else '?'}format=json").json()["status"] == 404


def test_a_saved_page_needs_neither_the_desk_nor_a_network(client: TestClient, paths: list[str]):
    for path in paths[1:]:
        saved = client.get(f"{path}?save=1")
        assert saved.headers["content-disposition"].startswith('attachment; filename="stemma-')
        links = Links(saved.text)
        assert links.tags.isdisjoint({"script", "link", "img", "form", "button", "iframe"}), path
        assert all(link.startswith("#") for link in links.to), path
        assert {link[1:] for link in links.to} <= set(links.ids), path
        assert len(links.ids) == len(set(links.ids)), path
        assert not re.search(r"url\(|@import", saved.text)


def test_a_list_is_shown_by_its_words_and_in_parts(client: TestClient, story: str):
    whole = client.get(f"/stories/{story}?format=json").json()["claims"]
    word = max(whole["lines"][0]["text"].split(), key=len)
    found = client.get(f"/stories/{story}?format=json&q={word}").json()["claims"]
    assert 0 < found["total"] < whole["total"]
    later = client.get(f"/stories/{story}?format=json&start=1").json()["claims"]
    assert later["lines"] == whole["lines"][1:51]


def test_figures_of_the_ledger_come_in_windows_that_join(client: TestClient, story: str):
    whole = client.get(f"/stories/{story}/figures?format=json").json()
    ids = [line["figure"] for page in whole["pages"] for line in page["lines"]]
    rest = client.get(f"/stories/{story}/figures?format=json&start=2").json()
    assert [line["figure"] for page in rest["pages"] for line in page["lines"]] == ids[2:]
    assert rest["total"] == whole["total"]


def test_positions_of_one_actor_are_asked_for_by_name(client: TestClient, story: str):
    whole = client.get(f"/stories/{story}/positions?format=json").json()
    name = whole["actors"][0]["name"]
    told = client.get(f"/stories/{story}/positions", params={"format": "json", "actor": name}).json()
    assert name in {actor["name"] for actor in told["actors"]}
    assert len(told["actors"]) <= len(whole["actors"])


def test_changes_of_one_kind_are_shown_alone(client: TestClient, story: str):
    whole = client.get(f"/stories/{story}/drift?format=json").json()
    kind = whole["lines"][0]["kind"]
    told = client.get(f"/stories/{story}/drift?format=json&kind={kind}").json()
    assert {line["kind"] for line in told["lines"]} == {kind}
    assert client.get(f"/stories/{story}/drift?kind=none").status_code == 200


def test_the_address_description_names_every_page(client: TestClient):
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/stories", "/claims/{id}", *(f"/stories/{{id}}{part}" for part in PARTS)} <= set(paths)


def test_what_an_analyst_said_of_a_claim_stands_on_its_page_with_the_name(case: str, view: CaseView, tmp_path: Path):
    own = CaseView(str(shutil.copy(case, tmp_path / "own.stemma")))
    site = Site(own, "own", by="ann")
    client = client_of(site)
    loud = own.claims(loud=True).lines[0].id
    told = client.get(f"/claims/{loud}?format=json").json()
    said = [telling["attribution"] for side in told["sides"] for telling in side["tellings"]]
    page = client.get(f"/claims/{loud}").text
    assert "suggested, not judged" in page
    token = page.partition('name="token" value="')[2].partition('"')[0]
    for verb, of, value in (("same", said[:2], ""), ("note", [loud], "heard by phone")):
        kept = client.post(
            "/judgements", data={"token": token, "verb": verb, "of": of, "value": value}, follow_redirects=False
        )
        assert kept.status_code == 303
    assert site.retelling.wait(60)
    page = client.get(f"/claims/{loud}?of={said[0]}").text
    assert "confirmed by ann" in page
    assert "heard by phone" in page
