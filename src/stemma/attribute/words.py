"""Words of a stretch of text, with their places."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["Word", "span_of", "words_in"]

LINES = 512
"""Lines whose words are kept: many rules look at the words of one sentence, of its clauses and of their parts."""
LONGEST = 8192
"""Characters of a line up to which its words are kept; what lies further on is read anew each time."""
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


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """Return the words inside *span*, an abbreviation together with its stop."""
    begin = text.rfind("\n", 0, span.start) + 1
    if span.end > begin + LONGEST:
        return _read(text, span.start, span.end)
    end = text.find("\n", span.end, begin + LONGEST)
    starts, words = _words_of_line(text, begin, min(len(text), begin + LONGEST) if end < 0 else end)
    first, behind = bisect_left(starts, span.start), bisect_left(starts, span.end)
    is_cut = first > 0 and words[first - 1].span.end > span.start
    if is_cut or (first < behind and not _ends_by(words[behind - 1], span.end)):
        return _read(text, span.start, span.end)
    return words[first:behind]


def _ends_by(word: Word, end: int) -> bool:
    """Tell whether *word* would be the same if the text ended at *end*: there a stop goes with no abbreviation."""
    return word.span.end < end or (word.span.end == end and (len(word.text) == 1 or word.text[-1] != "."))


@lru_cache(LINES)
def _words_of_line(text: str, begin: int, end: int) -> tuple[list[int], tuple[Word, ...]]:
    """Return where the words of a line begin, and the words."""
    words = _read(text, begin, end)
    return [word.span.start for word in words], words


def _read(text: str, start: int, end: int) -> tuple[Word, ...]:
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word, at = match.group(), match.start()
        if word == "." and found and match.end() < end:
            last = found[-1]
            if last.span.end == at and f"{last.low}." in words_of("abbreviations"):
                word, at = f"{last.text}.", last.span.start
                found.pop()
        low = word.casefold().replace("’", "'")
        found.append(Word(Span(at, at + len(word)), word, low, word[0].isalnum() or any(map(str.isalnum, word))))
    return tuple(found)


def span_of(words: Sequence[Word], phrase: tuple[int, int]) -> Span:
    """Return where the words of *phrase*, a range of at least one, stand."""
    return Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)
