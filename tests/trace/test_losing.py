import pytest

from stemma.trace.edge import Material
from stemma.trace.losing import loser_of
from tests.trace.telling import tell


def loser(*lines: str) -> str | None:
    story = tell(*lines)
    by_name = {d.id: d for d in story.documents}
    found = loser_of(
        Material(story.documents, story.attributions, story.sources), by_name["herald"], by_name["gazette"]
    )
    return found[0].id if found else None


def test_the_one_without_the_names_took_from_the_one_that_has_them():
    assert loser("herald | Ilse Brandt | the ferry sank", "gazette | sailors | the ferry went down") == "gazette"
    assert loser("herald | - | the ferry sank", "gazette | Ilse Brandt | the ferry went down") == "herald"


def test_a_group_that_has_a_name_is_named():
    assert loser("herald | sailors | the ferry sank", "gazette | sailors for Peace | the ferry went down") == "herald"


@pytest.mark.parametrize("who", ["Ilse Brandt", "sailors", "-"])
def test_nothing_is_known_where_both_name_as_much(who: str):
    assert loser(f"herald | {who} | the ferry sank", f"gazette | {who} | the ferry went down") is None


def test_names_of_other_claims_do_not_count():
    assert loser("a: herald | Ilse Brandt | the ferry sank", "b: gazette | sailors | it rained") is None
