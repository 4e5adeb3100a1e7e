import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.telling import Story, tell

SENTENCES = (
    "The mayor said 12 people were killed in the fire.",
    "Twelve people were killed in the fire, according to the hospital.",
    "The hospital said 14 people were killed in the fire.",
    "The army denied it set the harbour on fire.",
    "The governor accused the army of setting the harbour on fire.",
    "The union said the ferries will stop sailing to the island.",
    "The ferries stopped sailing to the island on Monday.",
    "There was no comment from the army.",
    "The army denied the claims.",
)
stories = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=6)


def shuffled(story: Story, seed: int) -> Story:
    order = random.Random(seed)
    parts = [list(getattr(story, name)) for name in ("documents", "attributions", "figures", "sources")]
    for part in parts:
        order.shuffle(part)
    return Story(*(tuple(part) for part in parts))


@settings(max_examples=40, deadline=None)
@given(stories, st.integers(0, 99))
def test_the_order_of_what_comes_in_does_not_matter(lines, seed):
    story = tell(*lines)
    assert story.align() == shuffled(story, seed).align()


@settings(max_examples=40, deadline=None)
@given(stories)
def test_every_saying_and_every_silence_has_one_claim_and_every_claim_its_sayings(lines):
    result = tell(*lines).align()
    members = [a for cluster in result.clusters for a in cluster.attributions]
    assert sorted(members) == sorted(a.id for a in result.attributions)
    assert {a.id: a.claim for a in result.attributions} == {
        a: cluster.id for cluster in result.clusters for a in cluster.attributions
    }


@settings(max_examples=40, deadline=None)
@given(stories)
def test_a_claim_goes_by_the_words_of_one_of_its_members(lines):
    story = tell(*lines)
    contents = {a.id: " ".join(a.content.split()) for a in story.attributions}
    for cluster in story.align().clusters:
        assert cluster.text in {contents[a] for a in cluster.attributions}


@settings(max_examples=40, deadline=None)
@given(stories)
def test_only_sayings_and_silences_make_a_claim(lines):
    story = tell(*lines)
    told = {a.id for a in story.attributions if not a.narrated or a.stance == "silence"}
    assert all(told & set(cluster.attributions) for cluster in story.align().clusters)


def test_nothing_in_nothing_out():
    assert tell().align().clusters == ()


def test_an_attribution_comes_back_as_it_was_but_for_its_claim():
    story = tell(*SENTENCES)
    before = {a.id: a for a in story.attributions}
    assert all(replace(a, claim=None) == before[a.id] for a in story.align().attributions)
