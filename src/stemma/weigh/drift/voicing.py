"""What a document says in its own voice: the sentences in which nobody else is given."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from stemma.model import Attribution, Document, Span
from stemma.prose import quotations
from stemma.weigh.drift.witnesses import Witnesses

__all__ = ["Line", "has_forecast", "is_agentless", "own_lines"]

Thing = TypeVar("Thing")

# A sentence of which more than this share stands between quotation marks is somebody's words.
MOST_QUOTED = 0.5
# Characters behind a sentence in which the signature of a post stands: "— Name (@name)".
SIGNATURE = 300
# Sentences without any quotation mark that say "we", and the part of all sentences, that make a page speak for itself.
OWN_PAGE = 3
OWN_SHARE = 0.15

_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_MARKS = re.compile(r"[“”\"‘]")
# Who says "I" outside quotation marks is a post that the page has taken in, not the paper.
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]e|[Mm]y|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our)\b")
_POST = re.compile(r"\b[Hh]ide [Cc]aption\b|[—–-]\s?[^\n]{2,60}\(@\w+\)|pic\.twitter\.com|(?<!\w)#\w+.*(?<!\w)@\w+")
_ADVERB = re.compile(r"^(?:al|re|pur|sup)\w+edly$")
_AGENTLESS = re.compile(
    r"\b(?:allegedly|reportedly|purportedly|supposedly"
    r"|(?:is|are|was|were|been) (?:\w+ly )?(?:said|believed|thought|understood|alleged|rumou?red|reported) to)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:(?:un)?likely(?= to\b)|will (?:\w+ly )?(?:un)?likely\b|would (?:\w+ly )?likely\b|poised to"
    r"|(?:appears?|seems?) (?:\w+ly )?to\b|(?:would|could|might|may) (?:also |further |well )?(?:be|have|[a-z]{4,})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in a document's own voice."""

    document: str
    span: Span
    text: str
    own: tuple[Attribution, ...]
    """What was found in it, none of it by a source that it names."""


def own_lines(witnesses: Witnesses, document: Document) -> Iterator[Line]:
    """Yield the sentences of *document* that name nobody for what they say, and that are no quotation or post."""
    if _speaks_as_we(witnesses, document):
        return
    quoted = [span for block in document.body for span in quotations(document.text, block)]
    lines = witnesses.sentences[document.id]
    said = witnesses.said_in[document.id]
    items = _by_line(lines, [(a, [place for place in (a.content_spans[0], a.cue_span) if place]) for a in said])
    marked = _by_line(lines, [(q, [q]) for q in quoted])
    for number, span in enumerate(lines):
        text = span.cut(document.text)
        between = sum(len(_overlap(q, span)) for q in marked.get(number, ()))
        if between > MOST_QUOTED * len(span) or _MARKS.match(text) or _FIRST_PERSON.search(text):
            continue
        if _POST.search(text) or _POST.search(document.text, span.end, span.end + SIGNATURE):
            continue
        inside = tuple(items.get(number, ()))
        if all(_is_nobodys(witnesses, a) for a in inside):
            yield Line(document.id, span, text, inside)


def _speaks_as_we(witnesses: Witnesses, document: Document) -> bool:
    """Tell whether *document* is a company's or a ministry's own page: it is its own source."""
    plain = [s.cut(document.text) for s in witnesses.sentences[document.id]]
    ours = sum(bool(_WE.search(text)) for text in plain if not _MARKS.search(text))
    return ours >= max(OWN_PAGE, OWN_SHARE * len(plain))


def is_agentless(text: str) -> bool:
    """Tell whether *text* says that something is alleged or reported without saying by whom."""
    return bool(_AGENTLESS.search(text))


def has_forecast(text: str) -> bool:
    """Tell whether *text* weighs what is or will be, as an analyst does."""
    return bool(_FORECAST.search(text))


def _by_line(lines: Sequence[Span], placed: Iterable[tuple[Thing, Sequence[Span]]]) -> dict[int, list[Thing]]:
    """Return by the number of each of *lines* what has a place that meets it, in order."""
    starts = [line.start for line in lines]
    found: dict[int, list[Thing]] = {}
    for thing, places in placed:
        numbers: set[int] = set()
        for place in places:
            first = max(0, bisect_right(starts, place.start) - 1)
            numbers.update(n for n in range(first, bisect_left(starts, place.end)) if lines[n].meets(place))
        for number in numbers:
            found.setdefault(number, []).append(thing)
    return found


def _is_nobodys(witnesses: Witnesses, item: Attribution) -> bool:
    """Tell whether *item* has no speaker: narrated, agentless, or a forecast of what its subject will say."""
    if item.narrated or item.source_span is None:
        return True
    cue = witnesses.cut(item.document, item.cue_span).casefold() if item.cue_span else ""
    return bool(_ADVERB.match(cue)) or has_forecast(cue)


def _overlap(left: Span, right: Span) -> range:
    return range(max(left.start, right.start), min(left.end, right.end))
