"""Which claims an answer is held against."""

from collections.abc import Iterable, Mapping, Sequence

from stemma.align.traits import Traits
from stemma.model import Stance

__all__ = ["Names", "Reach"]

FEW = 2000
"""Claims of which each answer looks at all: what is told of one event, and more."""
COMMON = 60
"""In a larger case a word that more claims hold leads from no answer to them."""

UNASKED = frozenset({Stance.DENY, Stance.SILENCE, Stance.DECLINE})

Names = frozenset[frozenset[str]]
"""The words of each name that somebody goes by."""


class Reach:
    """
    The claims of a case, to be found from an answer.

    Where they are few all are looked at. Of many, those told in the same documents, and those that share a word
    with the answer, or with the names of who gives it, that few of them hold.
    """

    def __init__(self, claims: Mapping[int, Sequence[int]], traits: Sequence[Traits]) -> None:
        """Look at *claims*, each the places of its statements in *traits*."""
        self.claims = claims
        self.asserted = {number: [m for m in members if _is_asserted(traits[m])] for number, members in claims.items()}
        """The statements of each claim that somebody may be asked about."""
        self.documents = {
            number: len({traits[m].attribution.document for m in members}) for number, members in claims.items()
        }
        """How many documents tell each."""
        self._traits = traits
        self._at: dict[str, set[int]] = {}
        for number, members in claims.items() if len(claims) > FEW else ():
            for one in (traits[index] for index in members):
                for key in (_place(one), *one.matter, *one.voices):
                    self._at.setdefault(key, set()).add(number)

    def of(self, group: Sequence[int], names: Mapping[int, Names]) -> Iterable[int]:
        """Return the claims that *group*, answers of those who go by *names*, may answer."""
        if len(self.claims) <= FEW:
            return self.claims
        found: set[int] = set()
        for index in group:
            one = self._traits[index]
            found |= self._at.get(_place(one), set())
            for key in frozenset[str]().union(one.matter, *names[index]):
                near = self._at.get(key, set())
                found |= near if len(near) <= COMMON else set()
        return sorted(found)


def _is_asserted(one: Traits) -> bool:
    return one.attribution.stance not in UNASKED


def _place(one: Traits) -> str:
    return f"document {one.attribution.document}"
