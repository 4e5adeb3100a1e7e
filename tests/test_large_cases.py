"""Cases of odd shapes and sizes: many copies, many events, nothing said, very much said. Work is counted in calls."""

import random
import sys
from collections.abc import Callable, Sequence
from types import FrameType

import pytest

from benchmarks.growth import WordVectors
from stemma.model import Brief, Evidence, Layer, Reading
from stemma.pipeline import compare, read_alone
from tests.sayings import SayingTagger

NAMES = ("Ada Brenn", "Carl Doss", "Edda Falk", "Gerd Holm", "Ilse Jarn", "Kurt Lund")
EVENTS = {
    "ferry": ("the ferry burned at the northern quay", "the tugs came too late for the car deck"),
    "dam": ("the reservoir wall cracked during the spring flood", "engineers had warned of seepage below the spillway"),
    "vote": ("the council rejected the tramway budget", "two members changed sides before the ballot"),
}
STORY = "\n".join(
    [
        "Fire on the night ferry",
        "The night ferry burned for six hours at the northern quay before tugs could pull it into the open bay.",
        "Ada Brenn said that the fire had begun on the car deck shortly after midnight.",
        "Crews from three towns pumped water over the deck, and most passengers left by the stern ramp in time.",
        "Carl Doss said that the ferry was to be sold after the summer season.",
    ]
)


def read(text: str, name: str = "a") -> Reading:
    return read_alone(Layer(text, "plain/1", published="2031-03-01"), f"{name}.txt", name, SayingTagger())


def brief_of(*texts: str) -> Brief:
    return compare([read(text, f"{number:04}") for number, text in enumerate(texts)], WordVectors())


def count_calls(work: Callable[[], object]) -> int:
    """Return how many Python functions *work* calls: the same on every machine."""
    calls = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def work_of(texts: Sequence[str]) -> int:
    readings = [read(text, f"{number:04}") for number, text in enumerate(texts)]
    return count_calls(lambda: compare(readings, WordVectors()))


def statements(count: int) -> str:
    """Return a document in which *count* different things are said."""
    dice = random.Random(7)
    words = ["".join(dice.choices("abdeiklmnorstu", k=7)) for _ in range(count)]
    said = (f"{NAMES[n % len(NAMES)]} said that the {words[n]} was {dice.choice(words)}." for n in range(count))
    return "\n".join(["Much was said", *said])


def test_one_document_is_a_case():
    brief = brief_of(STORY)
    assert {claim.outlets for claim in brief.claims} == {1}
    assert not brief.drift


def test_a_hundred_copies_have_the_origins_of_one_document():
    brief = brief_of(*(f"{STORY}\nCopy {number}." for number in range(100)))
    assert len(brief.documents) == 100
    assert {claim.origins.high for claim in brief.claims} == {1}
    copied = [d for d in brief.derivations if d.evidence is Evidence.VERBATIM]
    assert {d.document for d in copied} | {d.to for d in copied} == {document.id for document in brief.documents}


def test_twice_as_many_copies_are_at_most_four_times_the_work():
    few, many = (work_of([f"{STORY}\nCopy {number}." for number in range(count)]) for count in (12, 24))
    assert many < 4 * few


def test_claims_of_different_events_stay_apart():
    texts = [
        f"{event}\n{name} said that {first}.\n{name} said that {second}."
        for event, (first, second) in EVENTS.items()
        for name in NAMES[:4]
    ]
    brief = brief_of(*texts)
    event_of = {d.id: d.text.split("\n")[0] for d in brief.documents}
    told: dict[str, set[str]] = {}
    for item in brief.attributions:
        told.setdefault(item.claim or "", set()).add(event_of[item.document])
    assert all(len(events) == 1 for events in told.values())


def test_events_that_are_mixed_are_told_as_each_alone():
    texts = {
        event: [f"{event}\n{NAMES[n]} of the {event} inquiry said that {first}." for n, first in enumerate(told * 2)]
        for event, told in EVENTS.items()
    }
    readings = {event: [read(text, f"{event}{n}") for n, text in enumerate(own)] for event, own in texts.items()}
    mixed = compare([reading for own in readings.values() for reading in own], WordVectors())
    alone = [compare(own, WordVectors()) for own in readings.values()]
    assert {claim for brief in alone for claim in brief.claims} == set(mixed.claims)
    assert {d for brief in alone for d in brief.derivations} == set(mixed.derivations)


def test_twice_as_many_events_are_about_twice_the_work():
    dice = random.Random(3)

    def event() -> list[str]:
        words = ["".join(dice.choices("abdeiklmnorstu", k=8)) for _ in range(6)]
        said = f"the {words[0]} was {words[1]} by the {words[2]} near the {words[3]}"
        return [f"{words[4]}\n{name} said that {said} for {words[5]}." for name in NAMES[:3]]

    events = [event() for _ in range(20)]
    few, many = (work_of([text for texts in events[:count] for text in texts]) for count in (10, 20))
    assert many < 2.5 * few


@pytest.mark.parametrize(
    "text", ["The ferry burned.\nIt rained in the bay for hours.", "Tides\nHigh 04:10, low 10:25."]
)
def test_a_case_in_which_nobody_says_anything_has_no_claims(text: str):
    brief = brief_of(text, f"{text} So it was.")
    assert not brief.claims
    assert not brief.positions


def test_four_times_as_many_attributions_in_one_document_cost_little_more_than_four_times_as_much():
    few, many = (work_of([statements(count)]) for count in (75, 300))
    assert many < 5 * few


def test_more_attributions_in_one_document_than_pythons_stack_is_deep_are_read():
    count = sys.getrecursionlimit() + 50
    brief = brief_of(statements(count))
    assert len([a for a in brief.attributions if not a.narrated]) == count


def test_the_order_of_documents_does_not_matter_where_they_are_of_several_stories():
    readings = [
        read(
            f"{event} in the news\n{NAMES[n]} said that {said[n % 2]}.\n{NAMES[n + 1]} said that {said[0]}.",
            f"{event}{n}",
        )
        for event, said in EVENTS.items()
        for n in range(4)
    ]
    brief = compare(readings, WordVectors())
    assert len({claim.text for claim in brief.claims}) > len(EVENTS)
    for seed in range(3):
        mixed = random.Random(seed).sample(readings, len(readings))
        assert compare(mixed, WordVectors()) == brief
