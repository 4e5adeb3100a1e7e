"""Figures that count the same thing, lined up."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from stemma.lexicon import pairs_of, words_of
from stemma.model import Check
from stemma.weigh.blocking import Blocks
from stemma.weigh.quantities import Quantity, limits, same_name
from stemma.weigh.sameness import are_apart, days_apart, enough, is_telling, marks, shared, strength_of
from stemma.weigh.wording import listed, said_by

__all__ = ["check_agreement"]

# Equal numbers are for different times only where a month or more says so: the days that reports
# give for one event differ by slips, time zones and what else stands in the sentence.
LONG_STRETCH = 28
RECORD_REACH = 60
HEADING = 60
_FOLLOWING = re.compile(r"(?:\s[\w’'-]+){1,4}(?=[\s.,;:)]|$)")


def check_agreement(quantities: Sequence[Quantity]) -> list[Check]:
    """Return one check for each group of figures that count the same thing, in more than one place."""
    counted = (i for i, quantity in enumerate(quantities) if quantity.figure.counts or quantity.figure.unit)
    home = {i: {i} for i in counted}
    for i, j in _links(quantities):
        left, right = home.get(i), home.get(j)
        if left is None or right is None or left is right:
            continue
        if not any(are_apart(quantities[a], quantities[b]) for a in left for b in right):
            left |= right
            home.update(dict.fromkeys(right, left))
    groups = {id(group): group for group in home.values()}.values()
    found = [[quantities[i] for i in sorted(group)] for group in groups]
    found = _with_zeros([group for group in found if len(group) > 1 or _is_zero(group[0])])
    return [_check(group) for group in found if _is_worth_telling(group)]


def _is_worth_telling(group: list[Quantity]) -> bool:
    """Tell whether *group* holds more than one report's repetition of itself."""
    return len({q.document.id for q in group}) > 1 or len({q.value for q in group}) > 1


def _links(quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Return the pairs that count one thing, strongest first; only figures of one noun and unit are held together."""
    alike: dict[tuple[str | None, str | None, str | None], list[int]] = {}
    for i, quantity in enumerate(quantities):
        figure = quantity.figure
        alike.setdefault((figure.unit, figure.per, None if figure.unit else quantity.head), []).append(i)
    groups = [(False, group) for group in alike.values()] + [(True, group) for group in _of_one_value(quantities)]
    found: list[tuple[bool, float, int, int]] = []
    for is_renamed, group in groups:
        for i, j in _near(group, quantities):
            a, b = quantities[i], quantities[j]
            if _is_zero(a) == _is_zero(b) and not are_apart(a, b) and (strength := strength_of(a, b)) >= enough(a, b):
                found.append((is_renamed, -strength, i, j))
    return [(i, j) for _, _, i, j in sorted(found)]  # what is called the same goes first


def _of_one_value(quantities: Sequence[Quantity]) -> list[list[int]]:
    """Return the counts that are equal to many digits: reports call one thing files and documents."""
    alike: dict[tuple[float | None, float | None], list[int]] = {}
    for i, quantity in enumerate(quantities):
        if quantity.figure.unit is None and is_telling(quantity):
            alike.setdefault(quantity.value, []).append(i)
    return [group for group in alike.values() if len({quantities[i].head for i in group}) > 1]


def _near(group: Sequence[int], quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of *group* to look at: all of a small one, else those that share a mark that few have."""
    marked = [frozenset(marks(quantities[index])) for index in group]
    blocks = Blocks(marked)
    for place, index in enumerate(group):
        yield from ((index, group[other]) for other in blocks.near(marked[place]) if other > place)


def _is_zero(quantity: Quantity) -> bool:
    return quantity.value == (0.0, 0.0)


def _with_zeros(groups: list[list[Quantity]]) -> list[list[Quantity]]:
    """Hold "no casualties" against the harm that most reports give for the same event."""
    zeros = [q for group in groups if _is_zero(group[0]) for q in group]
    others = [group for group in groups if not _is_zero(group[0])]
    for state in ("killed", "wounded", "injured", "killed or wounded"):
        denied = [q for q in zeros if q.figure.counts in (state, "killed or wounded") and not _is_record(q)]
        harmed = [group for group in others if group[0].figure.counts == state]
        if not denied or not harmed:
            continue
        best = max(harmed, key=lambda group: (_likeness(group, denied), len(group), group[0].figure.id))
        best.extend(q for q in denied if not any(q.figure.id == p.figure.id for p in best))
    return others


def _is_record(zero: Quantity) -> bool:
    """Tell "no deaths since 1959" from a count of this event."""
    return zero.after(RECORD_REACH).find(" since ") >= 0


def _likeness(group: list[Quantity], zeros: list[Quantity]) -> float:
    """Return how alike the words around *group* and *zeros* are; another place takes it all away."""
    pairs = [(a, b) for a in group for b in zeros]
    return sum(shared(a.stems, b.stems) + same_name(a.places, b.places) for a, b in pairs) / len(pairs)


def _check(group: list[Quantity]) -> Check:
    lows, highs = zip(*(limits(q.figure) for q in group), strict=True)
    low, high = max(lows), min(highs)
    fits, times = low <= high, _other_times(group)
    ids = tuple(sorted(q.figure.id for q in group))
    what = _heading(group)
    told = listed([said_by(same) for same in _by_text(group)])
    agreed = "all the same" if len({(q.figure.bound, q.value) for q in group}) == 1 else "one number can be all of them"
    verdict = "no one number fits them all" if not fits else times or agreed
    return Check("same_quantity", ids, fits and not times, f"{what[0].upper()}{what[1:]}: {told}; {verdict}.")


def _heading(group: list[Quantity]) -> str:
    """Return what *group* counts; a bare unit takes on the words that follow it ("Km from the border")."""
    what = group[0].figure.counts or group[0].figure.unit or "the number"
    if group[0].figure.unit is None or " " in what:
        return what
    followed = [_FOLLOWING.match(q.after(HEADING)) for q in group]
    words = max((match.group().split() for match in followed if match), key=len, default=[])
    while words and words[-1].casefold() in words_of("phrase_ends"):
        words.pop()
    return " ".join([what, *words])


def _by_text(group: list[Quantity]) -> list[list[Quantity]]:
    groups: dict[tuple[str, float | None, float | None], list[Quantity]] = {}
    for quantity in group:
        groups.setdefault((quantity.figure.bound, *quantity.value), []).append(quantity)
    return list(groups.values())


def _other_times(group: list[Quantity]) -> str:
    """Say which times the figures are given for, where those exclude each other; a duration has no such time."""
    if (pairs_of("unit_sizes").get(group[0].figure.unit or "") or "").startswith("time "):
        return ""
    for a, b in combinations(group, 2):
        if a.when and b.when and a.when.meet(b.when) is None:
            is_long = max(a.when.days, b.when.days) >= LONG_STRETCH
            is_other_figure = (a.figure.bound, a.value) != (b.figure.bound, b.value)  # else one date is misread
            if is_other_figure and (is_long or days_apart(a.when, b.when) >= LONG_STRETCH):
                return f"but they are given for different times, {a.when} and {b.when}"
        elif a.stretch and b.stretch and a.stretch != b.stretch:
            return f"but they are given for different times, {a.stretch} and {b.stretch}"
    return ""
