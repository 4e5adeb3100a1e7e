from stemma.trace.slips import find_shared_slips
from tests.trace.telling import paper_of


def slips(*spellings: str) -> list[str]:
    papers = [paper_of(f"p{i}", f"Title\nThe ferry came from {name} at dawn.") for i, name in enumerate(spellings)]
    return [slip.slip for slip in find_shared_slips(papers)]


def test_a_slip_in_two_papers_against_three_is_shared():
    assert slips("Karlsund", "Karlsund", "Karlsund", "Karslund", "Karslund") == ["karslund"]


def test_an_ending_is_no_slip():
    assert slips("Maravian", "Maravian", "Maravian", "Maravians", "Maravians") == []


def test_two_ways_to_write_a_name_that_are_equally_common_are_no_slip():
    assert slips("Karlsund", "Karlsund", "Karslund", "Karslund") == []
