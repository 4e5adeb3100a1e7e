"""What a length is a measure of: "40 metres deep", "a depth of 40m", "an 80m-deep well", "12 metres in diameter"."""

from stemma.lexicon import pairs_of
from stemma.measure.amounts import Amount
from stemma.measure.tokens import Tokens

__all__ = ["read_dimension"]

_FROM_SOMEWHERE = "distance"
"""No measure of one thing: two places lie between its ends."""


def read_dimension(tokens: Tokens, amount: Amount, start: int) -> str | None:
    """Return "depth", "width" … of a length that the words right beside it call so; its bound begins at *start*."""
    if not (pairs_of("unit_sizes").get((amount.unit or "").casefold()) or "").startswith("length "):
        return None
    at = amount.end + (tokens[amount.end].text == "-")
    places = [at + (tokens[at].lower == "in")]
    if tokens[start - 1].lower == "of":
        places.append(start - 2)
    found = (pairs_of("dimensions").get(tokens[place].lower) for place in places)
    return next((name for name in found if name and name != _FROM_SOMEWHERE), None)
