from hypothesis import given
from hypothesis import strategies as st

from stemma.align.scenes import FEWEST, are_of_other_events, scene_of
from tests.align.telling import make_document, tell

HARBOUR = "The guards of Norport met Ada Brook, Ivo Lund, Mara Stel and Pia Roth at Kell Quay in Westmark."
VALLEY = "The nurses of Sunfield met Tom Ashby, Rex Holm, Una Vale and Jon Birk at Dorn Mill in Eastvale."

names = st.frozensets(st.sampled_from([f"name{n}" for n in range(30)]), max_size=20)


def test_the_same_words_in_reports_of_two_events_are_two_claims():
    said, other = "The mayor said many boats sank.", "The warden said many boats sank."
    assert len(tell([HARBOUR, said], [HARBOUR, other]).align().clusters) == 1
    assert len(tell([HARBOUR, said], [VALLEY, other]).align().clusters) == 2


def test_claims_of_two_events_are_not_linked():
    sank, more = "The mayor said seven boats sank in the night.", "The warden said nine boats sank in the night."
    assert tell([HARBOUR, sank], [HARBOUR, more]).align().links
    assert not tell([HARBOUR, sank], [VALLEY, more]).align().links


def test_a_capital_within_a_sentence_is_a_name_and_a_day_is_none():
    scene = scene_of(make_document(0, "Rain fell in Norport on Tuesday. Nobody saw Ada Brook.", None))
    assert scene == {"norport", "ada", "brook"}


@given(names, names)
def test_few_names_show_nothing_and_order_does_not_matter(left, right):
    assert are_of_other_events(left, right) == are_of_other_events(right, left)
    assert not are_of_other_events(left, left)
    if min(len(left), len(right)) < FEWEST:
        assert not are_of_other_events(left, right)
