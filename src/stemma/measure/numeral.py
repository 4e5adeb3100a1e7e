"""What a number is, and the words that multiply it."""

from dataclasses import dataclass

from stemma.lexicon import pairs_of
from stemma.measure.tokens import Tokens

__all__ = ["Numeral", "read_half", "read_scale"]

_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_AND_A = ("and", "a")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without its bound; ``high`` is None where it is open ("dozens")."""

    low: float
    high: float | None
    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    in_digits: bool = False
    is_plain: bool = False
    """Digits alone: no comma, point, scale or sign, so that it may be a year or a name."""
    is_vague: bool = False
    is_fraction: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two different ends."""
        return self.high is not None and self.low != self.high


def read_scale(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Return the product of the scale words at *at* ("hundred thousand"), and where they end."""
    product, end = 1.0, at
    while True:
        word = end + 1 if tokens[end].text == "-" and tokens.touch(end) and tokens.touch(end + 1) else end
        if tokens[word].lower not in pairs_of("number_scales") or tokens[word].lower == "score":
            break
        product, end = product * float(pairs_of("number_scales")[tokens[word].lower]), word + 1
    return (product, end) if end > at else None


def read_half(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Return the part that "and a half" or "-and-a-half" at *at* adds, and where it ends."""
    words = list[str]()
    while len(words) < len(_AND_A) and tokens[at].lower in (*_AND_A, "-"):
        if tokens[at].text != "-":
            words.append(tokens[at].lower)
        elif not (tokens.touch(at) and tokens.touch(at + 1)):
            return None
        at += 1
    at += tokens[at].text == "-" and tokens.touch(at)
    part = _PARTS.get(tokens[at].lower)
    return (part, at + 1) if part is not None and tuple(words) == _AND_A else None
