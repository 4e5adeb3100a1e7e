"""What a case holds of one article in all its versions."""

from pathlib import Path

import pytest

from stemma.case import CaseView, add_files, init_case
from stemma.errors import CaseError, UnknownError
from stemma.prose.tokens import read_terms

FIRST = "Bridge closed\n\nThe mayor, Ilse Brandt, said on Monday that 12 people were hurt.\n\nIt rained.\n"
LATER = "Bridge closed\n\nThe mayor, Ilse Brandt, said on Monday that 14 people were hurt.\n\nIt rained.\n"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    folder = tmp_path_factory.mktemp("edited")
    report, case = folder / "herald.txt", folder / "bridge.stemma"
    init_case(str(case))
    for text in (FIRST, LATER):
        report.write_text(text, encoding="utf-8")
        list(add_files(str(case), [str(report)]))
    Path(folder / "gazette.txt").write_text("Nobody was hurt, the gazette found.\n", encoding="utf-8")
    list(add_files(str(case), [str(folder / "gazette.txt")]))
    return CaseView(str(case))


def sha_of(view: CaseView, name: str) -> str:
    return next(line.sha256 for line in view.documents().lines if name in line.path)


def test_all_versions_of_an_article_are_there_with_how_each_came(view: CaseView):
    found = view.archived(sha_of(view, "herald"))
    assert [held.layer.text for held in found.versions] == [FIRST, LATER]
    assert [capture.sha256 for capture in found.captures] == [held.sha256 for held in found.versions]
    assert view.archived(found.versions[0].sha256) == found


def test_what_was_changed_between_two_versions_is_told(view: CaseView):
    revised = view.revised(sha_of(view, "herald"), 1, 2)
    assert (revised.older.text, revised.newer.text) == (FIRST, LATER)
    (edit,) = revised.edits
    assert (edit.kind, edit.place.span.cut(LATER), edit.against.span.cut(FIRST)) == (
        "figure_changed",
        "14 people",
        "12 people",
    )


def test_the_bytes_are_those_that_came(view: CaseView):
    assert view.data(sha_of(view, "herald")).decode() == LATER


def test_documents_that_hold_words_are_known_by_their_hash(view: CaseView):
    assert view.concordance.holding(read_terms("nobody hurt")) == {sha_of(view, "gazette")}


def test_what_the_archive_does_not_hold_is_said(view: CaseView):
    with pytest.raises(UnknownError, match="no document 00"):
        view.archived("00")
    with pytest.raises(UnknownError, match="no version 3"):
        view.revised(sha_of(view, "herald"), 1, 3)
    with pytest.raises(CaseError, match="does not hold"):
        view.data("00")
