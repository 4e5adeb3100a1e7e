"""From the tagger's spans to drafts: which source and which cue a content has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.model import Role, Span, TagLink, Tags

__all__ = ["link"]

SURE = 0.5
"""A link below this must stand in the content's own sentence; the pointer is unsure of far ones."""
ADJACENT = 0.8
"""What it weighs in favour of a cue that the content follows right after it: the verb that governs it."""
SCRAP = 3
"""Characters at a sentence's edge that a content may reach over without belonging to the next sentence."""


@dataclass(frozen=True, slots=True)
class _Content:
    span: Span
    unit: int
    source: int | None
    cue: int | None


def link(passage: Passage, tags: Tags, depth: int = 0) -> list[Draft]:
    """
    Return one draft for each sentence and each cue of the spans of one *depth*.

    Contents of one sentence that share a cue are one attribution interrupted by its reporting
    clause ("A," he said, "B"). Those of different sentences are entries of their own.
    """
    groups: dict[tuple[int, int | None, int | None, int], list[_Content]] = {}
    for number, content in enumerate(_contents(passage, tags, depth)):
        alone = number if content.cue is None else -1
        groups.setdefault((content.unit, content.cue, content.source, alone), []).append(content)
    return [_draft(passage, tags, group) for group in groups.values()]


def _contents(passage: Passage, tags: Tags, depth: int) -> Iterator[_Content]:
    links: dict[int, list[TagLink]] = {}
    for link in tags.links:
        links.setdefault(link.content, []).append(link)
    for index, tagged in enumerate(tags.spans):
        if tagged.role is not Role.CONTENT or tagged.depth != depth:
            continue
        source = _choose(passage, tags, links.get(index, ()), Role.SOURCE)
        cue = _choose(passage, tags, links.get(index, ()), Role.CUE)
        for span, unit in _cut(passage, tagged.span):
            yield _Content(_whole(passage.text, span), unit, source, cue)


def _cut(passage: Passage, span: Span) -> Iterator[tuple[Span, int]]:
    """Part *span* at the ends of sentences."""
    for number in passage.indices_meeting(span):
        unit = passage.units[number]
        start, end = max(span.start, unit.span.start), min(span.end, unit.span.end)
        if end - start > (SCRAP if end - start < len(span) else 0):
            piece = Span(start, end).trim(passage.text)
            if len(piece):
                yield piece, number


def _choose(passage: Passage, tags: Tags, links: Sequence[TagLink], role: Role) -> int | None:
    """Return the best partner of the content of all *links*: by the link's score and by place."""

    def is_near(link: TagLink) -> bool:
        one, other = (passage.index_at(tags.spans[key].span.start) for key in (link.content, link.other))
        return one == other

    offered = [k for k in links if tags.spans[k.other].role is role and (k.score >= SURE or is_near(k))]
    if not offered:
        return None

    def rank(link: TagLink) -> tuple[float, int, int]:
        one, other = tags.spans[link.other].span, tags.spans[link.content].span
        touching = ADJACENT * (role is Role.CUE and _touch(passage.text, one, other))
        return link.score + touching, -max(one.start - other.end, other.start - one.end, 0), -link.other

    return max(offered, key=rank).other


def _touch(text: str, cue: Span, content: Span) -> bool:
    """Tell whether *content* follows right after *cue*: the verb and what it governs."""
    return 0 <= content.start - cue.end <= SCRAP and not any(c.isalnum() for c in text[cue.end : content.start])


def _draft(passage: Passage, tags: Tags, group: list[_Content]) -> Draft:
    return Draft(
        contents=_join(passage.text, sorted(content.span for content in group)),
        source=None if group[0].source is None else _speaker(passage, tags.spans[group[0].source].span),
        cue=None if group[0].cue is None else _whole(passage.text, tags.spans[group[0].cue].span),
    )


def _speaker(passage: Passage, span: Span) -> Span | None:
    """Return what of *span* belongs to the report: no dateline does ("Tarn (AP) Mayor Lind")."""
    met = passage.indices_meeting(span)
    if not met:
        return None
    start = max(span.start, passage.units[met[0]].span.start)
    return _whole(passage.text, Span(start, span.end))


def _whole(text: str, span: Span) -> Span:
    """Widen *span* to whole words; a tagger of word pieces may end inside one."""
    start, end = span.start, span.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _join(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Unite spans with no word between them."""
    joined = spans[:1]
    for span in spans[1:]:
        between = text[joined[-1].end : span.start]
        if any(c.isalnum() for c in between):
            joined.append(span)
        else:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
    return tuple(joined)
