"""Quotes for tests: by hand, in a small language, and arbitrary ones for invariants."""

from dataclasses import replace

from hypothesis import strategies as st

from stemma.attribute import attribute
from stemma.model import Attribution, Document, Quote, Quotes, Source, SourceKind, Span, Stance, cut_all, hash_layer
from stemma.resolve import resolve
from tests.attribute.marking import mark

__all__ = ["arbitrary_quotes", "quoted"]


def quoted(marked: str, **fields: object) -> Quotes:
    """Return the quotes of *marked*, in the language of ``tests.attribute.marking``."""
    document, tags = mark(marked)
    document = replace(document, sha256=hash_layer(document.text), **fields)  # type: ignore[arg-type]
    told = [a for a in attribute(document, tags) if not a.narrated]
    found = resolve([document], told)
    mentions = {place.span: id for place, id in found.mentions.items()}
    return Quotes(document, found.attributions, {source.id: source for source in found.sources}, mentions, "tests/1")


@st.composite
def arbitrary_quotes(draw: st.DrawFn) -> Quotes:
    """Any text, with any spans for sources, cues, relays and contents, also such as no stage would make."""
    text = draw(st.text(min_size=1, max_size=120))
    spans = st.lists(st.integers(0, len(text)), min_size=2, max_size=2).map(lambda ends: Span(*sorted(ends)))
    maybe = st.none() | spans
    names = st.text(min_size=1, max_size=20)
    kind, role, party = draw(st.sampled_from(SourceKind)), draw(st.none() | names), draw(st.sampled_from([None, "s1"]))
    source = Source("s1", draw(names), kind, (), role, party)
    made = []
    for number in range(draw(st.integers(0, 3))):
        contents = tuple(sorted(draw(st.lists(spans, min_size=1, max_size=3))))
        made.append(
            Attribution(
                f"a{number}", "d1", contents, cut_all(contents, text), draw(maybe), draw(maybe),
                tuple(draw(st.lists(spans, max_size=2))), draw(maybe),
                draw(st.sampled_from(Quote)), False, draw(st.sampled_from(Stance)),
                source=draw(st.sampled_from([None, "s1"])),
            )
        )  # fmt: skip
    body = tuple(_lines(text))
    document = Document("d1", draw(names), hash_layer(text), text, "plain/1", body, outlet=draw(st.none() | names))
    mentions = {span: "s1" for a in made for span in a.via_spans if draw(st.booleans())}
    return Quotes(
        document, tuple(sorted(made, key=lambda a: (a.content_spans, a.id))), {"s1": source}, mentions, draw(names)
    )


def _lines(text: str):
    start = 0
    for line in text.split("\n"):
        if line:
            yield Span(start, start + len(line))
        start += len(line) + 1
