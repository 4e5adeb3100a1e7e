"""Which figure is a part of which: "4,000 of the estimated 12,000", "40 people, including 12 children"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stemma.measure.found import Found
from stemma.measure.tokens import Tokens
from stemma.model import Figure

__all__ = ["link_parts"]

# Between "of" and the number of a whole: "of the country's 12,000".
LONGEST_LEAD = 4
FARTHEST = 8  # figures between a part and the whole before it
_BACK = frozenset({"them", "whom", "which"})


def link_parts(measured: Iterable[tuple[Figure, Found | None]], tokens: Tokens) -> Iterator[Figure]:
    """Yield the figures of one sentence, each part with the id of its whole; a zero has no :class:`Found`."""
    pairs = list(measured)
    for at, (figure, found) in enumerate(pairs):
        whole, earlier = None, [figure for figure, _ in pairs[max(0, at - FARTHEST) : at]]
        if found is not None and at + 1 < len(pairs) and _is_part_of_next(tokens, found, pairs[at + 1][1]):
            whole = pairs[at + 1][0]
            figure = _counting_as(figure, whole, earlier)
        elif found is not None and _is_part_of_last(tokens, found):
            whole = _whole_before(figure, earlier)
        yield replace(figure, part_of=whole.id) if whole is not None and _fits(figure, whole) else figure


def _counting_as(part: Figure, whole: Figure, earlier: list[Figure]) -> Figure:
    """Give a bare part the noun of its whole in place of none, or of one taken over from an earlier figure."""
    is_bare = part.unit is None and part.counts in (None, *(figure.counts for figure in earlier))
    return replace(part, counts=whole.counts) if is_bare else part


def _is_part_of_next(tokens: Tokens, found: Found, after: Found | None) -> bool:
    at = found.end + (tokens[found.end].lower == "out")
    if after is None or tokens[at].lower != "of":
        return False
    return 0 < after.amount.start - at <= LONGEST_LEAD


def _is_part_of_last(tokens: Tokens, found: Found) -> bool:
    """Tell "including 12 children", "of whom 12", "12 of them"."""
    start = found.limit.start
    lead, earlier = tokens[start - 1].lower, tokens[start - 2].lower
    is_named = lead == "including" or (earlier in ("of", "among") and lead in _BACK)
    return is_named or (tokens[found.end].lower == "of" and tokens[found.end + 1].lower in _BACK)


def _whole_before(part: Figure, earlier: list[Figure]) -> Figure | None:
    """Return the nearest figure before *part* that is no part itself; of "12 dead, including 3 women and 2 men"."""
    return next((figure for figure in reversed(earlier) if _fits(part, figure) and figure.per == part.per), None)


def _fits(part: Figure, whole: Figure) -> bool:
    same_unit = part.unit == whole.unit or part.unit in ("%", "share")
    if part.unit in ("%", "share"):
        return same_unit and whole.unit not in ("%", "share")
    return same_unit and (part.low or 0) <= (whole.high if whole.high is not None else part.low or 0)
