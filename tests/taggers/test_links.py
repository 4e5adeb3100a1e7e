"""Links: what a content points at, said with a probability or not at all."""

import numpy as np

from stemma.model import Role, Span, TaggedSpan
from stemma.taggers.decode import Found
from stemma.taggers.links import Answer, find_links
from stemma.taggers.windows import Window

ROLES = {"s": Role.SOURCE, "c": Role.CUE, "q": Role.CONTENT}
SURE = 80.0


def point(picture: str, source: int, cue: int) -> list[tuple[int, int]]:
    """
    Link a text of one-piece spans: s source, c cue, q content.

    Every piece points at row *source* and row *cue*; row 0 is nothing.
    """
    size = len(picture)
    found = [Found(TaggedSpan(Span(i, i + 1), ROLES[mark], 1.0), i, i + 1) for i, mark in enumerate(picture)]
    keys = np.eye(size + 1, dtype=np.float32)
    queries = [np.tile(keys[row] * SURE, (size, 1)) for row in (source, cue)]
    answer = Answer(Window(0, size), np.zeros((size, 7), dtype=np.float32), *queries, keys, keys)
    links = find_links(found, [answer], np.zeros(size, dtype=np.int64))
    return [(link.content, link.other) for link in links if link.score > 0.5]


def test_a_content_is_linked_to_the_source_and_the_cue_that_it_points_at():
    assert point("scqsc", source=1, cue=2) == [(2, 0), (2, 1)]


def test_a_source_may_come_after_its_content():
    assert point("qsc", source=2, cue=3) == [(0, 1), (0, 2)]


def test_a_content_that_points_at_nothing_has_no_source():
    assert point("scq", source=0, cue=2) == [(2, 1)]


def test_a_content_is_never_its_own_source():
    assert point("qc", source=1, cue=2) == [(0, 1)]


def test_both_segments_of_an_interrupted_quotation_find_the_same_source():
    assert point("qscq", source=2, cue=3) == [(0, 1), (0, 2), (3, 1), (3, 2)]
