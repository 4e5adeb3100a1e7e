"""
A small language for marked news: ``<s Mayor Lind> <c said> <t the dam held>``.

``s`` is a source, ``c`` a cue and ``t`` a content as a tagger would mark them; a number after the
letter parts the attributions (``<s2 …>``). Contents are linked to all sources and cues of their number.
"""

import re

from stemma.attribute import attribute
from stemma.model import Attribution, Document, Role, Span, TaggedSpan, TagLink, Tags

ROLES = {"s": Role.SOURCE, "c": Role.CUE, "t": Role.CONTENT}
MARK = re.compile(r"<([sct])(\d?) ([^<>]*)>")


def mark(marked: str) -> tuple[Document, Tags]:
    """Return the text without the marks as a document, and the marks as tags."""
    text, spans, groups, at = "", [], [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append(TaggedSpan(Span(len(text), len(text) + len(found[3])), ROLES[found[1]], 0.9))
        groups.append(found[2])
        text, at = text + found[3], found.end()
    text += marked[at:]
    links = tuple(
        TagLink(content, other, 0.9)
        for content, one in enumerate(spans)
        for other, two in enumerate(spans)
        if one.role is Role.CONTENT and two.role is not Role.CONTENT and groups[content] == groups[other]
    )
    body = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text))
    return Document("d", "d.txt", "0", text, "plain/1", body), Tags(tuple(spans), links)


def read(marked: str) -> tuple[str, list[Attribution]]:
    """Return the text and what is read off it."""
    document, tags = mark(marked)
    return document.text, list(attribute(document, tags))


def told(marked: str) -> list[tuple[str, ...]]:
    """Return "source", relays and "content" of each that somebody says, in order."""
    text, found = read(marked)
    return [
        (a.source_span.cut(text) if a.source_span else "", *(v.cut(text) for v in a.via_spans), a.content)
        for a in found
        if not a.narrated
    ]


def stances(marked: str) -> list[str]:
    """Return the stance of each that somebody says, in order."""
    return [a.stance.value for a in read(marked)[1] if not a.narrated]
