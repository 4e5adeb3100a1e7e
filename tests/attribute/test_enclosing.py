"""What the tagger's inner layer marks becomes chains and entries of their own."""

from dataclasses import replace

from stemma.attribute import attribute
from stemma.model import Role, Span, TaggedSpan, TagLink, Tags
from tests.attribute.marking import mark


def told(marked: str, *inner: str) -> list[tuple[str, ...]]:
    """Return source, relays and content of each; *inner* are the words of the inner source, cue and content."""
    document, tags = mark(marked)
    text, first = document.text, len(tags.spans)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in inner]
    added = [TaggedSpan(span, role, 0.9, depth=1) for span, role in zip(spans, Role, strict=True)] if inner else []
    links = (TagLink(first + 2, first, 0.9), TagLink(first + 2, first + 1, 0.9)) if inner else ()
    both = replace(tags, spans=(*tags.spans, *added), links=(*tags.links, *links))
    assert isinstance(both, Tags)
    return [
        (a.source_span.cut(text) if a.source_span else "", *(v.cut(text) for v in a.via_spans), a.content)
        for a in attribute(document, both)
        if not a.narrated
    ]


def test_a_report_that_is_all_that_is_said_makes_a_chain():
    marked = '<t "The dam was safe," insisted Orla Broz,> <c cited by> <s the Herald>.'
    assert told(marked, "Orla Broz", "insisted", '"The dam was safe,"') == [
        ("Orla Broz", "the Herald", "The dam was safe")
    ]


def test_a_report_that_is_a_part_of_what_is_said_is_an_entry_of_its_own():
    marked = (
        "<s Mayor Lind> <c said> <t the sirens had failed in both villages before the water reached the lower bridge, "
        "which witnesses insisted was safe>."
    )
    assert ("witnesses", "Mayor Lind", "was safe") in told(marked, "witnesses", "insisted", "was safe")


def test_what_somebody_else_wants_is_the_speaker_s_tale():
    marked = "<s Mayor Lind> <c said> <t engineers wanted a new bridge>."
    assert told(marked, "engineers", "wanted", "a new bridge") == [("Mayor Lind", "engineers wanted a new bridge")]


def test_what_the_speaker_says_of_himself_is_no_chain():
    marked = "<s Lind> <c said> <t she had told the council that the dam would break>."
    assert told(marked, "she", "had told", "that the dam would break") == told(marked)


def test_a_participle_of_saying_after_a_verdict_is_the_same_speaker_s():
    marked = '<s Orla Broz> <c called> <t Friday\'s ruling a "farce" saying the court had not read it>.'
    assert told(marked, "Friday", "saying", "the court") == [
        ("Orla Broz", 'Friday\'s ruling a "farce"'),
        ("Orla Broz", "the court had not read it"),
    ]


def test_who_is_heard_saying_it_says_it():
    marked = "<s Orla Broz> <c recalled> <t the pilot telling us that the dam held>."
    assert told(marked, "the pilot", "telling", "that the dam held") == [("the pilot", "Orla Broz", "the dam held")]


def test_the_speaker_of_the_sentence_before_says_nothing_in_the_next():
    marked = "Orla Broz said it rained. <t The dam held>, <s Mayor Lind> <c says>."
    assert told(marked, "Orla Broz", "said", "The dam held")[-1] == ("Mayor Lind", "The dam held")
