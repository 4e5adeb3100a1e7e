"""Judgements in a case: found again in a newer layer, told as lost where their words are gone."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from stemma.case import brief_files, init_case, quote_files
from stemma.case.coming.adding import add_arrivals
from stemma.case.holding import opened_case
from stemma.case.judgements.judging import judge_case, tell_log
from stemma.case.judgements.wishing import Wish
from stemma.errors import JudgementError
from stemma.model import Brief
from stemma.model.archive import Arrival
from stemma.model.journal import JournalLine
from stemma.model.judgement import KIND, Verb
from stemma.model.ruling import Fate
from tests.case.stories import ScriptedTagger, report
from tests.case.test_exchanging import NOON

TAGGER = ScriptedTagger()
FIRST = report(1)
BODY = FIRST.index("The ferry")
LONGER = FIRST[:BODY] + "The harbour was closed on Wednesday morning while boats searched the bay.\n\n" + FIRST[BODY:]


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "case.stemma")
    init_case(path)
    return path


@pytest.fixture
def come(case: str) -> Callable[[str], None]:
    """Lets a version of the article come, each an hour after the one before."""
    hours = count()

    def arrive(text: str) -> None:
        at = NOON + timedelta(hours=next(hours))
        with opened_case(case) as store:
            list(add_arrivals(store, [Arrival("https://herald.example/fire", text.encode(), at)], TAGGER))

    return arrive


def brief(case: str) -> Brief:
    return brief_files([case], tagger=TAGGER).brief


def judge(case: str, *wishes: Wish) -> tuple[Fate, ...]:
    return tuple(told.fate for told in judge_case(case, wishes, "ann", tagger=TAGGER).log)


def test_a_judgement_is_followed_in_a_newer_layer(case, come):
    come(FIRST)
    said = brief(case).attributions[0]
    assert judge(case, Wish(Verb.WRONG, (said.id,)), Wish(Verb.DATE, ("1",), "2024-05-20")) == (Fate.STANDS,) * 2
    come(LONGER)
    after = brief(case)
    assert said.content not in {a.content for a in after.attributions}
    assert str(after.documents[0].published.interval) == "2024-05-20"
    assert [told.fate for told in tell_log(case, tagger=TAGGER)] == [Fate.STANDS] * 2


def test_a_judgement_whose_words_were_changed_is_told_as_lost_and_comes_back(case, come):
    come(FIRST)
    said = brief(case).attributions[0]
    judge(case, Wish(Verb.WRONG, (said.id,)))
    come(FIRST.replace(said.content, "nobody knows how many were hurt"))
    (told,) = tell_log(case, tagger=TAGGER)
    assert told.fate is Fate.LOST
    assert told.ruling is not None
    assert "not found again" in told.ruling.reason
    come(LONGER)
    assert [told.fate for told in tell_log(case, tagger=TAGGER)] == [Fate.STANDS]


def test_quotes_follow_the_judgements_on_their_document(case, come):
    come(FIRST)
    wrong, other = (a for a in brief(case).attributions if not a.narrated)
    judge(case, Wish(Verb.WRONG, (wrong.id,)), Wish(Verb.SOURCE, (other.id, "A Passer-by")))
    (quotes,) = quote_files([case], tagger=TAGGER)
    (said,) = quotes.attributions
    assert quotes.sources[said.source or ""].name == "A Passer-by"


def test_of_two_words_in_one_breath_the_later_counts(case, come):
    come(FIRST)
    assert judge(case, Wish(Verb.DATE, ("1",), "2024-05-20"), Wish(Verb.DATE, ("1",), "2024-05-21")) == (
        Fate.REPLACED,
        Fate.STANDS,
    )


def test_a_line_that_a_newer_stemma_wrote_asks_for_an_update(case, come):
    come(FIRST)
    with opened_case(case) as store:
        store.write([JournalLine.of(NOON, "ann", KIND, '{"verb": "praise", "about": [], "value": ""}')])
        store.write([JournalLine.of(NOON, "ann", "something else", "{}")])
    with pytest.raises(JudgementError, match="update Stemma"):
        brief(case)
