"""A small language: a sentence, and the time found in it with the days it means on Wednesday 18 December 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Interval, Span
from stemma.when import CalendarDate, SameDay, Since, Unanchored, Weekday, find_times, resolve

WEDNESDAY = Interval.day(date(2024, 12, 18))


def check_time(sentence: str, words: str, days: str | None, *, published: Interval | None = WEDNESDAY) -> None:
    """Hold the only time of *sentence* against its *words* and its *days*, "2024-12-01/2024-12-10" or one day."""
    (found,) = find_times(sentence)
    assert found.span.cut(sentence) == words
    got = resolve(found, published)
    assert days == (None if got is None else str(got.earliest) if got.is_day else f"{got.earliest}/{got.latest}")


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        ("It opened on 3 March 2019.", "3 March 2019", "2019-03-03"),
        ("It opened on March 3, 2019.", "March 3, 2019", "2019-03-03"),
        ("It opened on the 3rd of March 2019.", "the 3rd of March 2019", "2019-03-03"),
        ("Sunday, March 3, 2019 was wet.", "Sunday, March 3, 2019", "2019-03-03"),
        ("Opened 2019-03-03T10:15Z by her.", "2019-03-03T10:15Z", "2019-03-03"),
        ("Opened 2019/03/03 by her.", "2019/03/03", "2019-03-03"),
        ("Eröffnet 03.03.2019 hier.", "03.03.2019", "2019-03-03"),
        ("It opened on 25/03/2019.", "25/03/2019", "2019-03-25"),
    ],
)
def test_full_dates_are_read_in_every_order(sentence, words, days):
    check_time(sentence, words, days, published=None)


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        ("The dividend is payable Jan. 15 to holders.", "Jan. 15", "2025-01-15"),
        ("The deadline was moved to 1 March.", "1 March", "2025-03-01"),
        ("The bridge closed on April 2.", "April 2", "2024-04-02"),
    ],
)
def test_a_day_without_a_year_is_the_coming_one_only_when_it_is_near(sentence, words, days):
    check_time(sentence, words, days)


def test_a_date_of_two_orders_is_the_one_that_is_not_to_come():
    check_time("It opened on 11/12/2024.", "11/12/2024", None, published=None)
    check_time("It opened on 12/11/24.", "12/11/24", None)
    check_time("It opened on 01/12/2025.", "01/12/2025", None)
    check_time("It opened on 12/31/2023.", "12/31/2023", "2023-12-31")


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        ("She spoke on Monday.", "Monday", "2024-12-16"),
        ("She spoke on Wednesday.", "Wednesday", "2024-12-18"),
        ("She spoke on Thursday.", "Thursday", "2024-12-12"),
        ("She spoke last Wednesday.", "last Wednesday", "2024-12-11"),
        ("She spoke last Tuesday.", "last Tuesday", "2024-12-10"),
        ("She spoke last Monday.", "last Monday", "2024-12-16"),
        ("She spoke yesterday.", "yesterday", "2024-12-17"),
        ("She spoke on Dec. 14.", "Dec. 14", "2024-12-14"),
        ("She spoke on 16 December.", "16 December", "2024-12-16"),
        ("She spoke in January.", "January", "2024-01-01/2024-01-31"),
        ("She spoke in December.", "December", "2024-12-01/2024-12-18"),
        ("She spoke last week.", "last week", "2024-12-09/2024-12-15"),
        ("She spoke earlier this month.", "earlier this month", "2024-12-01/2024-12-18"),
        ("She spoke in mid-October.", "mid-October", "2024-10-10/2024-10-20"),
        ("She spoke at the start of December.", "the start of December", "2024-12-01/2024-12-10"),
        ("She spoke over a week ago.", "over a week ago", "2024-12-04/2024-12-11"),
        ("She spoke two days ago.", "two days ago", "2024-12-16"),
        ("She spoke in recent days.", "in recent days", "2024-12-11/2024-12-18"),
        ("She has not spoken since January.", "since January", "2024-01-01/2024-12-18"),
        ("Sales fell in the current year.", "the current year", "2024-01-01/2024-12-18"),
        ("Sales fell in the 2023 third quarter.", "the 2023 third quarter", "2023-07-01/2023-09-30"),
        ("Sales fell in last year’s first quarter.", "last year’s first quarter", "2023-01-01/2023-03-31"),
        ("Sales fell in the second quarter of last year.", "the second quarter of last year", "2023-04-01/2023-06-30"),
        ("She spoke a week or so ago.", "a week or so ago", "2024-12-08/2024-12-14"),
        ("She spoke in 2017.", "in 2017", "2017-01-01/2017-12-31"),
    ],
)
def test_a_time_of_a_reported_event_lies_in_the_past(sentence, words, days):
    check_time(sentence, words, days)


def test_what_is_due_lies_ahead():
    check_time("She is due in court on Thursday.", "Thursday", "2024-12-19")
    check_time("The vote will be held on 3 March.", "3 March", "2025-03-03")
    check_time("The council will meet this week.", "this week", "2024-12-18/2024-12-22")


def test_a_past_verb_between_ends_what_is_ahead():
    (_, said) = find_times("The vote that will follow in March was set, she said on Thursday.")
    assert not said.is_future


def test_days_of_a_pair_are_one_time():
    check_time("Raids on December 14 and 15, 2024, killed many.", "December 14 and 15, 2024", "2024-12-14/2024-12-15")


def test_a_time_without_an_anchor_stays_open():
    check_time("Days later she spoke.", "Days later", None)
    assert isinstance(find_times("She spoke on the same day.")[0].value, SameDay)
    assert isinstance(find_times("She spoke the next morning.")[0].value, Unanchored)


def test_since_keeps_what_it_counts_from():
    (found,) = find_times("No rain since early March 2021.")
    assert isinstance(found.value, Since)
    assert isinstance(found.value.start, CalendarDate)


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march on the capital.",
        "It cost 2,019 dollars and 45.10.",
        "The 1990s were mild, Mondays too.",
        "The late 1990s and early 2000s were mild.",
        "It shuts on Monday nights.",
        "It was Founders Day after the war.",
        "Flight MH370 and model A2010 and 10,000 people.",
        "Part 3 of 12 is the second.",
    ],
)
def test_words_and_numbers_that_tell_no_time_are_left_alone(sentence):
    assert find_times(sentence) == ()


def test_a_weekday_of_an_uncertain_document_spans_both_ends():
    (monday,) = find_times("On Monday it rained.")
    published = Interval(date(2024, 12, 14), date(2024, 12, 17))
    assert resolve(monday, published) == Interval(date(2024, 12, 9), date(2024, 12, 16))


def test_a_day_that_no_calendar_has_means_nothing():
    check_time("It was 31 February 2020.", "31 February 2020", None)
    check_time("It was 29 February 2020.", "29 February 2020", "2020-02-29")


@given(st.text(alphabet=" .,-/:123089ADMJSTadehlnorstuvy\n“”", max_size=200))
def test_times_lie_in_the_text_in_order_and_apart(text):
    found = find_times(text)
    assert found == find_times(text)
    end = 0
    for expression in found:
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end


@given(st.dates(date(1900, 1, 10), date(2090, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_reaches_back_six_days_at_most(today, weekday):
    sentence = (
        f"On {('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')[weekday]} it rained."
    )
    (found,) = find_times(sentence, Span(0, len(sentence)))
    assert found.value == Weekday(weekday)
    days = resolve(found, Interval.day(today))
    assert days is not None
    assert 0 <= (today - days.earliest).days <= 6
    assert days.earliest.weekday() == weekday
