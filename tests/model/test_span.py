"""Spans cut to the text they claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import SpanError
from stemma.model import Span, overlap


def test_a_span_outside_its_text_says_so():
    with pytest.raises(SpanError, match="span 3:9 is outside a text of 5 characters"):
        Span(3, 9).cut("short")


def test_a_span_cannot_end_before_it_begins():
    with pytest.raises(SpanError):
        Span(4, 2)


@given(st.text(), st.data())
def test_trimming_takes_off_white_space_alone(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span(start, end).trim(text).cut(text) == text[start:end].strip()


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_spans_overlap_when_they_meet_and_only_then(a, b, c, d):
    left, right = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    if len(left) and len(right):
        assert (overlap((left,), (right,)) > 0) == left.meets(right) == right.meets(left)
