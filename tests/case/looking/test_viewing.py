"""A case looked into by lists and stories."""

from pathlib import Path

import pytest

from stemma.case import CaseView, Window, add_files, init_case
from stemma.errors import UnknownError


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    case = tmp_path_factory.mktemp("case") / "dam.stemma"
    reports = tmp_path_factory.mktemp("reports")
    words = "The mayor, Ilse Brandt, said on Monday that the dam was opened at night."
    for outlet in ("herald", "gazette"):
        text = f"{words}\n\nThe {outlet} asked others too.\n"
        Path(reports, f"{outlet}.txt").write_text(text, encoding="utf-8")
    init_case(str(case))
    list(add_files(str(case), [str(reports)]))
    return CaseView(str(case))


def test_the_lists_and_the_stories_agree(view: CaseView):
    (story,) = view.stories().lines
    brief = view.story(story.id)
    assert story.documents == len(brief.documents) == view.documents(story=story.id).total == 2
    assert {line.id for line in view.claims().lines} <= {claim.id for claim in brief.claims}
    assert all(view.home(line.id) == story.id for line in view.claims().lines)
    assert {line.id for line in view.sources().lines} <= {source.id for source in brief.sources}


def test_what_is_loud_but_of_one_origin_is_found_by_asking_for_it(view: CaseView):
    (claim,) = view.claims(loud=True).lines
    assert (claim.outlets, claim.high) == (2, 1)


def test_a_window_shows_its_lines_and_how_many_there_are(view: CaseView):
    whole = view.documents()
    assert view.documents(Window(start=1, count=1)).lines == whole.lines[1:2]
    assert view.documents(Window(start=1, count=1)).total == 2
    assert view.documents(Window(words="Gazette")).total == 1


def test_a_look_at_an_unchanged_case_changes_nothing(view: CaseView):
    before = view.revision
    assert not view.refresh()
    assert view.revision == before


def test_what_is_not_there_is_said(view: CaseView):
    for ask in (view.story, view.home, view.heard_in):
        with pytest.raises(UnknownError, match="in this case"):
            ask("nothing")


def test_what_was_loaded_ahead_is_what_pages_show(view: CaseView):
    waits: list[float] = []
    view.load_ahead(waits.append)
    assert len(waits) == view.stories().total
    (story,) = view.stories().lines
    assert view.story(story.id) is view.story(story.id)
