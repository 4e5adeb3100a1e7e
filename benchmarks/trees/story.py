"""What really happened to the news of a case: who knew, who heard whom, who took it from whom and changed what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from benchmarks.trees.stock import Event, Half

__all__ = ["Amount", "Fate", "Origin", "Outlet", "Report", "Role", "Shown", "Telling", "Way", "World"]


class Role(StrEnum):
    """What sort of origin knows something first."""

    OFFICIAL = "official"
    BODY = "body"
    WATCHER = "watcher"
    PAPER = "paper"
    LOCAL = "local"


class Way(StrEnum):
    """How a report came by what it tells, and how far it says so."""

    HEARD = "heard"
    """From the origin itself."""
    CITES = "cites"
    """Names the outlet and the source."""
    NAMES_OUTLET = "names_outlet"
    """Names the outlet and drops the source."""
    CREDITS = "credits"
    """Prints the text and credits it in a dateline or a line below."""
    FORWARDS = "forwards"
    LINKS = "links"
    COPIES = "copies"
    """Prints most of the text unsaid."""
    COPIES_PART = "copies_part"
    """Prints some sentences unsaid and words the others anew."""
    SAME_ORDER = "same_order"
    """Words everything anew, unsaid, fact after fact as it stood."""
    RETELLS = "retells"
    """Words everything anew in another order: nothing in the text can show it."""

    @property
    def is_open(self) -> bool:
        """Tell whether the report names the one it took from."""
        return self in (Way.CITES, Way.NAMES_OUTLET, Way.CREDITS, Way.FORWARDS, Way.LINKS)

    @property
    def prints(self) -> float:
        """The share of sentences that are taken over word for word."""
        shares = {Way.CREDITS: 0.85, Way.FORWARDS: 1.0, Way.COPIES: 0.9, Way.COPIES_PART: 0.5, Way.LINKS: 0.3}
        return shares.get(self, 0.0)


class Shown(StrEnum):
    """What a sentence shows of its source."""

    NAMED = "named"
    BLURRED = "blurred"
    OUTLET = "outlet"
    """Only the outlet that had it."""
    DROPPED = "dropped"


class Fate(StrEnum):
    """What a relay did to what it passed on."""

    BLURRED = "source_blurred"
    DROPPED = "attribution_dropped"
    ROUNDED = "figure_changed"
    UNBOUND = "bound_changed"
    HARDENED = "hedge_changed"
    MISQUOTED = "quote_altered"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes, and its house style."""

    name: str
    respells: bool = False
    """Spells foreign names its own way."""
    counts_in_words: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Someone who knows something first-hand, with how a report may speak of them."""

    id: str
    role: Role
    first: tuple[str, ...]
    later: tuple[str, ...]
    names: tuple[str, ...]
    """All that a reader may call them by, for the judging."""
    respelt: tuple[str, str] = ("", "")
    """A part of the name, and how other houses write it."""
    pronoun: str = ""
    says_plural: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it is told."""

    value: int
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact told in one report."""

    fact: str
    origin: str
    wording: int
    frame: str
    shown: Shown = Shown.NAMED
    reserved: bool = False
    amount: Amount | None = None
    blur: str = ""
    form: int = 0
    outlet: str = ""
    """The outlet that the sentence names."""
    printed: bool = False
    """Taken over word for word."""
    fates: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report before it is written out."""

    id: str
    outlet: Outlet
    day: date
    way: Way
    tellings: tuple[Telling, ...]
    title: str
    parent: str | None = None
    """Id of the report it took from."""
    wire: str | None = None
    """The outlet it took from whose own text is not in the case."""
    head: str = ""
    foot: str = ""
    fillers: tuple[str, ...] = ()
    slip: tuple[str, str] = ("", "")
    """A name, and how this report misspells it."""
    dated: bool = True
    labelled: bool = True
    """The page tells its outlet."""


@dataclass(frozen=True, slots=True)
class World:
    """The invented place and its people, for one case."""

    half: Half
    event: Event
    slots: Mapping[str, str]
    origins: Mapping[str, Origin]
    said_on: date
