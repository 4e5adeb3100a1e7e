"""The positions of actors on claims as a table."""

from stemma.model import Stance
from stemma.tell.accounts import accounts_of, rank_claims
from stemma.tell.board import Board, board_of, rows_of
from stemma.tell.desk import Desk
from stemma.tell.stands import told_of
from tests.factories import ferry_fire
from tests.tell.stories import brief_of

DESK = Desk.of(ferry_fire())


def board(**wanted: object) -> Board:
    return board_of(DESK, rank_claims(DESK), told_of(DESK), **wanted)  # type: ignore[arg-type]


def test_what_is_contested_comes_first():
    found = board()
    assert 0 < found.contested < len(found.claims)
    rows = rows_of(found, accounts_of(DESK), DESK)
    against = [any(held.stance is not Stance.ASSERT for cell in row.cells for held in cell) for row in rows]
    assert against[0]


def test_each_row_has_a_cell_for_each_actor():
    found = board()
    for row in rows_of(found, accounts_of(DESK), DESK):
        assert len(row.cells) == len(found.actors)
        assert any(row.cells)
        for actor, cell in zip(found.actors, row.cells, strict=True):
            assert {held.actor for held in cell} <= {actor}


def test_only_the_rows_that_are_asked_for_are_filled():
    found = board()
    first = accounts_of(DESK, only=found.claims[:1])
    assert [row.account.claim.id for row in rows_of(found, first, DESK)] == [*found.claims[:1]]


def test_an_actor_is_asked_for_by_a_part_of_the_name():
    names = {DESK.name(actor) for actor in board(actor="varga").actors}
    assert names
    assert all("varga" in name.casefold() for name in names)


def test_claims_are_asked_for_by_their_words():
    claims = board(words=["started", "purpose"]).claims
    assert [DESK.claims[id].text for id in claims] == ["The fire on the ferry Alma was started on purpose"]


def test_without_positions_there_is_an_empty_table():
    desk = Desk.of(brief_of("kesh post | - | the ferry sank"))
    found = board_of(desk, rank_claims(desk), told_of(desk))
    assert rows_of(found, accounts_of(desk), desk) == ()
