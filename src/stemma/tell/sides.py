"""The wordings of a claim side by side, each with what sets it apart from one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.tell.accounts import Account, Wording
from stemma.tell.contrast import Contrast, contrast

__all__ = ["Side", "Sides", "sides_of"]


@dataclass(frozen=True, slots=True)
class Side:
    """One way to say it, with all who say it in these words."""

    contrast: Contrast
    tellings: tuple[Wording, ...]

    @property
    def first(self) -> Wording:
        """Who says it in these words first, in the order of the documents."""
        return self.tellings[0]


@dataclass(frozen=True, slots=True)
class Sides:
    """All ways to say it."""

    reference: Side
    """What the others are held against."""
    others: tuple[Side, ...]
    """The nearest to it first."""


def sides_of(account: Account, against: str = "") -> Sides:
    """
    Return the wordings of *account* held against one of them.

    Args:
        account: A claim.
        against: Id of the attribution to hold them against; the clearest where it is not one of the claim.
    """
    words = account.quotation
    clearest = next((w for w in account.wordings if w.quotation == words), account.wordings[0])
    chosen = next((w for w in account.wordings if w.id == against), clearest)
    groups: list[tuple[Contrast, list[Wording]]] = []
    for wording in account.wordings:
        held = contrast(wording.quotation.text, chosen.quotation.text)
        same = next((group for group in groups if _is_alike(held, wording, group)), None)
        if same:
            same[1].append(wording)
        else:
            groups.append((held, [wording]))
    sides = [Side(held, tuple(_led(chosen, tellings))) for held, tellings in groups]
    reference = next(side for side in sides if chosen in side.tellings)
    others = sorted((s for s in sides if s is not reference), key=lambda side: -side.contrast.likeness)
    return Sides(reference, tuple(others))


def _is_alike(held: Contrast, wording: Wording, group: tuple[Contrast, list[Wording]]) -> bool:
    """Tell whether *wording* has the words of *group*."""
    known = group[0]
    if held.is_same or known.is_same:
        return held.is_same and known.is_same
    return wording.quotation.text.casefold() == group[1][0].quotation.text.casefold()


def _led(chosen: Wording, tellings: Sequence[Wording]) -> list[Wording]:
    """Return *tellings* with the chosen one in front, if it is one of them."""
    return sorted(tellings, key=lambda wording: wording is not chosen)
