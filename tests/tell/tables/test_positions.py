"""Positions over time: silence is what a document says, absence is what none says, a change has two dates."""

from dataclasses import replace
from datetime import date

from stemma.model import Brief, Interval, Position, Stance
from stemma.tell import PositionsTable, table_as_terminal
from stemma.tell.tables.held import ABSENT
from tests.factories import ferry_fire
from tests.tell.stories import brief_of

FOUR = (
    "herald | Ilse Brandt | the ferry sank",
    "metro | Teo Varga denied | the ferry sank",
    "other: metro | Rana Osei | the sea was calm",
    "other: herald | Rana Osei | the sea was calm",
)


def day(number: int) -> Interval:
    return Interval.day(date(2031, 3, number))


def held(brief: Brief, actor: str = "") -> list[tuple[str, str, str | None]]:
    """Return actor, position and what it changed from, in order."""
    return [
        (record["actor"]["name"], record["position"], record["changed_from"])
        for record in PositionsTable.of(brief, actor=actor).records()
    ]


def brandt(*times: tuple[Stance, Interval | None]) -> Brief:
    brief = brief_of("herald | Ilse Brandt | the ferry sank")
    made = (Position("claim", "Ilse Brandt", stance, on, ("a0",)) for stance, on in times)
    return replace(brief, positions=tuple(made))


def test_who_is_not_in_the_documents_is_told_and_is_not_silent():
    told = held(brief_of(*FOUR))
    assert ("Rana Osei", ABSENT, None) in told
    assert not [row for row in told if row[1] == "silence"]


def test_who_only_asks_is_not_absent():
    brief = brief_of(*FOUR, "other: herald | Ilse Brandt | the sea was rough")
    asking = tuple(replace(a, stance=Stance.QUESTION) if a.id == "a0" else a for a in brief.attributions)
    positions = tuple(p for p in brief.positions if (p.actor, p.claim) != ("Ilse Brandt", "claim"))
    absent = [(name, position) for name, position, _ in held(replace(brief, attributions=asking, positions=positions))]
    assert ("Ilse Brandt", ABSENT) not in absent
    assert ("Rana Osei", ABSENT) in absent


def test_a_name_that_speaks_is_not_absent_under_another_source_of_that_name():
    brief = brief_of(*FOUR)
    renamed = tuple(replace(s, name="Ilse Brandt") if s.id == "Rana Osei" else s for s in brief.sources)
    assert ("Ilse Brandt", ABSENT, None) not in held(replace(brief, sources=renamed))


def test_a_change_of_position_has_what_was_held_before():
    told = held(brandt((Stance.DENY, day(2)), (Stance.ASSERT, day(5))))
    assert told == [("Ilse Brandt", "deny", None), ("Ilse Brandt", "assert", "deny")]


def test_to_confirm_what_one_said_is_no_change():
    assert held(brandt((Stance.ASSERT, day(2)), (Stance.CONFIRM, day(5))))[1] == ("Ilse Brandt", "confirm", None)


def test_two_positions_that_may_be_of_one_day_are_no_change():
    wide = Interval(date(2031, 3, 1), date(2031, 3, 9))
    assert [row[2] for row in held(brandt((Stance.DENY, wide), (Stance.ASSERT, day(5))))] == [None, None]


def test_what_is_not_dated_is_no_change_and_comes_last():
    assert held(brandt((Stance.DENY, None), (Stance.ASSERT, day(5)))) == [
        ("Ilse Brandt", "assert", None),
        ("Ilse Brandt", "deny", None),
    ]


def test_the_change_is_seen_in_the_terminal():
    told = table_as_terminal(PositionsTable.of(brandt((Stance.DENY, day(2)), (Stance.ASSERT, day(5)))))
    assert "✕ denies, 2 Mar 2031" in told
    assert "+ says so, 5 Mar 2031, ↷ before: denies" in told


def test_one_actor_may_be_all_that_is_wanted():
    told = held(brief_of(*FOUR), actor="varga")
    assert told == [("Teo Varga", "deny", None), ("Teo Varga", ABSENT, None)]


def test_who_speaks_for_an_actor_leads_to_it():
    assert {name for name, _, _ in held(ferry_fire(), actor="brandt")} <= {"the port of Ansel", "Ilse Brandt"}
    assert held(ferry_fire(), actor="brandt")


def test_an_actor_that_nobody_names_has_no_row():
    assert held(brief_of(*FOUR), actor="nobody") == []


def test_a_claim_that_nobody_is_named_for_is_no_fault():
    brief = brief_of(*FOUR, "rain: herald | - | it rained", "rain: metro | - | it rained")
    assert ("Rana Osei", ABSENT, None) in held(brief, actor="osei")


def test_a_speaker_whose_party_stands_for_them_may_be_absent_too():
    brief = brief_of(
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "other: metro | Rana Osei (Maravia) | the sea was calm",
        "other: herald | Teo Varga | the sea was calm",
    )
    assert ("Ilse Brandt", ABSENT, None) in held(brief, actor="ilse")
