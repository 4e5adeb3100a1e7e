"""What is told of a case is the same told story by story as all at once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma import tell
from stemma.case import (
    brief_files,
    brief_page,
    briefing,
    by_story,
    find_claim,
    init_case,
    judge_case,
    read_wish,
    tell_by_story,
)
from stemma.case.coming.starting import add_files
from stemma.cli.app import app
from stemma.errors import CaseError, ClaimError, TooMuchError
from stemma.model import Brief, Interval
from stemma.stores.shelving import SqlShelf
from stemma.tell.charts import svg
from stemma.tell.desk import Desk
from stemma.tell.ledger import ledger_of
from tests.case.stories import ScriptedTagger, loaded_stories, write_reports

TAGGER = ScriptedTagger()
OTHERS = {
    "dam": "The Tarn dam holds\n\nMarch 3, 2019\n\nIva Tran said that the dam of Tarn holds 40 boats.\n",
    "dam2": "Tarn dam is safe\n\nMarch 4, 2019\n\nIva Tran said that the dam of Tarn holds 60 boats.\n",
    "strike": "Ostrava orchestra strikes\n\nMay 7, 2021\n\nOlek Brandt said that players want their pensions."
    " The number stood at 512 on Monday. Of the 90 players, 60 play strings and 30 play brass.\n",
    "mill": "The mill of Orsk burns\n\nMarch 4, 2019\n\nDina Park said that 7 people died in the mill.\n",
    "mill2": "Fire in a mill\n\nMarch 4, 2019\n\nYuri Vale said that 9 people died in the mill of Orsk, 2 of them"
    " firemen. 12 of 30 rooms of the mill of Orsk stand since January 2019.\n",
    "undated": "On gardens\n\nMira Sol said that roses need no pruning in a warm winter."
    " Nora Quist said that the figure was 1,200,000,000,000.\n",
}
Whole = Callable[[Brief], tell.Table]
ByStory = Callable[[tell.Manner], tell.ByStory]
TABLES: dict[str, tuple[Whole, ByStory]] = {
    "claims": (tell.ClaimsTable.of, tell.ClaimsTable.by_story),
    "loud claims": (partial(tell.ClaimsTable.of, min_outlets=2), partial(tell.ClaimsTable.by_story, min_outlets=2)),
    "origins": (tell.OriginsTable.of, tell.OriginsTable.by_story),
    "loud origins": (partial(tell.OriginsTable.of, min_outlets=2), partial(tell.OriginsTable.by_story, min_outlets=2)),
    "positions": (tell.PositionsTable.of, tell.PositionsTable.by_story),
    "of one": (partial(tell.PositionsTable.of, actor="tran"), partial(tell.PositionsTable.by_story, actor="tran")),
    "drift": (tell.DriftTable.of, tell.DriftTable.by_story),
    "figures": (tell.FiguresTable.of, tell.FiguresRoll),
    "people": (partial(tell.FiguresTable.of, counts="people"), partial(tell.FiguresRoll, counts="people")),
    "shared figures": (partial(tell.FiguresTable.of, min_outlets=2), partial(tell.FiguresRoll, min_outlets=2)),
    "timeline": (tell.TimelineTable.of, tell.TimelineRoll),
    "published": (partial(tell.TimelineTable.of, kind="published"), partial(tell.TimelineRoll, kind="published")),
}
ALL_AT_ONCE: dict[tell.Form, Callable[..., str]] = {
    tell.Form.TABLE: tell.table_as_terminal,
    tell.Form.JSONL: tell.table_as_json_lines,
    tell.Form.CSV: tell.table_as_csv,
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    reports = folder / "reports"
    write_reports(reports, 5)
    for name, text in OTHERS.items():
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    path = str(folder / "many.stemma")
    init_case(path)
    list(add_files(path, [str(reports)], tagger=TAGGER))
    judge_case(
        path, [read_wish(["text", "1", "In short"]), read_wish(["grade", "Iva Tran", "B"])], "ana", tagger=TAGGER
    )
    return path


@pytest.fixture(scope="module")
def brief(case: str) -> Brief:
    return brief_files([case], tagger=TAGGER).brief


def told(case: str, what: tell.ByStory) -> str:
    return "".join(tell_by_story(case, what, tagger=TAGGER))


def test_the_case_holds_what_the_tables_tell(brief: Brief):
    assert len(brief.ledger) > 3
    assert brief.events
    assert brief.positions
    assert brief.checks
    assert [page.tally for page in ledger_of(Desk.of(brief))].index(None)


@pytest.mark.parametrize("first", [(), (1, 2), (64, 256)])
@pytest.mark.parametrize("form", ALL_AT_ONCE)
@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_same_story_by_story(
    case: str, brief: Brief, name: str, form: tell.Form, first: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(by_story, "FIRST", first)
    whole, rolled = TABLES[name]
    assert told(case, rolled(tell.Manner(form, "row"))) == ALL_AT_ONCE[form](whole(brief))


def test_a_table_in_colour_is_the_same_story_by_story(case: str, brief: Brief):
    for whole, rolled in TABLES.values():
        in_color = tell.table_as_terminal(whole(brief), color=True)
        assert told(case, rolled(tell.Manner(tell.Form.TABLE, "row", True))) == in_color


def test_a_calendar_is_the_same_story_by_story(case: str, brief: Brief):
    pytest.importorskip("icalendar")
    whole = tell.timeline_as_calendar(tell.TimelineTable.of(brief))
    assert told(case, tell.TimelineRoll(tell.Manner(tell.Form.ICS, "event"))) == whole
    assert whole.count("BEGIN:VEVENT") == len(brief.events)


def test_the_whole_brief_is_the_same_story_by_story(case: str, brief: Brief):
    assert told(case, tell.BriefRoll()) == tell.as_json(brief)


@pytest.mark.parametrize("asked", [{}, {"counts": "people"}, {"min_outlets": 2}, {"counts": "no such thing"}])
@pytest.mark.parametrize("listed", [1, 100])
def test_the_pictures_of_the_ledger_are_the_same_story_by_story(
    case: str, brief: Brief, asked: dict[str, str | int], listed: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(svg, "LISTED", listed)
    picture = tell.FiguresPicture(tell.FiguresRoll(tell.Manner(tell.Form.TABLE, "figure"), **asked))
    assert told(case, picture) == tell.figures_as_svg(tell.FiguresTable.of(brief, **asked))


def test_a_picture_that_nobody_could_look_at_is_refused(case: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(svg, "HIGHEST", 400)
    with pytest.raises(TooMuchError, match="choose what is counted with --counts"):
        told(case, tell.FiguresPicture(tell.FiguresRoll(tell.Manner(tell.Form.TABLE, "figure"))))


def test_a_page_of_very_many_reports_is_refused_in_favour_of_a_story(case: str, monkeypatch: pytest.MonkeyPatch):
    assert brief_page(case, tagger=TAGGER).documents
    monkeypatch.setattr(briefing, "ON_A_PAGE", 3)
    monkeypatch.setattr(briefing, "tell_case", too_late)
    with pytest.raises(TooMuchError, match="stemma stories") as refused:
        brief_page(case, tagger=TAGGER)
    assert "\n" not in str(refused.value)


def too_late(*_: object) -> Brief:
    raise AssertionError("the case was told, which may take hours, or all of it in memory, and refused then")


@pytest.mark.parametrize("draw", [tell.tree_as_terminal, tell.tree_as_dot, tell.tree_as_svg])
def test_the_tree_of_a_claim_is_the_same_from_its_story_alone(case: str, brief: Brief, draw: Callable[..., str]):
    for account in tell.ClaimsTable.of(brief).accounts:
        for wanted in (str(account.number), account.claim.id, account.claim.text):
            found = find_claim(case, wanted, tagger=TAGGER)
            assert found
            assert draw(found, wanted) == draw(brief, wanted)


@pytest.mark.parametrize("wanted", ["said", "died", "no such ferry", "999", "cafe", "c000000000000", ""])
def test_of_words_that_mean_no_one_claim_the_same_is_said_story_by_story(case: str, brief: Brief, wanted: str):
    def refused(find: Callable[[], object]) -> str:
        with pytest.raises(ClaimError) as caught:
            find()
        return str(caught.value)

    one_by_one = refused(lambda: find_claim(case, wanted, tagger=TAGGER))
    assert one_by_one == refused(lambda: tell.tree_as_terminal(brief, wanted))


@pytest.mark.parametrize("form", ALL_AT_ONCE)
def test_where_nothing_is_found_that_is_said(case: str, brief: Brief, form: tell.Form):
    notices: list[str] = []
    never = Interval.day(brief.events[0].on.earliest.replace(year=1700))
    nothing = tell.TimelineRoll(tell.Manner(form, "such dated event"), within=never)
    whole = ALL_AT_ONCE[form](tell.TimelineTable.of(brief, within=never))
    assert "".join(tell_by_story(case, nothing, tagger=TAGGER, notify=notices.append)) == whole
    assert f"no such dated event was found in {len(brief.documents)} documents" in notices


def test_the_first_rows_are_told_before_all_stories_are_loaded(case: str, monkeypatch: pytest.MonkeyPatch):
    loaded = loaded_stories(monkeypatch)
    monkeypatch.setattr(by_story, "FIRST", (1,))
    rows = tell_by_story(case, tell.ClaimsTable.by_story(tell.Manner(tell.Form.CSV, "claim")), tagger=TAGGER)
    next(rows)
    next(rows)
    assert len(loaded) == 1
    rows.close()


def test_a_case_that_is_changed_meanwhile_is_said(case: str, monkeypatch: pytest.MonkeyPatch):
    rows = tell_by_story(case, tell.ClaimsTable.by_story(tell.Manner(tell.Form.CSV, "claim")), tagger=TAGGER)
    next(rows)
    monkeypatch.setattr(SqlShelf, "state", lambda shelf: "another")
    with pytest.raises(CaseError, match="another program has changed it"):
        list(rows)


def test_the_command_line_tells_the_same_of_a_case_as_of_its_files(tmp_path: Path):
    run = CliRunner()
    case = str(tmp_path / "gorna.stemma")
    run.invoke(app, ["init", case])
    run.invoke(app, ["add", case, "examples/gorna"])
    brief = brief_files([case]).brief
    for name in ("claims", "origins", "positions", "drift", "figures", "timeline"):
        whole = TABLES[name][0](brief)
        for form, at_once in ALL_AT_ONCE.items():
            assert run.invoke(app, [name, case, "-f", form]).stdout_bytes.decode() == at_once(whole)
    assert run.invoke(app, ["brief", case, "-f", "json"]).stdout_bytes.decode() == tell.as_json(brief)
