"""The table of positions: where each actor stands on each claim, over time."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import ClassVar

from stemma.model import Attribution, Brief, Source
from stemma.tell.days import days
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean
from stemma.tell.portion import ByStory, Portion
from stemma.tell.records import JSON, ends, who
from stemma.tell.sheet import Sheet, faint, quoted, refs
from stemma.tell.spreadsheet import Cell
from stemma.tell.stands import told_of
from stemma.tell.tables.held import ABSENT, Held, Holding, holdings_of, in_turn, named_in
from stemma.tell.tables.places import days_in_cells, paths_in_cell, places_in_cell, places_of, telling_record
from stemma.tell.tables.rolls import Manner, Roll
from stemma.tell.wording import SIGNS, STANCES, joined

__all__ = ["PositionsTable"]

_INKS = {"deny": Ink.BAD, "silence": Ink.LOUD, "confirm": Ink.GOOD}
_INDENT = " " * 4
_REST = " " * 6

Named = Mapping[str, Sequence[Source]]
NOBODY: Named = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PositionsTable:
    """An actor's position on a claim at a time a row; and of whom nothing is in these documents."""

    desk: Desk
    holdings: tuple[Holding, ...]

    name: ClassVar[str] = "positions"
    gap: ClassVar[str] = "\n"
    columns: ClassVar[tuple[str, ...]] = (
        "number", "text", "actor", "actor_kind", "actor_party", "speakers", "position", "on_earliest", "on_latest",
        "changed_from", "contents", "paths", "spans", "claim", "actor_id", "attributions",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, *, actor: str = "") -> "PositionsTable":
        """Return the positions in *brief*; of actors with *actor* in a name of theirs, or of who speaks for them."""
        desk = Desk.of(brief)
        return cls(desk, tuple(holdings_of(desk, actor)))

    @classmethod
    def by_story(cls, manner: Manner, *, actor: str = "") -> ByStory:
        """Return the same of a case, story by story."""
        named: dict[str, tuple[Source, ...]] = {}

        def note(portion: Portion) -> None:
            sources = portion.desk.sources
            for id in named_in(portion.desk, actor) & sources.keys():
                party = sources.get(sources[id].party or "")
                named[id] = (sources[id], party) if party else (sources[id],)

        each = partial(cls.each, actor=actor, named=named)
        return Roll(cls.of(Brief(())), each, manner, note=note if actor else None)

    @classmethod
    def each(
        cls, portion: Portion, ids: Collection[str], *, actor: str = "", named: Named = NOBODY
    ) -> "Iterator[tuple[str, PositionsTable]]":
        """
        Yield what `of` says of each claim with one of *ids*, by itself.

        Args:
            portion: A story.
            ids: Of claims in it.
            actor: Words in a name; all where it is empty.
            named: The actors of the case that have them, each with its party.
        """
        desk, actors = portion.desk, [*portion.actors]
        if actor:
            sources = {**{one.id: one for some in named.values() for one in some}, **desk.sources}
            desk = Desk.of(replace(desk.brief, sources=tuple(sources.values())), desk.numbers)
            actors = in_turn(named, desk)
        told = replace(told_of(desk), actors=actors)
        for account in portion.accounts(ids):
            yield account.claim.id, cls(desk, tuple(holdings_of(desk, actor, [account], told)))

    def __len__(self) -> int:
        return sum(len(holding.held) + len(holding.absent) for holding in self.holdings)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each position, and each actor of whom nothing is in these documents."""
        for holding in self.holdings:
            claim: dict[str, JSON] = {
                "claim": holding.account.claim.id,
                "number": holding.account.number,
                "text": holding.account.claim.text,
            }
            for held in holding.held:
                yield {
                    **claim,
                    "actor": self._who(held.actor),
                    "position": held.stance,
                    "on": ends(held.on),
                    "changed_from": held.changed_from,
                    "speakers": [self._who(id) for id in held.speakers],
                    "tellings": [telling_record(a, self.desk) for a in held.said],
                }
            for id in holding.absent:
                nothing: dict[str, JSON] = {"on": None, "changed_from": None, "speakers": [], "tellings": []}
                yield {**claim, "actor": self._who(id), "position": ABSENT, **nothing}

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each record."""
        for holding in self.holdings:
            for held in holding.held:
                yield self._cells(holding, held.actor, held)
            for id in holding.absent:
                yield self._cells(holding, id, None)

    def write(self, sheet: Sheet) -> None:
        """Write the table for a terminal."""
        self.write_head(sheet)
        self.write_rows(sheet)

    def write_head(self, sheet: Sheet) -> None:
        """Write what silence is, and what is none."""
        sheet.write(
            faint(
                "Silent is only who a document says to be silent. “Not in these documents” says nothing of what an "
                "actor thinks: no document here tells of them on this claim."
            )
        )
        sheet.skip()

    def write_rows(self, sheet: Sheet) -> None:
        """Write each claim with its actors, and what each of them said of it, the earliest first."""
        for at, holding in enumerate(self.holdings):
            if at:
                sheet.skip()
            text, ref = quoted(holding.account.quotation)
            number = Run(f"{holding.account.number:>2}  ")
            id = faint(f" {holding.account.claim.id}")
            sheet.write(Run(text.text, Ink.STRONG), ref, id, first=number, rest=_INDENT)
            for actor, held in holding.by_actor():
                sheet.write(Run(clean(self.desk.name(actor)), Ink.STRONG), first=_INDENT, rest=_REST)
                for one in held:
                    sheet.write(*self._held(one), first=_REST, rest=_REST + "  ")
            if holding.absent:
                names = joined([clean(self.desk.name(id)) for id in holding.absent])
                sheet.write(faint(f"not in these documents: {names}"), first=_INDENT, rest=_REST)

    def _held(self, held: Held) -> Iterator[Run]:
        yield Run(f"{SIGNS[held.stance]} {STANCES[held.stance]}", _INKS.get(held.stance, Ink.PLAIN))
        yield Run(f", {days(held.on) or 'undated'}")
        if held.changed_from:
            yield Run(f", ↷ before: {STANCES[held.changed_from]}", Ink.LOUD)
        if held.speakers:
            yield Run(f", through {joined([clean(self.desk.name(id)) for id in held.speakers])}")
        yield refs(self.desk.quote_content(a) for a in held.said)

    def _who(self, id: str) -> dict[str, JSON]:
        return {"id": id, **who(id, self.desk.sources)}

    def _cells(self, holding: Holding, actor: str, held: Held | None) -> dict[str, Cell]:
        source, said = self.desk.sources.get(actor), held.said if held else ()
        earliest, latest = days_in_cells(held.on if held else None)
        return {
            "number": holding.account.number,
            "text": holding.account.claim.text,
            "actor": self.desk.name(actor),
            "actor_kind": source.kind if source else None,
            "actor_party": self.desk.name(source.party) if source and source.party else None,
            "speakers": "; ".join(self.desk.name(id) for id in held.speakers) if held else None,
            "position": held.stance if held else ABSENT,
            "on_earliest": earliest,
            "on_latest": latest,
            "changed_from": held.changed_from if held else None,
            "contents": " | ".join(self._content(a) for a in said),
            "paths": paths_in_cell(said, self.desk),
            "spans": places_in_cell(places_of(said)),
            "claim": holding.account.claim.id,
            "actor_id": actor,
            "attributions": "; ".join(a.id for a in said),
        }

    def _content(self, a: Attribution) -> str:
        return self.desk.quote_content(a).text
