"""Quotes for a terminal: the sentences as they stand, with sources, cues and contents marked, and who that is."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from stemma.model import Attribution, Quotes, Span, Stance
from stemma.tell.days import days
from stemma.tell.layout import Ink, Run, clean, paint
from stemma.tell.quotes.passages import Passage, passages_of
from stemma.tell.sheet import Sheet, faint
from stemma.tell.wording import STANCES

__all__ = ["quotes_as_terminal"]

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INDENT = "    "


class Part(IntEnum):
    """What words are in an attribution; where parts overlap, the higher gives the colour."""

    CONTENT = 0
    SOURCE = 1
    CUE = 2


_INKS = {Part.CONTENT: Ink.CONTENT, Part.SOURCE: Ink.SOURCE, Part.CUE: Ink.CUE}
_BRACKETS = {Part.CONTENT: ("{", "}"), Part.SOURCE: ("[", "]"), Part.CUE: ("<", ">")}


class _Mark(NamedTuple):
    span: Span
    part: Part
    number: str
    """Of the attribution, raised; empty for sources and cues, which attributions may share."""


def quotes_as_terminal(quotes: Quotes, *, is_first: bool = True, width: int = 80, color: bool = False) -> str:
    """
    Return *quotes* as text of at most *width* columns; nothing where there are none.

    Sources, cues and contents have a colour each where *color*, brackets where not. The first
    document of an output begins with a line that explains them.
    """
    if not quotes.attributions:
        return ""
    sheet = Sheet(width)
    if is_first:
        sheet.write(*_legend(color=color))
    sheet.skip()
    _tell_head(sheet, quotes)
    number = 1
    for passage in passages_of(quotes):
        sheet.skip()
        _tell_passage(sheet, passage, quotes, number, color=color)
        number += len(passage.attributions)
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)


def _legend(*, color: bool) -> Iterator[Run]:
    for part in (Part.SOURCE, Part.CUE, Part.CONTENT):
        left, right = ("", "") if color else _BRACKETS[part]
        yield Run(f"{left}{part.name.lower()}{right}", _INKS[part])
        yield faint(" ")
    yield faint("¹ told below; :345 is the character where it begins")


def _tell_head(sheet: Sheet, quotes: Quotes) -> None:
    document = quotes.document
    facts = (document.outlet or "", days(document.published.interval))
    sheet.write(Run(clean(document.path), Ink.HEAD), *(f" · {clean(fact)}" for fact in facts if fact))
    if document.title:
        sheet.write(Run(clean(document.title), Ink.STRONG))


def _tell_passage(sheet: Sheet, passage: Passage, quotes: Quotes, first: int, *, color: bool) -> None:
    numbers = {a.id: str(at).translate(_SUPERSCRIPT) for at, a in enumerate(passage.attributions, first)}
    marks = sorted({mark for a in passage.attributions for mark in _marks(a, numbers[a.id])})
    for stretch in passage.stretches:
        sheet.write(*_runs(stretch, marks, quotes.document.text, color=color))
    accounts: dict[tuple[Run, ...], list[Attribution]] = {}
    for attribution in passage.attributions:
        accounts.setdefault(tuple(_account(attribution, quotes)), []).append(attribution)
    for account, same in accounts.items():
        number = Run(f"{' '.join(numbers[a.id] for a in same):>3} ", Ink.FAINT)
        places = " ".join(f":{a.content_spans[0].start}" for a in same)
        sheet.write(*account, faint(f" {places}"), first=number, rest=_INDENT)


def _marks(a: Attribution, number: str) -> Iterator[_Mark]:
    for span in a.content_spans:
        yield _Mark(span, Part.CONTENT, number)
    for words in (a.source_span, *a.via_spans):
        if words:
            yield _Mark(words, Part.SOURCE, "")
    if a.cue_span:
        yield _Mark(a.cue_span, Part.CUE, "")


def _runs(stretch: Span, marks: Iterable[_Mark], text: str, *, color: bool) -> Iterator[Run]:
    """Yield the words of *stretch* in their colours or, without colours, between brackets."""
    inside = [mark._replace(span=_within(mark.span, stretch)) for mark in marks if mark.span.meets(stretch)]
    cuts = sorted({stretch.start, stretch.end, *(p for m in inside for p in (m.span.start, m.span.end))})
    for start, end in pairwise(cuts):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        ink = _INKS[max(mark.part for mark in over)] if over else Ink.PLAIN
        opening = sorted((m for m in over if m.span.start == start), key=lambda m: (-m.span.end, m.part))
        closing = sorted((m for m in over if m.span.end == end), key=lambda m: (-m.span.start, -m.part))
        yield Run("".join(("" if color else _BRACKETS[m.part][0]) + m.number for m in opening), Ink.FAINT)
        yield Run(text[start:end], ink)
        if not color:
            yield Run("".join(_BRACKETS[m.part][1] for m in closing))


def _within(span: Span, stretch: Span) -> Span:
    return Span(max(span.start, stretch.start), min(span.end, stretch.end))


def _account(a: Attribution, quotes: Quotes) -> Iterator[Run]:
    """Yield who it is that says it, and what the sentence does not show by itself."""
    yield from _speaker(a, quotes)
    if a.stance is not Stance.ASSERT:
        yield Run(f" · {STANCES[a.stance]}")
    if a.via_spans:
        yield Run(f" · through {', '.join(_called(span, quotes) for span in a.via_spans)}")
    if a.hedges:
        yield Run(f" · hedged: {', '.join(map(clean, a.hedges))}")
    if a.on:
        yield Run(f" · {days(a.on)}")


def _speaker(a: Attribution, quotes: Quotes) -> Iterator[Run]:
    if a.source:
        source = quotes.sources[a.source]
        yield Run(clean(source.name), Ink.STRONG)
        if source.role:
            yield Run(f", {clean(source.role)}")
        elif source.party:
            yield Run(f", for {clean(quotes.sources[source.party].name)}")
    elif a.narrated:
        yield Run("in its own voice")
    elif a.source_span:
        yield Run(f"“{clean(a.source_span.cut(quotes.document.text))}” (not resolved)")
    else:
        yield Run("no source named")


def _called(span: Span, quotes: Quotes) -> str:
    id = quotes.mentions.get(span)
    return clean(quotes.sources[id].name if id else span.cut(quotes.document.text))
