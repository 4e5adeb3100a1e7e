"""What judgements change in readings and in checks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from stemma.judge.settling import followed
from stemma.model import Attribution, Check, Figure, Reading, Span
from stemma.model.anchor import Thing
from stemma.model.judgement import Verb
from stemma.model.ruling import Bonds, Ruling

__all__ = ["pairs_of", "tallied", "without_wrong"]

SAME_QUANTITY = "same_quantity"


def pairs_of(rulings: Sequence[Ruling], thing: Thing) -> Bonds:
    """Return the pairs of a *thing* that are judged to be the same, and those judged to differ."""
    return Bonds(_pairs(rulings, Verb.SAME, thing), _pairs(rulings, Verb.DIFFERENT, thing))


def _pairs(rulings: Sequence[Ruling], verb: Verb, thing: Thing) -> tuple[tuple[str, str], ...]:
    found = (r.found for r in followed(rulings, verb) if r.judgement.about[0].thing is thing)
    pairs = {(min(a, b), max(a, b)) for a, b in found if a and b and a != b}
    return tuple(sorted(pairs))


def without_wrong(reading: Reading, wrong: Collection[str | None]) -> Reading:
    """Return *reading* without its *wrong* attributions; their figures stand in what is left around them."""
    left = tuple(a for a in reading.attributions if a.id not in wrong)
    if len(left) == len(reading.attributions):
        return reading
    figures = (replace(f, attribution=_around(f.span, left)) if f.attribution in wrong else f for f in reading.figures)
    return replace(reading, attributions=left, figures=tuple(figures))


def _around(span: Span, attributions: Iterable[Attribution]) -> str | None:
    """Return the shortest of *attributions* that holds *span*, spoken ones first."""
    holding = (a for a in attributions if any(content.holds(span) for content in a.content_spans))
    ranked = ((a.narrated, sum(map(len, a.content_spans)), a.id) for a in holding)
    return min(ranked, default=(False, 0, None))[2]


def tallied(checks: Sequence[Check], bonds: Bonds, figures: Iterable[Figure]) -> tuple[Check, ...]:
    """Return *checks* without those that take for one what is not, and with those that hold together what is."""
    if not bonds:
        return tuple(checks)
    known = {figure.id: figure for figure in figures}
    apart = [set(pair) for pair in bonds.different]
    kept = [c for c in checks if c.kind != SAME_QUANTITY or not any(pair <= {*c.figures} for pair in apart)]
    held = [{*check.figures} for check in kept if check.kind == SAME_QUANTITY]
    new = (pair for pair in bonds.same if not any({*pair} <= pair_held for pair_held in held))
    return (*kept, *(_judged(known[a], known[b]) for a, b in new if a in known and b in known))


def _judged(left: Figure, right: Figure) -> Check:
    """Return the check that two figures, one quantity by an analyst's word, do not exclude each other."""
    holds = _may_be_one(left, right)
    told = "can be the same" if holds else "cannot be the same"
    explanation = f"{left.text} and {right.text}, one quantity by an analyst's word, {told}"
    return Check(SAME_QUANTITY, (left.id, right.id), holds, explanation)


def _may_be_one(left: Figure, right: Figure) -> bool:
    lows = [f.low for f in (left, right) if f.low is not None]
    highs = [f.high for f in (left, right) if f.high is not None]
    return left.unit == right.unit and max(lows, default=0.0) <= min(highs, default=float("inf"))
