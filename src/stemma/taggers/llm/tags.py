"""From reports to tags."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stemma.model import Role, Span, TaggedSpan, TagLink, Tags
from stemma.taggers.llm.placing import Report

__all__ = ["Kept", "as_tags", "keep"]

SURE = 1.0
"""A model of this kind gives no probabilities."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Reports whose contents lie apart or one in another."""

    reports: tuple[tuple[Report, int], ...]
    """In reading order, each with the number of contents that it stands in."""
    unplaced: int
    """Reports left out: their content crosses another's, or is another's word for word and not inside it."""


def keep(reports: Iterable[Report]) -> Kept:
    """
    Keep each content once, and see which lies in which.

    Of two contents that cross, the one that begins first stays. That one is inside the other is
    read off the text; the model's word for it counts where both have the same content.
    """
    kept: list[tuple[Report, int]] = []
    unplaced = 0
    around: list[Report] = []
    seen: set[tuple[Span, ...]] = set()
    for report in sorted(reports, key=_order):
        if report.contents in seen and report.inside is None:
            unplaced += report not in around
            continue
        seen.add(report.contents)
        around = [other for other in around if other.contents[-1].end > report.contents[0].start]
        meeting = [other for other in around if _meets(other, report)]
        if all(_holds(other, report) for other in meeting):
            kept.append((report, len(meeting)))
            around.append(report)
        else:
            unplaced += 1
    return Kept(tuple(kept), unplaced)


def _order(report: Report) -> tuple[int, int, bool]:
    """By the beginning, the longer first, and of two alike the one that is inside nothing."""
    return report.contents[0].start, -report.contents[-1].end, report.inside is not None


def _holds(outer: Report, inner: Report) -> bool:
    return all(any(whole.holds(piece) for whole in outer.contents) for piece in inner.contents)


def _meets(one: Report, other: Report) -> bool:
    return any(a.meets(b) for a in one.contents for b in other.contents)


def as_tags(reports: Sequence[tuple[Report, int]], notes: tuple[str, ...]) -> Tags:
    """Return the spans of *reports* by depth, each piece of content tied to its source and its cue."""
    levels = {depth: _Level() for _, depth in reports}
    for report, depth in reports:
        for content in report.contents:
            levels[depth].seat(content, Role.CONTENT)
    ties: set[tuple[TaggedSpan, TaggedSpan]] = set()
    for report, depth in reports:
        others = [levels[depth].seat(report.source, Role.SOURCE), levels[depth].seat(report.cue, Role.CUE)]
        for content in report.contents:
            tied = TaggedSpan(content, Role.CONTENT, SURE, depth)
            ties |= {(tied, TaggedSpan(*seat, SURE, depth)) for seat in others if seat is not None}
    seats = [TaggedSpan(*seat, SURE, depth) for depth, level in levels.items() for seat in level.seats]
    spans = sorted(seats, key=lambda one: (one.span, one.role, one.depth))
    place = {one: number for number, one in enumerate(spans)}
    links = sorted((place[content], place[other]) for content, other in ties)
    return Tags(tuple(spans), tuple(TagLink(content, other, SURE) for content, other in links), notes)


@dataclass(slots=True)
class _Level:
    """The spans of one depth, in order; no two overlap."""

    seats: list[tuple[Span, Role]] = field(default_factory=list)

    def seat(self, span: Span | None, role: Role) -> tuple[Span, Role] | None:
        """Give *span* its place, or the place of one of its role that it meets, or none where another role's is."""
        if span is None:
            return None
        at = bisect.bisect_right(self.seats, (span, role))
        meeting = [seat for seat in self.seats[max(0, at - 1) : at + 1] if seat[0].meets(span)]
        if not meeting:
            self.seats.insert(at, (span, role))
            return span, role
        return meeting[0] if all(other is role for _, other in meeting) else None
