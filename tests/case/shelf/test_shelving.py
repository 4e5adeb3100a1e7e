"""A story is told anew where its documents or the judgements on it have changed, and nowhere else."""

from pathlib import Path

import pytest

from stemma import pipeline
from stemma.case import CaseView, add_files, brief_files, init_case, judge_case, read_wish
from stemma.case.briefing import models_of
from stemma.case.holding import opened_case
from stemma.case.shelf.fronting import front_of
from stemma.case.shelf.keeping import name_source
from stemma.model import Brief
from stemma.model.shelf import RowKind, Settled, Sought
from stemma.taggers import OnnxTagger
from stemma.tell import front_as_terminal
from stemma.tell.front import Front
from tests.case.stories import ScriptedTagger

TAGGER = ScriptedTagger()
DAM = "The Tarn dam holds\n\nMarch 3, 2019\n\nAna Bell said that the dam of Tarn holds.\n"
STRIKE = "Ostrava orchestra strikes\n\nMay 7, 2021\n\nTomas Birkeland said that players want their pensions.\n"


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "tarn.stemma")
    init_case(path)
    for name, text in (("dam", DAM), ("dam2", DAM + "\nMore was said.\n"), ("strike", STRIKE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        list(add_files(path, [str(tmp_path / f"{name}.txt")], tagger=TAGGER))
    brief_files([path], tagger=TAGGER)
    return path


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The reports of each story that is told, from now on."""
    stories: list[list[str]] = []
    tell = pipeline.tell_together

    def telling(readings, *rest):
        stories.append(sorted(Path(reading.document.path).stem for reading in readings))
        return tell(readings, *rest)

    monkeypatch.setattr("stemma.case.shelf.shelving.tell_together", telling)
    return stories


def brief(case: str) -> Brief:
    return brief_files([case], tagger=TAGGER).brief


def judge(case: str, *words: str) -> None:
    judge_case(case, [read_wish(words)], "ana", tagger=TAGGER)


def said_in(case: str, name: str) -> str:
    found = brief(case)
    (document,) = (d.id for d in found.documents if Path(d.path).stem == name)
    return next(a.id for a in found.attributions if a.document == document and not a.narrated)


def test_a_judgement_is_told_in_its_own_story_alone(case: str, told: list[list[str]]):
    judge(case, "wrong", said_in(case, "dam"))
    brief(case)
    assert told == [["dam", "dam2"]]


def test_who_is_whom_is_told_where_both_are_known(case: str, told: list[list[str]]):
    judge(case, "source", said_in(case, "dam"), "The ministry of water")
    judge(case, "different", "Ana Bell", "The ministry of water")
    brief(case)
    assert all("strike" not in story for story in told)


def test_what_only_stands_beside_a_claim_tells_no_story_anew(case: str, told: list[list[str]]):
    judge(case, "grade", "Ana Bell", "C")
    judge(case, "note", said_in(case, "strike"), "rang them")
    assert len(brief(case).rulings) == 2
    assert told == []


def test_a_withdrawal_brings_back_what_was_told(case: str):
    before = brief(case)
    judge(case, "wrong", said_in(case, "dam"))
    assert brief(case).attributions != before.attributions
    judge(case, "withdraw", "1")
    assert brief(case) == before


def test_a_story_shows_what_was_judged_of_it_and_of_no_other(case: str):
    judge(case, "note", said_in(case, "dam"), "rang them")
    view = CaseView(case, tagger=TAGGER)
    counts = {line.documents: len(view.story(line.id).rulings) for line in view.stories().lines}
    assert counts == {2: 1, 1: 0}
    view.close()


def test_how_much_there_is_is_counted_anew_when_something_has_come(case: str, tmp_path: Path):
    view = CaseView(case, tagger=TAGGER)
    assert (view.totals().documents, view.sources().total) == (3, view.totals().sources)
    (tmp_path / "late.txt").write_text("Mayor Ada Norda said on Friday that the ferry sank.\n", encoding="utf-8")
    list(add_files(case, [str(tmp_path / "late.txt")], tagger=TAGGER))
    heard = view.totals().sources
    view.refresh()
    assert view.totals().documents == 4
    assert view.totals().sources == view.sources().total > heard
    view.close()


def test_a_case_that_cannot_be_written_to_is_looked_into_all_the_same(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "late.txt").write_text(DAM + "\nA third time.\n", encoding="utf-8")
    list(add_files(case, [str(tmp_path / "late.txt")], tagger=TAGGER))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    view = CaseView(case, tagger=TAGGER)
    assert view.totals().documents == 4
    view.close()


def test_what_older_rules_have_told_is_told_anew_with_the_judgements_on_it(case: str, monkeypatch: pytest.MonkeyPatch):
    judge(case, "note", said_in(case, "dam"), "rang them")
    before = brief(case)
    with opened_case(case) as store:
        older = Settled("older", "older rules\n[[],[]]", {})
        assert store.shelf.put(store.shelf.keys(), name_source, lambda shelf, told: older)
    monkeypatch.setattr("stemma.case.shelf.shelving.brief_edition", lambda models: "newer rules")
    assert brief(case) == before


def test_the_front_of_a_case_tells_what_the_whole_tells(case: str, monkeypatch: pytest.MonkeyPatch):
    judge(case, "note", said_in(case, "dam"), "rang them")
    judge(case, "grade", "Ana Bell", "C")
    whole = brief(case)
    for room in ("tell.front", "case.shelf.fronting"):
        monkeypatch.setattr(f"stemma.{room}.LISTED", 1)
    with opened_case(case) as store:
        front = front_of(store.shelf)
    assert front is not None
    assert front_as_terminal(front) == front_as_terminal(Front.of(whole, front.more))


def test_a_stop_before_the_end_leaves_no_question_that_was_answered(case: str, monkeypatch: pytest.MonkeyPatch):
    judge(case, "unsure", said_in(case, "dam"), said_in(case, "dam2"))
    with opened_case(case) as store:
        before = store.shelf.rows(Sought(RowKind.QUESTION))
    monkeypatch.setattr("stemma.case.shelf.shelving.brief_edition", lambda models: "newer rules")

    def stopping(*whatever: object):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("stemma.case.shelf.shelving.question_rows", stopping)
        with pytest.raises(KeyboardInterrupt):
            brief(case)
    for _ in range(2):
        with opened_case(case) as store:
            assert store.shelf.rows(Sought(RowKind.QUESTION)) == before
        brief(case)


def test_two_that_load_the_same_weights_are_one_model():
    assert models_of(OnnxTagger(), OnnxTagger()) == (OnnxTagger().name,)
    assert len(models_of(TAGGER, OnnxTagger())) == 2
