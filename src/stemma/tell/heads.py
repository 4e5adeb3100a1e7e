"""The part of a story that a brief of a whole case may show: its best claims, figures and changes."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Check, Derivation, Drift, Figure, Tally
from stemma.tell.changes import drift_in_order
from stemma.tell.desk import Desk
from stemma.tell.gaps import gaps_of, unresolved_in_order
from stemma.tell.ledger import sums_in_order
from stemma.tell.shelved import FIRST, Laid

__all__ = ["head_of"]


def head_of(laid: Laid) -> Brief:
    """Return what can be among the first of its kind in a case: no more than the first of this story are."""
    desk, accounts = laid.desk, laid.accounts
    rooted = [account for account in accounts if account.origins]
    best = (*accounts[:FIRST], *rooted[:FIRST], *(standing.account for standing in laid.standings[:FIRST]))
    lost = unresolved_in_order(desk)
    pages = [page.tally for page in laid.pages[:FIRST] if page.tally]
    part = _Part(
        desk,
        {account.claim.id for account in best},
        pages,
        sums_in_order(desk)[:FIRST],
        drift_in_order(desk)[:FIRST],
        [*[a for a in lost if a.source_span][:FIRST], *[a for a in lost if not a.source_span][:FIRST]],
        _lacking(desk),
    )
    return part.brief()


def _lacking(desk: Desk) -> list[str]:
    gaps = gaps_of(desk)
    numbers = (*gaps.undated[:FIRST], *(number for number, _ in gaps.foreign[:FIRST]), *gaps.empty[:FIRST])
    return [desk.documents[number - 1].id for number in numbers]


@dataclass(frozen=True, slots=True)
class _Part:
    """What is wanted of a brief."""

    desk: Desk
    claims: Collection[str]
    tallies: Collection[Tally]
    checks: Collection[Check]
    drift: Collection[Drift]
    lost: Collection[Attribution]
    lacking: Collection[str]
    """Ids of documents that lack something."""

    def brief(self) -> Brief:
        """Return it with all that has to be known to tell it."""
        whole = self.desk.brief
        links = [link for link in whole.links if link.claim in self.claims or link.other in self.claims]
        figures = self._figures()
        said = self._attributions(figures)
        derivations = self._derivations()
        documents = {*self._documents(said, figures, derivations)}
        sources = self._sources(said, derivations)
        told = {one.id for one in figures}, {one.id for one in said}
        tied = {id for link in links for id in (link.claim, link.other)}
        return Brief(
            documents=tuple(d for d in whole.documents if d.id in documents),
            sources=tuple(s for s in whole.sources if s.id in sources),
            attributions=tuple(a for a in whole.attributions if a.id in told[1]),
            claims=tuple(c for c in whole.claims if c.id in self.claims or c.id in tied),
            links=tuple(links),
            derivations=tuple(derivations),
            circles=tuple(c for c in whole.circles if c.claim in self.claims),
            positions=tuple(p for p in whole.positions if p.claim in self.claims),
            figures=tuple(f for f in whole.figures if f.id in told[0]),
            checks=tuple(c for c in whole.checks if c in self.checks),
            ledger=tuple(t for t in whole.ledger if t in self.tallies),
            drift=tuple(d for d in whole.drift if d in self.drift),
        )

    def _figures(self) -> list[Figure]:
        ids = {id for tally in self.tallies for entry in tally.entries for id in (entry.figure, *entry.places)}
        ids |= {id for check in self.checks for id in check.figures}
        return [figure for figure in self.desk.brief.figures if figure.id in ids]

    def _attributions(self, figures: Iterable[Figure]) -> list[Attribution]:
        ids = {one.id for one in self.lost} | {figure.attribution for figure in figures}
        for position in self.desk.brief.positions:
            if position.claim in self.claims:
                ids.update(position.evidence)
        return [a for a in self.desk.brief.attributions if a.id in ids or a.claim in self.claims]

    def _derivations(self) -> list[Derivation]:
        brief = self.desk.brief
        ids = {claim.origins.settle for claim in brief.claims if claim.id in self.claims}
        ids |= {id for circle in brief.circles if circle.claim in self.claims for id in circle.derivations}
        return [one for one in brief.derivations if one.id in ids]

    def _documents(
        self, said: Iterable[Attribution], figures: Iterable[Figure], derivations: Iterable[Derivation]
    ) -> Iterator[str]:
        yield from self.lacking
        yield from (one.document for one in said)
        yield from (figure.document for figure in figures)
        for derivation in derivations:
            yield from (derivation.document, derivation.to)
            yield from (place.document for place in derivation.places)
        for drift in self.drift:
            yield from (drift.place.document, drift.against.document)

    def _sources(self, said: Iterable[Attribution], derivations: Iterable[Derivation]) -> set[str]:
        brief = self.desk.brief
        ids = {id for one in said for id in (one.source, *one.via)} | {one.to for one in derivations}
        for claim in brief.claims:
            if claim.id in self.claims:
                ids.update(claim.origins.sources)
        ids.update(p.actor for p in brief.positions if p.claim in self.claims)
        ids.update(entry.claimant for tally in self.tallies for entry in tally.entries)
        known = {id for id in ids if id}
        return known | {party for id in known if id in self.desk.sources and (party := self.desk.sources[id].party)}
