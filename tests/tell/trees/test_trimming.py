"""A lineage cut to what a drawing can show."""

from dataclasses import replace

from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.trees.drawing import draw_tree
from stemma.tell.trees.lineage import lineage_of
from stemma.tell.trees.trimming import DOCUMENTS, SOURCES, trim
from tests.factories import ferry_fire
from tests.tell.stories import brief_of


def test_a_small_tree_stays_as_it_is():
    desk = Desk.of(ferry_fire())
    for account in accounts_of(desk):
        lineage = lineage_of(account, desk)
        assert trim(lineage) == lineage


def test_of_very_many_the_origins_and_who_has_it_from_them_stay():
    papers = [f"paper {at:02} | {'Ilse Brandt' if at % 5 == 0 else '-'} | the ferry sank" for at in range(60)]
    desk = Desk.of(brief_of(*papers))
    account = accounts_of(desk)[0]
    whole, cut = lineage_of(account, desk), trim(lineage_of(account, desk))
    assert len(whole.documents) > DOCUMENTS >= len(cut.documents)
    assert len(cut.sources) <= SOURCES
    heard = {bond.child for bond in whole.bonds}
    assert heard
    assert heard <= set(cut.documents)
    assert {end for bond in cut.bonds for end in (bond.child, bond.parent)} <= set(cut.nodes)
    assert [id for id in whole.nodes if id in cut.nodes] == [*cut.nodes]


def test_what_would_settle_the_interval_is_always_drawn():
    desk = Desk.of(ferry_fire())
    for account in accounts_of(desk):
        lineage = lineage_of(account, desk)
        crowd = tuple(f"x{at}" for at in range(99))
        crowded = trim(replace(lineage, sources=(*crowd, *lineage.sources)))
        assert {b for b in lineage.bonds if b.is_open} == {b for b in crowded.bonds if b.is_open}


def test_the_drawing_says_how_many_it_has_no_room_for():
    desk = Desk.of(brief_of(*(f"paper {at:02} | - | the ferry sank" for at in range(60))))
    account = accounts_of(desk)[0]
    assert draw_tree(account, desk, is_wide=True).left_out == len(lineage_of(account, desk).nodes) - DOCUMENTS
    assert draw_tree(account, desk).left_out == 0
