import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.judge import standing
from stemma.model import Basis, Interval, Span
from stemma.model.anchor import Thing
from stemma.model.judgement import Verb
from stemma.model.ruling import State
from stemma.tell import as_json
from tests.judge.judging import Case, named, nobody, ruling_of

BRIDGE = (
    "The mayor said 12 people died on the bridge.",
    "Twelve people died on the bridge, according to the mayor.",
    "The union said the harbour cranes were never inspected.",
    "The company said profits rose by a third.",
    "The company said profits rose by a third this year.",
)


@pytest.fixture(scope="module")
def case():
    return Case.of(*BRIDGE)


def test_without_a_judgement_nothing_changes(case):
    assert case.brief() == case.brief(case.withdraw(case.same(0, 2)))


def test_two_statements_judged_the_same_are_one_claim(case):
    assert case.groups(case.brief()) == [{0, 1}, {2}, {3, 4}]
    assert case.groups(case.brief(case.same(0, 2))) == [{0, 1, 2}, {3, 4}]


def test_two_statements_judged_different_are_two_claims(case):
    assert case.groups(case.brief(case.different(0, 1))) == [{0}, {1}, {2}, {3, 4}]


def test_unsure_leaves_the_machine_its_way_and_is_told(case):
    unsure = case.judge(Verb.UNSURE, case.said(0), case.said(2))
    brief = case.brief(unsure)
    assert case.groups(brief) == case.groups(case.brief())
    assert ruling_of(brief, unsure).state is State.APPLIED


def test_a_judgement_touches_no_claim_that_it_does_not_speak_of(case):
    before = {claim.id for claim in case.brief().claims}
    after = {claim.id for claim in case.brief(case.same(0, 2)).claims}
    assert before & after == {case.claim(case.brief(), 3)}


def test_what_is_no_attribution_is_gone_with_its_claim(case):
    brief = case.brief(case.judge(Verb.WRONG, case.said(2)))
    assert case.groups(brief) == [{0, 1}, {3, 4}]


def test_a_figure_of_what_is_no_attribution_stays_with_nobody(case):
    wrong = case.brief(case.judge(Verb.WRONG, case.said(0)))
    figure = next(f for f in wrong.figures if f.document == "d0")
    assert figure.attribution is None


def test_a_pair_with_what_is_no_attribution_is_shown_as_lost(case):
    wrong, same = case.judge(Verb.WRONG, case.said(0), by="bob"), case.same(0, 2)
    brief = case.brief(wrong, same)
    assert ruling_of(brief, same).state is State.LOST
    assert "none" in ruling_of(brief, same).reason


def test_another_source_is_whom_the_analyst_names(case):
    brief = case.brief(case.judge(Verb.SOURCE, case.said(3), case.speaker(2)))
    said = {a.document: a.source for a in brief.attributions}
    assert said["d3"] == said["d2"] != said["d4"]


def test_a_source_may_be_one_whom_no_document_names(case):
    brief = case.brief(case.judge(Verb.SOURCE, case.said(3), named("Port Authority of Ansel")))
    said = next(a for a in brief.attributions if a.document == "d3")
    assert next(s.name for s in brief.sources if s.id == said.source) == "Port Authority of Ansel"


def test_sources_judged_the_same_are_one():
    case = Case.of("Ann Holt said the pier was shut.", "The commissioner said the road was shut.")
    one = case.brief(case.judge(Verb.SAME, case.speaker(0), case.speaker(1)))
    assert len({a.source for a in case.brief().attributions}) == 2
    assert len({a.source for a in one.attributions}) == 1


def test_sources_judged_different_are_two():
    case = Case.of("Ann Holt said the pier was shut.", "Ann Holt said the road was shut.")
    two = case.brief(case.judge(Verb.DIFFERENT, case.speaker(0), case.speaker(1)))
    assert len({a.source for a in case.brief().attributions}) == 1
    assert len({a.source for a in two.attributions}) == 2


def test_what_nothing_can_tell_apart_is_shown_as_lost():
    case = Case.of(["Ann Holt said the pier was shut.", "Ann Holt said the road was shut."])
    apart = case.judge(Verb.DIFFERENT, case.speaker(0, 0), case.speaker(0, 1))
    assert ruling_of(case.brief(apart), apart).state is State.LOST


def test_a_document_has_the_date_that_was_judged(case):
    brief = case.brief(case.judge(Verb.DATE, case.document(0), value="2024-12-17..2024-12-18"))
    published = next(d.published for d in brief.documents if d.id == "d0")
    assert published.interval == Interval(date(2024, 12, 17), date(2024, 12, 18))
    assert published.basis is Basis.JUDGED
    assert "ann" in published.evidence


