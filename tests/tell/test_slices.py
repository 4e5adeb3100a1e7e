"""A part of a list whose lines stand in groups."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.tell.slices import slice_groups

GROUPS = st.lists(st.tuples(st.text(max_size=3), st.lists(st.integers(), max_size=6)), max_size=6)


@given(GROUPS, st.integers(1, 5))
def test_parts_one_after_another_are_the_whole(groups: list[tuple[str, list[int]]], count: int):
    lines = [line for _, mine in groups for line in mine]
    told: list[int] = []
    for start in range(0, len(lines), count):
        part = [line for group in slice_groups(groups, start, count) for line in group.lines]
        assert len(part) <= count
        told += part
    assert told == lines


@given(GROUPS, st.integers(0, 9), st.integers(1, 9))
def test_a_group_says_what_of_it_stands_elsewhere(groups: list[tuple[str, list[int]]], start: int, count: int):
    sizes = [len(lines) for _, lines in groups if lines]
    for group in slice_groups(groups, start, count):
        assert group.lines
        assert group.before + len(group.lines) + group.after in sizes
