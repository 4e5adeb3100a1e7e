"""A claim is meant by its number, its id or words of it; a line says which there are where it is not clear."""

import pytest

from stemma.errors import ClaimError
from stemma.model import Brief
from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.trees.choosing import choose
from tests.factories import ferry_fire
from tests.tell.stories import brief_of

BRIEF = ferry_fire()


def chosen(wanted: str, brief: Brief = BRIEF) -> str:
    return choose(brief, wanted)[0].claim.id


def refused(wanted: str, brief: Brief = BRIEF) -> str:
    with pytest.raises(ClaimError) as caught:
        choose(brief, wanted)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_each_claim_is_meant_by_its_number_its_id_and_its_words():
    for account in accounts_of(Desk.of(BRIEF)):
        for wanted in (str(account.number), account.claim.id, account.claim.text, f"“{account.quotation.text}”"):
            assert chosen(wanted) == account.claim.id


@pytest.mark.parametrize("wanted", ["short circuit", "SHORT  Circuit", "fire short", "c-circ"])
def test_part_of_it_is_enough_where_it_is_the_only_one(wanted):
    assert chosen(wanted) == "c-circuit"


def test_words_of_another_documents_wording_are_words_of_the_claim():
    assert chosen("had been set deliberately") == "c-arson"


def test_words_of_several_claims_are_answered_with_their_numbers():
    assert refused("fire").startswith("“fire” may be any of 2 claims; give one's number: ")


def test_a_slip_of_the_pen_is_answered_with_what_is_like_it():
    told = refused("shart circuit had caused")
    assert "a short circuit had caused the fire" in told


def test_words_of_no_claim_are_answered_with_the_most_reported():
    told = refused("penguins")
    assert told.startswith("“penguins” is no claim's number, id or words; there are: 1 “")


@pytest.mark.parametrize("wanted", ["", "  ", "“”"])
def test_nothing_is_no_claim(wanted):
    assert refused(wanted).startswith("no claim is named; there are: 1 “")


def test_documents_without_a_claim_say_so():
    assert refused("1", Brief(documents=())) == "1: these documents hold no claim"


def test_many_candidates_are_a_few_and_a_count():
    brief = brief_of(*(f"claim {at}: kesh post | Ilse Brandt | the ferry sank {at}" for at in range(10, 30)))
    assert refused("ferry sank", brief).endswith("and 16 more (`stemma claims` lists them)")
