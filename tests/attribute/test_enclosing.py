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
    marked = "<s The Tarn Institute> <c writes> <t that, in the words of Orla Broz, the dam was never inspected>."
    assert told(marked, "Orla Broz", "in the words of", "the dam was never inspected") == [
        ("Orla Broz", "The Tarn Institute", "the dam was never inspected")
    ]


def test_a_report_that_is_a_part_of_what_is_said_is_an_entry_of_its_own():
    marked = (
        "<s Mayor Lind> <c said> <t the sirens had failed in both villages before the water reached the lower bridge, "
        "which engineers had called safe>."
    )
    assert ("engineers", "Mayor Lind", "safe") in told(marked, "engineers", "had called", "safe")


def test_who_is_cited_beside_the_statement_is_its_source():
    marked = "<t The dam was never inspected>, <s the Herald> <c wrote>, on the word of Orla Broz."
    assert told(marked, "Orla Broz", "on the word of", "The dam was never inspected") == [
        ("Orla Broz", "the Herald", "The dam was never inspected")
    ]


def test_what_the_speaker_says_of_himself_is_no_chain():
    marked = "<s Lind> <c said> <t she had told the council that the dam would break>."
    assert told(marked, "she", "had told", "that the dam would break") == told(marked)
