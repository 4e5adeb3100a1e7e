"""Words between quotation marks that two documents give differently."""

import re
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from stemma.lexicon import WORDS_KEPT, words_of
from stemma.model import Attribution, Drift, Place, Quote, Span
from stemma.prose import Word, quotations, sentences, words
from stemma.weigh.counts.blocking import Blocks
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["altered_quotes"]

# Words that two quotations must share in order before they are one quotation.
SHARED = 8
# Of the stretch from the first to the last shared word, so much has to be the same.
SAME = 0.75
# Fewer of both are enough where a word of matter changed, as a second translator changes it: grammar alone changes
# when two people write down what they heard.
SHARED_MATTER = 5
SAME_MATTER = 0.6
# Words before the first shared one in one of them at most: one thing is said in few words with many a beginning ("to
# protect the lives of the people").
LEAD = 1
# Words that were put in or left out in a row within one saying; behind more the speaker has gone on.
LONGEST_CHANGE = 6

# Pairs of sentences of two quotations that are held against each other at most: of two speeches each with each is many.
MOST_PAIRS = 400

# Likeness (0 to 100) of two words that are one, misspelt or in a dialect: "analysed", "askin".
SAME_SPELLING = 75
# Characters before a quotation inside a direct one: nested marks at its very beginning are its own.
WHOLE_SLACK = 2

# Characters before a changed word with which it is looked for in the other documents.
LED = 12
# Where there is no word.
GAP = "…"

_Said = tuple[Attribution, Span]
"""A quotation, and where its words stand."""
_LINK = re.compile(r"https?://|pic\.twitter\.com")
_MARKED = re.compile(r"\.\.|…|\[|\(|&|[”\"]")
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
    """Yield quotations that are the same but for words within them."""
    said = [
        (item, part)
        for item in witnesses.brief.attributions
        if not item.narrated and item.quote in (Quote.DIRECT, Quote.MIXED)
        for span in item.content_spans
        for part in _parts(witnesses, item, span)
    ]
    quoted = sorted(said, key=lambda one: (one[0].source or "", one[0].document, one[1], one[0].id))
    seen: set[Place] = set()
    for left, right in _near(witnesses, quoted):
        if left[0].document == right[0].document:
            continue
        is_same_speaker = left[0].source is not None and left[0].source == right[0].source
        if not is_same_speaker and not _may_be_one_speaker(witnesses, left[0], right[0]):
            continue
        found = _altered(witnesses, left, right, is_same_speaker=is_same_speaker, is_whole=True)
        found = found or _altered_sentence(witnesses, left, right)
        # a wording that was altered bears no witness against another
        if found and not any(_meets(found.place, other) or _meets(found.against, other) for other in seen):
            seen.add(found.place)
            yield found


def _meets(one: Place, other: Place) -> bool:
    return one.document == other.document and one.span.meets(other.span)


def _altered_sentence(witnesses: Witnesses, left: _Said, right: _Said) -> Drift | None:
    """Return what was changed in one sentence of two quotations that go on in other words."""
    cut = [[(a, s) for s in sentences(witnesses.document[a.document].text, span)] for a, span in (left, right)]
    if max(map(len, cut)) == 1 or len(cut[0]) * len(cut[1]) > MOST_PAIRS:
        return None
    pairs = ((one, other) for one in cut[0] for other in cut[1])
    found = (_altered(witnesses, *pair, is_same_speaker=False, is_whole=False) for pair in pairs)
    return next((made for made in found if made), None)


def _may_be_one_speaker(witnesses: Witnesses, left: Attribution, right: Attribution) -> bool:
    """Tell whether one of two names nobody, or speaks for the other: "the director", "a spokesman for Hale"."""
    known = [witnesses.source.get(item.source or "") for item in (left, right)]
    if not all(witnesses.is_named(item.source) for item in (left, right)):
        return True
    return any(one is not None and other is not None and one.party == other.id for one, other in (known, known[::-1]))


