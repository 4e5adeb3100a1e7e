"""Figures that count the same thing, lined up."""

import re
from collections.abc import Sequence
from itertools import combinations

from stemma.lexicon import words_of
from stemma.model import Check, Interval
from stemma.weigh.quantities import Quantity, limits, same_name
from stemma.weigh.wording import listed, said_by

__all__ = ["check_agreement"]

# What speaks for two figures counting one thing, added up; each alone falls short of ENOUGH but for a
# number so exact that two reporters do not hit it by chance.
SAME_SMALL_VALUE = 1.0
SAME_LARGE_VALUE = 1.5
SMALL = 12
NEAR_LARGE_VALUE = 0.4  # two counts in the thousands that differ by less than half
LARGE = 100
NEAR_RATIO = 1.5
COUNTS_OF = 1.5  # "pages of indictment" names its object
MEASURES_OF = 1.0  # "years of sentence" does too, but there are many
COUNTS_STATE = 1.0  # "bombs dropped"
COUNTS_NOUN = 0.5  # "refugees", "killed"
SAME_PLACE = 0.6
SAME_WHO = 0.4
SHARED_WORDS = 2.0  # times the share of common words
ENOUGH = 1.5
ENOUGH_IN_ONE_DOCUMENT = 2.0
ENOUGH_FOR_OTHER_AMOUNT = 2.2  # "30 percent" and "14 percent" are two things unless much says that they are one
# Numbers further apart than this count different things, however alike their words are.
LARGEST_RATIO = 4.0
# Reporters slip by a day or stand in another time zone; they do not slip by a month.
LONG_STRETCH = 28
DAY_SLIP = 3
RECORD_REACH = 60
HEADING = 60
_FOLLOWING = re.compile(r"(?:\s[\w’'-]+){1,4}(?=[\s.,;:)]|$)")


def check_agreement(quantities: Sequence[Quantity]) -> list[Check]:
    """Return one check for each group of figures that count the same thing, in more than one place."""
    groups = [{i} for i in range(len(quantities)) if quantities[i].figure.counts or quantities[i].figure.unit]
    for i, j in _links(quantities):
        left = next((g for g in groups if i in g), None)
        right = next((g for g in groups if j in g), None)
        if left is None or right is None or left is right:
            continue
        if not any(_apart(quantities[a], quantities[b]) for a in left for b in right):
            groups.remove(right)
            left |= right
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
    found: list[tuple[float, int, int]] = []
    for group in alike.values():
        for i, j in combinations(group, 2):
            a, b = quantities[i], quantities[j]
            if _is_zero(a) == _is_zero(b) and not _apart(a, b) and (strength := _strength(a, b)) >= _enough(a, b):
                found.append((-strength, i, j))
    return [(i, j) for _, i, j in sorted(found)]


def _enough(a: Quantity, b: Quantity) -> float:
    if a.document.id == b.document.id:
        return ENOUGH_IN_ONE_DOCUMENT
    return ENOUGH_FOR_OTHER_AMOUNT if a.figure.unit and a.value != b.value else ENOUGH


def _strength(a: Quantity, b: Quantity) -> float:
    """Return how much speaks for *a* and *b* counting one thing."""
    strength = SHARED_WORDS * _shared(a.stems, b.stems)
    if a.value == b.value:
        strength += SAME_LARGE_VALUE if (a.figure.low or 0) > SMALL else SAME_SMALL_VALUE
    counts = a.figure.counts or ""
    if counts and counts == b.figure.counts:
        strength += _worth(a)
    if same_name(_where(a), _where(b)):
        strength += SAME_PLACE
    if a.value != b.value and min(a.figure.low or 0, b.figure.low or 0) > LARGE and _ratio(a, b) <= NEAR_RATIO:
        strength += NEAR_LARGE_VALUE
    if a.figure.who and b.figure.who and same_name([a.figure.who], [b.figure.who]):
        strength += SAME_WHO
    return strength


def _worth(quantity: Quantity) -> float:
    """Return how much equal counts say, by how closely they name the thing."""
    counts = quantity.figure.counts or ""
    if " of " in counts:
        return MEASURES_OF if quantity.figure.unit else COUNTS_OF
    return COUNTS_STATE if " " in counts and not quantity.figure.unit else COUNTS_NOUN


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether *a* and *b* cannot count one thing."""
    left, right = a.figure, b.figure
    if left.unit != right.unit or left.per != right.per or not _same_counts(a, b):
        return True
    if left.who and right.who and not same_name([left.who], [right.who]):
        return True
    if a.value == b.value:
        return False
    if a.is_increment or b.is_increment or (a.document.id == b.document.id and not _are_rivals(a, b)):
        return True
    is_event = left.unit is None and " of " not in (left.counts or "")
    if is_event and a.places and b.places and not same_name(_where(a), _where(b)):
        return True
    return _days_apart(a.when, b.when) > DAY_SLIP or _ratio(a, b) > LARGEST_RATIO


def _are_rivals(a: Quantity, b: Quantity) -> bool:
    """Tell whether one report gives both as what two sources say: any other two numbers in it count two things."""
    given = (a.figure.attribution, b.figure.attribution)
    by_two = None not in given and given[0] != given[1] and a.speaker != b.speaker
    return by_two and a.figure.counts == b.figure.counts and a.figure.counts in words_of("people_states")


def _same_counts(a: Quantity, b: Quantity) -> bool:
    left, right = a.figure.counts or "", b.figure.counts or ""
    if a.figure.unit is not None:  # the verb beside a unit is a hint, no more
        return ((" of " in left) == (" of " in right) and (" of " not in left or left == right)) or a.value == b.value
    is_stateless = " " not in left or " " not in right
    return left == right or (bool(a.head) and a.head == b.head and is_stateless)


def _where(quantity: Quantity) -> frozenset[str]:
    """Return the places of *quantity*; a place may also be whom it speaks of ("Yida is home to …")."""
    return quantity.places | {quantity.figure.who} if quantity.figure.who else quantity.places


def _ratio(a: Quantity, b: Quantity) -> float:
    ends = [abs(q.figure.low if q.figure.low is not None else q.figure.high or 0.0) for q in (a, b)]
    return max(ends) / min(ends) if min(ends) else 1.0


def _days_apart(a: Interval | None, b: Interval | None) -> int:
    if a is None or b is None:
        return 0
    return max((b.earliest - a.latest).days, (a.earliest - b.latest).days, 0)


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
    return sum(_shared(a.stems, b.stems) + same_name(a.places, b.places) for a, b in pairs) / len(pairs)


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
    """Say which times the figures are given for, where those exclude each other."""
    for a, b in combinations(group, 2):
        if a.when and b.when and a.when.meet(b.when) is None:
            is_long = max(a.when.days, b.when.days) >= LONG_STRETCH
            if is_long or _days_apart(a.when, b.when) > DAY_SLIP:
                return f"but they are given for different times, {a.when} and {b.when}"
        elif a.stretch and b.stretch and a.stretch != b.stretch:
            return f"but they are given for different times, {a.stretch} and {b.stretch}"
    return ""
