"""The lines of a text and their shapes: what a line looks like before its words are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Span
from stemma.read.trimming import trim_paragraph
from stemma.read.wrapping import join_wrapped

__all__ = ["LONG", "Line", "lines_of"]

SAMPLE = 2_000
"""Characters of a line that its shape is taken from, so that one line of a million costs no more than another."""
TAIL = 80
LEAST_SENTENCE_WORDS = 3
SENTENCE_STOPS = 0.18
"""Share of function words from which a line reads as language, not as a list of names or a headline."""
UNTOLD = 0.25
"""Share of function words taken for granted in a language that we have no list of."""
LONG = 12
"""Words from which a stopped line is a paragraph; headlines with a stop are shorter."""
UNSTOPPED = 26
"""Words from which a line is running text even without a stop; headlines end at about twenty."""

_BREAKS = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_BULLET = re.compile(r"\s*(?:[•*·▪►▶●○–—-]|\d{1,2}[.)])\s+")
_END = re.compile(r"[.!?…。！？؟।:;,][\"'”’»)\]]*$|[.!?…][\"'”’»)\]]*\s*(?:\[\d+\]|\([^()]{1,40}\))$|[,.!?…][”\"’»]$")
_FULL_STOP = re.compile(
    r"[.!?…。！？؟।][\"'”’»)\]]*$|[.!?…][\"'”’»)\]]*\s*(?:\[\d+\]|\([^()]{1,40}\))$|[,.!?…][”\"’»]$"
)
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_PAIR = re.compile(r"..?")
_NOT_KEY = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without the white space at its ends."""

    span: Span
    sample: str
    """Its first characters."""
    tail: str
    """Its last characters, without page words and credits behind its last sentence."""
    words: int
    """How many words the sample holds."""
    stops: float
    """Share of function words among them."""
    capitals: float
    """Share of words with a capital among those that are not function words."""
    key: str
    """Its letters in lower case, with single spaces: what makes two lines the same."""
    is_bullet: bool

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FULL_STOP.search(self.tail))

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text by its shape."""
        if self.stops < SENTENCE_STOPS and self.words < UNSTOPPED:
            return False
        return self.words >= UNSTOPPED or (self.words >= LONG and bool(_END.search(self.tail)))

    @property
    def is_sentence(self) -> bool:
        """Whether it is at least one full sentence, however short."""
        if not self.is_stopped or self.words < LEAST_SENTENCE_WORDS:
            return False
        return self.words >= LONG or self.stops > 0 or self.capitals < 1


def lines_of(text: str, function_words: frozenset[str]) -> tuple[Line, ...]:
    """Return the lines of *text* that are not blank, wrapped ones joined, in order, in linear time."""
    return tuple(_lines(text, function_words))


def _lines(text: str, function_words: frozenset[str]) -> Iterator[Line]:
    spans = (_trimmed(text, match.start(), match.end()) for match in _BREAKS.finditer(text))
    for span in join_wrapped(text, [span for span in spans if span is not None]):
        yield _line(text, span, function_words)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b\u200e\u200f"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Span(start, end) if start < end else None


def _words(sample: str) -> list[str]:
    """Words, and pairs of characters where a script parts none."""
    words = _WORD.findall(sample)
    return [pair for word in words for pair in (_PAIR.findall(word) if _UNPARTED.match(word) else (word,))]


def _line(text: str, span: Span, function_words: frozenset[str]) -> Line:
    sample = text[span.start : min(span.end, span.start + SAMPLE)]
    end = trim_paragraph(text, span).end
    words = _words(sample)
    stops = sum(word.casefold() in function_words for word in words) if function_words else UNTOLD * len(words)
    content = [word for word in words if word.casefold() not in function_words]
    return Line(
        span=span,
        sample=sample,
        tail=text[max(span.start, end - TAIL) : end],
        words=len(words),
        stops=stops / len(words) if words else 0.0,
        capitals=sum(word[0].isupper() for word in content) / len(content) if content else 0.0,
        key=_NOT_KEY.sub(" ", sample.casefold()).strip(),
        is_bullet=bool(_BULLET.match(sample)),
    )
