"""A case searched a few documents at a time."""

from dataclasses import replace
from pathlib import Path

import pytest

from stemma.case import CaseView, Sought, add_files, init_case
from stemma.case.looking.seeking import AT_ONCE, PLACES, seek
from stemma.errors import QueryError
from stemma.model import Stance

MANY = AT_ONCE + 3


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    folder = tmp_path_factory.mktemp("many")
    case, reports = str(folder / "case.stemma"), folder / "reports"
    reports.mkdir()
    for number in range(MANY):
        walks = (f"The gate beside the {place} was shut before." for place in ("mill", "inn", "quay", "school", "yard"))
        words = "\n\n".join((f"Ilse Brandt said the lock at gate {number} is open.", *walks))
        Path(reports, f"outlet{number:02}.txt").write_text(f"Gate {number}\n\n{words}", encoding="utf-8")
    Path(reports, "other.txt").write_text("Rain\n\nKarl Holt denied that it rained.\n", encoding="utf-8")
    init_case(case)
    list(add_files(case, [str(reports)]))
    return CaseView(case)


def test_all_documents_with_the_words_are_found_part_by_part(view: CaseView):
    first = seek(view, Sought("gate"))
    assert len(first.found) == AT_ONCE
    assert first.next is not None
    rest = seek(view, Sought("gate"), first.next)
    assert rest.next is None
    found = [sighting.line.id for part in (first, rest) for sighting in part.found]
    assert len(set(found)) == len(found) == MANY == first.total


def test_a_document_that_goes_over_to_another_story_meanwhile_is_found_there(
    view: CaseView, monkeypatch: pytest.MonkeyPatch
):
    lines = view.all_documents()
    here, there = (next(line for line in lines if line.path.endswith(name)) for name in ("outlet00.txt", "other.txt"))
    assert here.story != there.story
    before = seek(view, Sought("rained"))
    for story in (here.story, "d000000000000"):
        answers = iter([[replace(there, story=story)], lines])
        monkeypatch.setattr(view, "all_documents", lambda answers=answers: next(answers))
        assert seek(view, Sought("rained")).found == before.found
        assert not [*answers]


def test_of_a_document_the_first_places_are_told_and_how_many_more(view: CaseView):
    sighting = seek(view, Sought("gate")).found[0]
    assert len(sighting.hits) == PLACES
    assert sighting.more > 0


def test_who_says_it_and_how_narrows_what_is_found(view: CaseView):
    (only,) = seek(view, Sought("rained", stance=Stance.DENY)).found
    assert only.line.path.endswith("other.txt")
    (only,) = seek(view, Sought("", source="holt")).found
    assert only.line.path.endswith("other.txt")
    assert seek(view, Sought("gate", outlet="nowhere")).total == 0


def test_what_holds_no_word_is_refused(view: CaseView):
    with pytest.raises(QueryError, match="holds no word"):
        seek(view, Sought("&"))


def test_claims_and_sources_with_the_words_are_told_beside_the_first_documents_alone(view: CaseView):
    first = seek(view, Sought("lock gate"))
    assert first.claims
    assert all("lock" in claim.text for claim in first.claims)
    assert not first.sources
    rest = seek(view, Sought("gate"), first.next or 0)
    assert not rest.claims
    (source,) = seek(view, Sought("brandt")).sources
    assert source.name == "Ilse Brandt"


def test_words_that_no_document_holds_are_in_no_claim(view: CaseView):
    assert not seek(view, Sought("avalanche")).claims
