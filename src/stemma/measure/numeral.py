"""What a number is, and the words that multiply it."""

from dataclasses import dataclass

from stemma.lexicon import pairs_of
from stemma.measure.tokens import Tokens

__all__ = ["Numeral", "read_scale"]


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
