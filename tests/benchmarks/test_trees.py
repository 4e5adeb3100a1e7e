"""Cases that are made have the truth that they claim."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.trees.__main__ import main
from benchmarks.trees.measuring import Mark, measure, pages_of
from benchmarks.trees.naming import respell
from benchmarks.trees.plotting import KINDS, Case, make_case
from benchmarks.trees.stock import Half, events_of, frames_of
from benchmarks.trees.story import Amount, Fate, Shown, Way
from benchmarks.trees.tally import curve, table
from stemma.model import Brief
from tests.factories import make_document

ARGUMENTS = st.tuples(
    st.integers(0, 9),
    st.integers(0, 200),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(Half),
    st.sampled_from((0.0, 0.5, 1.0)),
)
CASES = ARGUMENTS.map(lambda arguments: make_case(*arguments))
FEW = settings(max_examples=20, deadline=None)


def texts(case: Case) -> list[str]:
    return [page.layer.text for page in pages_of(case)]


@FEW
@given(ARGUMENTS)
def test_the_same_arguments_make_the_same_case(arguments: tuple[int, int, str, Half, float]):
    assert texts(make_case(*arguments)) == texts(make_case(*arguments))


@FEW
@given(CASES)
def test_every_telling_stands_in_its_sentence_and_in_the_body(case: Case):
    for page in pages_of(case):
        assert len(page.contents) == len(page.sentences) == len(page.report.tellings)
        for content, sentence in zip(page.contents, page.sentences, strict=True):
            assert sentence.holds(content)
            assert any(block.holds(sentence) for block in page.layer.blocks or ())
        assert not set("{}\x01\x02") & set(page.layer.text)


@FEW
@given(CASES)
def test_nobody_takes_from_a_later_report_or_from_themselves(case: Case):
    for report in case.reports:
        assert (report.parent is None and report.wire is None) is (report.way is Way.HEARD)
        for ancestor in case.ancestors(report.id):
            assert ancestor != report.id
            assert case.report[ancestor].day <= report.day


@FEW
@given(CASES)
def test_a_relay_knows_nothing_that_its_parent_did_not_tell(case: Case):
    for report in case.reports:
        if report.parent:
            told = {(t.fact, t.origin) for t in case.report[report.parent].tellings}
            assert {(t.fact, t.origin) for t in report.tellings} <= told


@FEW
@given(CASES)
def test_what_was_changed_is_no_longer_as_it_was_heard(case: Case):
    heard: dict[str, Amount] = {}
    for telling in (t for r in case.reports if r.way is Way.HEARD for t in r.tellings):
        assert not telling.fates
        if telling.amount:
            assert heard.setdefault(telling.fact, telling.amount) == telling.amount
    for telling in (t for r in case.reports for t in r.tellings):
        if telling.amount and telling.fact in heard:
            is_changed = bool({Fate.ROUNDED, Fate.UNBOUND} & set(telling.fates))
            assert (telling.amount != heard[telling.fact]) is is_changed
        assert (telling.shown is Shown.BLURRED) is bool(telling.blur)
        assert (telling.shown is Shown.BLURRED) <= (Fate.BLURRED in telling.fates)


@FEW
@given(CASES)
def test_only_an_open_relay_names_the_outlet_that_it_took_from(case: Case):
    for page in pages_of(case):
        report = page.report
        parent = case.report[report.parent].outlet.name if report.parent in case.report else report.wire
        if report.way in (Way.CREDITS, Way.FORWARDS):
            assert parent
            assert parent.removeprefix("the ") in page.layer.text
        if parent and not report.way.is_open:
            assert f" {parent} " not in page.layer.text


def test_a_share_of_hiding_hides_none_half_or_all():
    for share, wanted in ((0.0, {True}), (1.0, {False})):
        cases = [make_case(3, number, "star", Half.DEV, share) for number in range(20)]
        assert {r.way.is_open for case in cases for r in case.reports if r.way is not Way.HEARD} == wanted


def test_the_halves_share_no_words():
    dev, held = ({w for e in events_of(half) for f in e.facts for w in f.ways} for half in Half)
    assert not dev & held
    for key, shapes in frames_of(Half.DEV).items():
        assert not set(shapes) & set(frames_of(Half.HELD)[key]), key


def test_a_name_is_respelt_as_one_who_transliterates_would():
    assert [respell(name) for name in ("Zharenko", "Velov", "Branman")] == ["Jarenko", "Veloff", "Branman"]


def test_an_empty_brief_finds_nothing_and_is_wrong_about_nothing():
    case = make_case(1, 0, "star", Half.DEV, 0.5)
    documents = tuple(make_document(page.report.id, page.layer.text) for page in pages_of(case))
    marks = measure(case, Brief(documents, ())).marks
    assert {m.is_right for m in marks if m.row in ("origins exact", "edges found", "drift found")} == {False}
    assert not [m for m in marks if m.row in ("edges right", "drift right")]


def test_shares_are_told_as_a_whole_and_by_heading():
    marks = [Mark("edges found", ("way: cites",), is_right=right) for right in (True, True, False, False)]
    assert "| edges found | 2 | 4 | 0.500 |\n| · way: cites | 2 | 4 | 0.500 |" in table(marks, markdown=True)
    assert "| edges found | 0.500 | – |" in curve([(0.0, marks), (1.0, [])], markdown=True)


def test_the_texts_of_a_case_can_be_read(capsys: pytest.CaptureFixture[str]):
    main(["--cases", "2", "--show", "--kind", "loop"])
    shown = capsys.readouterr().out
    assert shown.count("===== loop") == 2
    assert "heard" in shown


def test_a_case_is_read_by_the_whole_pipeline(capsys: pytest.CaptureFixture[str]):
    main(["--cases", "1", "--kind", "chain", "--hiding", "0"])
    assert "origins exact" in capsys.readouterr().out
