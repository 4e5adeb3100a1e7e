"""What stands between quotation marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.prose import is_continued, quotations


def check_quotations(text: str, *expected: str):
    assert [span.cut(text) for span in quotations(text, Span(0, len(text)))] == list(expected)


@pytest.mark.parametrize(
    "marks", ["“”", '""', "«»", "»«", "„“", "„”", "””", "‘’", "''", "‹›", "‚‘", "″″", "“″", '"”', '“"', ("``", "''")]
)
def test_each_kind_of_marks_is_known(marks):
    quotation = f"{marks[0]}never again{marks[1]}"
    check_quotations(f"He said {quotation} and left.", quotation)
    check_quotations(f"{quotation}, he said.", quotation)
    check_quotations(f"He said: {quotation}", quotation)


@pytest.mark.parametrize(
    "text",
    [
        "The minister's brother didn't answer.",
        "The workers' pay and the miners' homes were at stake.",
        "In the '90s they'd play rock 'n' roll for the O'Haras.",
        "In the ’90s they’d play rock ’n’ roll for the miners’ wives.",
        "'Twas the night of the flood, and 'em that could swim did.",
        'The wall is 6\'2" high and 10" thick.',
        "The wall is 6′ 2″ high and 10″ thick.",
        "At 54°30'12\" N the ship turned.",
    ],
)
def test_apostrophes_years_feet_and_inches_open_nothing(text):
    check_quotations(text)


def test_an_apostrophe_inside_single_marks_closes_nothing():
    check_quotations("‘We don’t know,’ she said.", "‘We don’t know,’")
    check_quotations("'We don't know the miners' names,' she said.", "'We don't know the miners' names,'")
    check_quotations("The 'old wheel' was the guild's.", "'old wheel'")


def test_feet_and_inches_inside_a_quotation_close_nothing():
    check_quotations('"The wall is 6\'2" high," she said.', '"The wall is 6\'2" high,"')
    check_quotations('"It rose 10" in a day," she said.', '"It rose 10" in a day,"')


@pytest.mark.parametrize(
    "quotation",
    [
        "“She called it ‘a farce’ twice,”",
        "‘She called it “a farce” twice,’",
        "\"She called it 'a farce' twice,\"",
        "'She called it \"a farce\" twice,'",
        "“She called it “a farce” twice,”",
        "«She called it “a farce” twice,»",
        "“You say, ‘It was a farce,’”",
        "“You say, ‘It was a farce,’ ”",
        "\"You say, 'It was a farce.'\"",
    ],
)
def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one(quotation):
    check_quotations(f"{quotation} he said.", quotation)


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph():
    check_quotations("“We left.\n\n“Then we came back.”", "“We left.", "“Then we came back.”")
    check_quotations('"We left.\n\n"Then we came back."', '"We left.', '"Then we came back."')
    check_quotations('Lind said: "We left by the gate.', '"We left by the gate.')


def test_a_quotation_that_opens_anew_behind_a_sentence_is_one():
    whole = '"We left at dawn. "The dam held. "Nobody was hurt."'
    check_quotations(whole, whole)
    whole = '"We left at dawn. "The dam held. "Nobody was hurt.'
    check_quotations(whole, whole)
    check_quotations(f"Lind said: {whole}", whole)
    check_quotations('"We left, Lind said. "The dam held."', '"The dam held."')
    check_quotations(
        '"He swore. "Go away," he cried. Then he left," she said.', '"He swore. "Go away," he cried. Then he left,"'
    )


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "„“", "«»"])
def test_what_the_next_paragraph_carries_on_is_told_from_what_is_closed(marks):
    for text, expected in ((f"{marks[0]}We left.{marks[1]}", False), (f"{marks[0]}We left.", True)):
        (quotation,) = quotations(text, Span(0, len(text)))
        assert is_continued(text, quotation) is expected


def test_a_mark_that_is_never_closed_does_not_swallow_what_follows():
    check_quotations('Lind called it "a farce. Broz said "nobody knew" of it.', '"nobody knew"')
    check_quotations("Lind called it “a farce. Broz said “nobody knew” of it.", "“nobody knew”")
    check_quotations('Lind called it "a farce and left the hall.')


def test_a_closing_mark_that_nothing_opened_is_left_alone():
    check_quotations('Nobody knew," Lind said. "We were asleep."', '"We were asleep."')
    check_quotations("Nobody knew,” Lind said. “We were asleep.”", "“We were asleep.”")


def test_doubled_marks_belong_to_one_quotation():
    check_quotations("““We left,”” she said.", "““We left,””")
    check_quotations('""We left,"" she said.', '""We left,""')


def test_marks_turned_the_wrong_way_are_known_by_where_they_stand():
    check_quotations("”We left,“ she said. ”Then we came back.“", "”We left,“", "”Then we came back.“")


def test_a_quotation_that_opens_inside_a_bracket_or_after_a_dash_is_one():
    check_quotations("The guild (“a farce”) left —“for good”— on Monday.", "“a farce”", "“for good”")
    check_quotations("The “farce”-like end", "“farce”")


@given(st.text(alphabet="ab “”\"‘’'«»„\n.s9"))
def test_quotations_are_in_order_and_inside_the_text(text):
    found = quotations(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)


def test_a_page_of_quotation_marks_is_read_in_linear_time():
    for page in ('"' * 20_000, "“" * 20_000, "'a " * 6_000, "“a " * 6_000, '"a "b ' * 4_000):
        assert isinstance(quotations(page, Span(0, len(page))), tuple)


def test_a_quotation_may_begin_with_an_ellipsis():
    check_quotations('It lists: "... boats and ferries."', '"... boats and ferries."')
    check_quotations('She said "never" ... and left.', '"never"')
