"""The sentences that attributions stand in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stemma.model import Attribution, Document, Quotes, Span
from stemma.prose import sentences

__all__ = ["Passage", "passages_of"]


@dataclass(slots=True)
class Passage:
    """Attributions that share a sentence, and all sentences that they stand in."""

    attributions: list[Attribution] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    """Of the sentences."""
    stretches: tuple[Span, ...] = ()
    """Sentences that follow each other in one paragraph are one stretch."""


def passages_of(quotes: Quotes) -> tuple[Passage, ...]:
    """Return the passages of a document in reading order; each attribution is in one of them."""
    units = _sentences(quotes.document)
    starts = [unit.start for unit, _ in units]
    by_number: dict[int, Passage] = {}
    passages: dict[int, Passage] = {}
    for attribution in quotes.attributions:
        touched = {number for span in _spans(attribution) for number in _touched(span, units, starts)}
        home = Passage([attribution], touched)
        for met in {id(p): p for n in sorted(touched) if (p := by_number.get(n))}.values():
            home = Passage([*met.attributions, *home.attributions], met.numbers | home.numbers)
            del passages[id(met)]
        passages[id(home)] = home
        by_number.update(dict.fromkeys(home.numbers, home))
    for passage in passages.values():
        passage.attributions.sort(key=lambda a: (a.content_spans, a.id))
        passage.stretches = tuple(_stretches(sorted(passage.numbers), units))
    return tuple(sorted(passages.values(), key=lambda p: (min(p.numbers, default=0), p.attributions[0].content_spans)))


def _sentences(document: Document) -> list[tuple[Span, int]]:
    """Return the sentences of the title and the body in order, each with the number of its paragraph."""
    blocks = sorted({*document.body, *([document.title_span] if document.title_span else [])})
    return [(unit, at) for at, block in enumerate(blocks) for unit in sentences(document.text, block)]


def _spans(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content_spans
    yield from (span for span in (attribution.source_span, attribution.cue_span, *attribution.via_spans) if span)


def _touched(span: Span, units: Sequence[tuple[Span, int]], starts: Sequence[int]) -> Iterator[int]:
    number = max(0, bisect_right(starts, span.start) - 1)
    while number < len(units) and units[number][0].start < span.end:
        if units[number][0].meets(span):
            yield number
        number += 1


def _stretches(numbers: Sequence[int], units: Sequence[tuple[Span, int]]) -> Iterator[Span]:
    first: int | None = None
    for at, number in enumerate(numbers):
        first = number if first is None else first
        is_last = at + 1 == len(numbers) or numbers[at + 1] != number + 1 or units[number + 1][1] != units[number][1]
        if is_last:
            yield Span(units[first][0].start, units[number][0].end)
            first = None
