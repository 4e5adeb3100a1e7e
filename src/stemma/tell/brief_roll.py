"""The JSON of a case told story by story: the same lists as of files, each in the order of all stories."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from stemma.model import Brief
from stemma.model.ordering import place_of
from stemma.tell.contract import VERSION, records_in
from stemma.tell.portion import REST, ROWS, Piece, Portion
from stemma.tell.records import JSON

__all__ = ["BriefRoll"]

_TOGETHER = frozenset({"attributions", "links", "derivations", "circles", "positions", "figures", "drift"})
"""Lists in which all of one document or claim stand together: that is in one story, so they are one piece."""
_ONCE = frozenset({"judgements", "models"})
"""Lists that are of the case, not of a story."""
_BEGIN, _ITEM, _BREAK, _END = range(4)
"""Where things stand in a list."""


@dataclass
class BriefRoll:
    """The whole brief; fulfils `stemma.tell.portion.ByStory`."""

    of: str = ""
    parts: None = None
    is_surveying: bool = False
    has_rest: bool = False
    _lists: tuple[str, ...] = ()

    def survey(self, portion: Portion) -> None:
        """Do nothing: a story has all that is told of it."""

    def head(self) -> str:
        """Return what stands above the first list."""
        return f'{{\n "stemma": {json.dumps(VERSION)}'

    def without(self, documents: int) -> tuple[str, str]:
        """Return nothing: a case without documents is not told."""
        return "", ""

    def pieces(self, portion: Portion, ids: Collection[str]) -> Iterator[Piece]:
        """Yield what a story adds to each list."""
        records = records_in(portion.desk.brief, portion.desk.numbers)
        if not self._lists:
            self._lists = tuple(records)
            yield from self._ends()
        for at, name in enumerate(self._lists):
            places = _places(name, portion.desk.brief, len(records[name]))
            told = [*zip(places, map(_written, records[name]), strict=True)]
            for place, text in _joined(sorted(told)) if name in _TOGETHER else told:
                yield Piece((ROWS, at, _ITEM, *place), text, ",")
                yield Piece((ROWS, at, _BREAK), "\n ")

    def rest(self, portion: Portion) -> Iterator[Piece]:
        """Yield nothing: all stands in the lists."""
        return iter(())

    def last(self) -> Iterator[Piece]:
        """Yield what ends the last list."""
        yield Piece((REST,), "\n}\n")

    def _ends(self) -> Iterator[Piece]:
        for at, name in enumerate(self._lists):
            yield Piece((ROWS, at, _BEGIN), f',\n "{name}": [')
            yield Piece((ROWS, at, _END), "]")


def _places(name: str, brief: Brief, count: int) -> Iterator[tuple[object, ...]]:
    """Yield where each of so many things comes in a list of all stories."""
    if name in _ONCE:
        yield from ((number,) for number in range(count))
        return
    story = brief.documents[0].id
    for number, value in enumerate(getattr(brief, name)):
        place = place_of(name, value)
        yield place if name == "sources" else (*place, story, number)  # a source of several stories is told once


def _joined(told: Iterable[tuple[tuple[object, ...], str]]) -> Iterator[tuple[tuple[object, ...], str]]:
    for first, same in groupby(told, key=lambda one: one[0][:1]):
        yield first, ",".join(text for _, text in same)


def _written(record: JSON) -> str:
    """Return *record* as it stands in a list."""
    return "\n  " + json.dumps(record, ensure_ascii=False, indent=1).replace("\n", "\n  ")
