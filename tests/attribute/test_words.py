"""Words of a stretch of text."""

from itertools import combinations

from stemma.attribute.words import LONGEST, words_in
from stemma.model import Span

TEXT = "Gov. Roe’s 3.5-ton boat left the U.S. on Feb. 5.\nMr.\n\n“We (I, e.g. Mr.) sank it--twice...” a_b said."


def written(text: str, start: int, end: int) -> list[tuple[int, str, bool]]:
    return [(word.span.start - start, word.low, word.is_word) for word in words_in(text, Span(start, end))]


def test_a_stretch_has_the_words_that_it_has_without_what_stands_around_it():
    for start, end in combinations(range(len(TEXT) + 1), 2):
        alone = TEXT[start:end]
        assert written(TEXT, start, end) == written(alone, 0, len(alone)), alone


def test_so_does_a_stretch_far_into_a_line_without_end():
    line = "The Gov. left. " * LONGEST
    for start in (0, LONGEST - 20, LONGEST - 3, LONGEST + 4):
        for end in range(start, start + 30):
            alone = line[start:end]
            assert written(line, start, end) == written(alone, 0, len(alone)), alone
