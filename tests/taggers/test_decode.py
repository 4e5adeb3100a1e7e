"""Labels: the best allowed sequence, and the spans that it spells."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Role, Span
from stemma.taggers.decode import LABELS, constrain, find_paths, find_spans, soften
from stemma.taggers.pieces import Pieces

OUTSIDE, SOURCE, IN_SOURCE, CUE, _, CONTENT, IN_CONTENT = range(LABELS)
FREE = np.zeros((LABELS, LABELS), dtype=np.float32)


def make_logits(*labels: int, strength: float = 5.0) -> np.ndarray:
    return np.eye(LABELS, dtype=np.float32)[list(labels)] * strength


def place(text: str) -> Pieces:
    """Make one piece of each word of *text*."""
    starts = [i for i, mark in enumerate(text) if not mark.isspace() and (i == 0 or text[i - 1].isspace())]
    ends = [next((j for j in range(i, len(text)) if text[j].isspace()), len(text)) for i in starts]
    none = np.zeros(len(starts), dtype=np.int64)
    return Pieces(none, np.array(starts), np.array(ends), none, none)


def test_an_inside_never_follows_another_role():
    logits = make_logits(SOURCE, IN_CONTENT, IN_CONTENT)
    paths = find_paths(logits, np.zeros(3, dtype=np.int64), constrain(FREE))
    assert paths.tolist() != [SOURCE, IN_CONTENT, IN_CONTENT]


def test_a_span_does_not_run_on_into_the_next_paragraph():
    logits = make_logits(CONTENT, IN_CONTENT, IN_CONTENT, IN_CONTENT)
    paths = find_paths(logits, np.array([0, 0, 1, 1]), constrain(FREE))
    assert paths[2] != IN_CONTENT


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_no_allowed_sequence_scores_higher_than_the_one_found(length, seed):
    chance = np.random.default_rng(seed)
    logits = chance.normal(size=(length, LABELS)).astype(np.float32)
    transitions = constrain(chance.normal(size=(LABELS, LABELS)).astype(np.float32))

    def weigh(path: tuple[int, ...]) -> float:
        steps = zip((0, *path), (*path, 0), strict=True)
        return float(sum(logits[i, label] for i, label in enumerate(path)) + sum(transitions[a, b] for a, b in steps))

    found = tuple(find_paths(logits, np.zeros(length, dtype=np.int64), transitions).tolist())
    best = max(itertools.product(range(LABELS), repeat=length), key=weigh)
    assert weigh(found) == pytest.approx(weigh(best), abs=1e-4)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.integers(0, 2**32 - 1))
def test_a_paragraph_reads_the_same_among_others_as_alone(lengths, seed):
    logits = np.random.default_rng(seed).normal(size=(sum(lengths), LABELS)).astype(np.float32)
    blocks = np.repeat(np.arange(len(lengths)), lengths)
    together = find_paths(logits, blocks, constrain(FREE))
    alone = [find_paths(logits[blocks == n], blocks[blocks == n], constrain(FREE)) for n in range(len(lengths))]
    assert together.tolist() == np.concatenate(alone).tolist()


def test_spans_stand_where_their_words_stand():
    text = "Mr  Ryder said it rained"
    paths = np.array([SOURCE, IN_SOURCE, CUE, CONTENT, IN_CONTENT])
    found = find_spans(place(text), paths, soften(make_logits(*paths)), text)
    assert [(one.tagged.role, one.tagged.span.cut(text)) for one in found] == [
        (Role.SOURCE, "Mr  Ryder"),
        (Role.CUE, "said"),
        (Role.CONTENT, "it rained"),
    ]


def test_two_spans_of_one_role_may_touch():
    paths = np.array([CUE, CUE])
    found = find_spans(place("said said"), paths, soften(make_logits(*paths)), "said said")
    assert [one.tagged.span for one in found] == [Span(0, 4), Span(5, 9)]


def test_an_accent_that_the_tokenizer_drops_stays_with_its_letter():
    text = "Jose\u0301 said"
    pieces = Pieces(*(np.array(row) for row in ([1, 2], [0, 6], [4, 10], [0, 0], [1, 0])))
    found = find_spans(pieces, np.array([SOURCE, CUE]), soften(make_logits(SOURCE, CUE)), text)
    assert found[0].tagged.span.cut(text) == "Jose\u0301"
