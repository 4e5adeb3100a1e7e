"""Words as they are looked for: without capitals, accents or marks, so that "Zelenskyy's" holds "zelenskyy"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemma.model import Span

__all__ = ["Term", "all_tokens", "find_terms", "find_traces", "lacks", "read_terms", "tokens"]

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_ACCENTED = re.compile(r"[^\x00-\x7f\u2000-\u206f]")
"""What is neither plain nor a dash, a space or a quotation mark: it may fold to a letter that is looked for."""
_ASKED = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„]?(\*)?|(\S+)")
KEPT = 1 << 16
"""Folded words that are kept: a case says the same words again and again."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are to stand in a row; the last of them may go on."""

    words: tuple[str, ...]
    is_prefix: bool = False


def read_terms(query: str) -> tuple[Term, ...]:
    """Return what *query* asks for: single words, "words in a row", and beginnings of words with a star (deni*)."""
    terms = []
    for found in _ASKED.finditer(query):
        asked = found[1] if found[1] is not None else found[3]
        words = tuple(word for word, _ in tokens(asked))
        if words:
            terms.append(Term(words, bool(found[2]) or asked.endswith("*")))
    return tuple(terms)


def tokens(text: str, span: Span | None = None) -> Iterator[tuple[str, Span]]:
    """Yield the words inside *span*, folded, each with its place."""
    whole = Span(0, len(text)) if span is None else span  # an empty one is false
    for found in _TOKEN.finditer(text, whole.start, whole.end):
        yield _folded(found.group()), Span(*found.span())


def all_tokens(text: str) -> list[str]:
    """Return each word of *text* once, folded and sorted."""
    return sorted({_folded(word) for word in {*_TOKEN.findall(text)}} - {""})


def find_terms(terms: Sequence[Term], text: str, span: Span | None = None) -> tuple[Span, ...] | None:
    """Return where *terms* stand inside *span*, in order; None where one of them does not."""
    whole = Span(0, len(text)) if span is None else span  # an empty one is false
    if lacks(terms, whole.cut(text)):
        return None
    found = list(_TOKEN.finditer(text, whole.start, whole.end))
    words = [_folded(one.group()) for one in found]
    places: list[Span] = []
    for term in terms:
        starts = [at for at in range(len(words) - len(term.words) + 1) if _stands(term, words, at)]
        if not starts:
            return None
        places += [Span(found[at].start(), found[at + len(term.words) - 1].end()) for at in starts]
    return tuple(sorted(set(places)))


def find_traces(terms: Sequence[Term], text: str) -> Sequence[int] | None:
    """
    Return where the rarest word of *terms* may begin, in order: where none begins inside a span, the span lacks it.

    None is returned where only a closer look can tell, as in a text with accents.
    """
    if _ACCENTED.search(text):
        return None
    low = text.lower()
    # What overlaps counts as well: a span may begin inside a word.
    shapes = [f"(?={re.escape(word)})" for term in terms for word in term.words]
    found = [[one.start() for one in re.finditer(shape, low)] for shape in shapes]
    return min(found, key=len, default=None)


def lacks(terms: Sequence[Term], text: str) -> bool:
    """Tell at a glance whether a word of *terms* is nowhere in *text*; of one with accents it is not told."""
    low = text.lower()
    return any(word not in low for term in terms for word in term.words) and not _ACCENTED.search(text)


def _stands(term: Term, words: Sequence[str], at: int) -> bool:
    end = at + len(term.words) - 1
    here, last = words[end], term.words[-1]
    return (here.startswith(last) if term.is_prefix else here == last) and tuple(words[at:end]) == term.words[:-1]


@lru_cache(maxsize=KEPT)
def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(_TOKEN.findall("".join(c for c in decomposed if not unicodedata.combining(c))))
