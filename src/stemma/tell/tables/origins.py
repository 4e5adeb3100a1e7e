"""The table of origins: for each claim its roots, what folds into which, and what would settle how many they are."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from stemma.model import Attribution, Brief, Circle, Derivation
from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.portion import ByStory, Portion
from stemma.tell.records import JSON, who
from stemma.tell.roots import Folded, Roots, roots_of
from stemma.tell.sheet import Sheet, faint
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.origins_terminal import write_roots
from stemma.tell.tables.places import paths_in_cell, place_record, places_in_cell, places_of
from stemma.tell.tables.rolls import Manner, Roll

__all__ = ["OriginsTable"]


@dataclass(frozen=True, slots=True)
class OriginsTable:
    """The roots of each claim; in the CSV a row for each of its sources."""

    desk: Desk
    claims: tuple[Roots, ...]

    name: ClassVar[str] = "origins"
    gap: ClassVar[str] = "\n"
    columns: ClassVar[tuple[str, ...]] = (
        "number", "text", "outlets", "origins_low", "origins_high", "parties",
        "part", "source", "source_kind", "source_role", "source_party", "into", "reason",
        "settle", "circle", "paths", "spans", "claim", "source_id", "into_id",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, *, min_outlets: int = 1) -> "OriginsTable":
        """Return the roots of the claims of *brief* that at least *min_outlets* outlets carry."""
        desk = Desk.of(brief)
        return cls(desk, tuple(roots_of(a, desk) for a in accounts_of(desk) if a.claim.outlets >= min_outlets))

    @classmethod
    def by_story(cls, manner: Manner, *, min_outlets: int = 1) -> ByStory:
        """Return the same of a case, story by story."""
        return Roll(cls.of(Brief(())), partial(cls.each, min_outlets=min_outlets), manner)

    @classmethod
    def each(
        cls, portion: Portion, ids: Collection[str], *, min_outlets: int = 1
    ) -> "Iterator[tuple[str, OriginsTable]]":
        """Yield what `of` says of each claim with one of *ids*, by itself."""
        for account in portion.accounts(ids, min_outlets):
            yield account.claim.id, cls(portion.desk, (roots_of(account, portion.desk),))

    def __len__(self) -> int:
        return len(self.claims)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each claim with its roots."""
        for roots in self.claims:
            claim, origins = roots.account.claim, roots.account.claim.origins
            strays = [self._folded(one) for one in roots.strays]
            yield {
                "claim": claim.id,
                "number": roots.account.number,
                "text": claim.text,
                "outlets": claim.outlets,
                "low": origins.low,
                "high": origins.high,
                "parties": origins.parties,
                "origins": [{**self._who(root.source), "places": self._places(root.said)} for root in roots.roots],
                "folds": [*(self._folded(one) for root in roots.roots for one in root.folded), *strays],
                "others": [
                    {**self._who(a.source), "stance": a.stance, "places": self._places([a])} for a in roots.others
                ],
                "own_voice": self._places(roots.voices),
                "silences": self._places(roots.silences),
                "unclear": self._places(roots.unclear),
                "reasons": [*origins.reasons],
                "settle": self._settle(roots),
                "circles": [self._circle(circle) for circle in roots.circles],
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each source of each claim, and for what it says without one."""
        for roots in self.claims:
            for part, source, said, folded in _parts(roots):
                yield {**self._claim_cells(roots), **self._source_cells(part, source, said, folded)}

    def write(self, sheet: Sheet) -> None:
        """Write the table for a terminal."""
        self.write_head(sheet)
        self.write_rows(sheet)

    def write_head(self, sheet: Sheet) -> None:
        """Write what the signs mean."""
        sheet.write(
            faint(
                "An origin (◆) is a voice that the claim can be traced back to; what folds into it (←) has its words "
                "behind it, or may have (?). The first number counts the origins that are shown to be independent, "
                "the second all that may be."
            )
        )
        sheet.skip()

    def write_rows(self, sheet: Sheet) -> None:
        """Write each claim with its origins, and under each of them what folds into it."""
        for at, roots in enumerate(self.claims):
            if at:
                sheet.skip()
            write_roots(sheet, roots, self.desk)

    def _who(self, id: str | None) -> dict[str, JSON]:
        return {"id": id, **who(id, self.desk.sources)}

    def _places(self, said: Iterable[Attribution]) -> JSON:
        return [place_record(place, self.desk) for place in places_of(said)]

    def _folded(self, one: Folded) -> dict[str, JSON]:
        return {
            **self._who(one.fold.source),
            "into": self._who(one.fold.into),
            "reason": one.fold.reason,
            "is_certain": one.fold.is_certain,
            "places": self._places(one.said),
        }

    def _settle(self, roots: Roots) -> JSON:
        if not roots.account.settle:
            return None
        return {"question": roots.account.settle, "derivation": self._step(roots.settle) if roots.settle else None}

    def _circle(self, circle: Circle) -> JSON:
        return [self._step(self.desk.derivations[id]) for id in circle.derivations]

    def _step(self, derivation: Derivation) -> dict[str, JSON]:
        return {
            "id": derivation.id,
            "from": derivation.document,
            "to": derivation.to,
            "to_name": self.desk.name(derivation.to),
            "evidence": derivation.evidence,
            "score": derivation.score,
            "places": [place_record(place, self.desk) for place in derivation.places],
        }

    def _claim_cells(self, roots: Roots) -> dict[str, Cell]:
        claim, origins = roots.account.claim, roots.account.claim.origins
        return {
            "number": roots.account.number,
            "text": claim.text,
            "outlets": claim.outlets,
            "origins_low": origins.low,
            "origins_high": origins.high,
            "parties": origins.parties,
            "settle": roots.account.settle or None,
            "circle": " | ".join(roots.account.circles) or None,
            "claim": claim.id,
        }

    def _source_cells(
        self, part: str, source: str | None, said: Sequence[Attribution], folded: Folded | None
    ) -> dict[str, Cell]:
        found = self.desk.sources.get(source or "")
        return {
            "part": part,
            "source": found.name if found else None,
            "source_kind": found.kind if found else None,
            "source_role": found.role if found else None,
            "source_party": self.desk.name(found.party) if found and found.party else None,
            "into": self.desk.name(folded.fold.into) if folded else None,
            "reason": folded.fold.reason if folded else None,
            "paths": paths_in_cell(said, self.desk),
            "spans": places_in_cell(places_of(said)),
            "source_id": source,
            "into_id": folded.fold.into if folded else None,
        }


def _parts(roots: Roots) -> Iterator[tuple[str, str | None, Sequence[Attribution], Folded | None]]:
    """Yield the sources of a claim, each with the part it has in it, and where it says the claim."""
    for root in roots.roots:
        yield "origin", root.source, root.said, None
        yield from (_part(one) for one in root.folded)
    yield from (_part(one) for one in roots.strays)
    for a in roots.others:
        yield a.stance, a.source, [a], None
    if roots.voices:
        yield "own_voice", None, roots.voices, None
    if roots.silences:
        yield "silences", None, roots.silences, None
    if roots.unclear:
        yield "unclear", None, roots.unclear, None


def _part(one: Folded) -> tuple[str, str, Sequence[Attribution], Folded]:
    return "folds" if one.fold.is_certain else "may_fold", one.fold.source, one.said, one
