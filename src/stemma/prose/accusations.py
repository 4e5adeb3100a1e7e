"""The shape of an accusation."""

import re

__all__ = ["is_accusation"]

_ACCUSATION = re.compile(r"[^.,;]{1,60}?\bof\s+(?:\w+ly\s+)?\w+ing\b")


def is_accusation(text: str) -> bool:
    """Tell whether *text* is what follows "accused": "the army of shelling the market"."""
    return bool(_ACCUSATION.match(text))
