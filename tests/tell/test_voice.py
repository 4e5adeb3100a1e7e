import pytest

from stemma.model import Brief, Interval, Position, Source, Stance
from stemma.model.hit import Hit, HitKind
from stemma.tell.desk import Desk
from stemma.tell.found import spot_of
from stemma.tell.voice import hear
from tests.factories import ferry_fire, span_of


def brandt() -> Source:
    return next(source for source in ferry_fire().sources if source.name == "Ilse Brandt")


def test_all_that_a_source_says_is_told_in_the_order_of_its_days():
    brief = ferry_fire()
    voice = hear(brandt(), [("story", Desk.of(brief))])
    assert {saying.id for saying in voice.sayings} == {a.id for a in brief.attributions if a.source == brandt().id}
    days = [saying.day for saying in voice.sayings if saying.day]
    assert days == sorted(days, key=lambda day: day.earliest)
    assert sum(times for _, times in voice.outlets) == len(voice.sayings)


def test_the_claims_that_go_back_to_it_are_told_with_their_reach():
    brief = ferry_fire()
    roots = hear(brandt(), [("story", Desk.of(brief))]).roots
    assert {root.claim for root in roots} == {c.id for c in brief.claims if brandt().id in c.origins.sources}
    assert [root.outlets for root in roots] == sorted((root.outlets for root in roots), reverse=True)


def test_a_source_that_says_and_later_denies_stood_on_both_sides():
    brief = ferry_fire()
    claim, said = brief.claims[0].id, brief.claims[0].attributions[:1]
    day = next(d.published.interval for d in brief.documents if d.published.interval)
    positions = (
        Position(claim, brandt().id, Stance.DENY, Interval.day(day.latest), said),
        Position(claim, brandt().id, Stance.ASSERT, None, said),
    )
    changed = Brief(brief.documents, brief.sources, brief.attributions, brief.claims, positions=positions)
    (turn,) = hear(brandt(), [("story", Desk.of(changed))]).turns
    assert [taken.stance for taken in turn.taken] == [Stance.DENY, Stance.ASSERT]
    assert turn.taken[0].evidence[0][1] == said[0]


@pytest.mark.parametrize("stories", [1, 2])
def test_a_source_is_told_over_all_its_stories(stories: int):
    told = [(str(number), Desk.of(ferry_fire())) for number in range(stories)]
    assert len(hear(brandt(), told).sayings) == stories * len(hear(brandt(), told[:1]).sayings)


def test_a_found_place_shows_its_words_and_what_of_them_was_sought():
    desk = Desk.of(ferry_fire())
    document = desk.documents[0]
    block = document.body[0]
    word = span_of(document.text, document.text[block.start : block.start + 3])
    spot = spot_of(Hit(HitKind.BODY, document.id, block, (word,)), desk)
    assert [bite.text for bite in spot.bites if bite.is_sought] == [word.cut(document.text)]
    assert spot.anchor == ""
