"""Paragraphs from the lines of printed pages, which a format gives without saying what belongs together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from stemma.readers.layout import single_spaced

__all__ = ["paragraphs_of"]

EDGE = 2
"""Lines at the top and the foot of a page among which running heads stand."""
RUNNING_SHARE = 0.5
"""Share of pages from which a line at their edge is a running head; a chapter's title stands on fewer."""
FEWEST_PAGES = 3
"""Below this a line on two pages may be chance."""
FULL = 0.75
"""Share of the page's width from which a line was broken because it was full: a paragraph's last line is mostly
shorter, and the right edge of unjustified text varies by a fifth."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\W*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$|^[ivxl]{1,6}$", re.IGNORECASE)
_STOPPED = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\[?\d{0,3}\]?)$")
_BULLET = re.compile(r"^(?:[•*·▪►●○–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_BROKEN_WORD = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")


def paragraphs_of(pages: Sequence[Sequence[str]]) -> list[str]:
    """
    Return the paragraphs on *pages*, without running heads and page numbers, words broken at a line's end made whole.

    A paragraph ends at a blank line, before a bullet, and where a line ends short; it goes on over a page's end.
    """
    bare = [[single_spaced(line) for line in page] for page in pages]
    running = _running_heads(bare)
    kept = [_without_edges(page, running) for page in bare]
    lines = [line for page in kept for line in page]
    width = _width([line for line in lines if line])
    found: list[str] = []
    for page in kept:
        is_open = bool(found) and not _STOPPED.search(found[-1])
        for number, paragraph in enumerate(_joined(page, width)):
            if number == 0 and is_open and paragraph[:1].islower():
                found[-1] = _join(found[-1], paragraph)
            else:
                found.append(paragraph)
    return found


def _running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    if len(pages) < FEWEST_PAGES:
        return frozenset()
    counts = Counter(key for page in pages for key in {_masked(line) for line in _edges(page)})
    return frozenset(key for key, count in counts.items() if count >= max(FEWEST_PAGES, RUNNING_SHARE * len(pages)))


def _edges(page: Sequence[str]) -> Iterator[str]:
    lines = [line for line in page if line]
    yield from lines[:EDGE]
    yield from lines[EDGE:][-EDGE:]


def _masked(line: str) -> str:
    return _DIGITS.sub("0", line.casefold())


def _without_edges(page: Sequence[str], running: frozenset[str]) -> list[str]:
    filled = [i for i, line in enumerate(page) if line]
    edges = {*filled[:EDGE], *filled[-EDGE:]}
    return [
        line
        for i, line in enumerate(page)
        if not (i in edges and (_masked(line) in running or _PAGE_NUMBER.match(line)))
    ]


def _width(lines: Sequence[str]) -> int:
    """How long a full line is: nine lines in ten are no longer."""
    lengths = sorted(map(len, lines))
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    pieces: list[str] = []
    last = ""
    for line in lines:
        if pieces and not (line and _runs_on(last, line, width)):
            yield "".join(pieces)
            pieces = []
        if line:
            pieces += [line] if not pieces else _joint(pieces.pop(), line)
        last = line
    if pieces:
        yield "".join(pieces)


def _runs_on(line: str, following: str, width: int) -> bool:
    if _BULLET.match(following):
        return False
    if len(line) >= FULL * width:
        return True
    return following[:1].islower() and not _STOPPED.search(line)


def _join(line: str, following: str) -> str:
    return "".join(_joint(line, following))


def _joint(line: str, following: str) -> tuple[str, str]:
    """Return two lines as they stand in one, a word that was broken between them made whole."""
    if _BROKEN_WORD.search(line) and following[:1].islower():
        return line[:-1], following
    return f"{line} ", following
