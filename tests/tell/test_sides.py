"""The wordings of a claim side by side."""

from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk
from stemma.tell.sides import sides_of
from tests.factories import ferry_fire
from tests.tell.stories import brief_of


def claim(id: str) -> Account:
    return next(account for account in accounts_of(Desk.of(ferry_fire())) if account.claim.id == id)


def test_each_wording_stands_on_one_side():
    account = claim("c-arson")
    sides = sides_of(account)
    told = [w.id for side in (sides.reference, *sides.others) for w in side.tellings]
    assert sorted(told) == sorted(wording.id for wording in account.wordings)


def test_those_who_say_it_in_the_same_words_stand_together():
    first = sides_of(claim("c-arson")).reference
    assert {wording.outlet for wording in first.tellings} == {"Maravia Wire", "The Inland Post"}


def test_the_nearest_wording_stands_first():
    others = sides_of(claim("c-hurt")).others
    assert [side.contrast.likeness for side in others] == sorted((s.contrast.likeness for s in others), reverse=True)


def test_the_reader_chooses_what_the_others_are_held_against():
    sides = sides_of(claim("c-arson"), against="a-gazette-arson")
    assert sides.reference.first.id == "a-gazette-arson"
    assert sides_of(claim("c-arson"), against="a-of-another-claim").reference.first.id != "a-gazette-arson"


def test_of_one_wording_there_is_no_other_side():
    account = accounts_of(Desk.of(brief_of("kesh post | Ilse Brandt | the ferry sank")))[0]
    assert sides_of(account).others == ()
