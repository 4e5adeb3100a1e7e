"""
A small language: one body a report, then each check expected of one kind as ``holds: text + text``.

The figures are those that ``measure`` finds, so that a check is told from sentences, not from values.
"""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stemma.measure import date_figures, measure
from stemma.model import Basis, Bound, Check, Document, Figure, Interval, Published
from stemma.weigh import check
from stemma.weigh.counts.limits import is_strict, limits
from stemma.weigh.counts.quantities import same_name
from stemma.weigh.sums.conversions import rounding
from tests.factories import make_document

PUBLISHED = Published(Interval.day(date(2031, 6, 1)), Basis.STATED)


def reports(*bodies: str) -> list[Document]:
    made = [make_document(f"d{i}", f"Title {i}\n{body}") for i, body in enumerate(bodies)]
    return [replace(document, published=PUBLISHED) for document in made]


def checks_of(*bodies: str, kind: str) -> tuple[list[Check], dict[str, Figure]]:
    documents = reports(*bodies)
    figures = [figure for document in documents for figure in date_figures(document, measure(document, ()))]
    found = check(documents, (), figures)
    return [c for c in found if c.kind == kind], {f.id: f for f in figures}


def check_sums(kind: str, bodies: tuple[str, ...], *expected: str) -> None:
    found, figures = checks_of(*bodies, kind=kind)
    told = [(c.holds, sorted(figures[i].text for i in c.figures)) for c in found]
    wanted = []
    for row in expected:
        holds, _, texts = row.partition(": ")
        wanted.append((holds == "true", sorted(texts.split(" + "))))
    assert sorted(told) == sorted(wanted)


def test_the_same_number_in_two_reports_agrees() -> None:
    bodies = ("The raid killed 214 people in Orlo.", "In Orlo 214 people were killed by the raid.")
    check_sums("same_quantity", bodies, "true: 214 people + 214 people")


def test_another_number_for_the_same_thing_does_not_and_those_who_agree_are_told_beside_it() -> None:
    bodies = ("He read the 48-page ruling.", "The 47-page ruling says so.", "A 48-page ruling was issued.")
    agreed = "48-page ruling + 48-page ruling"
    check_sums("same_quantity", bodies, f"true: {agreed}", f"false: 47-page ruling + {agreed}")


def test_each_report_gives_the_toll_that_it_knows() -> None:
    bodies = (
        "At least 60 people were killed when a barge struck the ferry.",
        "The ferry sank within minutes, leaving 77 people dead, the harbour office said.",
        "Divers searched on. By evening at least 84 people had been killed in the collision.",
    )
    check_sums("same_quantity", bodies, "false: At least 60 people + 77 people dead + at least 84 people")


def test_the_dead_of_an_earlier_event_are_no_toll_of_this_one() -> None:
    bodies = (
        "At least 60 people were killed when a barge struck the ferry.",
        "A ferry fire killed 77 people in March 2029.",
    )
    check_sums("same_quantity", bodies)


def test_wounded_and_injured_are_one_number() -> None:
    bodies = ("The blast in Orlo wounded 115 people.", "In Orlo the blast injured 119 people.")
    check_sums("same_quantity", bodies, "false: 115 people + 119 people")


def test_a_third_number_goes_with_both_nouns_of_one_number() -> None:
    bodies = (
        "A leak of 11.5 million documents came from the harbour office.",
        "The leak brought 11.5 million files to light from the harbour office.",
        "More than 11 million documents came from the harbour office.",
    )
    expected = "true: 11.5 million documents + 11.5 million files + More than 11 million documents"
    check_sums("same_quantity", bodies, expected)


def test_almost_is_not_far_below() -> None:
    bodies = (
        "Almost 700,000 bank customers lost their data.",
        "Fewer than 400,000 bank customers lost their data.",
    )
    check_sums("same_quantity", bodies, "false: Almost 700,000 bank customers + Fewer than 400,000 bank customers")


def test_what_is_measured_may_stand_before_the_bracket() -> None:
    body = "The boy fell into a 40-metre-deep shaft (131 feet), 30 centimetres wide (11.8 inches)."
    check_sums("unit_conversion", (body,), "true: 40-metre + 131 feet", "true: 30 centimetres + 11.8 inches")


def test_a_bracket_that_measures_something_else_is_no_conversion() -> None:
    check_sums("unit_conversion", ("It lies 40 metres from the old pier (900 feet).",))


def test_a_total_since_an_earlier_day_may_be_more_than_its_parts() -> None:
    body = "The storm brought 34 inches on Monday. Another 24 inches fell on Tuesday, bringing the total since Friday to 70 inches."  # noqa: E501
    check_sums("parts_and_whole", (body,))


