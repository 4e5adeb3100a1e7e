"""Claims by outlets and origins, drawn."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.model.listing import ClaimLine
from stemma.tell.reach import SMALLEST, cell_of, draw_reach

LINES = st.builds(
    lambda outlets, low, more: line(outlets, low, low + more),
    st.integers(1, 500),
    st.integers(0, 60),
    st.integers(0, 40),
)


def line(outlets: int, low: int = 1, high: int = 1) -> ClaimLine:
    return ClaimLine("c", "s", "The dam holds", outlets, outlets, outlets, low, high, None, None)


def test_what_many_outlets_have_of_one_voice_stands_at_the_bottom_and_is_loud():
    plot = draw_reach([line(2, 1, 2), line(8), line(8)])
    assert plot is not None
    loud = [cell for cell in plot.cells if cell.is_loud]
    assert [(cell.count, cell.words) for cell in loud] == [(2, "2 claims in 7–8 outlets with 1 origin")]
    assert loud[0].y == max(cell.y for cell in plot.cells)
    assert loud[0].x == max(cell.x for cell in plot.cells)


def test_claims_of_one_outlet_are_not_drawn():
    assert cell_of(line(1)) is None
    assert draw_reach([line(1)]) is None


@given(st.lists(LINES, max_size=60))
def test_every_shared_claim_is_in_one_mark_and_no_mark_leaves_the_drawing(lines: list[ClaimLine]):
    plot = draw_reach(lines)
    shared = [one for one in lines if one.is_shared]
    if plot is None:
        assert not shared
        return
    assert sum(cell.count for cell in plot.cells) == len(shared)
    for cell in plot.cells:
        assert cell.radius >= SMALLEST
        assert plot.left < cell.x - cell.radius
        assert cell.x + cell.radius <= plot.width
        assert cell.y - cell.radius >= 0
        assert cell.y + cell.radius <= plot.floor
