"""From reports to tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    crossing: int
    """Reports left out because their content begins in another's and ends outside of it."""


def keep(reports: Iterable[Report]) -> Kept:
    """
    Keep each content once, and see which lies in which.

    Of two contents that cross, the one that begins first stays. That one is inside the other is
    read off the text; the model's word for it counts where both have the same content.
    """
    kept: list[tuple[Report, int]] = []
    crossing = 0
    around: list[Report] = []
    seen: set[tuple[Span, ...]] = set()
    for report in sorted(reports, key=_order):
        if report.contents in seen and report.inside is None:
            continue
        seen.add(report.contents)
        around = [other for other in around if other.contents[-1].end > report.contents[0].start]
        meeting = [other for other in around if _meets(other, report)]
        if all(_holds(other, report) for other in meeting):
            kept.append((report, len(meeting)))
            around.append(report)
        else:
            crossing += 1
    return Kept(tuple(kept), crossing)


def _order(report: Report) -> tuple[int, int, bool]:
    """By the beginning, the longer first, and of two alike the one that is inside nothing."""
    return report.contents[0].start, -report.contents[-1].end, report.inside is not None


def _holds(outer: Report, inner: Report) -> bool:
    return all(any(whole.holds(piece) for whole in outer.contents) for piece in inner.contents)


def _meets(one: Report, other: Report) -> bool:
    return any(a.meets(b) for a in one.contents for b in other.contents)


def as_tags(reports: Sequence[Report], notes: tuple[str, ...]) -> Tags:
    """Return the spans of *reports* in reading order, each piece of content tied to its source and its cue."""
    roles = {
        (span, role)
        for report in reports
        for span, role in [
            *((content, Role.CONTENT) for content in report.contents),
            (report.source, Role.SOURCE),
            (report.cue, Role.CUE),
        ]
        if span is not None
    }
    order = sorted(roles)
    place = {key: number for number, key in enumerate(order)}
    links = {
        TagLink(place[content, Role.CONTENT], place[other, role], SURE)
        for report in reports
        for content in report.contents
        for other, role in ((report.source, Role.SOURCE), (report.cue, Role.CUE))
        if other is not None
    }
    spans = tuple(TaggedSpan(span, role, SURE) for span, role in order)
    return Tags(spans, tuple(sorted(links, key=lambda link: (link.content, link.other))), notes)
