"""A reading that was written down is the same when it is read again."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.model import Interval, Reading, Span
from stemma.model.written import read_brief, read_reading, write_brief, write_reading
from tests.factories import ferry_fire

numbers = st.integers(0, 10_000)
st.register_type_strategy(Span, st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends))))
st.register_type_strategy(Interval, st.tuples(st.dates(), st.dates()).map(lambda d: Interval(min(d), max(d))))
st.register_type_strategy(float, st.floats(allow_nan=False))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Reading), st.text())
def test_any_reading_comes_back_as_it_was(reading: Reading, path: str):
    again = read_reading(write_reading(reading), reading.document.text, path)
    assert again == replace(reading, document=replace(reading.document, path=path))


def test_the_readings_of_a_story_come_back_with_the_kinds_of_their_numbers():
    brief = ferry_fire()
    for document in brief.documents:
        reading = Reading(
            document,
            tuple(a for a in brief.attributions if a.document == document.id),
            tuple(f for f in brief.figures if f.document == document.id),
        )
        again = read_reading(write_reading(reading), document.text, document.path)
        assert repr(again) == repr(reading)


def test_a_whole_brief_comes_back_as_it_was():
    brief = ferry_fire()
    again = read_brief(write_brief(brief), {document.sha256: document.text for document in brief.documents})
    assert repr(again) == repr(brief)