def test_a_whole_is_spelt_out_in_its_sentence() -> None:
    body = "The clinic treated 20 people, four of whom were badly injured and 16 who were lightly wounded."
    check_sums("parts_and_whole", (body,), "true: 20 people + four", "true: 20 people + four + 16")


def test_a_number_without_a_noun_counts_what_the_same_number_counts_elsewhere() -> None:
    bodies = (
        "After the collision of the ferries 51 were taken to hospital, the harbour office said.",
        "After the collision of the ferries 51 people were taken to two hospitals, the harbour office said.",
    )
    check_sums("same_quantity", bodies, "true: 51 + 51 people")


def test_bounds_that_overlap_agree() -> None:
    bodies = ("Orlo is home to more than 22,000 refugees.", "Orlo is a camp of about 20,000 refugees.")
    check_sums("same_quantity", bodies, "true: about 20,000 refugees + more than 22,000 refugees")


def test_a_large_number_of_one_thing_under_two_names_agrees() -> None:
    bodies = (
        "A leak of 11.5 million documents came from the harbour office.",
        "The leak brought 11.5 million files of the harbour office to light.",
    )
    check_sums("same_quantity", bodies, "true: 11.5 million documents + 11.5 million files")


def test_a_small_number_of_two_things_is_two_numbers() -> None:
    bodies = ("Some 12 documents came from the harbour office.", "Some 12 boats came from the harbour office.")
    check_sums("same_quantity", bodies)


def test_people_under_two_names_beside_the_same_others_are_one_number() -> None:
    bodies = (
        "The crash killed 10 Maravian citizens and two local pilots.",
        "On board the plane were 10 Maravian tourists and two crew members.",
    )
    check_sums(
        "same_quantity",
        bodies,
        "true: 10 Maravian citizens + 10 Maravian tourists",
        "true: two local pilots + two crew members",
    )


def test_a_part_of_a_whole_is_the_number_that_stands_beside_the_rest() -> None:
    bodies = (
        "Police said 14 of the 17 passengers in the crash were tourists.",
        "The crash killed 14 visitors and three guides.",
    )
    check_sums("same_quantity", bodies, "true: 14 + 14 visitors")


def test_bodies_under_two_names_are_one_number_where_their_kind_is_named_alike() -> None:
    bodies = ("It was shared with more than 100 media groups.", "It worked with more than 100 media partners.")
    check_sums("same_quantity", bodies, "true: more than 100 media groups + more than 100 media partners")


def test_few_people_under_two_names_are_two_numbers() -> None:
    check_sums("same_quantity", ("Two doctors came from Orlo.", "Two pilots came from Orlo."))


def test_a_people_and_its_state_are_one() -> None:
    bodies = ("The raid killed 10 U.S. soldiers in Orlo.", "In Orlo 10 American soldiers were killed.")
    check_sums("same_quantity", bodies, "true: 10 U.S. soldiers + 10 American soldiers")


def test_equal_numbers_of_two_peoples_are_two() -> None:
    check_sums("same_quantity", ("The raid killed 30 Danish soldiers.", "The raid killed 30 Dutch soldiers."))


def test_bare_distances_that_differ_are_two_distances() -> None:
    bodies = ("The missile flew 480 miles over Orlo.", "The missile rose 340 miles over Orlo.")
    check_sums("same_quantity", bodies)


def test_two_parts_of_the_dead_are_no_rivals() -> None:
    bodies = ("A family in Orlo said five of the dead were relatives.", "Families in Orlo lost nine of the dead.")
    check_sums("same_quantity", bodies)


def test_what_is_still_missing_is_no_rival_of_what_was() -> None:
    bodies = ("In Orlo at least 12 people were missing.", "In Orlo nine people were still missing on Thursday.")
    check_sums("same_quantity", bodies)


def test_numbers_of_another_kind_are_no_rivals() -> None:
    bodies = ("The two-stage rocket rose over Orlo.", "The three-stage Halcyon rocket rose over Orlo.")
    check_sums("same_quantity", bodies)


def test_prices_in_an_outlets_own_voice_move_and_do_not_conflict() -> None:
    bodies = ("Norda shares fell 1.5 percent to $65.09 in Orlo.", "Norda shares fell 4.3 percent to $63.20 in Orlo.")
    check_sums("same_quantity", bodies)


def test_no_casualties_stands_against_the_dead() -> None:
    bodies = (
        "At least 12 people were killed in the raid on Orlo.",
        "The raid on Orlo caused no casualties.",
        "The raid killed 12 people in Orlo.",
    )
    dead = "12 people + At least 12 people"
    check_sums("same_quantity", bodies, f"false: {dead} + no casualties", f"true: {dead}")


def test_no_deaths_since_a_year_is_a_record_and_denies_nothing() -> None:
    bodies = ("The fire in Orlo killed 12 people.", "In Orlo there have been no deaths by fire since 1959.")
    check_sums("same_quantity", bodies)


