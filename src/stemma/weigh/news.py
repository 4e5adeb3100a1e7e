"""What a brief of more documents says that the brief before it did not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Claim, Figure, Place, Relation, Stance
from stemma.model.news import News, NewsKind

__all__ = ["news_between"]

SHOWN = 120
"""Characters of a claim that are enough to know it by."""
_QUIET = frozenset({Stance.SILENCE, Stance.DECLINE})
_SIDES = {
    Stance.ASSERT: "for it",
    Stance.CONFIRM: "for it",
    Stance.ASSESS: "for it",
    Stance.DENY: "against it",
    Stance.QUALIFY: "for it in part",
    Stance.DECLINE: "declining to say",
    Stance.SILENCE: "silent",
}


def news_between(before: Brief, after: Brief) -> tuple[News, ...]:
    """
    Return what the documents of *after* that *before* does not have make new.

    Claims and sources are known again by the places that both briefs have in them: their ids follow from
    all that belongs to them, and change with it.
    """
    views = _Views.of(before, after)
    found = {*_origins(views), *_stands(views), *_figures(views)}
    return tuple(sorted(found, key=lambda news: (news.kind, news.claim or "", news.text, news.places)))


@dataclass(frozen=True, slots=True)
class _Views:
    """Two briefs, and what of one is what of the other."""

    before: Brief
    after: Brief
    attributions: Mapping[str, Attribution]
    """Of the newer brief, by id."""
    new: frozenset[str]
    """Ids of the documents that only the newer brief has."""
    claims: Mapping[str, Claim]
    """The claim before, by the id of the one after."""
    known_as: Mapping[str, frozenset[str]]
    """Ids of the sources before, by the id of the one after."""

    @classmethod
    def of(cls, before: Brief, after: Brief) -> "_Views":
        attributions = {a.id: a for a in after.attributions}
        new = {d.id for d in after.documents} - {d.id for d in before.documents}
        return cls(before, after, attributions, frozenset(new), _claims(before, after), _sources(before, after))

    def name(self, source: str) -> str:
        return next((s.name for s in self.after.sources if s.id == source), "somebody")

    def places(self, ids: Sequence[str]) -> tuple[Place, ...]:
        """Return where those of the attributions *ids* stand that are in new documents."""
        fresh = [self.attributions[id] for id in ids if self.attributions[id].document in self.new]
        return tuple(sorted(Place(a.document, a.content_spans[0]) for a in fresh if a.content_spans))


def _claims(before: Brief, after: Brief) -> Mapping[str, Claim]:
    """Return for each claim after the one before that it shares the most places with."""
    of = {id: claim for claim in before.claims for id in claim.attributions}
    found: dict[str, Claim] = {}
    for claim in after.claims:
        shared = Counter(of[id].id for id in claim.attributions if id in of)
        if shared:
            best = min(shared, key=lambda id: (-shared[id], id))
            found[claim.id] = next(of[id] for id in claim.attributions if id in of and of[id].id == best)
    return found


def _sources(before: Brief, after: Brief) -> Mapping[str, frozenset[str]]:
    spoken = {a.id: a.source for a in before.attributions if a.source}
    named: dict[str, set[str]] = {}
    for source in before.sources:
        for name in (source.name, *source.aliases):
            named.setdefault(name.casefold(), set()).add(source.id)
    found: dict[str, set[str]] = {}
    for source in after.sources:
        names = (source.name, *source.aliases)
        found[source.id] = {id for name in names for id in named.get(name.casefold(), ())}
    for a in after.attributions:
        if a.source in found and a.id in spoken:
            found[a.source].add(spoken[a.id])
    return {id: frozenset(ids) for id, ids in found.items()}


def _origins(views: _Views) -> Iterator[News]:
    for claim in views.after.claims:
        was = views.claims.get(claim.id)
        if was is None or claim.origins.high <= was.origins.high:
            continue
        known = {*was.origins.sources, *(fold.source for fold in was.origins.folds)}
        for source in claim.origins.sources:
            said = [id for id in claim.attributions if views.attributions[id].source == source]
            places = views.places(said or claim.attributions)
            if places and not views.known_as.get(source, frozenset()) & known:
                yield News(
                    NewsKind.ORIGIN, f"{views.name(source)} is a new origin of {_short(claim)}", claim.id, places
                )


def _stands(views: _Views) -> Iterator[News]:
    stood: dict[tuple[str, str], set[Stance]] = {}
    for position in views.before.positions:
        stood.setdefault((position.claim, position.actor), set()).add(position.position)
    claims = {claim.id: claim for claim in views.after.claims}
    for position in views.after.positions:
        was = views.claims.get(position.claim)
        places = views.places(position.evidence)
        if was is None or not places or position.position not in _SIDES:
            continue
        known = views.known_as.get(position.actor, frozenset())
        earlier = {s for actor in known for s in stood.get((was.id, actor), ()) if s in _SIDES}
        sides = sorted({_SIDES[stance] for stance in earlier})
        now = _SIDES[position.position]
        if not earlier or now in sides:
            continue
        ended = earlier <= _QUIET and position.position not in _QUIET
        kind = NewsKind.SILENCE if ended else NewsKind.POSITION
        text = f"{views.name(position.actor)}, so far {' and '.join(sides)}, is {now}: {_short(claims[position.claim])}"
        yield News(kind, text, position.claim, places)


def _figures(views: _Views) -> Iterator[News]:
    by_id = {figure.id: figure for figure in views.after.figures}
    still = {document.id for document in views.after.documents}
    versions = {_given(figure) for figure in views.before.figures if figure.document not in still}
    for tally in views.after.ledger:
        entries = [entry for entry in tally.entries if entry.relation is not Relation.COUNTS_ELSE]
        figures = [by_id[id] for entry in entries for id in entry.places if id in by_id]
        known = [value for figure in figures if figure.document not in views.new for value in _ends(figure)]
        fresh = [figure for figure in figures if figure.document in views.new and _ends(figure)]
        if not known:
            continue
        low, high = min(known), max(known)
        for figure in fresh:
            if _given(figure) in versions:  # an article that has changed, and has kept it
                continue
            if low <= max(_ends(figure)) and min(_ends(figure)) <= high:
                continue
            side = "below" if max(_ends(figure)) < low else "above"
            span = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
            counted = f" ({tally.counts})" if tally.counts else ""
            text = f"“{figure.text}”{counted} is {side} all that was given before: {span}"
            yield News(NewsKind.FIGURE, text, None, (Place(figure.document, figure.span),))


def _given(figure: Figure) -> tuple[float | None, float | None, str | None, str | None]:
    return figure.low, figure.high, figure.unit, figure.counts


def _ends(figure: Figure) -> tuple[float, ...]:
    return tuple(value for value in (figure.low, figure.high) if value is not None)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _short(claim: Claim) -> str:
    text = claim.text
    return f"“{text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + '…'}”"
