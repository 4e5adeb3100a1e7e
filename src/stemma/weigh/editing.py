"""What an outlet changed in an article of its own from one version to the next, and whether it says so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz.distance import Indel

from stemma.lexicon import any_of
from stemma.model import Document, Drift, Figure, Place, Span
from stemma.prose import sentences

__all__ = ["find_edits"]

LIKE = 0.5
"""Share of words from which two sentences at one place are one that was reworded, not two."""
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")


def find_edits(
    older: Document, newer: Document, older_figures: Sequence[Figure], newer_figures: Sequence[Figure]
) -> tuple[Drift, ...]:
    """
    Return what *newer* changed in *older*, two versions of one article, in the order of the newer text.

    Each place is in the newer version, its counterpart in the older; where a sentence was added or taken
    out, the empty span says where.
    """
    sides = (_Side.of(older, older_figures), _Side.of(newer, newer_figures))
    notes = _new_notes(older.text, newer.text)
    said = "a note in the newer version says that it was changed" if notes else "no note says so"
    edits = [edit for change in _changes(*sides) for edit in _told(*sides, change, said)]
    noted = (
        Drift("correction_noted", Place(newer.id, note), Place(older.id, Span(0, 0)), "the newer version has a note")
        for note in notes
    )
    plain = (e for e in edits if e.kind != "sentence_added" or not any(note.holds(e.place.span) for note in notes))
    return tuple(sorted([*plain, *noted], key=lambda edit: (edit.place, edit.against, edit.kind)))


@dataclass(frozen=True, slots=True)
class _Side:
    """One version."""

    document: Document
    figures: Sequence[Figure]
    spans: tuple[Span, ...]
    """Its title and the sentences of its body."""
    words: tuple[str, ...]
    """Of each sentence, with one space between them."""

    @classmethod
    def of(cls, document: Document, figures: Sequence[Figure]) -> "_Side":
        title = [document.title_span] if document.title_span else []
        spans = (*title, *(span for block in document.body for span in sentences(document.text, block)))
        return cls(document, figures, spans, tuple(" ".join(span.cut(document.text).split()) for span in spans))

    def place(self, at: int | None, before: int) -> Place:
        """Return sentence *at*; where there is none, the point in front of sentence *before*."""
        if at is not None:
            return Place(self.document.id, self.spans[at])
        last = self.spans[-1].end if self.spans else 0
        point = self.spans[before].start if before < len(self.spans) else last
        return Place(self.document.id, Span(point, point))

    def figures_in(self, at: int) -> list[Figure]:
        return [figure for figure in self.figures if self.spans[at].holds(figure.span)]


@dataclass(frozen=True, slots=True)
class _Change:
    """A sentence of the older version, and what it became; None for what is on one side only."""

    older: int | None
    newer: int | None
    older_at: int
    newer_at: int


def _changes(older: _Side, newer: _Side) -> Iterator[_Change]:
    """Yield what differs; a sentence that only moved does not."""
    moved = Counter(older.words) & Counter(newer.words)
    for tag, i, i_end, j, j_end in SequenceMatcher(None, older.words, newer.words, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone = [at for at in range(i, i_end) if older.words[at] not in moved]
        come = [at for at in range(j, j_end) if newer.words[at] not in moved]
        split = {at: _WORD.findall(newer.words[at].casefold()) for at in come}
        for left in gone:
            words = _WORD.findall(older.words[left].casefold())
            right = next((at for at in come if Indel.normalized_similarity(words, split[at]) >= LIKE), None)
            if right is not None:
                come = [at for at in come if at != right]
            yield _Change(left, right, left, j if right is None else right)
        for right in come:
            yield _Change(None, right, i, right)


def _told(older: _Side, newer: _Side, change: _Change, said: str) -> Iterator[Drift]:
    here, there = newer.place(change.newer, change.newer_at), older.place(change.older, change.older_at)
    if change.older is None:
        yield Drift("sentence_added", here, there, f"the newer version says more; {said}")
    elif change.newer is None:
        yield Drift("sentence_removed", here, there, f"the newer version does not say it any more; {said}")
    else:
        figures = list(_other_figures(older.figures_in(change.older), newer.figures_in(change.newer)))
        for was, now in figures:
            why = f"“{was.text}” became “{now.text}” in a newer version of the article; {said}"
            places = Place(now.document, now.span), Place(was.document, was.span)
            yield Drift("figure_changed", *places, why)
        if not figures:
            yield Drift("sentence_changed", here, there, f"the newer version words it otherwise; {said}")


def _other_figures(older: Sequence[Figure], newer: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures of a sentence that became others of their unit, in their order."""
    kept = Counter(map(_amount, older)) & Counter(map(_amount, newer))
    gone = [figure for figure in older if _amount(figure) not in kept]
    come = [figure for figure in newer if _amount(figure) not in kept]
    for was in gone:
        now = next((figure for figure in come if (figure.unit, figure.per) == (was.unit, was.per)), None)
        if now is not None:
            come.remove(now)
            yield was, now


def _amount(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.bound, figure.unit, figure.per


def _new_notes(older: str, newer: str) -> list[Span]:
    """Return the lines of *newer* by which an outlet says that it changed something, and that *older* has not."""
    return [
        Span(*found.span()).trim(newer)
        for found in _LINE.finditer(newer)
        if _note().search(found.group()) and found.group().strip() not in older
    ]


@cache
def _note() -> re.Pattern[str]:
    heads, verbs, nouns = map(any_of, ("correction_heads", "correction_verbs", "own_texts"))
    return re.compile(
        rf"^\W*(?:{heads})\b\s*(?:[:.—–(-]|$|(?:on|at|\d))"
        rf"|\b(?:earlier|previous|original|prior|first)\s+(?:version|edition)s?\s+of\s+(?:this|our|the)\s"
        rf"|\b(?:this|our)\s+(?:\w+\s+)?(?:{nouns})\s+(?:was|has\s+(?:since\s+)?been|is)\s+(?:\w+ly\s+)?(?:{verbs})\b",
        re.IGNORECASE,
    )