def test_two_numbers_of_one_report_count_two_things() -> None:
    check_sums("same_quantity", ("The share of red fell 14 percent. The share of blue fell 15 percent.",))


def test_numbers_for_other_places_are_not_held_against_each_other() -> None:
    check_sums("same_quantity", ("The raid killed 12 people in Orlo.", "The raid killed 30 people in Tarsk."))


def test_numbers_far_apart_count_different_things() -> None:
    check_sums("same_quantity", ("The war killed 2 million people.", "The raid killed 12 people."))


def test_stretches_of_years_part_equal_numbers() -> None:
    bodies = (
        "Some 2 million people died in the war, waged since 1955.",
        "Some 2 million died in the war, from 1983-2005.",
    )
    found, _ = checks_of(*bodies, kind="same_quantity")
    assert [c.holds for c in found] == [False]
    assert "since 1955" in found[0].explanation


def test_equal_sums_for_other_years_do_not_agree() -> None:
    documents = reports("He repaid the fund about $60,000.", "He repaid the fund more than $60,000.")
    years = [Interval(date(2030, 1, 1), date(2030, 12, 31)), Interval(date(2031, 1, 1), date(2031, 5, 31))]
    figures = [replace(measure(d, ())[0], when=year) for d, year in zip(documents, years, strict=True)]
    (found,) = check(documents, (), figures)
    assert not found.holds
    assert "different times" in found.explanation


def test_a_day_between_two_reports_of_one_number_does_not_part_them() -> None:
    documents = reports("The raid killed 214 people.", "The raid killed 214 people.")
    days = [Interval.day(date(2031, 5, 8)), Interval.day(date(2031, 5, 9))]
    figures = [replace(measure(d, ())[0], when=day) for d, day in zip(documents, days, strict=True)]
    (found,) = check(documents, (), figures)
    assert found.holds


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


def test_a_name_is_the_same_under_its_longer_form() -> None:
    assert same_name(["Orlo"], ["Orlo Province"])
    assert same_name(["North Arlians"], ["North Arlia"])
    assert not same_name(["South Arlia"], ["South Tarsk"])


_FIGURES = st.builds(
    Figure,
    id=st.just("f"),
    document=st.just("d"),
    span=st.just(make_document("d", "T\nB").body[0]),
    text=st.just("B"),
    low=st.floats(0, 1e9),
    high=st.none() | st.floats(0, 1e9),
    bound=st.sampled_from(Bound),
)


@given(_FIGURES)
def test_a_figure_lies_within_its_own_limits(figure: Figure) -> None:
    low, high = limits(figure)
    ends = [end for end in (figure.low, figure.high) if end is not None]
    beyond = int(is_strict(figure))  # "more than 51 people" begins at 52
    assert low <= max(ends) + beyond
    assert high >= min(ends) - beyond


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


def test_more_than_with_a_hyphen_bounds_and_adds_nothing() -> None:
    bodies = ("The more-than 11 million files name the firm in Orlo.", "Some 11.5 million files name the firm in Orlo.")
    check_sums("same_quantity", bodies, "true: more-than 11 million files + Some 11.5 million files")


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


def test_more_than_a_number_that_nobody_rounds_is_another_number() -> None:
    bodies = ("In Orlo 51 people were hurt.", "In Orlo 51 people were hurt.", "More than 51 people were hurt in Orlo.")
    agreed, odd = "51 people + 51 people", "51 people + 51 people + More than 51 people"
    check_sums("same_quantity", bodies, f"true: {agreed}", f"false: {odd}")


def test_another_forty_of_another_state_are_all_of_that_state() -> None:
    bodies = ("The blast killed 12 people and wounded another 40.", "In the blast 45 people were wounded.")
    check_sums("same_quantity", bodies, "false: another 40 + 45 people")


def test_another_forty_of_one_state_come_on_top() -> None:
    bodies = ("The blast wounded 12 people. Another 40 were wounded later.", "In the blast 45 people were wounded.")
    found, figures = checks_of(*bodies, kind="same_quantity")
    assert "Another 40" not in {figures[i].text for check in found for i in check.figures}


def test_what_a_dash_opens_are_the_parts_of_the_number_before_it() -> None:
    bodies = ("The keeper saw three otters in the pool – two females and one male.",)
    check_sums("parts_and_whole", bodies, "true: three otters + two females + one male")
    check_sums("parts_and_whole", ("The keeper saw three otters, with two pups and one male bird.",))


def test_feet_and_ft_measure_one_fall() -> None:
    bodies = ("The boy fell about 12 feet into the pit.", "The boy fell 20ft.", "The boy fell 15ft.")
    check_sums("same_quantity", bodies[::2], "false: about 12 feet + 15ft")
