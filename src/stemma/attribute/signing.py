"""Words whose speaker a signature names: "“A” — Lind", a post above its handle."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.attribute.carrying import is_bare
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.model import Span

__all__ = ["sign"]

_NAME = r"(?P<name>[A-Z][\w.’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]+){0,4})"
_SIGNED = re.compile(rf"\s*(?P<mark>[—–―]|--?)\s*{_NAME}(?:,[^.!?]{{0,80}}|\s\([^()]*\))?\Z")
_DAY = r"(?:[^\W\d_]{3,}\.? \d{1,2},|\d{1,2} [^\W\d_]{3,}) \d{4}"
_POSTED = re.compile(rf"\s*(?P<mark>[—–―]|--?)\s*(?P<name>[^\s—–―()@][^\n—–―()@]{{0,48}}?)\s\(@\w+\)(?: {_DAY}|\Z)")
"""Under a post its writer may be called anything; a day follows, or the end of the paragraph."""
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+\s*\Z")
_SKIPPED = re.compile(r"Skip \w+ post (?:\d+ )?by @?\w+\s+")
"""What a page has for readers who do not want the post."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The part of a paragraph that someone speaks, who, and the mark that says so."""

    told: Span
    source: Span
    cue: Span


def sign(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return *drafts* with signed quotations and posts, each one entry; questions are no statements."""
    lines = list(_signatures(passage))
    added = [draft for line in lines for draft in _drafts(passage, line)]
    places = [Span(min(line.told.start, line.source.start), max(line.told.end, line.source.end)) for line in lines]
    kept = [draft for draft in drafts if not any(_replaces(place, draft) for place in places)]
    return [*kept, *added]


def _replaces(place: Span, draft: Draft) -> bool:
    """Tell whether a draft of the same words has its clause in another paragraph or in the sign, or has none."""
    if not all(place.holds(span) for span in draft.contents):
        return False
    return draft.cue is None or draft.source is None or not place.holds(draft.reach) or len(draft.cue) <= len("--")


def _drafts(passage: Passage, line: _Line) -> Iterator[Draft]:
    """Yield what is stated in *line* as one entry, as a quotation of several sentences is one."""
    stated = []
    for number in passage.indices_meeting(line.told):
        unit = passage.units[number].span
        span = Span(max(unit.start, line.told.start), min(unit.end, line.told.end)).trim(passage.text)
        if len(span) and not span.cut(passage.text).rstrip("\"”’'").endswith("?"):
            stated.append(span)
    if stated:
        yield Draft((Span(stated[0].start, stated[-1].end),), source=line.source, cue=line.cue)


def _signatures(passage: Passage) -> Iterator[_Line]:
    blocks = list(passage.paragraphs())
    for number, units in enumerate(blocks):
        block = Span(units[0].span.start, units[-1].span.end)
        posts = list(_posts(passage.text, block))
        yield from posts
        signed = None if posts else _SIGNED.search(passage.text, units[-1].span.start, block.end)
        if signed is None:
            continue
        name, mark = Span(*signed.span("name")), Span(*signed.span("mark"))
        before = Span(block.start, signed.start()).trim(passage.text)
        if before and _are_quoted(units, signed.start()):
            yield _Line(before, name, mark)
        elif not before and number and all(is_bare(unit) for unit in blocks[number - 1]):
            last = blocks[number - 1]
            yield _Line(Span(last[0].span.start, last[-1].span.end), name, mark)


def _posts(text: str, block: Span) -> Iterator[_Line]:
    """Yield the posts of a paragraph, one after the other, each above its writer's handle."""
    start = block.start
    for posted in _POSTED.finditer(text, block.start, block.end):
        skipped = _SKIPPED.match(text, start, posted.start())
        start = skipped.end() if skipped else start
        links = _LINKS.search(text, start, posted.start())
        told = Span(start, links.start() if links else posted.start()).trim(text)
        if told:
            yield _Line(told, Span(*posted.span("name")), Span(*posted.span("mark")))
        start = posted.end()


def _are_quoted(units: Sequence[Unit], end: int) -> bool:
    """Tell whether all words before *end* stand in quotation marks."""
    return all(
        unit.quoted(word.span.start) for unit in units for word in unit.words if word.is_word and word.span.end <= end
    )
