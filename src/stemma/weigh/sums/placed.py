"""Parts of a number that its sentence gives place by place: "120 were hurt, with 60 in Kesh and 40 in Orvane"."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Check
from stemma.weigh.counts.limits import limits
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.wording import number, quoted
from stemma.weigh.sums.addends import go_together

__all__ = ["check_placed"]

MOST_PARTS = 4
"""So many places a sentence spells out."""
REACH = 70
"""Characters behind the last part within which its place stands."""
_WITH = re.compile(r",\s+(?:with|including|among them)\s+$")
_PLACE = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,4}(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)")
_JOINT = re.compile(r"(?:,|,?\s+and)\s+$")


def check_placed(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """
    Yield the parts that *quantities* of one sentence give for places, held against the whole before them.

    Who is counted in one place is not counted in the next; what happened elsewhere need not be told, so that the parts
    may be less than the whole, and never more.
    """
    for at, whole in enumerate(quantities):
        parts = list(_parts(whole, quantities[at + 1 : at + 1 + MOST_PARTS]))
        names = [found["name"] for found in (_PLACE.search(_behind(part, parts)) for part in parts) if found]
        if len(parts) > 1 and len(set(names)) == len(parts) and whole.figure.low and whole.figure.high:
            yield _check(whole, parts)


def _parts(whole: Quantity, following: Sequence[Quantity]) -> Iterator[Quantity]:
    before = whole
    for part in following:
        if part.document.id != whole.document.id or part.sentence != whole.sentence or part.figure.low is None:
            return
        between = whole.document.text[before.figure.span.end : part.figure.span.start]
        joint = _WITH if before is whole else _JOINT
        if not joint.search(between) or part.figure.unit or whole.figure.unit or not go_together(whole, part):
            return
        yield part
        before = part


def _behind(part: Quantity, parts: Sequence[Quantity]) -> str:
    """Return what stands behind *part*, up to the next of *parts*."""
    following = [other.figure.span.start for other in parts if other.figure.span.start > part.figure.span.start]
    reach = min(following) - part.figure.span.end if following else REACH
    return part.after(reach)


def _check(whole: Quantity, parts: Sequence[Quantity]) -> Check:
    least, most = sum(limits(part.figure)[0] for part in parts), limits(whole.figure)[1]
    total = number(sum(part.figure.low or 0.0 for part in parts))
    verdict = "which it has room for" if least <= most else "which is more than the whole"
    words = f"{' + '.join(map(quoted, parts))} = {total} of {quoted(whole)} ({whole.speaker}), {verdict}."
    ids = tuple(sorted(quantity.figure.id for quantity in (whole, *parts)))
    return Check("parts_and_whole", ids, least <= most, words)
