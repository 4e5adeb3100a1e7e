"""Stretches between quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemma.model import Span
from stemma.prose.singles import single_quotations

__all__ = ["is_continued", "quotations"]

_ANY_MARK = re.compile(r"[\"“”„‟″＂«»`'‘’‚‛‹›]")
_BLANK_LINE = re.compile(r"\n\s*\n")
# Doubled marks are one; '' and `` are double marks as typewriters and TeX set them.
_MARK = re.compile(r"([\"“”„‟″＂])\1*|«+|»+|``|''")
_SHAPED_OPENERS = "“„‟«`"
_CLOSERS = ("”", "“", '"', "″", "＂", "»", "«", "''")
_SINGLES = "‘‚‛'‹"
_SINGLE_CLOSERS = ("’", "'", "‘", "›")
_GUILLEMETS = "«»"
_LEADS = "([{<—–-/|:;=‘‚‹'"
# "... emails and contracts": a quotation may begin in the middle of a sentence.
_ELLIPSIS = re.compile(r"(?:\.{3}|…)\s?\w")
SAID = frozenset(("added", "asked", "explained", "noted", "replied", "said", "says", "wrote"))
_SENTENCE_END = re.compile(r"(?P<last>\w+)[^\w\s]*[.!?…]\s+\Z")
NEAR = 40
"""Characters before a mark in which the last word of a sentence stands."""
_INTRODUCED = re.compile(r"[:,]\s*\Z")
REMEMBERED = 1 << 14
"""Stretches of text whose quotations are kept: each stage asks for the same."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    is_led: bool
    """What stands before it could stand before an opening mark: nothing, a space, a bracket."""
    is_followed: bool
    """What stands after it could be quoted."""

    @property
    def is_shaped(self) -> bool:
        """Whether it is drawn as an opening mark."""
        return self.text[0] in _SHAPED_OPENERS


@lru_cache(maxsize=REMEMBERED)
def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """
    Return the quotations inside *span* with their marks, outermost only.

    Marks are paired by where they stand (before a word or after one) more than by how they are
    drawn, so that straight, doubled and wrongly turned ones do. A quotation that is not closed
    before its paragraph ends runs to the paragraph's end: papers open each paragraph of a long
    quotation anew and close the last alone. A mark after which another quotation opens and
    closes, but which is not closed itself, is left alone. Apostrophes, years ('90s), feet and
    inches open nothing.
    """
    if not _ANY_MARK.search(text, span.start, span.end):
        return ()
    found: list[Span] = []
    for paragraph in _paragraphs(text, span):
        doubles = _outermost(_pair(text, paragraph))
        found += _outermost([*doubles, *single_quotations(text, paragraph, doubles)])
    return tuple(found)


def is_continued(text: str, quotation: Span) -> bool:
    """Tell whether *quotation* ends without a closing mark: the next paragraph carries it on."""
    cut = quotation.cut(text)
    is_single = cut[0] in _SINGLES and not cut.startswith("''")
    return len(cut) == 1 or not cut.endswith(_SINGLE_CLOSERS if is_single else _CLOSERS)


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for gap in _BLANK_LINE.finditer(text, span.start, span.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, span.end)


def _pair(text: str, paragraph: Span) -> list[Span]:
    """Return all quotations between double marks, nested ones too."""
    marks = list(_marks(text, paragraph))
    if not marks:
        return []
    guillemets = [mark for mark in marks if mark.text[0] in _GUILLEMETS]
    others = marks if not guillemets else [mark for mark in marks if mark.text[0] not in _GUILLEMETS]
    return [*_match(text, paragraph, others), *_match(text, paragraph, guillemets)]


def _match(text: str, paragraph: Span, marks: Sequence[_Mark]) -> list[Span]:
    """Return the quotations between *marks* of one family."""
    found, opened = _pairs(text, marks, is_reopened=False)
    if len(opened) > 1 or (opened and found):
        found, opened = _pairs(text, marks, is_reopened=True)
    found += _unclosed(text, paragraph, opened[-1] if opened else None, found)
    return found


def _pairs(text: str, marks: Sequence[_Mark], *, is_reopened: bool) -> tuple[list[Span], list[_Mark]]:
    """
    Return the quotations that close, and the marks that opened one that does not.

    Where *is_reopened*, what opens behind a sentence inside a quotation carries it on: paragraphs that each opened
    it anew ran into one.
    """
    found: list[Span] = []
    opened: list[_Mark] = []
    for at, mark in enumerate(marks):
        follows = marks[at + 1] if at + 1 < len(marks) else None
        if _opens(mark, is_inside=bool(opened)):
            if not (is_reopened and opened and _carries_on(text, opened[-1], mark)):
                opened.append(mark)
        elif opened and not _is_inches(text, mark, follows):
            deepest = max(0, len(opened) - (mark.end - mark.start if len(opened) > 1 else 1))
            found.append(Span(opened[deepest].start, mark.end))
            del opened[deepest:]
    return found, opened


def _carries_on(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Tell whether *mark* stands behind a sentence that is quoted from head to end: "…, he said." ends outside."""
    if not text[opened.end : opened.end + 1].isupper():
        return False
    before = _SENTENCE_END.search(text, max(opened.end, mark.start - NEAR), mark.start)
    return before is not None and before["last"].casefold() not in SAID


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[found.start() - 1] if found.start() > paragraph.start else " "
        after = text[found.end()] if found.end() < paragraph.end else " "
        yield _Mark(
            found.start(),
            found.end(),
            found.group(),
            is_led=before.isspace() or before in _LEADS,
            is_followed=not (after.isspace() or after in ".,;:!?)]}…") or bool(_ELLIPSIS.match(text, found.end())),
        )


def _opens(mark: _Mark, *, is_inside: bool) -> bool:
    if is_inside:
        return mark.is_led and mark.is_followed and mark.text != "''"
    if mark.is_shaped:
        return mark.is_led or mark.is_followed
    return mark.is_led and mark.is_followed


def _is_inches(text: str, mark: _Mark, follows: _Mark | None) -> bool:
    """Tell whether a mark after a number measures: the next mark closes, so this one did not."""
    if mark.text not in {'"', "″"} or follows is None or not text[mark.start - 1].isdigit():
        return False
    return not (follows.is_led and follows.is_followed) and not follows.is_shaped


def _unclosed(text: str, paragraph: Span, mark: _Mark | None, closed: Sequence[Span]) -> Iterator[Span]:
    """Yield what an unclosed mark opens, if nothing else is quoted after it."""
    if mark is None or any(span.start > mark.start for span in closed):
        return
    is_first = mark.start == paragraph.start
    if mark.is_shaped or is_first or _INTRODUCED.search(text, paragraph.start, mark.start):
        yield Span(mark.start, paragraph.end)


def _outermost(found: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
