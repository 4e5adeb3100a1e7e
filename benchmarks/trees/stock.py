"""The words that cases are made of, from the data files; each belongs to one half."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Event", "Fact", "Half", "events_of", "fillers_of", "frames_of", "names"]

_FOLDER = Path(__file__).parent / "data"


class Half(StrEnum):
    """Rules may be read off the mistakes on *dev*; *held* is looked at in totals only."""

    DEV = "dev"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be told, in wordings that mean the same."""

    key: str
    ways: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()
    """The same with doubt, wording by wording; then whoever knows it tells it with doubt."""
    words: tuple[str, ...] = ()
    """What a speaker is quoted with: one of these, as it was said."""
    altered: tuple[str, ...] = ()
    n: tuple[int, int] | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, for a newsroom."""

    key: str
    sites: tuple[str, ...]
    titles: tuple[str, ...]
    facts: tuple[Fact, ...]


@cache
def events_of(half: Half) -> tuple[Event, ...]:
    """Return the events of *half*."""
    rows = [row for row in _load("events") if row["half"] == half]
    return tuple(
        Event(row["key"], tuple(row["sites"]), tuple(row["titles"]), tuple(_fact(fact) for fact in row["facts"]))
        for row in rows
    )


@cache
def frames_of(half: Half) -> Mapping[str, Sequence[str]]:
    """Return the shapes of sentences of *half*, by what they do."""
    return {key: tuple(shapes) for key, shapes in _load("frames")[half].items()}


@cache
def fillers_of(half: Half) -> tuple[str, ...]:
    """Return sentences that have nothing to do with the event."""
    return tuple(_load("filler")[half])


@cache
def names() -> Mapping[str, Sequence[Any]]:
    """Return what invented names are made of."""
    return _load("names")  # type: ignore[no-any-return]


def _fact(row: Mapping[str, Any]) -> Fact:
    n = tuple(row["n"]) if "n" in row else None
    lists = {key: tuple(row.get(key, ())) for key in ("ways", "reserved", "words", "altered")}
    return Fact(row["key"], **lists, n=n, at_least=bool(row.get("at_least")))


def _load(name: str) -> Any:  # noqa: ANN401
    return yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
