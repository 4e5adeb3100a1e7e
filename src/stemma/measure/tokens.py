"""Words, numbers and signs of a sentence, each with its place in the text."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from stemma.model import Span

__all__ = ["DASHES", "MINUS_WORDS", "Token", "Tokens", "tokenize"]

DASHES = frozenset("-–—−")
MINUS_WORDS = frozenset({"minus", "negative"})

# Thousands are parted by commas, Arabic commas and the no-break spaces of typesetters: "1,204", "1 204".
_GROUPED = r"\d{1,3}(?:[,٬\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.٫]\d+)?"
_INDIAN = r"\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
# One point may be a decimal point, two part thousands: "1.000.000".
_POINTED = r"\d{1,3}(?:\.\d{3}){2}(?![.\d])(?:,\d+)?"
# A comma before one or two digits is a decimal comma where a part of something can follow: "3,5 million", "2,5%".
_DECIMAL_COMMA = r"\d+,\d\d?(?=\s?%|\s(?:per\s?cent|million|billion|trillion|bn|mln)\b)"
_NUMBER = rf"{_GROUPED}|{_INDIAN}|{_POINTED}|{_DECIMAL_COMMA}|\d*[¼-¾⅐-⅞]|\d+(?:[.٫]\d+)?|\.\d+"
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER})"
    r"|(?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)


class Token(NamedTuple):
    """A word, a number in digits, or a single sign; a tuple, since thousands of them are made a report."""

    text: str
    start: int
    end: int
    kind: str
    """``number``, ``word`` or ``sign``."""
    lower: str
    """The token case-folded, with a straight apostrophe's typographic twin."""
    touches: bool = False
    """Nothing stands between it and the token before it, or only the end of a line that a hyphen ends."""

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word with a capital first letter."""
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence; reading beyond either end gives an empty sign."""

    items: tuple[Token, ...]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.items)

    def __getitem__(self, at: int) -> Token:
        """Return the token at *at*, or an empty sign beyond either end."""
        if at < 0:
            return _NOTHING
        try:  # asked for a thousand times an article, and seldom beyond the end
            return self.items[at]
        except IndexError:
            return _NOTHING

    def touch(self, at: int) -> bool:
        """Tell whether the token at *at* follows the one before it without a space, or after a hyphened line."""
        return 0 < at < len(self.items) and self.items[at].touches

    def words(self, start: int, end: int) -> str:
        """Return the tokens from *start* to *end* case-folded, joined by single spaces."""
        return " ".join([self[i].lower for i in range(start, end)])

    def written(self, start: int, end: int) -> str:
        """Return the tokens from *start* to *end* case-folded, a single space wherever they do not touch."""
        return "".join([f" {self[i].lower}" if i > start and not self.touch(i) else self[i].lower
                        for i in range(start, end)])  # fmt: skip

    def span(self, start: int, end: int) -> Span:
        """Return the span from the token *start* to the one before *end*."""
        return Span(self.items[start].start, self.items[end - 1].end)


_NOTHING = Token("", -1, -1, "sign", "")


def tokenize(text: str, span: Span) -> Tokens:
    """Return the tokens of *text* inside *span*, white space left out."""
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(text, span.start, span.end):
        word, start = match.group(), match.start()
        touches = start == end or (end > 0 and text[end - 1] == "-" and "\n" in text[end:start])
        end = match.end()
        folded = word.casefold().replace("'", "’")
        found.append(Token(word, start, end, match.lastgroup or "sign", folded, touches))
    return Tokens(tuple(found))