def _near(witnesses: Witnesses, said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield the pairs that share a row of words: so much has to be the same that some words stand together."""
    rows = [[_plain(word.key) for word in words(witnesses.document[a.document].text, span)] for a, span in said]
    marked = [frozenset(zip(row, row[1:], row[2:], strict=False)) for row in rows]
    blocks = Blocks(marked, few=0)
    for place, left in enumerate(said):
        yield from ((left, said[other]) for other in blocks.near(marked[place]) if other > place)


def _parts(witnesses: Witnesses, item: Attribution, span: Span) -> Iterator[Span]:
    """Yield the stretches of *span* that stand between quotation marks; without any, a direct quotation does whole."""
    text = witnesses.document[item.document].text
    if _LINK.search(span.cut(text)):
        return
    between = quotations(text, span)
    is_whole = item.quote is Quote.DIRECT and not any(q.start > span.start + WHOLE_SLACK for q in between)
    yield from (span,) if is_whole else between


def _altered(witnesses: Witnesses, left: _Said, right: _Said, *, is_same_speaker: bool, is_whole: bool) -> Drift | None:
    rows = [words(witnesses.document[item.document].text, span) for item, span in (left, right)]
    keys = [[_plain(word.key) for word in row] for row in rows]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    changes = [(rows[0][a.a + a.size : b.a], rows[1][a.b + a.size : b.b]) for a, b in pairwise(blocks)]
    if is_whole and blocks and _end_apart(witnesses, (left, right), rows, blocks):
        blocks.append(Match(len(rows[0]), len(rows[1]), 0))
        changes.append((rows[0][blocks[-2].a + blocks[-2].size :], rows[1][blocks[-2].b + blocks[-2].size :]))
    if not blocks or not _is_one_saying(blocks, is_matter=is_same_speaker and any(map(_is_of_matter, changes))):
        return None
    first, ends = blocks[0], _ends(blocks)
    texts = [witnesses.document[item.document].text for item, _ in (left, right)]
    said = [[_cut(part, text) for part, text in zip(change, texts, strict=True)] for change in changes]
    gaps = list(_gaps(rows, texts, blocks))
    telling = [n for n, pair in enumerate(said) if not _is_trifle(*pair)]
    if not telling or any(_is_marked(text, gap) for text, gap in gaps):
        return None
    wordings = _wordings(rows, texts, blocks, telling[0])
    here, there = _sides(witnesses, (left[0], wordings[0]), (right[0], wordings[1]))
    said = [said[n] for n in telling]
    mine = 0 if here is left[0] else 1
    pairs = ", ".join(_told(pair[1 - mine], pair[mine]) for pair in said)
    spans = [
        Span(row[at].span.start, row[at + end - 1].span.end)
        for row, at, end in zip(rows, (first.a, first.b), ends, strict=True)
    ]
    who = next((witnesses.name(a.source) for a in (here, there) if witnesses.is_named(a.source)), "one speaker")
    return drift(
        "quote_altered",
        (here.document, spans[mine]),
        (there.document, spans[1 - mine]),
        f"In the words of {who}, {pairs}.",
    )


def _wordings(
    rows: Sequence[tuple[Word, ...]], texts: Sequence[str], blocks: Sequence[Match], change: int
) -> Sequence[str]:
    """Return the words of a change on both sides, from a little before it to the word behind it."""
    before, behind = blocks[change], blocks[change + 1]
    ends = (before.a + before.size - 1, behind.a), (before.b + before.size - 1, behind.b)
    return [
        text[row[last].span.end - LED : row[min(first, len(row) - 1)].span.end]
        for row, text, (last, first) in zip(rows, texts, ends, strict=True)
    ]


def _told(was: str, now: str) -> str:
    if GAP in (was, now):
        return f"“{now}” was put in" if was == GAP else f"“{was}” was left out"
    return f"“{was}” became “{now}”"


def _ends(blocks: Sequence[Match]) -> tuple[int, int]:
    """Return how many words lie between the first and the last shared one, on either side."""
    first, last = blocks[0], blocks[-1]
    return last.a + last.size - first.a, last.b + last.size - first.b


def _is_one_saying(blocks: Sequence[Match], *, is_matter: bool) -> bool:
    """Tell whether two quotations share enough to be one, and less than all."""
    shared, longest = sum(block.size for block in blocks), max(_ends(blocks))
    is_opening = min(blocks[0].a, blocks[0].b) <= LEAD
    least, share = (SHARED_MATTER, SAME_MATTER) if is_matter and is_opening else (SHARED, SAME)
    return least <= shared < longest and shared >= share * longest


def _end_apart(
    witnesses: Witnesses, sayings: Sequence[_Said], rows: Sequence[tuple[Word, ...]], blocks: Sequence[Match]
) -> bool:
    """
    Tell whether two quotations that begin alike end in other words: "equality and freedom", "equality and peace".

    Who quotes less of it stops earlier: so both must go on within the clause, for a few words, and then be at the end.
    """
    if sum(block.size for block in blocks) < SHARED or min(blocks[0].a, blocks[0].b) > LEAD:
        return False
    for (item, _), row, last in zip(sayings, rows, (blocks[-1].a, blocks[-1].b), strict=True):
        rest = row[last + blocks[-1].size :]
        if not 0 < len(rest) <= LONGEST_CHANGE or rest[0].key in words_of("clause_conjunctions"):
            return False
        before = row[last + blocks[-1].size - 1].span.end
        if witnesses.cut(item.document, Span(before, rest[0].span.start)).strip():
            return False
    return True


def _is_of_matter(change: tuple[Sequence[Word], Sequence[Word]]) -> bool:
    """Tell whether a short change has a word that is no grammar on one side at least."""
    grammar = words_of("empty_words")
    is_short = max(map(len, change)) <= LONGEST_CHANGE
    return is_short and any(word.key not in grammar for row in change for word in row)


def _sides(
    witnesses: Witnesses, left: tuple[Attribution, str], right: tuple[Attribution, str]
) -> tuple[Attribution, Attribution]:
    """Return the one that altered, whose wording fewer documents have or who is later, and the other."""
    held = [sum(wording in d.text for d in witnesses.brief.documents) for _, wording in (left, right)]
    if held[0] != held[1]:
        return (left[0], right[0]) if held[0] < held[1] else (right[0], left[0])
    best = witnesses.best((left[0], right[0]))
    return (right[0], left[0]) if best is left[0] else (left[0], right[0])


def _is_trifle(left: str, right: str) -> bool:
    """Tell whether a change is one of the ear or the hand: "and" for a comma, a letter or a space more or less."""
    if {left.casefold(), right.casefold()} <= {"and", GAP}:
        return True
    return fuzz.ratio(left.casefold(), right.casefold()) >= SAME_SPELLING


def _gaps(
    rows: Sequence[tuple[Word, ...]], texts: Sequence[str], blocks: Sequence[Match]
) -> Iterator[tuple[str, Span]]:
    """Yield the stretches between the shared words, on both sides, with the text that they are of."""
    for a, b in pairwise(blocks):
        for row, text, last, first in ((rows[0], texts[0], a.a + a.size, b.a), (rows[1], texts[1], a.b + a.size, b.b)):
            end = row[first].span.start if first < len(row) else row[-1].span.end
            yield text, Span(row[last - 1].span.end, end)


def _is_marked(text: str, gap: Span) -> bool:
    """Tell whether the paper itself shows that words were left out or put in."""
    return bool(_MARKED.search(gap.cut(text)))


@lru_cache(maxsize=WORDS_KEPT)
def _plain(key: str) -> str:
    key = _MARKS.sub("", key)
    for pattern, plain in _HOUSE_STYLE:
        key = re.sub(pattern, plain, key)
    return key


def _cut(row: tuple[Word, ...], text: str) -> str:
    return text[row[0].span.start : row[-1].span.end] if row else GAP
