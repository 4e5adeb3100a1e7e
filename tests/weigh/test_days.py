"""The times that a timeline is made of, from sentences made up for it."""

from datetime import date

from stemma.model import Basis, Interval, Published
from stemma.weigh.days import times_told
from tests.factories import make_attribution, make_document, span_of

WEDNESDAY = Published(Interval.day(date(2024, 12, 18)), Basis.STATED)
TEXT = """\
Dam at Orlo gave way
The dam gave way on Monday. Mayor Tamsin Krill said on Tuesday that the gates had been shut since November.
Days later nobody knew why. The court is due to meet on Friday.
"""


def test_each_time_comes_with_its_days_and_its_sentence():
    document = make_document("orlo", TEXT, published=WEDNESDAY)
    monday, tuesday, since, friday = times_told(document, [])
    assert monday.span.cut(TEXT) == "Monday"
    assert monday.days == Interval.day(date(2024, 12, 16))
    assert monday.sentence.cut(TEXT) == "The dam gave way on Monday."
    assert tuesday.days == Interval.day(date(2024, 12, 17))
    assert (since.is_running, since.days.earliest) == (True, date(2024, 11, 1))
    assert (friday.is_ahead, friday.days) == (True, Interval.day(date(2024, 12, 20)))


def test_a_time_knows_what_was_said_then_and_who_tells_it():
    document = make_document("orlo", TEXT, published=WEDNESDAY)
    told = "the gates had been shut since November"
    said = make_attribution(document, "a", told, source="Mayor Tamsin Krill", cue="said",
                            time_span=span_of(TEXT, "Tuesday"))  # fmt: skip
    elsewhere = make_attribution(make_document("other", TEXT), "b", told)
    times = times_told(document, [said, elsewhere])
    assert [(t.said_then, t.told_by) for t in times] == [((), ()), (("a",), ()), ((), ("a",)), ((), ())]


def test_an_undated_document_gives_only_the_days_that_it_names_in_full():
    document = make_document("orlo", TEXT + "It was built on 3 May 1931.\n")
    (built,) = times_told(document, [])
    assert built.days == Interval.day(date(1931, 5, 3))
