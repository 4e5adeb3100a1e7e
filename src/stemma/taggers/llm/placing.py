"""From a model's entries to stretches of the text."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Span
from stemma.prose import sentences
from stemma.taggers.llm.answer import Answer, Entry
from stemma.taggers.llm.chunks import Chunk
from stemma.taggers.llm.lookup import Lookup

__all__ = ["Placed", "Report", "place"]

NEAREST = 12
"""Places of a source's or a cue's words that are weighed against each other: the nearest to what is said."""


@dataclass(frozen=True, slots=True)
class Report:
    """Who said what, in characters of the text."""

    contents: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    inside: Report | None = None
    """The report in whose content the model sees this one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What of an answer stands in the text."""

    reports: tuple[Report, ...] = ()
    strays: int = 0
    """Sources, cues and pieces of content that do not."""
    unfit: int = 0
    """Those that do, but in several places or in what they introduce, and entries without the form asked for."""


def place(text: str, chunk: Chunk, answer: Answer) -> Placed:
    """
    Find the entries of *answer* in *chunk* of *text*.

    An entry whose content is not there is left out; a source or cue that is not there is left out
    of its entry, and where both are missing that were given, the entry goes too.
    """
    ground = _Ground.of(text, chunk)
    reports: list[Report] = []
    numbered: dict[int, Report] = {}
    missing: list[str] = []
    for entry in answer.entries:
        if ground.tells_before(entry):
            continue  # asked about with the chunk that it belongs to
        outer = None if entry.inside is None else numbered.get(entry.inside)
        report, lost = _place(ground, entry, outer, [r.contents for r in reports])
        missing += lost
        if report is not None:
            reports.append(report)
            if entry.number is not None:
                numbered.setdefault(entry.number, report)
    strays = sum(not ground.find_all(words) for words in missing)
    return Placed(tuple(reports), strays, answer.malformed + len(missing) - strays)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The paragraphs that the model saw."""

    lookups: dict[int, Lookup]
    """By number, in reading order."""
    own: frozenset[int]
    """Numbers of those that the model was asked about."""
    before: int | None
    """Number of the one that it was shown besides."""
    starts: tuple[int, ...]
    """Of their sentences."""

    @classmethod
    def of(cls, text: str, chunk: Chunk) -> _Ground:
        lookups = {one.number: Lookup.of(text, one.span) for one in chunk.all}
        starts = (sentence.start for one in chunk.all for sentence in sentences(text, one.span))
        before = None if chunk.before is None else chunk.before.number
        return cls(lookups, frozenset(one.number for one in chunk.paragraphs), before, tuple(starts))

    def tells_before(self, entry: Entry) -> bool:
        """Tell whether *entry* is of the paragraph before, whichever number it gives."""
        if self.before is None or not self.lookups[self.before].find(entry.content[0]):
            return False
        return entry.paragraph == self.before or not self.find_content(entry.content[0], entry.paragraph)

    def find_content(self, words: str, paragraph: int | None) -> list[Span]:
        """Look in the paragraph that the model names, else take the only place there is in another."""
        if paragraph in self.own and (found := self.lookups[paragraph].find(words)):
            return found
        elsewhere = [span for number in self.own for span in self.lookups[number].find(words)]
        return elsewhere if len(elsewhere) == 1 else []

    def find_all(self, words: str) -> list[Span]:
        return [span for lookup in self.lookups.values() for span in lookup.find(words)]

    def apart(self, one: Span, other: Span) -> tuple[int, int]:
        """Return how many sentences and how many characters lie between two spans."""
        gap = max(one.start - other.end, other.start - one.end, 0)
        places = [bisect.bisect_right(self.starts, span.start) for span in (one, other)]
        return abs(places[0] - places[1]), gap


def _place(
    ground: _Ground, entry: Entry, outer: Report | None, taken: Sequence[tuple[Span, ...]]
) -> tuple[Report | None, list[str]]:
    """Return the report of *entry*, if there is one, and which of its passages have no place in the text."""
    contents, missing = _find_pieces(ground, entry, taken)
    if not contents:
        return None, missing
    sources = _near(ground, entry.source, contents)
    cues = _near(ground, entry.cue, contents)
    missing += [words for words, found in ((entry.source, sources), (entry.cue, cues)) if words and not found]
    if not sources and not cues and (entry.source or entry.cue):
        return None, missing
    source, cue = _choose(ground, contents, sources, cues)
    return Report(contents, source, cue, outer), missing


def _find_pieces(
    ground: _Ground, entry: Entry, taken: Sequence[tuple[Span, ...]]
) -> tuple[tuple[Span, ...], list[str]]:
    """
    Find the pieces of the content, each behind the one before, and those that have no place.

    Words that stand twice and are told twice are found in order.
    """
    pieces: list[Span] = []
    missing: list[str] = []
    for words in entry.content:
        found = ground.find_content(words, entry.paragraph)
        behind = [span for span in found if not pieces or span.start >= pieces[-1].end]
        fresh = [span for span in behind if not any(span in contents for contents in taken)]
        if behind:
            pieces.append((fresh or behind)[0])
        else:
            missing.append(words)
    return tuple(pieces), missing


def _near(ground: _Ground, words: str | None, contents: tuple[Span, ...]) -> list[Span]:
    """Return the places of *words* outside of *contents*, nearest first."""
    found = [] if words is None else ground.find_all(words)
    outside = [span for span in found if not any(span.meets(content) for content in contents)]
    return sorted(outside, key=lambda span: _apart(ground, span, contents))[:NEAREST]


def _apart(ground: _Ground, span: Span, contents: tuple[Span, ...]) -> tuple[int, int]:
    return min(ground.apart(span, content) for content in contents)


def _choose(
    ground: _Ground, contents: tuple[Span, ...], sources: list[Span], cues: list[Span]
) -> tuple[Span | None, Span | None]:
    """Return the source and the cue that stand nearest to the content and to each other."""
    if not sources or not cues:
        return next(iter(sources), None), next(iter(cues), None)

    def rank(pair: tuple[Span, Span]) -> tuple[int, int, int, int]:
        source, cue = pair
        distances = (_apart(ground, source, contents), _apart(ground, cue, contents), ground.apart(source, cue))
        return sum(d[0] for d in distances), sum(d[1] for d in distances), source.start, cue.start

    apart = [(source, cue) for source, cue in itertools.product(sources, cues) if not source.meets(cue)]
    return min(apart, key=rank) if apart else (sources[0], None)
