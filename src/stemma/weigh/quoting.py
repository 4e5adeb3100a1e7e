"""Words between quotation marks that two documents give differently."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from stemma.model import Attribution, Drift, Quote, Span
from stemma.prose import Word, quotations, words
from stemma.weigh.witnesses import Witnesses, drift

__all__ = ["altered_quotes"]

# Words that two quotations must share in order before they are one quotation.
SHARED = 8
# Of the stretch from the first to the last shared word, so much has to be the same.
SAME = 0.75

_MARKS = re.compile(r"[^\w\s]")
# Spellings that differ by the country of the paper alone.
_HOUSE_STYLE = (
    (r"our", "or"),
    (r"is(e|ed|es|ing|ation)$", r"iz\1"),
    (r"res?$", "er"),
    (r"ll(ed|ing)$", r"l\1"),
    (r"s$", ""),
)


def altered_quotes(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield quotations of one speaker that are the same but for words within them."""
    quoted: dict[str, list[tuple[Attribution, Span]]] = {}
    for item in witnesses.brief.attributions:
        if item.source and item.quote in (Quote.DIRECT, Quote.MIXED):
            for span in item.content_spans:
                quoted.setdefault(item.source, []).extend((item, part) for part in _parts(witnesses, item, span))
    seen: set[tuple[str, Span]] = set()
    for key in sorted(quoted):
        for left, right in combinations(sorted(quoted[key], key=lambda q: (q[0].document, q[1])), 2):
            if left[0].document == right[0].document:
                continue
            found = _altered(witnesses, left, right)
            if found and (found.place.document, found.place.span) not in seen:
                seen.add((found.place.document, found.place.span))
                yield found


def _parts(witnesses: Witnesses, item: Attribution, span: Span) -> Iterator[Span]:
    """Yield the stretches of *span* that stand between quotation marks; a direct quotation does as a whole."""
    if item.quote is Quote.DIRECT:
        yield span
        return
    yield from quotations(witnesses.document[item.document].text, span)


def _altered(witnesses: Witnesses, left: tuple[Attribution, Span], right: tuple[Attribution, Span]) -> Drift | None:
    rows = [words(witnesses.document[item.document].text, span) for item, span in (left, right)]
    keys = [[_plain(word) for word in row] for row in rows]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if shared < SHARED:
        return None
    first, last = blocks[0], blocks[-1]
    ends = (last.a + last.size - first.a, last.b + last.size - first.b)
    if shared == max(ends) or shared < SAME * max(ends):
        return None
    changes = [(rows[0][a.a + a.size : b.a], rows[1][a.b + a.size : b.b]) for a, b in pairwise(blocks)]
    here, there = _sides(witnesses, left[0], right[0])
    texts = [witnesses.document[item.document].text for item, _ in (left, right)]
    said = [[_cut(part, text) for part, text in zip(change, texts, strict=True)] for change in changes]
    mine = 0 if here is left[0] else 1
    pairs = ", ".join(f"“{pair[1 - mine]}” became “{pair[mine]}”" for pair in said)
    spans = [
        Span(row[at].span.start, row[at + end - 1].span.end)
        for row, at, end in zip(rows, (first.a, first.b), ends, strict=True)
    ]
    who = witnesses.name(here.source)
    return drift(
        "quote_altered",
        (here.document, spans[mine]),
        (there.document, spans[1 - mine]),
        f"In the words of {who}, {pairs}.",
    )


def _sides(witnesses: Witnesses, left: Attribution, right: Attribution) -> tuple[Attribution, Attribution]:
    """Return the one that altered and the one that is nearer the speaker."""
    best = witnesses.best((left, right))
    return (right, left) if best is left else (left, right)


def _plain(word: Word) -> str:
    key = _MARKS.sub("", word.key)
    for pattern, plain in _HOUSE_STYLE:
        key = re.sub(pattern, plain, key)
    return key


def _cut(row: tuple[Word, ...], text: str) -> str:
    return text[row[0].span.start : row[-1].span.end] if row else "…"
