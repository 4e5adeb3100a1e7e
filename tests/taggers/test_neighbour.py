"""A short window gets company; a longer one stays as it is."""

import numpy as np

from stemma.taggers.neighbour import SHORT, accompany
from stemma.taggers.windows import Frame

NEIGHBOUR = Frame(np.array([101, 7, 7, 102]), np.array([0, 1, 0, 0]), np.array([1, 2]))


def make_layout(rows: int) -> Frame:
    return Frame(np.full(rows, 5), np.zeros(rows, dtype=np.int64), np.arange(1, rows - 1))


def test_a_short_window_is_read_with_a_neighbour_behind_it():
    layout = make_layout(10)
    both = accompany(layout, NEIGHBOUR)
    assert both.ids.tolist() == [*layout.ids.tolist(), 7, 7, 102]
    assert both.types.tolist() == [*layout.types.tolist(), 1, 0, 0]
    assert both.places.tolist() == layout.places.tolist()


def test_a_longer_window_stands_for_itself():
    layout = make_layout(SHORT)
    assert accompany(layout, NEIGHBOUR) is layout
