"""
Documents put together by what they are found by, in three rounds: likest reports first, then groups of them.

Which document comes when is drawn by lot, and each round follows from the one before in the neighbourhood alone: one
report more or less, of whichever day, changes few stories.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model.families import families_of
from stemma.part.gathering import Gathering
from stemma.part.keying import Keys
from stemma.part.links import Links
from stemma.part.table import KeyTable

__all__ = ["NOTHING", "Parted", "go_on", "part", "stories_of"]

# Likeness, round by round, from which on a group belongs to a founder: of two documents by all words that tie them (two
# of one day count double), of two groups on average over the pairs of their documents, and less the larger they are,
# since what is compared costs time by the square. The last is low: what is put together in vain costs time alone, and
# what is parted is never compared. With .3, .07, .01 stories are larger by a quarter, and on average over six lots .976
# instead of .982 of the pairs of reports of one event stay together; in two rounds a hundredth fewer.
ROUNDS = (0.35, 0.085, 0.0155)


@dataclass(frozen=True, slots=True)
class Parted:
    """Where each document belongs by itself: enough to go on from when more come."""

    documents: tuple[str, ...]
    """In the order of their days."""
    days: tuple[int, ...]
    homes: tuple[tuple[int, ...], ...]
    """Round by round, of each document the place of the one that founded its group; in the last its story."""


NOTHING = Parted((), (), ((),) * len(ROUNDS))


def part(keys: Iterable[Keys], bound: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, ...], ...]:
    """
    Return the stories of a case, each as the ids of its documents. No order matters.

    Args:
        keys: What each document is found by.
        bound: Pairs of documents that are of one story whatever is in them.
    """
    return stories_of(_gone_on(NOTHING, KeyTable.of(keys).by_day()), bound)


def go_on(before: Parted, table: KeyTable, documents: Iterable[str]) -> Parted:
    """
    Return where *documents* belong: the same as without *before*.

    Only what those have something to do with that have come or gone, or have another day, is looked at again.

    Args:
        before: An earlier parting, by the same keys.
        table: Keys, also of those that are gone; where it lacks some of these, all is looked at.
    """
    now = table.only(documents)
    if not set(before.documents) <= set(table.documents):
        before = NOTHING
    days = dict(zip(now.documents, now.days.tolist(), strict=True))
    stays = [days.get(one) == day for one, day in zip(before.documents, before.days, strict=True)]
    if not all(stays):
        before = _without(before, table.rows(before.documents, before.days), np.array(stays))
    return _gone_on(before, now)


def stories_of(parted: Parted, bound: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the stories, each as the sorted ids of its documents; those of *bound* pairs are one."""
    homes = parted.homes[-1]
    place = {document: number for number, document in enumerate(parted.documents)}
    joined = families_of(len(place), ((homes[place[one]], homes[place[other]]) for one, other in bound))
    members: dict[int, list[str]] = {}
    for document, home in zip(parted.documents, homes, strict=True):
        members.setdefault(joined[home], []).append(document)
    return tuple(sorted(tuple(sorted(documents)) for documents in members.values()))


_Homes = NDArray[np.int64]
_Flags = NDArray[np.bool_]


def _without(before: Parted, table: KeyTable, stays: _Flags) -> Parted:
    """Return the parting of the rows of *table* that stay."""
    place = np.where(stays, np.cumsum(stays) - 1, -1)
    homes = [place[list(one)] for one in before.homes]
    gone = np.flatnonzero(~stays)
    tied = _tied(Links(table), gone)[stays]
    left = [_flagged(len(tied), one[gone]) for one in homes]
    documents = [document for document, is_there in zip(table.documents, stays.tolist(), strict=True) if is_there]
    return _settled(Links(table.rows(documents, table.days[stays])), [one[stays] for one in homes], tied, left)


def _gone_on(before: Parted, table: KeyTable) -> Parted:
    """Return the parting of *table*, which has all rows of *before*."""
    if before.documents == table.documents:
        return before
    row = {document: number for number, document in enumerate(table.documents)}
    place = np.array([row[document] for document in before.documents], dtype=np.int64)
    homes = [np.full(len(row), -1, dtype=np.int64) for _ in ROUNDS]
    for now, then in zip(homes, before.homes, strict=True):
        now[place] = place[list(then)]
    is_old = _flagged(len(row), place)
    links = Links(table)
    tied = _tied(links, np.flatnonzero(~is_old)) if is_old.any() else is_old
    return _settled(links, homes, tied | ~is_old, [np.zeros(len(row), dtype=bool)] * len(ROUNDS))


def _settled(links: Links, homes: Sequence[_Homes], tied: _Flags, left: Sequence[_Flags]) -> Parted:
    """
    Return the parting of what *links* tie.

    Args:
        homes: As they were, round by round, -1 where there was none.
        tied: Of each document, whether it has something to do with others than before.
        left: Round by round, of each group, by its founder, whether a document is not in it any more.
    """
    table = links.table
    lots = np.argsort(np.argsort(np.array(table.documents)))  # the ids are hashes
    groups = np.arange(len(table.documents))
    changed = tied
    found: list[_Homes] = []
    for then, gone, belongs in zip(homes, left, ROUNDS, strict=True):
        groups = Gathering(links, groups, lots).go_on(then, changed, belongs)
        found.append(groups)
        moved = then != groups
        changed = gone | _flagged(len(groups), then[moved]) | _flagged(len(groups), groups[tied | moved])
    return Parted(table.documents, tuple(table.days.tolist()), tuple(tuple(one.tolist()) for one in found))


def _tied(links: Links, places: _Homes) -> _Flags:
    """Tell of each document whether one of *places* stands, or stood, between it and another."""
    found = [links.tied(place) for place in places.tolist()]
    return _flagged(len(links.table.documents), np.concatenate([*found, places[:0]]))


def _flagged(count: int, places: _Homes) -> _Flags:
    """Return flags that are set at *places*; -1 is none."""
    found = np.zeros(count, dtype=bool)
    found[places[places >= 0]] = True
    return found
