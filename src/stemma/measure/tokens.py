"""Words, numbers and signs of a sentence, each with its place in the text."""

import re
from dataclasses import dataclass

from stemma.model import Span

__all__ = ["Token", "Tokens", "tokenize"]

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number in digits, or a single sign."""

    text: str
    start: int
    end: int
    kind: str
    """``number``, ``word`` or ``sign``."""
    lower: str
    """The token case-folded, with a straight apostrophe's typographic twin."""

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
        return self.items[at] if 0 <= at < len(self.items) else _NOTHING

    def touch(self, at: int) -> bool:
        """Tell whether the token at *at* follows the one before it without a space."""
        return 0 < at < len(self.items) and self.items[at - 1].end == self.items[at].start

    def words(self, start: int, end: int) -> str:
        """Return the tokens from *start* to *end* case-folded, joined by single spaces."""
        return " ".join([self[i].lower for i in range(start, end)])

    def span(self, start: int, end: int) -> Span:
        """Return the span from the token *start* to the one before *end*."""
        return Span(self.items[start].start, self.items[end - 1].end)


_NOTHING = Token("", -1, -1, "sign", "")


def tokenize(text: str, span: Span) -> Tokens:
    """Return the tokens of *text* inside *span*, white space left out."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        folded = word.casefold().replace("'", "’")
        found.append(Token(word, match.start(), match.end(), match.lastgroup or "sign", folded))
    return Tokens(tuple(found))
