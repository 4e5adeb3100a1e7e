"""Groups of documents gathered around founders, in an order drawn by lot."""

from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

from stemma.part.links import Links, summed
from stemma.part.table import PARTS

__all__ = ["Gathering"]

_Numbers = NDArray[np.int64]


class Gathering:
    """
    Groups that go, one after another, to the likest founder before them, or found.

    The larger come first, and of those about as large the lot decides. Who comes early by lot founds, and not who comes
    first in time or is nearest to most: so one document more changes, on average, no more than about one founder, as
    with the pivots of correlation clustering (Censor-Hillel, Haramaty and Karnin, 2016).
    """

    def __init__(self, links: Links, groups: _Numbers, lots: _Numbers) -> None:
        """
        Args:
            links: Of the documents.
            groups: Of each document its group, known by the place of one in it.
            lots: Of each document the number that it drew.
        """
        self._links, self._groups = links, groups
        self._sizes = np.bincount(groups, minlength=len(groups))
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._members = np.argsort(groups, kind="stable")
        about = np.frexp(self._sizes)[1]  # 4 to 7 are as large: one document more seldom changes the order
        self._turns = np.empty_like(groups)
        self._turns[np.lexsort((lots, -about))] = np.arange(len(groups))

    def go_on(self, homes: _Numbers, changed: NDArray[np.bool_], belongs: float) -> _Numbers:
        """
        Return of each document the founder to whom its group goes.

        Only what may go elsewhere than before is looked at, in the order in which it would be looked at without.

        Args:
            homes: The same as it was, -1 where there was none.
            changed: By group, whether other documents are in it than before, or have something to do with it.
            belongs: Likeness from which on a group goes to a founder.
        """
        homes = homes.copy()
        is_lost = (homes < 0) | changed[homes] | (self._sizes[homes] == 0)
        known = set(np.flatnonzero((self._sizes > 0) & (changed | is_lost)).tolist())
        queue = [(int(self._turns[group]), group) for group in known]
        heapify(queue)
        while queue:
            _, group = heappop(queue)
            home, later = self._look(group, homes, belongs)
            after: list[int] = []
            if home != group and homes[group] == group:
                after = np.flatnonzero((homes == group) & (self._sizes > 0)).tolist()
            elif home == group and (changed[group] or homes[group] != group):
                after = later
            homes[group] = home
            for other in after:
                if other not in known:
                    known.add(other)
                    heappush(queue, (int(self._turns[other]), other))
        return homes[self._groups]

    def _look(self, group: int, homes: _Numbers, belongs: float) -> tuple[int, list[int]]:
        """Return where a group goes, and the groups near it that come after it."""
        others, likeness = self._near(group)
        is_near = likeness >= belongs
        others, likeness = others[is_near], likeness[is_near]
        is_later = self._turns[others] > self._turns[group]
        is_open = ~is_later & (homes[others] == others)
        founders = others[is_open]
        if not len(founders):
            return group, others[is_later].tolist()
        return int(founders[np.lexsort((self._turns[founders], -likeness[is_open]))[0]]), others[is_later].tolist()

    def _near(self, group: int) -> tuple[_Numbers, NDArray[np.float64]]:
        """Return the groups that have something to do with one, and how like each is to it."""
        start, size = self._starts[group], self._sizes[group]
        found = [self._links.near(place) for place in self._members[start : start + size].tolist()]
        others, shared = summed(
            self._groups[np.concatenate([places for places, _ in found])],
            np.concatenate([likeness for _, likeness in found]),
        )
        is_other = others != group
        others, shared = others[is_other], shared[is_other]
        sizes = self._sizes[others]
        return others, shared / (PARTS**2 * size * sizes * np.sqrt((size + sizes) / 2))
