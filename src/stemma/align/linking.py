"""How claims that are not the same belong together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.align.judging import same_run
from stemma.align.numbers import disagreement
from stemma.align.scoring import Alike
from stemma.align.traits import Traits, is_told
from stemma.model import ClaimLink, Document, Interval, LinkKind

__all__ = ["link"]

ALIKE = 1.2
"""In meaning and words: what is linked speaks of one matter, all but the one thing that sets it apart."""
ALIKE_IN_NUMBER = 0.0
"""Two numbers of the same kind of thing are mostly of one matter."""
ALIKE_IN_NONE = -1.2
""""None were killed" and "12 were killed" are of one matter, though they share few words."""
ALIKE_IN_ALL = 1.5
"""What may come stands beside many things that are; only the very same thing is qualified by it."""
DAYS_APART = 2
"""News of one event is told side by side for a day or two: only then does another number bring it up to date."""
SHOWN = 90
"""Characters of a statement that a reason repeats."""


@dataclass(frozen=True, slots=True)
class _Case:
    traits: Sequence[Traits]
    documents: Mapping[str, Document]


def link(
    groups: Mapping[str, Sequence[int]], traits: Sequence[Traits], pairs: Alike, documents: Mapping[str, Document]
) -> tuple[ClaimLink, ...]:
    """Return the links between *groups*, the claims by id; at most one of a kind between two claims."""
    home = {
        index: claim for claim, members in groups.items() for index in members if is_told(traits[index].attribution)
    }
    case = _Case(traits, documents)
    best: dict[tuple[LinkKind, str, str], tuple[float, ClaimLink]] = {}
    for (a, b), alike in pairs.items():
        if alike < ALIKE_IN_NONE or a not in home or b not in home or home[a] == home[b]:
            continue
        for found in _links(a, b, alike, case, home):
            key = (found.kind, min(found.claim, found.other), max(found.claim, found.other))
            if key not in best or alike > best[key][0]:
                best[key] = (alike, found)
    return tuple(sorted((found for _, found in best.values()), key=lambda one: (one.claim, one.other, one.kind)))


def _links(a: int, b: int, alike: float, case: _Case, home: Mapping[int, str]) -> Iterator[ClaimLink]:
    left, right = case.traits[a], case.traits[b]
    numbers = disagreement(left.figures, right.figures)
    none = any(figure.high == 0 for figure in (*left.figures, *right.figures))
    if numbers and alike > (ALIKE_IN_NONE if none else ALIKE_IN_NUMBER):
        yield _numbers_link(a, b, numbers, case, home)
    elif alike < ALIKE or left.telling != right.telling:
        return
    elif left.negated != right.negated and not (left.answers or right.answers or same_run(left.plain, right.plain)):
        denier, denied = (a, b) if left.negated else (b, a)
        yield ClaimLink(
            LinkKind.DENIAL, home[denier], home[denied], _reason(denier, denied, "says the contrary of", case)
        )
    elif left.forward != right.forward and alike > ALIKE_IN_ALL:
        open_, settled = (a, b) if left.forward else (b, a)
        reason = _reason(open_, settled, "speaks of what may come, not of what is as in", case)
        yield ClaimLink(LinkKind.QUALIFICATION, home[open_], home[settled], reason)


def _numbers_link(a: int, b: int, numbers: str, case: _Case, home: Mapping[int, str]) -> ClaimLink:
    """An update where one was said days later, else a conflict."""
    first, second = _day(case.traits[a], case.documents), _day(case.traits[b], case.documents)
    for one, day, other, before in ((a, first, b, second), (b, second, a, first)):
        if day and before and (day.earliest - before.latest).days >= DAYS_APART:
            reason = _reason(one, other, f"gives another number ({numbers}) later than", case)
            return ClaimLink(LinkKind.UPDATE, home[one], home[other], reason)
    return ClaimLink(LinkKind.CONFLICT, home[a], home[b], _reason(a, b, f"gives another number ({numbers}) than", case))


def _day(one: Traits, documents: Mapping[str, Document]) -> Interval | None:
    return one.attribution.on or documents[one.attribution.document].published.interval


def _reason(one: int, other: int, verb: str, case: _Case) -> str:
    return f"“{_shown(case.traits[one])}” {verb} “{_shown(case.traits[other])}”."


def _shown(one: Traits) -> str:
    text = " ".join(one.attribution.content.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rsplit(" ", 1)[0] + "…"