def test_weekdays_count_from_the_date_that_was_judged():
    case = Case.of("The mayor said on Monday that 12 people died.")
    brief = case.brief(case.judge(Verb.DATE, case.document(0), value="2024-12-18"))
    assert [a.on and a.on.earliest for a in brief.attributions] == [date(2024, 12, 16)]


@pytest.mark.parametrize(
    ("lines", "verb"),
    [
        (("The mayor said 12 people died.", "Twelve died, according to the mayor."), Verb.DIFFERENT),
        (("The mayor said 12 people died.", "The agency said that 15 bodies were found."), Verb.SAME),
    ],
)
def test_figures_are_checked_and_tallied_as_they_were_judged(lines, verb):
    case = Case.of(*lines)
    machine = case.brief()
    pair = {figure.id for figure in machine.figures}
    word = case.judge(verb, case.figure(0), case.figure(1))
    judged = case.brief(word)
    for brief, is_one in ((machine, verb is Verb.DIFFERENT), (judged, verb is Verb.SAME)):
        assert any(pair <= {*check.figures} for check in brief.checks) == is_one
        tallied = [{id for entry in tally.entries for id in entry.places} for tally in brief.ledger]
        assert any(pair <= ids for ids in tallied) == is_one
    assert ruling_of(judged, word).state is State.APPLIED


def test_figures_in_two_units_are_one_by_no_word():
    case = Case.of("The river rose by 3 metres.", "The mayor said 12 people died.")
    word = case.judge(Verb.SAME, case.figure(0), case.figure(1))
    assert ruling_of(case.brief(word), word).state is State.LOST


def test_a_grade_a_text_and_a_note_are_found_in_the_brief(case):
    claim = replace(case.said(0), thing=Thing.CLAIM)
    letter = case.judge(Verb.GRADE, case.speaker(0), value="B")
    text = case.judge(Verb.TEXT, claim, value="A dozen dead on the bridge")
    note = case.judge(Verb.NOTE, case.document(1), value="rang the outlet")
    brief = case.brief(letter, text, note)
    assert [r.state for r in brief.rulings] == [State.APPLIED] * 3
    assert ruling_of(brief, text).found == (case.claim(brief, 0),)
    assert ruling_of(brief, note).found == ("d1",)


def test_what_is_not_among_the_documents_is_shown_as_lost(case):
    note = case.judge(Verb.NOTE, nobody(), value="gone")
    ruling = ruling_of(case.brief(note), note)
    assert (ruling.state, ruling.found) == (State.LOST, (None,))
    assert "not among" in ruling.reason


def test_two_analysts_who_differ_are_a_conflict_and_neither_is_followed(case):
    same, different = case.same(0, 2), case.different(0, 2, by="bob")
    brief = case.brief(same, different)
    assert case.groups(brief) == case.groups(case.brief())
    assert {r.state for r in brief.rulings} == {State.CONFLICT}
    assert ruling_of(brief, same).against == (different.id,)


def test_a_majority_does_not_outvote_one(case):
    judged = [case.same(0, 2), case.same(0, 2, by="bob"), case.different(0, 2, by="cid")]
    assert case.groups(case.brief(*judged)) == case.groups(case.brief())


def test_an_analyst_may_think_again(case):
    first, second = case.same(0, 2), case.different(0, 2)
    brief = case.brief(first, second)
    assert case.groups(brief) == case.groups(case.brief())
    assert [r.judgement.id for r in brief.rulings] == [second.id]


def test_a_conflict_ends_when_one_is_withdrawn(case):
    same, different = case.same(0, 2), case.different(0, 2, by="bob")
    brief = case.brief(same, different, case.withdraw(different))
    assert case.groups(brief) == [{0, 1, 2}, {3, 4}]


def test_a_withdrawal_may_be_withdrawn(case):
    same = case.same(0, 2)
    gone = case.withdraw(same)
    assert case.groups(case.brief(same, gone, case.withdraw(gone))) == [{0, 1, 2}, {3, 4}]


def test_a_long_chain_of_withdrawals_is_followed_to_its_end(case):
    chain = [case.same(0, 2)]
    for _ in range(2001):
        chain.append(case.withdraw(chain[-1]))
    assert chain[0] not in standing(chain)
    assert chain[0] in standing(chain[:-1])


