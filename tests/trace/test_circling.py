"""Outlets that have a claim from each other are found, and nothing else is taken for a circle."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Evidence
from stemma.trace.circling import find_circles
from stemma.trace.edge import Material
from tests.trace.telling import Story, tell

PAPERS = ("Kesh Post", "Daily Herald", "Inland Gazette")


def circles(story: Story) -> list[tuple[str, ...]]:
    """Return for each circle the papers whose documents it goes through, sorted."""
    traced = story.trace()
    taken = {derivation.id: derivation for derivation in traced.derivations}
    outlets = {document.id: document.outlet or "" for document in story.documents}
    return [tuple(sorted(outlets[taken[id].document] for id in circle.derivations)) for circle in traced.circles]


def test_two_papers_that_cite_each_other_are_a_circle():
    story = tell(
        "kesh post | Daily Herald | the ferry sank",
        "daily herald | Kesh Post | the ferry went down",
        days={"kesh post": 3, "daily herald": 1},
    )
    assert circles(story) == [("Daily Herald", "Kesh Post")]


def test_a_circle_may_lead_through_a_third_paper():
    story = tell(
        "kesh post | Daily Herald | the ferry sank",
        "daily herald | Inland Gazette | the ferry sank",
        "inland gazette | Kesh Post | the ferry sank",
    )
    assert ("Daily Herald", "Inland Gazette", "Kesh Post") in circles(story)


def test_an_outlet_that_is_known_by_its_address_is_the_one_that_is_named():
    story = tell("kesh post | Daily Herald | the ferry sank", "daily herald | Kesh Post | the ferry went down")
    addressed = tuple(
        replace(d, outlet=f"{d.outlet.replace(' ', '').lower()}.example") if d.outlet else d for d in story.documents
    )
    assert circles(replace(story, documents=addressed)) == [("dailyherald.example", "keshpost.example")]


def test_papers_that_only_link_to_each_other_are_no_circle():
    story = tell(
        "kesh post | Daily Herald | the ferry sank",
        "daily herald | Kesh Post | the ferry went down",
    )
    material = Material(story.documents, story.attributions, story.sources)
    derivations = [d for d in story.trace().derivations if d.to in material.source]
    linked = [replace(d, evidence=Evidence.LINKS) for d in derivations]
    assert find_circles(material, derivations)
    assert find_circles(material, [derivations[0], *linked[1:]])
    assert find_circles(material, linked) == ()


def test_a_chain_that_ends_with_someone_is_no_circle():
    story = tell(
        "kesh post | Daily Herald | the ferry sank",
        "daily herald | Inland Gazette | the ferry sank",
        "inland gazette | Ilse Brandt | the ferry sank",
    )
    assert circles(story) == []


def test_papers_that_cite_each_other_on_different_claims_are_no_circle():
    story = tell(
        "sinking: kesh post | Daily Herald | the ferry sank",
        "weather: daily herald | Kesh Post | the sea was calm",
    )
    assert circles(story) == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PAPERS), st.sampled_from(PAPERS)), min_size=1, max_size=6))
def test_a_circle_goes_on_where_it_came_to(pairs: list[tuple[str, str]]):
    story = tell(*(f"{paper.lower()} | {source} | the ferry sank {i}" for i, (paper, source) in enumerate(pairs)))
    traced = story.trace()
    taken = {derivation.id: derivation for derivation in traced.derivations}
    outlets = {document.id: document.outlet for document in story.documents}
    named = outlets | {source.id: source.name for source in (*story.sources, *traced.sources)}
    for circle in traced.circles:
        steps = [taken[id] for id in circle.derivations]
        for step, following in zip(steps, steps[1:] + steps[:1], strict=True):
            assert named[step.to] == outlets[following.document]
