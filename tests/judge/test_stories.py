"""A judgement is followed where it bears on something, and nothing else is told anew."""

from collections.abc import Callable, Sequence

import pytest

from stemma.model import Brief
from stemma.model.judgement import Judgement, Verb
from stemma.pipeline import Story, Told, compare
from tests.judge.judging import BagOfWords, Case

LINES = (
    "Brigadier Ilse Vandermolen said the Quarnaro viaduct collapsed under a cement convoy.",
    "Quarnaro viaduct collapsed under a cement convoy, according to Brigadier Ilse Vandermolen.",
    "Chancellor Tomas Birkeland said the Ostrava orchestra will strike over unpaid pensions.",
    "Ostrava orchestra will strike over unpaid pensions, according to Chancellor Tomas Birkeland.",
)


class Memory:
    """Tells each story once, known by its documents and the judgements on it."""

    def __init__(self) -> None:
        self.told: dict[tuple[object, ...], Told] = {}
        self.count = 0

    def __call__(self, stories: Sequence[Story], tell: Callable[[Story], Told]) -> list[Told]:
        self.count = 0
        found = []
        for story in stories:
            key = (tuple(reading.document.sha256 for reading in story.readings), story.judged)
            if key not in self.told:
                self.count += 1
                self.told[key] = tell(story)
            found.append(self.told[key])
        return found


@pytest.fixture
def case():
    return Case.of(*LINES)


def remembered(case: Case, memory: Memory, *judgements: Judgement) -> Brief:
    """The brief by what is remembered, which must be that of all told anew."""
    brief = compare(case.readings, BagOfWords(), (), judgements, memory)
    assert brief == case.brief(*judgements)
    return brief


def test_a_judgement_is_told_in_its_own_story_alone(case):
    memory = Memory()
    remembered(case, memory)
    assert memory.count == 2
    for judgement in (
        case.different(0, 1),
        case.judge(Verb.WRONG, case.said(0)),
        case.judge(Verb.DATE, case.document(0), value="2024-12-17"),
        case.judge(Verb.SOURCE, case.said(0), case.speaker(1)),
    ):
        remembered(case, memory, judgement)
        assert memory.count == 1, judgement.verb


def test_what_only_stands_beside_a_claim_tells_no_story_anew(case):
    memory = Memory()
    remembered(case, memory)
    for judgement in (
        case.judge(Verb.UNSURE, case.said(0), case.said(1)),
        case.judge(Verb.NOTE, case.document(0), value="rang them"),
        case.judge(Verb.GRADE, case.speaker(0), value="C"),
    ):
        remembered(case, memory, judgement)
        assert memory.count == 0, judgement.verb


def test_a_conflict_and_a_withdrawal_bring_back_what_was_told(case):
    memory = Memory()
    remembered(case, memory)
    different = case.different(0, 1)
    remembered(case, memory, different)
    remembered(case, memory, different, case.same(0, 1, by="bob"))
    assert memory.count == 0
    remembered(case, memory, different, case.withdraw(different))
    assert memory.count == 0


def test_two_stories_become_one_where_an_analyst_joins_them(case):
    memory = Memory()
    remembered(case, memory)
    brief = remembered(case, memory, case.same(0, 2))
    assert memory.count == 1
    assert case.claim(brief, 0) == case.claim(brief, 2)
