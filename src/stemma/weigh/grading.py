"""
The digit of the Admiralty code, computed, with its reasons.

| digit | words | rule, the first that fits |
|---|---|---|
| 6 | truth cannot be judged | nobody who says it is named, or it is only denied |
| 5 | improbable | two or more parties deny it, and no more than one says it |
| 4 | doubtfully true | someone denies it or has not seen it, and not two parties more say it (then it is a 3) |
| 1 | confirmed by other sources | two or more independent origins; two, of known and different parties, in like words |
| 2 | probably true | the same of unknown parties; or several of two parties that may be independent, one confirming |
| 3 | possibly true | one origin, or several that may be one, and nothing against it |

The words are the code's own and mean no more than the rule beside them: reported from two sides, not that
anybody checked. A paper is no origin that confirms. A hedge of the only origin ("may", "likely") makes a 3 a 4.
The letter, for the source, is the analyst's: it is never read off how well a claim is supported, and the two are
never averaged. Terms: AJP-2.1 / STANAG 2511.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Brief, Claim, Grade, Position, Reason, Side, Source, SourceKind, Stance
from stemma.weigh.agreeing import Agreement, agree
from stemma.weigh.drift.witnesses import Witnesses

__all__ = ["WORDS", "grade"]

WORDS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtfully true",
    5: "improbable",
    6: "truth cannot be judged",
}
# So many parties more must say it than deny it before it is possible and not doubtful.
OUTWEIGHED = 2

_FOR = {Stance.ASSERT, Stance.CONFIRM}
_MUTE = {Stance.SILENCE, Stance.DECLINE}
_SAID = _FOR | {Stance.ASSESS, Stance.SUGGEST, Stance.QUALIFY, Stance.DECLINE}


@dataclass(frozen=True, slots=True)
class _Case:
    """What speaks for a claim and against it."""

    claim: Claim
    named: tuple[Source, ...]
    """Origins that can be asked."""
    deny: tuple[str, ...]
    """Parties that deny it."""
    unseen: tuple[str, ...]
    confirm: tuple[str, ...]
    silent: tuple[str, ...]
    hedged: bool
    agreement: Agreement | None
    asserted: bool
    """Someone, if only a document in its own voice, says it."""


def grade(brief: Brief) -> Mapping[str, Grade]:
    """Return the credibility digit of each claim of *brief* by its id: 1 only with two or more independent origins."""
    witnesses = Witnesses(brief)
    return {claim.id: _grade(_read(claim, witnesses)) for claim in brief.claims}


def _grade(case: _Case) -> Grade:
    digit = _digit(case)
    return Grade(digit, WORDS[digit], tuple(_reasons(case)))


def _digit(case: _Case) -> int:
    parties, against = len(_parties(case.named)), len(case.deny) + len(case.unseen)
    if not case.named or not case.asserted:
        return 6
    if len(case.deny) > 1 and parties == 1:
        return 5
    if against:
        return 3 if parties >= against + OUTWEIGHED else 4
    agreed = case.agreement if case.claim.origins.low > 1 else None
    if agreed and agreed.has_parties:
        return 1
    if agreed or (case.claim.origins.high > 1 and parties > 1 and case.confirm):
        return 2
    return 4 if case.hedged else 3


def _read(claim: Claim, witnesses: Witnesses) -> _Case:
    sources, told = witnesses.source, witnesses.told[claim.id]
    origins = [sources[key] for key in claim.origins.sources if key in sources]
    positions = witnesses.positions[claim.id]
    items = [a for a in told if a.source in claim.origins.sources]
    speaking = {p.actor for p in positions if p.position in _FOR}
    unseen = _actors(positions, {Stance.NOT_OBSERVED}, sources)
    voices = {_party(source, sources) for source in origins}
    own = next(iter(voices)) if len(voices) == 1 else None  # the only origin does not bear itself out
    return _Case(
        claim=claim,
        named=tuple(s for s in origins if s.kind not in (SourceKind.GROUP, SourceKind.UNNAMED)),
        deny=_actors(positions, {Stance.DENY}, sources),
        unseen=tuple(a for a in unseen if a not in _named(speaking, sources)),
        confirm=tuple(a for a in _actors(positions, {Stance.CONFIRM}, sources) if a != own),
        silent=_actors(positions, {Stance.SILENCE}, sources),
        asserted=any(a.stance in _SAID or a.narrated for a in told if not (a.narrated and a.stance in _MUTE)),
        agreement=agree(items, sources),
        hedged=bool(items) and all(a.hedges or a.stance is Stance.SUGGEST for a in items),
    )


def _named(keys: set[str], sources: dict[str, Source]) -> set[str]:
    return {_party(sources[key], sources) for key in keys if key in sources}


def _actors(positions: Sequence[Position], kinds: set[Stance], sources: dict[str, Source]) -> tuple[str, ...]:
    found = {_party(sources[p.actor], sources) for p in positions if p.position in kinds and p.actor in sources}
    return tuple(sorted(found))


def _party(source: Source, sources: dict[str, Source]) -> str:
    party = sources.get(source.party or "")
    return party.name if party else source.name


def _parties(named: Sequence[Source]) -> set[str]:
    return {source.party or source.id for source in named}


def _reasons(case: _Case) -> Iterator[Reason]:
    yield _of_origins(case)
    if case.claim.outlets > 1 and case.claim.origins.high == 1:
        yield Reason(Side.NEITHER, f"{case.claim.outlets} outlets carry it, which adds nothing to its one origin")
    said = (
        (case.confirm, Side.FOR, "confirmed it in so many words"),
        (case.deny, Side.AGAINST, "denied it"),
        (case.unseen, Side.AGAINST, "had not seen it"),
        (case.silent, Side.NEITHER, "did not speak on it, as the documents say"),
    )
    for actors, side, deed in said:
        if actors:
            yield Reason(side, f"{', '.join(actors)} {deed}")
    if case.hedged:
        yield Reason(Side.AGAINST, "its origin says it with reserve")


def _of_origins(case: _Case) -> Reason:
    if not case.asserted:
        return Reason(Side.AGAINST, "no document tells who says it, only who denies it")
    if not case.named:
        return Reason(Side.AGAINST, "nobody who says it can be named")
    return Reason(Side.FOR, _how_many(case))


def _how_many(case: _Case) -> str:
    """Return how many say it, as far as that is shown."""
    origins = case.claim.origins
    names = ", ".join(source.name for source in case.named)
    if origins.low > 1 and case.agreement:
        return f"reported from at least {origins.low} independent origins, among them {_agreed(case.agreement)}"
    if origins.low > 1:
        return f"{names}; their words are too far apart to show that they confirm each other"
    if origins.high > 1:
        return f"{names}; up to {origins.high} origins, but none is shown to be independent of the others"
    return f"one origin, {names}"


def _agreed(agreement: Agreement) -> str:
    known = "of different parties" if agreement.has_parties else "for whom they speak is not known"
    return f"{agreement.left.name} and {agreement.right.name} in like words ({known})"
