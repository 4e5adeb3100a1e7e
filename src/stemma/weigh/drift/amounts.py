"""Figures that were changed on the way: their bound, their value, their time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from stemma.lexicon import words_of
from stemma.model import Attribution, Bound, Drift, Figure, SourceKind, Span, Stance
from stemma.prose import sentence_at
from stemma.weigh.counts.apartness import DAY_SLIP, days_apart
from stemma.weigh.counts.limits import is_strict, limits
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["changed_amounts"]

# From here on a number is so large that two things seldom have it; of those whom one event killed or hurt there is one
# number, however small.
LARGE = 20
LARGE_BOUND = 10
# Below this a number in the report's own voice counts one thing and a number that somebody gives another.
FEWEST = 3

# An event takes days and not months: what is dated to a year or more counts something that went on.
EVENT_DAYS = 31
# Numbers for one thing in reports further apart than this are an update.
SAME_NEWS = 3

# Who is dead, hurt or missing is counted on by the hour: another number is most often a later or an earlier one.
COUNTED_ON = frozenset({"killed", "injured", "wounded", "killed or wounded", "missing"})

_OPEN = {Bound.AT_LEAST: "at least", Bound.MORE_THAN: "at least"}


def changed_amounts(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield figures of one claim, or of one quantity, that one document alone has so."""
    figures = {figure.id: figure for figure in witnesses.brief.figures}
    speaker = {a.id: a.source for a in witnesses.brief.attributions}
    found: list[Drift] = []
    for claim in _by_claim(witnesses, figures.values()):
        found += [*_changed_bounds(witnesses, claim), *_changed_times(witnesses, claim)]
    for counted in _by_quantity(witnesses, figures):
        found += _changed_bounds(witnesses, [f for f in counted if _has_one_bound(f)])
        found += [*_dropped_bounds(witnesses, counted), *_hardened(witnesses, counted)]
        found += _changed_times(witnesses, [f for f in counted if (f.low or 0) >= LARGE])
    yield from _once(witnesses, found)
    for check in witnesses.brief.checks:
        if check.kind == "same_quantity" and not check.holds:
            yield from _changed_values(witnesses, [figures[i] for i in check.figures if i in figures], speaker)


def _once(witnesses: Witnesses, found: Sequence[Drift]) -> Iterator[Drift]:
    """Yield *found* without what a document repeats: one number in it is changed once."""
    once: dict[tuple[str, str, str], Drift] = {}
    for made in sorted(found, key=lambda d: (d.kind, d.place, d.against)):
        once.setdefault((made.kind, made.place.document, witnesses.cut(made.place.document, made.place.span)), made)
    yield from once.values()


def _by_claim(witnesses: Witnesses, figures: Iterable[Figure]) -> Sequence[Sequence[Figure]]:
    claim_of = {a.id: a.claim for a in witnesses.brief.attributions if a.stance is not Stance.DENY}
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        claim = claim_of.get(figure.attribution or "")
        if claim:
            groups.setdefault((claim, figure.unit or "", _head(figure) or ""), []).append(figure)
    return [groups[key] for key in sorted(groups)]


def _by_quantity(witnesses: Witnesses, figures: Mapping[str, Figure]) -> Sequence[Sequence[Figure]]:
    """Return the figures that the checks hold to be of one quantity."""
    checks = (c for c in witnesses.brief.checks if c.kind == "same_quantity")
    return [[figures[i] for i in c.figures if i in figures] for c in checks]


def _has_one_bound(figure: Figure) -> bool:
    """Tell whether a number is so large that no two things have it, or the toll of the one event."""
    return (figure.low or 0) >= LARGE_BOUND or figure.counts in COUNTED_ON


def _head(figure: Figure) -> str | None:
    return figure.counts.split()[0] if figure.counts else None


