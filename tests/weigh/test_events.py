"""What a timeline is made of, from a story made up for it."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from stemma.model import Basis, Brief, EventKind, Interval, Place, Published, Stance
from stemma.weigh import gather_events
from tests.factories import make_attribution, make_document, span_of
from tests.tell.stories import arbitrary_briefs

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (Interval.day(date(2024, 12, day)) for day in (16, 17, 18, 20))
TEXT = """\
Dam at Orlo gave way
The dam gave way on Monday. Mayor Tamsin Krill said on Tuesday that the gates had been shut since November.
The court is due to meet on Friday.
"""
SHUT = "the gates had been shut since November"


def orlo(name: str = "orlo", text: str = TEXT):
    return make_document(name, text, published=Published(WEDNESDAY, Basis.STATED))


def krill(document, name: str = "a", **fields):
    at = span_of(document.text, "Tuesday")
    return replace(
        make_attribution(
            document, name, SHUT, source="Mayor Tamsin Krill", cue="said", time_span=at, on=TUESDAY, source_id="s-krill"
        ),
        **fields,
    )


def told(brief: Brief):
    return [(event.kind, event.on) for event in gather_events(brief)]


def test_what_happened_was_said_is_expected_and_was_published_each_has_its_day():
    document = orlo()
    assert told(Brief((document,), attributions=(krill(document),))) == [
        (EventKind.HAPPENED, Interval(date(2024, 11, 1), WEDNESDAY.latest)),
        (EventKind.HAPPENED, MONDAY),
        (EventKind.SAID, TUESDAY),
        (EventKind.PUBLISHED, WEDNESDAY),
        (EventKind.EXPECTED, FRIDAY),
    ]


def test_an_event_says_on_whose_word_it_is_and_which_words_give_its_day():
    document = orlo()
    brief = Brief((document,), attributions=(krill(document),))
    shut, gave_way, *_ = gather_events(brief)
    assert (shut.source, shut.attributions, shut.is_running) == ("s-krill", ("a",), True)
    assert [place.span.cut(TEXT) for place in shut.places] == [SHUT]
    assert [place.span.cut(TEXT) for place in shut.times] == ["since November"]
    assert (gave_way.source, gave_way.is_running) == (None, False)
    assert [place.span.cut(TEXT) for place in gave_way.places] == ["The dam gave way on Monday."]


def test_what_several_documents_tell_of_one_claim_and_day_is_one_event():
    one, other = orlo("one"), orlo("other")
    said = (krill(one, "a", claim="c"), krill(other, "b", claim="c"))
    (event,) = (e for e in gather_events(Brief((one, other), attributions=said)) if e.kind is EventKind.SAID)
    assert {place.document for place in event.places} == {one.id, other.id}
    assert set(event.attributions) == {"a", "b"}


def test_what_is_denied_has_not_happened():
    document = orlo()
    denied = krill(document, stance=Stance.DENY)
    kinds = told(Brief((document,), attributions=(denied,)))
    assert (EventKind.SAID, TUESDAY) in kinds
    assert (EventKind.HAPPENED, Interval(date(2024, 11, 1), WEDNESDAY.latest)) not in kinds


def test_a_silence_is_no_saying():
    document = orlo()
    kinds = told(Brief((document,), attributions=(krill(document, stance=Stance.SILENCE),)))
    assert EventKind.SAID not in {kind for kind, _ in kinds}


def test_an_undated_document_is_not_published_on_any_day():
    assert told(Brief((make_document("orlo", TEXT),))) == []


def test_an_event_keeps_its_name_where_its_day_is_read_anew():
    document = orlo()
    later = replace(document, published=Published(Interval.day(date(2024, 12, 25)), Basis.INFERRED))
    first, then = (gather_events(Brief((d,), attributions=(krill(d),))) for d in (document, later))
    assert {event.id for event in first} == {event.id for event in then}
    assert [event.on for event in first] != [event.on for event in then]


@settings(max_examples=25, deadline=None)
@given(brief=arbitrary_briefs())
def test_each_event_has_its_own_name_and_stands_in_the_documents(brief: Brief):
    events = gather_events(brief)
    assert len({event.id for event in events}) == len(events)
    texts = {document.id: document.text for document in brief.documents}
    for place in (place for event in events for place in (*event.places, *event.times)):
        assert isinstance(place, Place)
        assert place.span.cut(texts[place.document])


def test_the_order_of_the_documents_does_not_matter():
    one, other = orlo("one"), orlo("other")
    said = (krill(one, "a", claim="c"), krill(other, "b", claim="c"))
    assert gather_events(Brief((one, other), attributions=said)) == gather_events(
        Brief((other, one), attributions=said[::-1])
    )
