"""The ways in which a number can be written."""

import time
from dataclasses import replace

import pytest

from stemma.measure import measure
from stemma.model import Span
from tests.factories import make_document
from tests.measure.test_measuring import check_figures, check_nothing, figures_in


@pytest.mark.parametrize(
    "written",
    ["1,204", "1 204", "1\u00a0204", "1\u2009204", "1\u202f204", "1204", "1.204", "١٢٠٤", "١٬٢٠٤"],
)
def test_thousands_are_parted_in_many_ways(written: str) -> None:
    (figure,) = figures_in(f"The flood took {written} homes.")
    assert (figure.low, figure.counts) == (1204, "homes")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,000,000", 1e6),
        ("1.000.000", 1e6),
        ("1 000 000", 1e6),
        ("12,34,567", 1234567),
        ("1.625 million", 1625000),
        ("3,5 million", 3.5e6),
        ("2.5 million", 2.5e6),
        ("two and a half million", 2.5e6),
    ],
)
def test_millions_are_written_in_many_ways(written: str, value: float) -> None:
    (figure,) = figures_in(f"The fund took {written} euros.")
    assert (figure.low, figure.unit) == (value, "EUR")


def test_a_point_that_parts_thousands_is_told_from_a_decimal_point_by_what_is_counted() -> None:
    check_figures("They sold 1.000 goats.", "1.000 goats | 1000 | exact | goats")
    check_figures("It weighs 1.250 kg.", "1.250 kg | 1.25 | exact")
    check_figures("The pump cost €1.000.", "€1.000 | 1000 | exact")
    check_figures("Petrol costs €1.459 a litre.", "€1.459 | 1.459 | exact")


def test_halves_and_quarters_belong_to_their_number() -> None:
    check_figures("It took two and a half years.", "two and a half years | 2.5 | exact")
    check_figures("It took 11-and-a-half hours.", "11-and-a-half hours | 11.5 | exact")
    check_figures("They walked 2 1/2 miles.", "2 1/2 miles | 2.5 | exact")
    check_figures("They walked 3½ miles and ¾ mile.", "3½ miles | 3.5 | exact", "¾ mile | 0.75 | exact")
    check_figures("They held 9 and a half percent.", "9 and a half percent | 9.5 | exact")


def test_what_lies_below_nothing_keeps_its_minus() -> None:
    (star,) = figures_in("They saw Mercury (-0.3 magnitude, bright).")
    assert star.low == -0.3
    (returns,) = figures_in("They had returns of negative 7 percent.")
    assert (returns.low, returns.high) == (-7, -7)
    assert [f.low for f in figures_in("It was −5 degrees, then minus 12 degrees, and sales grew -0.4%.")] == [
        -5,
        -12,
        -0.4,
    ]
    check_figures("Covid -19 spread to 12 villages.", "12 villages | 12 | exact")


def test_two_units_of_one_quantity_are_two_figures_in_their_units() -> None:
    check_figures("The wall is 1.5m (4.9ft) high.", "1.5m | 1.5 | exact | metres", "4.9ft | 4.9 | exact | feet")
    check_figures("A 37m (121ft) mast fell.", "37m | 37 | exact | metres", "121ft | 121 | exact | feet")
    assert figures_in("The pond covers 32m2 of it.")[0].unit == "m2"


@pytest.mark.parametrize(
    ("written", "value"),
    [("twenty-\nfive", 25), ("12\nmillion", 12e6), ("1\n204", 1204), ("$3\nbillion in", 3e9), ("at least\n12", 12)],
)
def test_a_number_may_go_on_in_the_next_line(written: str, value: float) -> None:
    text = f"They counted {written} goats."
    document = replace(make_document("d1", text), body=(Span(0, len(text)),))
    assert [figure.low for figure in measure(document, ())] == [value]


def test_labels_of_a_table_in_a_line_stand_before_their_numbers() -> None:
    check_figures(
        "Killed 12 Wounded 30 Missing 3",
        "12 | 12 | exact | killed",
        "30 | 30 | exact | wounded",
        "3 | 3 | exact | missing",
    )
    check_figures("Stages: 2 Engines: 27", "2 | 2 | exact | stages", "27 | 27 | exact | engines")


def test_the_cells_of_a_table_without_words_between_them_are_left_alone() -> None:
    check_nothing("Year 2019 2020 2021 Income 12.4 13.1 14.2 Gain 1 000 2 000 3 000")


@pytest.mark.parametrize(
    "body",
    [
        "They won 3-1.",
        "They won 21-14 and 2–0.",
        "Call 020 7946 0018.",
        "Call +44 20 7946 0018.",
        "Call (555) 123-4567.",
        "Call 555-123-4567.",
        "Call +44 (0)20 7946 0018.",
        "Call 1 (555) 123-4567.",
        "Call +49(89)123456.",
        "PS 752 took off.",
        "The PS4.06 came out.",
    ],
)
def test_scores_telephones_and_flights_are_left_alone(body: str) -> None:
    check_nothing(body)


