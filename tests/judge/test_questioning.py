import pytest

from stemma.judge import anchor_attribution, questions_of
from stemma.model.judgement import Verb
from stemma.model.question import DoubtKind
from stemma.model.ruling import State
from tests.judge.judging import Case, named, ruling_of

LINES = (
    "The mayor said 12 people died on the bridge.",
    "The union said the harbour cranes were never inspected.",
    "Rain, said the union, fell on the hills.",
    "The mayor said the bridge and the pier were shut.",
    "The mayor said 12 people died at the pier.",
)


@pytest.fixture(scope="module")
def case():
    return Case.of(*LINES)


def asked(case, *judgements):
    return questions_of(case.brief(*judgements), "story")


def pair_of(case, question):
    lines = {reading.attributions[0].id: line for line, reading in enumerate(case.readings)}
    return sorted(lines[id] for id in question.about)


def test_a_doubt_is_asked_with_what_each_answer_would_change(case):
    (question,) = [one for one in asked(case) if one.kind is DoubtKind.CLAIM]
    assert pair_of(case, question) == [0, 3]
    assert question.yes.outcome.startswith("one claim of 3 outlets")
    assert question.no.outcome == "two claims, as now: of 2 outlets, and of 1 outlet"
    assert (question.yes.verb, question.no.verb, question.unsure.verb) == ("same", "different", "unsure")
    assert question.story == "story"


@pytest.mark.parametrize("verb", [Verb.SAME, Verb.DIFFERENT])
def test_what_was_judged_is_not_asked_again(case, verb):
    judgement = case.judge(verb, case.said(0), case.said(3))
    assert [0, 3] not in [pair_of(case, one) for one in asked(case, judgement)]


def test_what_somebody_was_unsure_of_comes_last_and_says_who(case):
    judgement = case.judge(Verb.UNSURE, case.said(0), case.said(3), by="bob")
    assert asked(case, judgement)[-1].open_to == ("bob",)


def test_what_two_analysts_judge_otherwise_is_open_to_both(case):
    brief = (case.same(0, 3), case.different(0, 3, by="bob"))
    (question,) = [one for one in asked(case, *brief) if pair_of(case, one) == [0, 3]]
    assert question.open_to == ("ann", "bob")


def test_a_question_goes_by_one_id_as_long_as_the_same_words_are_in_doubt(case):
    note = case.judge(Verb.NOTE, case.said(0), value="rang the town hall")
    assert {one.id for one in asked(case)} == {one.id for one in asked(case, note)}


BETWEEN = (
    "Mayor Bob Hale and Governor Tom Reed met on Monday.",
    "He said the bridge was unsafe.",
    "Governor Reed said taxes would rise.",
)


def test_a_pronoun_between_two_is_asked_with_both_names_and_an_answer_is_followed():
    case = Case.of(BETWEEN)
    (question,) = [one for one in asked(case) if one.kind is DoubtKind.SPEAKER]
    assert question.words == "Who says it: Tom Reed, or Bob Hale?"
    spoken = [a for a in case.brief().attributions if a.id == question.about[0]]
    anchor = anchor_attribution(spoken[0], case.readings[0].document)
    judgement = case.judge(Verb.SOURCE, anchor, named("Bob Hale"))
    brief = case.brief(judgement)
    names = {source.id: source.name for source in brief.sources}
    assert next(names[a.source] for a in brief.attributions if a.id == question.about[0]) == "Bob Hale"
    assert [one for one in asked(case, judgement) if one.kind is DoubtKind.SPEAKER] == []


def test_who_may_be_meant_is_named_also_where_nobody_can_tell():
    case = Case.of(BETWEEN)
    (question,) = [one for one in asked(case) if one.kind is DoubtKind.SPEAKER]
    assert (question.unsure.verb, question.unsure.of) == ("unsure", question.about[:2])


@pytest.mark.parametrize("name", ["Tom Reed", "Bob Hale"])
def test_who_cannot_tell_whom_a_pronoun_means_stands_beside_the_question(name):
    case = Case.of(BETWEEN)
    brief = case.brief()
    (doubt,) = [one for one in brief.doubts if one.kind is DoubtKind.SPEAKER]
    said = next(a for a in brief.attributions if a.id == doubt.about[0])
    judgement = case.judge(Verb.UNSURE, anchor_attribution(said, case.readings[0].document), named(name))
    assert ruling_of(case.brief(judgement), judgement).state is State.APPLIED
    (question,) = [one for one in asked(case, judgement) if one.kind is DoubtKind.SPEAKER]
    assert question.open_to == ("ann",)
