"""Arithmetic that holds figures against each other."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.measure import measure
from stemma.weigh import check
from stemma.weigh.sums.conversions import rounding
from tests.weigh.summing import check_sums, checks_of, reports


def test_what_is_measured_may_stand_before_the_bracket() -> None:
    body = "They dug a 20-metre-deep shaft (66 feet), 50 centimetres wide (19.7 inches)."
    check_sums("unit_conversion", (body,), "true: 20-metre + 66 feet", "true: 50 centimetres + 19.7 inches")


def test_a_bracket_that_measures_something_else_is_no_conversion() -> None:
    check_sums("unit_conversion", ("It lies 40 metres from the old pier (900 feet).",))


def test_a_total_since_an_earlier_day_may_be_more_than_its_parts() -> None:
    body = "The storm brought 34 inches on Monday. Another 24 inches fell on Tuesday, bringing the total since Friday to 70 inches."  # noqa: E501
    check_sums("parts_and_whole", (body,))


def test_a_whole_is_spelt_out_in_its_sentence() -> None:
    body = "The clinic treated 20 people, four of whom were badly injured and 16 who were lightly wounded."
    check_sums("parts_and_whole", (body,), "true: 20 people + four", "true: 20 people + four + 16")


def test_a_unit_in_brackets_is_converted() -> None:
    check_sums("unit_conversion", ("It lies 10 miles (16 km) away.",), "true: 10 miles + 16 km")
    check_sums("unit_conversion", ("It lies 25 km (15 miles) away.",), "true: 25 km + 15 miles")
    check_sums("unit_conversion", ("It lies 25 km, or 40 miles, away.",), "false: 25 km + 40 miles")


def test_minutes_and_seconds_are_no_conversion() -> None:
    check_sums("unit_conversion", ("It took 8 minutes, 19 seconds.",))


def test_an_addition_makes_up_the_whole() -> None:
    body = (
        "2,000 guards joined the march. An additional 9,000 guards remain in reserve. Over 11,000 guards are in Orlo."
    )
    check_sums("parts_and_whole", (body,), "true: 2,000 guards + An additional 9,000 guards + Over 11,000 guards")


def test_a_sum_speaks_against_a_whole_only_where_that_is_the_total() -> None:
    parts = "2,000 guards joined. Another 9,000 guards wait."
    check_sums("parts_and_whole", (f"{parts} In Orlo 14,000 guards live.",))
    check_sums(
        "parts_and_whole",
        (f"{parts} In total 14,000 guards came.",),
        "false: 2,000 guards + Another 9,000 guards + In total 14,000 guards",
    )


def test_a_part_of_a_whole_is_told_as_a_share() -> None:
    found, _ = checks_of("About 40 of the 120 guards sent to Orlo have died.", kind="parts_and_whole")
    assert [c.holds for c in found] == [True]
    assert "33%" in found[0].explanation


def test_a_part_behind_its_whole_is_told_as_a_share_of_a_number_alone() -> None:
    found, _ = checks_of("They took 20 guests to Orlo, of which four were hurt.", kind="parts_and_whole")
    assert [c.explanation for c in found] == ["“four” of “20 guests” (d0): that is 20%."]
    assert checks_of("They took dozens of guests, including 12 children.", kind="parts_and_whole")[0] == []


RATE = "They have lost roughly 90 guards killed per day since early May 2031."


def test_a_rate_from_a_day_reaches_a_total_on_a_day() -> None:
    body = f"Some 1,800 guards were killed. {RATE}"
    found, _ = checks_of(body, kind="rate_times_time")
    assert [c.holds for c in found] == [True]
    assert "21 May 2031" in found[0].explanation


def test_a_rate_cannot_reach_a_total_after_the_report() -> None:
    found, _ = checks_of(f"Some 9,000 guards were killed. {RATE}", kind="rate_times_time")
    assert [c.holds for c in found] == [False]


def test_what_is_left_over_a_rate_is_held_against_the_forecast() -> None:
    body = (
        "Some 1,800 of the 7,200 guards sent to Orlo have been killed. The force could be depleted within two months."
    )
    found, figures = checks_of(f"{body} {RATE}", kind="remainder_over_rate")
    assert [c.holds for c in found] == [True]
    assert "60 days" in found[0].explanation
    assert len(found[0].figures) == 4
    assert all(i in figures for i in found[0].figures)


def test_a_share_is_held_against_the_threshold_of_its_sentence() -> None:
    bodies = ("He won 48 percent of the vote, short of the 50 percent needed to win.",)
    check_sums("share_over_threshold", bodies, "true: 48 percent + 50 percent")
    bodies = ("With 4.8 percent they cleared the 5 percent threshold.",)
    check_sums("share_over_threshold", bodies, "false: 4.8 percent + 5 percent")


def test_a_lead_in_percentage_points_is_held_against_no_threshold() -> None:
    check_sums("share_over_threshold", ("He led by 3 percentage points, short of the 50 percent needed to win.",))


def test_rounding_is_half_the_last_digit_given() -> None:
    assert [rounding(value) for value in (15.0, 10.0, 2300.0, 6.6)] == [0.5, 5.0, 50.0, 0.05]


_BODIES = st.lists(
    st.sampled_from(
        ["At least 12 people were killed in Orlo.", "No one was killed.", "It lies 10 miles (15 km) away.",
         "The raid killed 14 in Tarsk.", "A 48-page ruling.", "A 47-page ruling.", RATE, "Some 900 guards were killed.",
         "2,000 guards joined. Another 3,000 guards wait. Over 5,000 guards live here."]
    ),
    max_size=5,
)  # fmt: skip


@given(_BODIES, st.randoms(use_true_random=False))
def test_the_order_of_documents_and_figures_does_not_matter(bodies: list[str], random: object) -> None:
    documents = reports(*bodies)
    figures = [figure for document in documents for figure in measure(document, ())]
    found = check(documents, (), figures)
    assert check(documents[::-1], (), figures[::-1]) == found
    assert len({(c.kind, c.figures) for c in found}) == len(found)
    assert all(c.explanation.endswith(".") for c in found)


def test_people_told_side_by_side_add_up_to_a_whole_that_another_report_gives() -> None:
    bodies = ("On board were 103 passengers and 26 crew members.", "The ship had 129 people on board.")
    check_sums("parts_and_whole", bodies, "true: 103 passengers + 26 crew members + 129 people")


def test_others_are_added_to_those_before_them_in_their_sentence() -> None:
    bodies = (
        "It names 12 former leaders and tells of the money of 128 other politicians.",
        "Some said that 140 politicians were named.",
    )
    check_sums("parts_and_whole", bodies, "true: 12 former leaders + 128 other politicians + 140 politicians")


def test_small_numbers_that_happen_to_add_up_are_no_sum() -> None:
    check_sums("parts_and_whole", ("She met two doctors and three nurses.", "In all five people came."))


def test_one_sum_in_two_reports_is_told_once() -> None:
    bodies = (
        "On board were 103 passengers and 26 crew members.",
        "On board were 103 passengers and 26 crew members. The ship had 129 people on board.",
    )
    found, _ = checks_of(*bodies, kind="parts_and_whole")
    assert [len(c.figures) for c in found] == [5]


def test_a_whole_is_made_up_of_what_the_next_sentence_counts() -> None:
    bodies = ("Twelve people died. Ten were tourists and two were pilots.",)
    check_sums("parts_and_whole", bodies, "true: Twelve people + Ten + two")


def test_one_woman_beside_men_is_counted_with_them() -> None:
    bodies = ("Police arrested 17 men and one woman in Orlo.", "In Orlo police arrested 18 people.")
    check_sums("parts_and_whole", bodies, "true: 17 men + one woman + 18 people")
    check_sums("same_quantity", bodies)


def test_parts_of_two_places_make_up_what_is_called_the_total() -> None:
    told = "five in all"
    check_sums(
        "parts_and_whole",
        (f"The blast killed three people in Orlo and two in Brask, {told}.",),
        "true: three people + two + five",
    )
    check_sums("parts_and_whole", ("The blast killed three people in Orlo and two in Brask. Five fled.",))


def test_hospitals_that_count_their_own_make_up_the_total() -> None:
    bodies = (
        "A total of 51 people were taken to two hospitals. The Orlo clinic said it had 20 patients. "
        "Brask infirmary took in 31 patients.",
    )
    check_sums("parts_and_whole", bodies, "true: A total of 51 people + 20 patients + 31 patients")


def test_two_numbers_that_meet_in_a_third_are_no_parts_of_it_unless_it_is_called_the_total() -> None:
    bodies = (
        "In Orlo 51 people were taken to hospital. The Brask clinic said it had 20 patients. "
        "The market clinic took in 31 patients last year.",
    )
    check_sums("parts_and_whole", bodies)


def test_what_is_added_brings_the_number_of_another_report_to_the_total() -> None:
    bodies = (
        "The breach exposed the data of 143 million people.",
        "An additional 2.5 million people may be affected, bringing the total to 145.5 million people.",
    )
    check_sums(
        "parts_and_whole", bodies, "true: 143 million people + An additional 2.5 million people + 145.5 million people"
    )


def test_the_others_of_a_whole_are_what_its_part_leaves() -> None:
    bodies = ("Officials said 10 of the 12 victims were guests. Two local pilots died as well.",)
    check_sums("parts_and_whole", bodies, "true: 10 + 12 victims", "true: 10 + 12 victims + Two local pilots")


def test_a_percentage_of_change_says_what_there_was_before() -> None:
    check_sums("percent_of_change", ("Shares fell 1 percent to $254 in Orlo.",), "true: 1 percent + $254")
    found, _ = checks_of("Sales rose 20 per cent to 1.2m cars.", kind="percent_of_change")
    assert found[0].explanation.endswith("means about 1,000,000 before.")


def test_a_change_is_held_against_the_number_that_it_is_told_from() -> None:
    check_sums(
        "percent_of_change",
        ("Arrests fell by 25 per cent, from 400 to 300.", "The price jumped 50 percent to $90 from $70."),
        "true: 25 per cent + 400 + 300",
        "false: 50 percent + $90 + $70",
    )


def test_what_was_expected_has_no_direction_and_an_aside_may_part_a_change_from_its_start() -> None:
    bodies = ("Income rose a lower-than-expected 5 percent to $210 million, or 83 cents a share, from $200 million.",)
    check_sums("percent_of_change", bodies, "true: 5 percent + $210 million + $200 million")


def test_what_there_was_before_is_told_to_four_digits() -> None:
    found, _ = checks_of("Sales fell 7 percent to $2.3 billion.", kind="percent_of_change")
    assert found[0].explanation.endswith("means about 2,473,000,000 before.")


def test_a_percentage_that_changes_nothing_says_nothing_of_before() -> None:
    bodies = (
        "Some 20 per cent went to 40 schools.",
        "The index fell 1 percent to a four-month low.",
        "It costs 20 per cent more than the 400 dollars of old.",
        "Taxes rose from 5 percent to 35 percent.",
    )
    check_sums("percent_of_change", bodies)


def test_two_hours_of_one_course_are_held_against_how_long_it_took() -> None:
    bodies = ("The tram left at 8:10 a.m. and overturned at 8:25 a.m., 15 minutes later.",)
    check_sums("time_between", bodies, "true: 15 minutes")


def test_a_length_that_another_report_tells_of_the_same_course_goes_with_its_hours() -> None:
    bodies = (
        "The Orlo ferry left Brask harbour at 11:36 a.m. and returned to Brask at 7:33 p.m. on Monday.",
        "The Orlo ferry was back in Brask harbour after eight hours.",
        "The council sat for eight hours and 20 minutes at Brask harbour in Orlo.",
        "A baker works eight hours.",
    )
    check_sums("time_between", bodies, "true: eight hours")


def test_a_length_in_hours_and_minutes_is_held_to_the_minute() -> None:
    body = "The ferry left at 11:36 a.m. and returned at 7:33 p.m. after {}."
    check_sums("time_between", (body.format("seven hours and 57 minutes"),), "true: seven hours and 57 minutes")
    check_sums("time_between", (body.format("eight hours and 12 minutes"),))


def test_what_a_dash_opens_are_the_parts_of_the_number_before_it() -> None:
    bodies = ("The keeper saw three otters in the pool – two females and one male.",)
    check_sums("parts_and_whole", bodies, "true: three otters + two females + one male")
    check_sums("parts_and_whole", ("The keeper saw three otters, with two pups and one male bird.",))


def test_of_many_numbers_no_three_are_taken_for_the_parts_of_a_total() -> None:
    rows = " ".join(f"Ward {ward} has {ward + 11} patients." for ward in range(200))
    check_sums("parts_and_whole", (f"A total of 71 people were hurt. {rows}",))


def test_parts_that_a_sentence_gives_place_by_place_have_room_in_the_whole_before_them():
    check_sums(
        "parts_and_whole",
        ("About 1,200 women were robbed that night, with more than 600 women robbed in Kesh and about 400 in Orvane.",),
        "true: About 1,200 women + more than 600 women + about 400",
    )


def test_parts_that_are_told_place_by_place_are_never_more_than_the_whole():
    check_sums(
        "parts_and_whole",
        ("Of the boats 500 boats sank, with 400 boats lost at Kesh and 300 boats lost in the port of Orvane.",),
        "false: 500 boats + 400 boats + 300 boats",
    )


def test_numbers_without_two_places_are_no_parts_told_place_by_place():
    check_sums(
        "parts_and_whole",
        ("Some 500 boats sank, with 400 boats lost in Kesh and 300 boats lost in Kesh.",),
    )
