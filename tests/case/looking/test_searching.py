"""A case searched story by story finds what is found in all of it at once."""

import pytest

from stemma.case import Found, Sought, brief_files, briefing, init_case, list_stories, search_case
from stemma.case.coming.starting import add_files
from stemma.case.looking import leafing
from stemma.case.looking.leafing import Leafing
from stemma.case.looking.searching import _found
from stemma.case.looking.sought import Seeker
from stemma.model import Brief, Stance
from stemma.model.hit import HitKind
from stemma.stores.shelving import SqlShelf
from stemma.tell import HitsTable, hits_as_terminal, table_as_csv, table_as_json_lines
from tests.case.stories import ScriptedTagger, loaded_stories, write_reports

TAGGER = ScriptedTagger()
OTHERS = {
    "dam": "The Tarn dam holds\n\nMarch 3, 2019\n\nIva Tran said that the dam of Tarn holds 40 boats.\n",
    "dam2": "Tarn dam is safe\n\nMarch 4, 2019\n\nIva Tran said that the dam of Tarn holds 60 boats.\n",
    "strike": "Ostrava orchestra strikes\n\nMay 7, 2021\n\nOlek Brandt said that players want their pensions."
    " Of the 90 players, 60 play strings and 30 play brass.\n",
    "mill": "The mill of Orsk burns\n\nMarch 4, 2019\n\nIva Tran said that 7 people died in the mill.\n",
    "mill2": "Fire in a mill\n\nMarch 4, 2019\n\nYuri Vale said that 9 people died in the mill of Orsk.\n",
    "undated": "On gardens\n\nMira Sol said that roses need no pruning in a warm winter."
    " Zoë Tran said that roses need water.\n",
}
SOUGHT = (
    Sought("tran"),
    Sought("dam"),
    Sought("tarn", HitKind.CONTENT),
    Sought("zoe"),
    Sought("", source="tran"),
    Sought("", stance=Stance.DENY),
    Sought("mill", outlet="mill"),
    Sought("avalanche"),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("searched")
    reports = folder / "reports"
    write_reports(reports, 12)
    for name, text in OTHERS.items():
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    path = str(folder / "case.stemma")
    init_case(path)
    list(add_files(path, [str(reports)], tagger=TAGGER))
    assert len(list_stories(path, tagger=TAGGER)) >= 3
    return path


@pytest.fixture(scope="module")
def brief(case: str) -> Brief:
    return brief_files([case], tagger=TAGGER).brief


def texts(found: Found) -> tuple[str, ...]:
    table = HitsTable.of(found.brief, found.hits, found.numbers)
    return hits_as_terminal(table), table_as_csv(table), table_as_json_lines(table)


@pytest.mark.parametrize("at_once", [(), (1, 2), (64,)])
@pytest.mark.parametrize("limit", [1, 3, 100])
@pytest.mark.parametrize("sought", SOUGHT)
def test_the_same_is_found_story_by_story(
    case: str, brief: Brief, sought: Sought, limit: int, at_once: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(leafing, "AT_ONCE", at_once)
    found = search_case(case, sought, limit, tagger=TAGGER)
    whole = _found(Leafing.of_one(brief), Seeker.of(sought), None, limit)
    assert (found.hits, found.has_more) == (whole.hits, whole.has_more)
    all_of_it = HitsTable.of(brief, whole.hits)
    assert texts(found) == (hits_as_terminal(all_of_it), table_as_csv(all_of_it), table_as_json_lines(all_of_it))


def test_stories_that_cannot_hold_it_are_not_loaded(case: str, monkeypatch: pytest.MonkeyPatch):
    loaded = loaded_stories(monkeypatch)
    assert search_case(case, Sought("boats", HitKind.CONTENT), 9, tagger=TAGGER).hits
    assert len(loaded) == 1
    assert not search_case(case, Sought("hospital", HitKind.SOURCE), 9, tagger=TAGGER).hits
    assert len({*loaded}) == 1  # another name there has an accent, which only a closer look reads


def test_a_case_that_another_program_changes_meanwhile_is_searched_again(case: str, monkeypatch: pytest.MonkeyPatch):
    sought, changes = Sought("dam"), list[str]()
    before = search_case(case, sought, 9, tagger=TAGGER)
    state, tale = SqlShelf.state, SqlShelf.tale

    def gone_at_first(shelf: SqlShelf, story: str, *, is_head: bool = False):
        if changes:
            return tale(shelf, story, is_head=is_head)
        changes.append(story)
        return None

    monkeypatch.setattr(SqlShelf, "state", lambda shelf: f"{state(shelf)}{len(changes)}")
    monkeypatch.setattr(SqlShelf, "tale", gone_at_first)
    monkeypatch.setattr(briefing, "_in_passing", not_all_of_it)
    assert search_case(case, sought, 9, tagger=TAGGER).hits == before.hits
    assert changes


def not_all_of_it(*_: object) -> Brief:
    raise AssertionError("all of the case was told in memory")


def test_a_case_in_which_nothing_can_be_kept_is_searched_all_the_same(case: str, monkeypatch: pytest.MonkeyPatch):
    sought, other = Sought("dam"), ScriptedTagger()
    before = search_case(case, sought, 9, tagger=TAGGER)
    other.name = "another, by which nothing was read"
    monkeypatch.setattr("os.access", lambda path, mode: False)
    monkeypatch.delattr(SqlShelf, "tale")  # no story is there by itself
    assert search_case(case, sought, 9, tagger=other).hits == before.hits
