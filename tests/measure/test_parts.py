"""Which figure is a part of which."""

import pytest

from stemma.model import Figure
from tests.measure.test_measuring import figures_in


def parts_in(body: str) -> list[tuple[str, str]]:
    by_id: dict[str, Figure] = {figure.id: figure for figure in figures_in(body)}
    return [(f.text, by_id[f.part_of].text) for f in by_id.values() if f.part_of is not None]


@pytest.mark.parametrize(
    ("body", "part", "whole"),
    [
        ("About 40 of the estimated 120 guards fled.", "About 40", "the estimated 120 guards"),
        ("It knew the owners of 204 of 1,086 firms.", "204", "1,086 firms"),
        ("Only 3 out of 120 hostages came home.", "Only 3", "120 hostages"),
        ("It killed 12 people, including three children.", "three children", "12 people"),
        ("It wounded 40, of whom 6 died.", "6", "40"),
        ("It wounded 40; 6 of them died.", "6", "40"),
        ("He won 48 percent of the 12,000 votes.", "48 percent", "12,000 votes"),
    ],
)
def test_a_part_knows_its_whole(body: str, part: str, whole: str) -> None:
    assert parts_in(body) == [(part, whole)]


def test_a_bare_part_counts_what_its_whole_counts() -> None:
    assert [f.counts for f in figures_in("Only 3 out of 120 goats came home.")] == ["goats", "goats"]


@pytest.mark.parametrize(
    "body",
    [
        "It killed 12 people and three goats.",
        "Of the town 120 people left; 40 came.",
        "12 men, including 40 others, fled.",
    ],
)
def test_what_is_larger_or_only_beside_is_no_part(body: str) -> None:
    assert parts_in(body) == []
