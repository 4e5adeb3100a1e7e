"""Pictures of ledgers: nothing on anything else, with three figures or with forty."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Relation
from stemma.tell.charts.drawing import FEW, MOST, Chart, draw_chart
from stemma.tell.charts.placing import HIGH, LETTER, RADIUS, Box
from stemma.tell.desk import Desk
from stemma.tell.ledger import ledger_of, topics_of
from tests.tell.charts.ledgers import a_page, brief_with

THREE = ("0 | ≥ 12 | mayor", "1 | 14 | mayor", "2 | 10-20 | nurses")


def drawn(*lines: str, **options: dict) -> Chart:
    chart = draw_chart([a_page(*lines, **options)])
    assert chart is not None
    return chart


def labels(chart: Chart) -> list[Box]:
    boxes = []
    for mark in chart.marks:
        if mark.label:
            x, base, anchor = mark.label
            wide = len(mark.line.amount) * LETTER
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            boxes.append(Box(left, base - 4 - HIGH / 2, left + wide, base - 4 + HIGH / 2))
    return boxes


def lines_of(days: range, values: range):
    """Any lines of a ledger."""
    line = st.tuples(
        st.integers(days.start, days.stop), st.sampled_from(["", "≥ ", "≤ ", "≈ "]),
        st.integers(values.start, values.stop), st.sampled_from(["mayor", "nurses", "army", "union", "a witness"]),
    )  # fmt: skip
    return st.lists(line.map(lambda parts: f"{parts[0]} | {parts[1]}{parts[2]} | {parts[3]}"), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(lines=lines_of(range(0, 3), range(1, 4)) | lines_of(range(0, 900), range(0, 100_000)))
def test_no_mark_and_no_label_lies_on_another(lines: list[str]):
    chart = draw_chart([a_page(*lines)], least=1)
    assert chart is not None
    marks = [Box(m.x - RADIUS, m.y - RADIUS, m.x + RADIUS, m.y + RADIUS) for m in chart.marks]
    told = labels(chart)
    assert not [pair for pair in combinations([*marks, *told], 2) if pair[0].meets(pair[1])]
    assert all(box.left >= 0 and box.right <= chart.width and box.top >= 0 for box in (*marks, *told))


def test_of_few_figures_each_has_its_amount_beside_it():
    assert all(mark.label for mark in drawn(*THREE).marks)


def test_a_bound_is_an_arrow_a_range_is_a_bar_and_about_is_hollow():
    least, exact, between, most, about = drawn(*THREE, "3 | ≤ 30 | army", "4 | ≈ 20 | army").marks
    assert (least.arrow, exact.arrow, most.arrow) == ("up", "", "down")
    assert between.top < between.level < between.bottom
    assert exact.top == exact.bottom
    assert [mark.is_about for mark in (exact, about)] == [False, True]


def test_each_claimant_has_its_colour_and_its_shape():
    looks = drawn(*(f"{at} | {at} | claimant {at}" for at in range(24))).keys
    assert len({(key.colour, key.shape) for key in looks}) == 24
    first, second, third = drawn(*THREE).marks
    assert first.key == second.key != third.key


def test_the_days_are_to_scale():
    a, b, c = drawn("0 | 1 | mayor", "10 | 2 | mayor", "30 | 3 | mayor").marks
    assert (c.at - b.at) == pytest.approx(2 * (b.at - a.at), abs=0.5)


def test_days_that_would_lie_on_each_other_are_drawn_apart_and_that_is_said():
    chart = drawn(*(f"{at} | {at + 1} | mayor" for at in range(6)), "30000 | 9 | mayor")
    assert "Long stretches of time are drawn shorter." in chart.notes
    places = [mark.at for mark in chart.marks]
    assert min(b - a for a, b in pairwise(places)) > 6


def test_only_a_wide_range_is_logarithmic_and_that_is_said():
    assert not drawn("0 | 10 | mayor", "1 | 200 | mayor").notes
    (note,) = drawn("0 | 10 | mayor", "1 | 20000 | mayor").notes
    assert note.startswith("Logarithmic")


def test_a_scale_that_does_not_begin_at_zero_says_so():
    chart = drawn("0 | 10000 | mayor", "1 | 12000 | mayor")
    assert chart.notes == ("The scale does not begin at zero.",)
    assert [level.label for level in chart.levels] == ["9,500", "10,000", "10,500", "11,000", "11,500", "12,000"]


def test_whole_things_have_no_halves_on_their_scale():
    assert [level.label for level in drawn("0 | 1 | mayor", "1 | 2 | mayor").levels] == ["0", "1", "2"]


def test_a_line_leads_from_a_number_to_the_one_that_updates_it():
    ties = {2: (Relation.UPDATES, 1), 3: (Relation.CONFLICTS, 2)}
    (tie,) = drawn(*THREE, ties=ties).ties
    assert (tie.kind, tie.x1, tie.x2) == ("updates", drawn(*THREE).marks[0].x, drawn(*THREE).marks[1].x)


def test_what_counts_something_else_has_a_broken_outline_and_that_is_said():
    chart = drawn(*THREE, ties={2: (Relation.COUNTS_ELSE, 1)})
    assert [mark.is_beside for mark in chart.marks] == [False, True, False]
    assert chart.notes == ("A broken outline: it counts something else, such as a part of another.",)


def test_one_number_told_by_all_is_no_picture():
    assert draw_chart([a_page("0 | 340 | mayor", "1 | 340 | nurses")]) is None


def test_a_number_without_a_day_is_left_to_the_table_and_that_is_said():
    chart = drawn(*THREE, " | 99 | army")
    assert len(chart.marks) == 3
    assert chart.notes == ("1 more figure of these is in the table alone.",)


def test_more_than_can_be_told_apart_is_left_to_the_table():
    chart = drawn(*(f"{at} | {at} | mayor" for at in range(MOST + 5)))
    assert len(chart.marks) == MOST
    assert "5 more figures of these are in the table alone." in chart.notes


def test_many_marks_have_a_wider_chart():
    assert drawn(*THREE).width < drawn(*(f"{at} | {at} | mayor" for at in range(FEW + 1))).width


def test_one_day_and_one_value_are_drawn_in_the_middle():
    chart = draw_chart([a_page("3 | 0 | mayor")], least=1)
    assert chart is not None
    assert [tick.label for tick in chart.ticks] == ["4 Mar 2031"]


def test_figures_of_one_name_share_a_picture_that_says_they_may_count_different_things():
    brief = brief_with(*THREE)
    (tally,) = brief.ledger
    apart = tuple(replace(tally, id=f"t{at}", entries=(entry,), now=None) for at, entry in enumerate(tally.entries, 1))
    (pages,) = topics_of(ledger_of(Desk.of(replace(brief, ledger=apart))))
    chart = draw_chart(pages)
    assert chart is not None
    assert [mark.line.number for mark in chart.marks] == [1, 2, 3]
    assert chart.now == ""
    assert chart.notes[0].startswith("Not all of these are known to count one thing")
