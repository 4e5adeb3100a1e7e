"""Figures that were changed on the way: their bound, their value, their time."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from stemma.model import Bound, Drift, Figure, Stance
from stemma.weigh.witnesses import Witnesses, drift

__all__ = ["changed_amounts"]

_OPEN = {Bound.AT_LEAST: "at least", Bound.MORE_THAN: "at least"}


def changed_amounts(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield figures of one claim, or of one sum that does not work out, that one document alone has so."""
    figures = {figure.id: figure for figure in witnesses.brief.figures}
    claim_of = {a.id: a.claim for a in witnesses.brief.attributions if a.stance is not Stance.DENY}
    groups: dict[tuple[str, str, str | None], list[Figure]] = {}
    for figure in figures.values():
        claim = claim_of.get(figure.attribution or "")
        if claim:
            groups.setdefault((claim, figure.unit or "", _head(figure)), []).append(figure)
    for key in sorted(groups, key=lambda k: (k[0], k[1], k[2] or "")):
        yield from _changed_bounds(witnesses, groups[key])
        yield from _changed_times(witnesses, groups[key])
    for check in witnesses.brief.checks:
        if check.kind == "same_quantity" and not check.holds:
            yield from _changed_values(witnesses, [figures[i] for i in check.figures if i in figures])


def _head(figure: Figure) -> str | None:
    return figure.counts.split()[0] if figure.counts else None


def _changed_bounds(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """Yield "12" where others have "at least 12"."""
    for value in sorted({(f.low, f.high) for f in group}, key=str):
        same = [f for f in group if (f.low, f.high) == value]
        for odd, common in _odd_ones(same, lambda f: _OPEN.get(f.bound, f.bound.value)):
            yield _changed("bound_changed", witnesses, odd, common)


def _changed_times(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """Yield a figure that counts for other days than the same figure elsewhere."""
    for value in sorted({(f.low, f.high) for f in group if f.when}, key=str):
        same = [f for f in group if (f.low, f.high) == value and f.when]
        for odd, common in _odd_ones(same, lambda f: str(f.when)):
            if odd.when and common.when and odd.when.meet(common.when) is None:
                yield _changed("time_changed", witnesses, odd, common, f" ({odd.when})", f" ({common.when})")


def _changed_values(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """Yield the value that stands alone against two documents, or against its own source elsewhere."""
    speaker = {a.id: a.source for a in witnesses.brief.attributions}
    for odd, common in _odd_ones(group, lambda f: str((f.low, f.high))):
        speakers = {found for f in (odd, common) if (found := speaker.get(f.attribution or ""))}
        if len(speakers) < 2:  # two speakers may count differently; one does not
            yield _changed("figure_changed", witnesses, odd, common)


def _changed(kind: str, witnesses: Witnesses, odd: Figure, common: Figure, here: str = "", there: str = "") -> Drift:
    titles = witnesses.title(common.document), witnesses.title(odd.document)
    words = f"“{common.text}”{there} in {titles[0]} is “{odd.text}”{here} in {titles[1]}."
    return drift(kind, (odd.document, odd.span), (common.document, common.span), words)


def _odd_ones(group: Sequence[Figure], trait: Callable[[Figure], str]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure whose *trait* one document alone has, with one of the trait that more documents have."""
    holders: dict[str, set[str]] = {}
    for figure in group:
        holders.setdefault(trait(figure), set()).add(figure.document)
    counts = Counter({key: len(found) for key, found in holders.items()})
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    if len(ranked) < 2 or counts[ranked[0]] < 2 or counts[ranked[0]] == counts[ranked[1]]:
        return
    common = min((f for f in group if trait(f) == ranked[0]), key=lambda f: (f.document, f.span))
    for figure in sorted(group, key=lambda f: (f.document, f.span)):
        if trait(figure) != ranked[0] and figure.document not in holders[ranked[0]]:
            yield figure, common
