"""Words of a stretch of text, with their places."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["Word", "span_of", "words_in"]

MEMORY = 1024
"""Spans whose words are kept: many rules look at the words of one clause."""
_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|\w+(?:[’'&-]\w+|[.,]\d+)*|--|\.\.\.|''|``|[^\w\s]")


class Word(NamedTuple):
    """A word or a mark of punctuation; a tuple, since thousands of them are made a report."""

    span: Span
    text: str
    low: str
    """Case-folded, with straight apostrophes: what word lists are asked for."""
    is_word: bool
    """Whether it holds a letter or a digit."""

    def __hash__(self) -> int:
        return self.span.start  # the words of a sentence are a key; their places alone tell almost all apart

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[0].isupper()


@lru_cache(MEMORY)
def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """Return the words inside *span*, an abbreviation together with its stop."""
    found: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        last = found[-1] if found else None
        if (
            match.group() == "."
            and last is not None
            and last.span.end == match.start()
            and f"{last.low}." in words_of("abbreviations")
            and match.end() < span.end
        ):
            found[-1] = _word(text, last.span.start, match.end())
        else:
            found.append(_word(text, match.start(), match.end()))
    return tuple(found)


def _word(text: str, start: int, end: int) -> Word:
    cut = text[start:end]
    low = cut.casefold()
    is_word = cut[0].isalnum() or any(map(str.isalnum, cut))
    return Word(Span(start, end), cut, low.replace("’", "'") if "’" in low else low, is_word)


def span_of(words: Sequence[Word], phrase: tuple[int, int]) -> Span:
    """Return where the words of *phrase*, a range of at least one, stand."""
    return Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)
