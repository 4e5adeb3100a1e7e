"""Which source and which cue a content belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model import Role, TagLink
from stemma.taggers.decode import Found, soften
from stemma.taggers.windows import Window

__all__ = ["Answer", "find_links"]

FLOOR = 0.05
"""Probability under which a link is not told."""
NOTHING = 0.7
"""Probability of "no source" from which on no source is offered."""
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What one layer of the model says of one window.

    The rows of *logits* and of the queries are the window's pieces. The keys have one row
    more, the first: "nothing".
    """

    window: Window
    logits: Floats
    query_source: Floats
    query_cue: Floats
    key_source: Floats
    key_cue: Floats


def find_links(found: Sequence[Found], answers: Sequence[Answer], owners: NDArray[np.int64]) -> tuple[TagLink, ...]:
    """Ask each content, in the window where its middle stands best, for its source and its cue."""
    starts = [one.start for one in found]  # in reading order
    links: list[TagLink] = []
    for index, content in enumerate(found):
        if content.tagged.role is Role.CONTENT:
            answer = answers[owners[(content.start + content.end) // 2]]
            seen = range(bisect_left(starts, answer.window.start), bisect_left(starts, answer.window.end))
            links += _ask(index, found, answer, seen)
    return tuple(links)


def _ask(index: int, found: Sequence[Found], answer: Answer, seen: range) -> Iterator[TagLink]:
    """Yield the links of content *index* to those of the spans *seen* that the window holds whole."""
    window, content = answer.window, found[index]
    rows = slice(max(content.start, window.start) - window.start, min(content.end, window.end) - window.start)
    sources = _point(answer.query_source[rows], answer.key_source)
    cues = _point(answer.query_cue[rows], answer.key_cue)
    chances = {Role.CUE: cues}
    if sources[0] < NOTHING:
        chances[Role.SOURCE] = sources
    for number in seen:
        other = found[number]
        if other.tagged.role in chances and other.end <= window.end:
            chance = chances[other.tagged.role][1:]
            score = float(chance[other.start - window.start : other.end - window.start].sum())
            if score >= FLOOR:
                yield TagLink(index, number, round(min(score, 1.0), 4))


def _point(queries: Floats, keys: Floats) -> Floats:
    """Return the mean probability with which the queries point at each key."""
    mean: Floats = soften(queries @ keys.T / np.sqrt(np.float32(keys.shape[1]))).mean(axis=0)
    return mean
