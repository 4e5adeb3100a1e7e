"""How claims that are not the same belong together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.align.contrary import is_doubled_as_possible, is_negation_of
from stemma.align.judging import same_run
from stemma.align.rivals import rivals
from stemma.align.scenes import are_of_other_events
from stemma.align.scoring import Alike
from stemma.align.traits import Traits, is_told
from stemma.model import ClaimLink, Document, Interval, LinkKind

__all__ = ["link"]

ALIKE = 1.2
"""In meaning and words: what is linked speaks of one matter, all but the one thing that sets it apart."""
ALIKE_IN_NUMBER = 0.7
"""Two numbers of people in the same state are mostly of one matter where the words around them are alike too."""
ALIKE_IN_AMOUNT = 2.0
"""A report is full of sums of money, of lengths and of durations, each of something else."""
ALIKE_IN_NONE = -1.2
""""None were killed" and "12 were killed" are of one matter, though they share few words."""
ALIKE_IN_DOUBT = 1.5
"""What may be stands beside many things that are; only the very same thing is left open by it."""
DAYS_APART = 2
"""News of one event is told side by side for a day or two: only then does another number bring it up to date."""
VERBS = {
    LinkKind.DENIAL: "says the contrary of",
    LinkKind.QUALIFICATION: "leaves open what is told outright in",
}
SHOWN = 90
"""Characters of a statement that a reason repeats."""


_Key = tuple[LinkKind, str, str]
"""Of the links that share it the one between the likest statements stands."""


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
    best: dict[_Key, tuple[float, ClaimLink]] = {}
    for (a, b), alike in pairs.items():
        if alike < ALIKE_IN_NONE or a not in home or b not in home or home[a] == home[b]:
            continue
        for key, found in _links(a, b, alike, case, home):
            if key not in best or alike > best[key][0]:
                best[key] = (alike, found)
    likest = {_between(found): found for _, found in sorted(best.values(), key=lambda one: (one[0], one[1].reason))}
    return tuple(sorted(likest.values(), key=lambda one: (one.claim, one.other, one.kind)))


def _links(a: int, b: int, alike: float, case: _Case, home: Mapping[int, str]) -> Iterator[tuple[_Key, ClaimLink]]:
    left, right = case.traits[a], case.traits[b]
    if _is_one_breath(left, right) or are_of_other_events(left.scene, right.scene):
        return
    numbers = rivals(left.figures, right.figures)
    if numbers and any(figure.high == 0 for figure in numbers):
        none, some = (a, b) if numbers[0].high == 0 else (b, a)
        found = _link(LinkKind.DENIAL, none, some, case, home)
        yield (found.kind, str(none), ""), found  # "no one was killed" is said of one event, the likest
    elif numbers and alike > (ALIKE_IN_AMOUNT if numbers[0].unit else ALIKE_IN_NUMBER):
        found = _numbers_link(a, b, f"{numbers[0].text} against {numbers[1].text}", case, home)
        yield _between(found), found
    elif alike > ALIKE and left.telling == right.telling and not (left.answers or right.answers):
        yield from ((_between(found), found) for found in _contrary(a, b, alike, case, home))


def _between(link: ClaimLink) -> _Key:
    return link.kind, min(link.claim, link.other), max(link.claim, link.other)


def _contrary(a: int, b: int, alike: float, case: _Case, home: Mapping[int, str]) -> Iterator[ClaimLink]:
    for one, other in ((a, b), (b, a)):
        texts = case.traits[one].attribution.content, case.traits[other].attribution.content
        if is_negation_of(*texts) and not same_run(case.traits[one].plain, case.traits[other].plain):
            yield _link(LinkKind.DENIAL, one, other, case, home)
        elif alike > ALIKE_IN_DOUBT and is_doubled_as_possible(*texts):
            yield _link(LinkKind.QUALIFICATION, one, other, case, home)


def _is_one_breath(left: Traits, right: Traits) -> bool:
    """Tell whether one source says both in one document: what stands side by side is two things."""
    a, b = left.attribution, right.attribution
    return a.document == b.document and a.source == b.source


def _link(kind: LinkKind, one: int, other: int, case: _Case, home: Mapping[int, str]) -> ClaimLink:
    return ClaimLink(kind, home[one], home[other], _reason(one, other, VERBS[kind], case))


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
