"""Times that mean no day by themselves are found only when they are asked for."""

import pytest

from stemma.when import CalendarDate, Decade, Length, Now, Reference, Repeated, Unit, find_times


def check_wide(sentence: str, words: str, value: object) -> None:
    (found,) = find_times(sentence, wide=True)
    assert (found.span.cut(sentence), found.value) == (words, value)
    assert find_times(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("It took two weeks.", "two weeks", Length(Unit.WEEK, 2)),
        ("A twenty-five-year lease was signed.", "twenty-five-year", Length(Unit.YEAR, 25)),
        ("It shut for the first nine months.", "the first nine months", Length(Unit.MONTH, 9)),
        ("It took 2 1/2 years.", "2 1/2 years", Length(Unit.YEAR, 2, and_half=True)),
        ("It took a minute and a half.", "a minute and a half", Length(Unit.MINUTE, 1, and_half=True)),
        ("It took a couple of years.", "a couple of years", Length(Unit.YEAR, 2)),
        ("They waited several hours.", "several hours", Length(Unit.HOUR)),
        ("They waited for years.", "years", Length(Unit.YEAR)),
        ("The ferry sails daily.", "daily", Repeated(Unit.DAY)),
        ("It sails every Monday.", "every Monday", Repeated(Unit.WEEK, 0)),
        ("It sails on Sunday nights.", "Sunday nights", Repeated(Unit.WEEK, 6)),
        ("Each month it is late.", "Each month", Repeated(Unit.MONTH)),
        ("It is closed now.", "now", Now(Reference.PRESENT)),
        ("It was recently closed.", "recently", Now(Reference.PAST)),
        ("It was nineteen ninety-six.", "nineteen ninety-six", CalendarDate(1996)),
        ("They met by the year two thousand.", "the year two thousand", CalendarDate(2000)),
        ("The mild 1990s were over.", "1990s", Decade(1990)),
    ],
)
def test_lengths_repetitions_and_words_for_now(sentence, words, value):
    check_wide(sentence, words, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "She is 14 years old.",
        "About three-quarters agreed.",
        "It cost $1999 then.",
        "Jan Hollis spoke.",
        "Two thousand fled.",
    ],
)
def test_ages_fractions_sums_and_names_are_no_times(sentence):
    assert find_times(sentence, wide=True) == ()