def test_a_range_of_large_numbers_is_no_telephone() -> None:
    check_figures("They counted 1200-1500 goats.", "1200-1500 goats | 1200-1500 | range | goats")


def test_a_noun_of_limit_bounds_the_amount_before_it() -> None:
    check_figures("They set a 2 million-barrel cap.", "2 million-barrel cap | 2000000 | at_most")
    check_figures("They keep a 40 mph speed limit.", "40 mph speed limit | 40 | at_most")
    check_figures("They pay a $30 minimum.", "$30 minimum | 30 | at_least")
    check_figures("They made a $30 minimum payment.", "$30 | 30 | exact")


def test_an_adverb_of_the_verb_is_no_bound() -> None:
    check_figures("The plane turned around four hours into the flight.", "four hours | 4 | exact | hours")
    check_figures("She was home for like 18 hours.", "like 18 hours | 18 | about | hours")
    check_figures("She heard like two bangs.", "like two bangs | 2 | about | bangs")
    check_figures("It looks like three barrels.", "three barrels | 3 | exact | barrels")


def test_the_time_between_two_events_is_a_figure_and_a_day_long_ago_is_a_date() -> None:
    check_figures("It crashed 10 minutes after take-off.", "10 minutes | 10 | exact | minutes")
    check_figures("It crashed about 10 minutes later.", "about 10 minutes | 10 | about | minutes")
    check_figures("She left one month after the strike.", "one month | 1 | exact | months")
    check_figures("She left 15 years ago.", "15 years | 15 | exact | years")
    check_nothing("She left two days ago.")


def test_how_long_is_a_figure_and_when_is_a_date() -> None:
    check_figures("It rained for the last 40 days.", "40 days | 40 | exact | days")
    check_nothing("It rained in the last 40 days.")


def test_a_possessive_and_a_relative_clause_say_how_many_there_are() -> None:
    check_figures("His three sons left.", "three sons | 3 | exact | sons")
    check_figures("The six women who left were tired.", "six women | 6 | exact | women")
    check_nothing("The two countries agreed.")


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("half a million euros", 5e5, "EUR"),
        ("a quarter million euros", 2.5e5, "EUR"),
        ("10 €", 10, "EUR"),
        ("20 degrees C", 20, "°C"),
        ("3 percentage points", 3, "percentage point"),
        ("40 pence", 40, "penny"),
    ],
)
def test_a_unit_may_stand_behind_in_any_form(written: str, value: float, unit: str) -> None:
    (figure,) = figures_in(f"They saw {written} there.")
    assert (figure.low, figure.unit) == (value, unit)


def test_the_number_of_a_model_is_no_figure_and_goes_with_what_is_counted() -> None:
    check_nothing("A 787 Dreamliner and a Long March 4C rocket left.")
    check_figures("They own two 787 Dreamliners.", "two 787 Dreamliners | 2 | exact | dreamliners")
    check_figures("They saw three Falcon 9 launches.", "three Falcon 9 launches | 3 | exact | launches")


def test_an_amount_may_be_a_compound_with_what_it_is_counted_by() -> None:
    (figure,) = figures_in("They made a $70-a-share offer.")
    assert (figure.low, figure.unit, figure.per) == (70, "USD", "share")
    check_figures("He threw a 105-mph ball.", "105-mph ball | 105 | exact | mph of ball")
    check_figures("They sealed the 40m dry shaft.", "40m | 40 | exact | metres")
    check_figures("They had dug 13m down the shaft.", "13m | 13 | exact | metres")
    check_figures("It was put at a depth of about 40m.", "about 40m | 40 | about | metres of depth")
    check_figures("They won the 2m new users.", "2m new users | 2000000 | exact | users")
    check_figures("They dug an 80m-deep well.", "80m | 80 | exact | metres of depth")


def test_above_and_below_bound_what_is_many_and_place_what_is_few() -> None:
    check_figures("Deaths stayed below 300.", "below 300 | 300 | less_than")
    check_figures("It hung above three windows.", "three windows | 3 | exact | windows")


@pytest.mark.parametrize("body", ["It counted two " + "hundred " * 2000 + "goats.", f"It counted {'9' * 400} goats."])
def test_a_number_beyond_all_measure_is_none(body: str) -> None:
    check_nothing(body)


def _seconds(body: str) -> float:
    document = make_document("d1", body)
    begun = time.process_time()
    measure(document, ())
    return time.process_time() - begun


@pytest.mark.parametrize(
    "piece",
    ["{}00,000 goats, ", "{}, ", "{} and ", "{} of ", "A cook in Orlo saw {} Arlian men and ", "{}-", "{}.5 "],
)
def test_a_paragraph_of_numbers_takes_a_time_in_step_with_its_length(piece: str) -> None:
    def least(count: int) -> float:
        numbers = ("".join(piece.format(n % 90 + 10) for n in range(run, run + count)) for run in range(3))
        return min(map(_seconds, numbers))  # each run another text: what was made of one may be remembered

    least(100)  # loads the word lists
    assert least(2000) < 10 * least(500)