def _changed_bounds(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """
    Yield "12" where others have "at least 12", and "about 12" where they do.

    A bound that one alone has is no change: the others may have rounded what it gives in full. "More than 51" is one:
    nobody rounds to 51.
    """
    for value in sorted({(f.low, f.high) for f in group}, key=str):
        same = [f for f in group if (f.low, f.high) == value]
        for odd, common in _odd_ones(same, lambda f: _OPEN.get(f.bound, f.bound.value)):
            if common.bound is not Bound.EXACT or is_strict(odd):
                yield _changed("bound_changed", witnesses, odd, common)


def _dropped_bounds(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """Yield "seven died" in a report's own voice where it has "at least seven" from somebody, and nobody says seven."""
    said = {a.id: a for a in witnesses.brief.attributions if not a.narrated}
    for key in sorted({(f.document, f.low) for f in group if (f.low or 0.0) >= FEWEST}, key=str):
        mine = sorted((f for f in group if (f.document, f.low) == key), key=lambda f: f.span)
        given = [f for f in mine if f.attribution in said]
        plain = [f for f in mine if f.bound is Bound.EXACT and f not in given and _is_in_body(witnesses, f)]
        if plain and given and all(f.bound in _OPEN for f in mine if f not in plain):
            title = witnesses.title(given[0].document)
            who = witnesses.name(said[given[0].attribution or ""].source)
            words = f"{title} gives “{plain[0].text}” as its own, and “{given[0].text}” from {who}."
            yield drift("bound_changed", (key[0], plain[0].span), (key[0], given[0].span), words)


def _hardened(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """
    Yield "40 metres" in a report's own voice where all who are heard to give that number say "about 40".

    Who measured may well give the plain number: so nobody may, in any report, and it must be of one who could know.
    """
    said = {a.id: a for a in witnesses.brief.attributions if not a.narrated}
    for value in sorted({f.low or 0.0 for f in group if f.low == f.high and (f.low or 0.0) >= FEWEST}):
        same = sorted((f for f in group if f.low == f.high == value), key=lambda f: (f.document, f.span))
        given = [f for f in same if f.attribution in said and _is_heard(witnesses, said[f.attribution])]
        if not given or any(f.bound is not Bound.ABOUT for f in given):
            continue
        words = {f.text for f in given}  # "(131 feet)" has its bound from the number before it
        plain = [f for f in same if f.attribution not in said and f.bound is Bound.EXACT and f.text not in words]
        for odd in (f for f in plain if _is_in_body(witnesses, f) and not _is_reported(witnesses, f)):
            near = min(given, key=lambda f: (f.document != odd.document, f.document, f.span))
            who = witnesses.name(said[near.attribution or ""].source)
            titles = witnesses.title(odd.document), witnesses.title(near.document)
            told = f"{titles[0]} gives “{odd.text}” as its own, where {titles[1]} has “{near.text}” from {who}."
            yield drift("bound_changed", (odd.document, odd.span), (near.document, near.span), told)


def _is_heard(witnesses: Witnesses, item: Attribution) -> bool:
    """Tell whether somebody is described who gives it, and no outlets or reports that only pass it on."""
    source = witnesses.source.get(item.source or "")
    if source is None or source.kind is SourceKind.OUTLET:
        return False
    return source.name.casefold().split()[-1] not in words_of("report_nouns")


def _is_reported(witnesses: Witnesses, figure: Figure) -> bool:
    """Tell "earlier reports had put it at 40m", where the number is theirs."""
    sentence = sentence_at(figure.span.start, witnesses.sentences[figure.document]) or figure.span
    before = witnesses.cut(figure.document, Span(sentence.start, figure.span.start))
    return not words_of("report_nouns").isdisjoint(before.casefold().split())


def _is_in_body(witnesses: Witnesses, figure: Figure) -> bool:
    """Tell whether *figure* stands below the headline, which has no room for bounds."""
    return any(block.holds(figure.span) for block in witnesses.document[figure.document].body)


def _changed_times(witnesses: Witnesses, group: Sequence[Figure]) -> Iterator[Drift]:
    """Yield a figure that counts for other days than the same figure elsewhere."""
    dated = [f for f in group if f.when and f.when.days <= EVENT_DAYS]
    for value in sorted({(f.low, f.high) for f in dated}, key=str):
        same = [f for f in dated if (f.low, f.high) == value]
        for odd, common in _odd_ones(same, lambda f: str(f.when)):
            if days_apart(odd.when, common.when) > DAY_SLIP:
                yield _changed("time_changed", witnesses, odd, common, f" ({odd.when})", f" ({common.when})")


def _changed_values(
    witnesses: Witnesses, group: Sequence[Figure], speaker: Mapping[str, str | None]
) -> Iterator[Drift]:
    """Yield the value that stands alone against two documents, or against its own source elsewhere."""
    counted = [f for f in group if f.high != 0.0]  # "nobody was hurt" denies a number and does not change it
    fitting = _fitting(counted)
    for odd, common in _odd_ones(counted, lambda f: fitting[f.id]):
        speakers = {found for f in (odd, common) if (found := speaker.get(f.attribution or ""))}
        is_update = _days_between(witnesses, odd, common) > SAME_NEWS or odd.counts in COUNTED_ON
        if len(speakers) < 2 and not is_update:  # two speakers may count differently; one does not
            yield _changed("figure_changed", witnesses, odd, common)


def _fitting(group: Sequence[Figure]) -> Mapping[str, str]:
    """Return for each figure a name that it shares with those that can be one number: "10 to 12", "about 12"."""
    names: dict[str, str] = {}
    for figure in sorted(group, key=lambda f: (f.bound is not Bound.RANGE, f.bound is not Bound.ABOUT, f.id)):
        same = (f for f in group if f.id in names and _is_closed(f) and _is_closed(figure) and _fit(f, figure))
        other = next(same, None)
        names[figure.id] = names[other.id] if other else str((figure.low, figure.high))
    return names


def _is_closed(figure: Figure) -> bool:
    return figure.bound in (Bound.EXACT, Bound.ABOUT, Bound.RANGE)


def _fit(one: Figure, other: Figure) -> bool:
    (low, high), (floor, ceiling) = limits(one), limits(other)
    return max(low, floor) <= min(high, ceiling)


def _days_between(witnesses: Witnesses, left: Figure, right: Figure) -> int:
    """Return how many days lie between the two reports; 0 where one has no date."""
    days = [witnesses.document[f.document].published.interval for f in (left, right)]
    return days_apart(days[0], days[1])


def _changed(kind: str, witnesses: Witnesses, odd: Figure, common: Figure, here: str = "", there: str = "") -> Drift:
    titles = witnesses.title(common.document), witnesses.title(odd.document)
    words = f"“{common.text}”{there} in {titles[0]} is “{odd.text}”{here} in {titles[1]}."
    return drift(kind, (odd.document, odd.span), (common.document, common.span), words)


def _odd_ones(group: Sequence[Figure], trait: Callable[[Figure], str]) -> Iterator[tuple[Figure, Figure]]:
    """
    Yield each figure whose *trait* fewer documents have than another, with one of the trait that most have.

    Of two that as many have, neither is the changed one.
    """
    holders: dict[str, set[str]] = {}
    for figure in group:
        holders.setdefault(trait(figure), set()).add(figure.document)
    most = max(map(len, holders.values()), default=0)
    if most < 2:
        return
    top = {key for key, documents in holders.items() if len(documents) == most}
    ordered = sorted(group, key=lambda f: (f.document, f.span))
    for figure in ordered:
        others = (f for f in ordered if trait(f) in top and figure.document not in holders[trait(f)])
        common = None if trait(figure) in top else next(others, None)
        if common is not None:
            yield figure, common
