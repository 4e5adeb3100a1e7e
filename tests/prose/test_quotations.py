"""What stands between quotation marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.prose import quotations


def check_quotations(text: str, *expected: str):
    assert [span.cut(text) for span in quotations(text, Span(0, len(text)))] == list(expected)


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "‘’"])
def test_each_kind_of_marks_is_known(marks):
    check_quotations(f"He said {marks[0]}never again{marks[1]} and left.", f"{marks[0]}never again{marks[1]}")


def test_an_apostrophe_opens_nothing():
    check_quotations("The minister's brother didn't answer.")


def test_an_apostrophe_inside_single_marks_closes_nothing():
    check_quotations("‘We don’t know,’ she said.", "‘We don’t know,’")


def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one():
    check_quotations("“She called it ‘a farce’ twice,” he said.", "“She called it ‘a farce’ twice,”")


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph():
    check_quotations("“We left.\n\n“Then we came back.”", "“We left.", "“Then we came back.”")


@given(st.text(alphabet="ab “”\"‘’'\n."))
def test_quotations_are_in_order_and_inside_the_text(text):
    found = quotations(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)