def test_a_chain_that_contradicts_a_word_is_a_conflict(case):
    judged = [case.same(0, 2), case.same(2, 3), case.different(0, 3, by="bob"), case.same(3, 4)]
    brief = case.brief(*judged)
    states = {j.id: ruling_of(brief, j).state for j in judged}
    assert list(states.values()) == [State.CONFLICT] * 3 + [State.APPLIED]


def test_two_dates_for_one_document_are_a_conflict(case):
    dates = [
        case.judge(Verb.DATE, case.document(0), value="2024-12-01", by="ann"),
        case.judge(Verb.DATE, case.document(0), value="2024-12-02", by="bob"),
    ]
    brief = case.brief(*dates)
    assert {r.state for r in brief.rulings} == {State.CONFLICT}
    assert next(d.published.basis for d in brief.documents if d.id == "d0") is Basis.NONE


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_the_journal_and_of_the_documents_does_not_matter(case, seed):
    rng = random.Random(seed)
    pairs = [(rng.randrange(5), rng.randrange(5)) for _ in range(4)]
    journal = [
        (case.same if rng.random() < 0.6 else case.different)(a, b, by=rng.choice(["ann", "bob"]))
        for a, b in pairs
        if a != b
    ]
    journal += [case.withdraw(one) for one in journal if rng.random() < 0.3]
    straight = case.brief(*journal)
    shuffled, readings = rng.sample(journal, len(journal)), rng.sample(case.readings, len(case.readings))
    assert case.brief(*shuffled, *shuffled[:2], readings=readings) == straight


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_what_is_followed_holds_in_the_brief(case, seed):
    rng = random.Random(seed)
    pairs = [tuple(rng.sample(range(5), 2)) for _ in range(5)]
    journal = [(case.same if rng.random() < 0.5 else case.different)(a, b) for a, b in pairs]
    brief = case.brief(*journal)
    claim = {a.id: a.claim for a in brief.attributions}
    for ruling in brief.rulings:
        if ruling.state is State.APPLIED:
            left, right = ruling.found
            assert (claim[left] == claim[right]) == (ruling.judgement.verb is Verb.SAME)


def test_a_judgement_and_its_withdrawal_are_no_judgement(case):
    judged = [case.same(0, 2), case.judge(Verb.WRONG, case.said(3)), case.judge(Verb.GRADE, case.speaker(0), value="A")]
    journal = [*judged, *map(case.withdraw, judged)]
    assert standing(journal) == ()
    assert as_json(case.brief(*journal)) == as_json(case.brief())


def test_a_judgement_is_found_again_when_the_text_before_it_has_grown(case):
    judged = case.same(0, 2)
    shift = 40
    moved = []
    for reading in case.readings:
        text = "x" * (shift - 1) + "\n" + reading.document.text
        document = replace(reading.document, text=text, body=(Span(shift, len(text)),))
        said = tuple(
            replace(
                a,
                id=f"{a.id}b",
                content_spans=tuple(Span(s.start + shift, s.end + shift) for s in a.content_spans),
                source_span=a.source_span and Span(a.source_span.start + shift, a.source_span.end + shift),
                cue_span=a.cue_span and Span(a.cue_span.start + shift, a.cue_span.end + shift),
            )
            for a in reading.attributions
        )
        moved.append(replace(reading, document=document, attributions=said, figures=()))
    brief = case.brief(judged, readings=moved)
    assert ruling_of(brief, judged).state is State.APPLIED
    assert {0, 2} <= case.groups(brief)[0]


def test_a_judgement_is_found_again_when_the_model_draws_the_ends_elsewhere(case):
    judged = case.same(0, 2)
    first = case.readings[0]
    said = first.attributions[0]
    (span,) = said.content_spans
    cut = Span(span.start + 3, span.end)
    other = replace(said, id="a-new", content_spans=(cut,), content=cut.cut(first.document.text))
    brief = case.brief(judged, readings=[replace(first, attributions=(other,)), *case.readings[1:]])
    assert ruling_of(brief, judged).found[0] == "a-new"


def test_a_judgement_is_found_again_in_a_later_layer(case):
    judged = case.same(0, 2)
    first = case.readings[0]
    newer = replace(first, document=replace(first.document, sha256="f" * 64))
    readings = [newer, *case.readings[1:]]
    assert ruling_of(case.brief(judged, readings=readings), judged).state is State.LOST
    carried = judged.carried({first.document.sha256: "f" * 64})
    assert carried.id == judged.id
    assert ruling_of(case.brief(carried, readings=readings), judged).state is State.APPLIED
