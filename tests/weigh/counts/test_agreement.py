"""Figures of several reports that count one thing, or another one."""

from dataclasses import replace
from datetime import date

from stemma.measure import measure
from stemma.model import Interval
from stemma.weigh import check
from tests.weigh.summing import check_sums, checks_of, reports


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


def test_more_than_with_a_hyphen_bounds_and_adds_nothing() -> None:
    bodies = ("The more-than 11 million files name the firm in Orlo.", "Some 11.5 million files name the firm in Orlo.")
    check_sums("same_quantity", bodies, "true: more-than 11 million files + Some 11.5 million files")


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


def test_feet_and_ft_measure_one_fall() -> None:
    bodies = ("The boy fell about 12 feet into the pit.", "The boy fell 20ft.", "The boy fell 15ft.")
    check_sums("same_quantity", bodies[::2], "false: about 12 feet + 15ft")


def test_a_least_number_in_a_word_agrees_with_a_larger_one() -> None:
    bodies = (
        "Mayor Tarn was accused by dozens of women of harassment.",
        "Mayor Tarn was accused by more than 60 women of harassment.",
    )
    check_sums("same_quantity", bodies, "true: dozens of women + more than 60 women")


def test_lengths_told_in_the_other_unit_alone_are_held_together() -> None:
    bodies = ("The rocket flew 2,700 km over Lind.", "The rocket flew about 1,700 miles (2,735 km) over Lind.")
    check_sums("same_quantity", bodies, "true: 2,735 km + 2,700 km")


def test_two_small_groups_of_one_report_are_not_one_where_no_word_is_alike() -> None:
    body = "Two passengers gave their blankets away in first class. He saw two athletes with first class blankets."
    check_sums("same_quantity", (body, body.replace("gave", "lent")), "true: Two passengers + Two passengers",
               "true: two athletes + two athletes")  # fmt: skip
