"""What judgements change in readings, and the pairs that they tie."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from stemma.judge.settling import followed
from stemma.model import Attribution, Reading, Span, Stance
from stemma.model.anchor import Thing
from stemma.model.judgement import Verb
from stemma.model.ruling import Bonds, Ruling

__all__ = ["around", "pairs_of", "with_stances", "without_wrong"]


def pairs_of(rulings: Sequence[Ruling], thing: Thing) -> Bonds:
    """Return the pairs of a *thing* that are judged to be the same, and those judged to differ."""
    return Bonds(_pairs(rulings, Verb.SAME, thing), _pairs(rulings, Verb.DIFFERENT, thing))


def _pairs(rulings: Sequence[Ruling], verb: Verb, thing: Thing) -> tuple[tuple[str, str], ...]:
    found = (r.found for r in followed(rulings, verb) if r.judgement.about[0].thing is thing)
    pairs = {(min(a, b), max(a, b)) for a, b in found if a and b and a != b}
    return tuple(sorted(pairs))


def without_wrong(reading: Reading, wrong: Collection[str | None]) -> Reading:
    """Return *reading* without what is *wrong*; the figures of wrong attributions stand in what is left around them."""
    left = tuple(a for a in reading.attributions if a.id not in wrong)
    figures = tuple(f for f in reading.figures if f.id not in wrong)
    if len(left) == len(reading.attributions):
        return reading if len(figures) == len(reading.figures) else replace(reading, figures=figures)
    stand = (replace(f, attribution=around(f.span, left)) if f.attribution in wrong else f for f in figures)
    return replace(reading, attributions=left, figures=tuple(stand))


def with_stances(reading: Reading, stances: Mapping[str | None, Stance]) -> Reading:
    """Return *reading* with *stances* by the ids of its attributions."""
    if not any(one.id in stances for one in reading.attributions):
        return reading
    told = (replace(one, stance=stances.get(one.id, one.stance)) for one in reading.attributions)
    return replace(reading, attributions=tuple(told))


def around(span: Span, attributions: Iterable[Attribution]) -> str | None:
    """Return the shortest of *attributions* that holds *span*, spoken ones first."""
    holding = (a for a in attributions if a.holds(span))
    ranked = ((a.narrated, sum(map(len, a.content_spans)), a.id) for a in holding)
    return min(ranked, default=(False, 0, None))[2]
