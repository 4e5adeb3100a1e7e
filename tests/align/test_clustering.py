import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.align.clustering import cluster
from stemma.align.likeness import centred
from stemma.align.numbers import disagreement, may_agree
from stemma.model import Bound, Figure, Span

scores = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-5, 5, allow_nan=False),
)


def figure(text: str, low: float, high: float | None = None, bound: Bound = Bound.EXACT, **fields) -> Figure:
    fields = {"counts": "killed", **fields}
    return Figure("f", "d", Span(0, len(text)), text, low, high if high is not None else low, bound, **fields)


def test_one_bridge_does_not_join_two_claims():
    bridged = {(0, 1): 3.0, (2, 3): 3.0, (1, 2): 0.5}
    assert cluster(4, bridged) == [[0, 1], [2, 3]]


def test_what_agrees_on_the_whole_is_joined():
    assert cluster(3, {(0, 1): 3.0, (1, 2): 2.0, (0, 2): -0.5}) == [[0, 1, 2]]


def test_what_was_never_compared_speaks_little_against_joining():
    assert cluster(3, {(0, 1): 2.0, (1, 2): 1.5}) == [[0, 1, 2]]
    assert cluster(3, {(0, 1): 2.0, (1, 2): 0.5}) == [[0, 1], [2]]


def test_a_veto_outweighs_any_likeness():
    assert cluster(3, {(0, 1): 6.0, (1, 2): 5.0, (0, 2): -100.0}) == [[0, 1], [2]]


def test_what_two_documents_keep_apart_is_two_things():
    alike = {(0, 1): 3.0, (2, 3): 3.0, (0, 2): 0.5, (0, 3): 0.5, (1, 2): 0.5, (1, 3): 0.5}
    assert cluster(4, alike) == [[0, 1, 2, 3]]
    assert cluster(4, alike, ["herald", "metro", "herald", "metro"]) == [[0, 1], [2, 3]]
    assert cluster(4, alike, ["herald", "metro", "herald", "post"]) == [[0, 1, 2, 3]]
    assert cluster(4, alike, ["herald", "metro", None, None]) == [[0, 1, 2, 3]]


@settings(max_examples=60, deadline=None)
@given(scores)
def test_every_statement_is_in_one_cluster(judged):
    assert sorted(index for group in cluster(10, judged) for index in group) == list(range(10))


def test_a_bound_leaves_room_upward():
    assert may_agree(figure("at least 30", 30, bound=Bound.AT_LEAST), figure("34", 34))
    assert not may_agree(figure("at least 30", 30, bound=Bound.AT_LEAST), figure("28", 28))


def test_about_leaves_room_to_both_sides():
    assert may_agree(
        figure("about 10,000", 10000, bound=Bound.ABOUT), figure("over 10,500", 10500, bound=Bound.MORE_THAN)
    )
    assert not may_agree(figure("about 10,000", 10000, bound=Bound.ABOUT), figure("12,000", 12000))


def test_numbers_of_different_things_do_not_disagree():
    assert disagreement([figure("12", 12)], [figure("20", 20, counts="wounded")]) is None


def test_a_part_does_not_disagree_with_the_whole():
    assert disagreement([figure("12 people", 12)], [figure("30", 30, counts="killed or wounded")]) is None
    assert disagreement([figure("12 people", 12)], [figure("three other people", 3)]) is None


def test_numbers_of_different_places_do_not_disagree():
    assert disagreement([figure("12", 12, where="Ostrava")], [figure("7", 7, where="Brno")]) is None


def test_two_numbers_of_one_thing_disagree():
    assert disagreement([figure("12 people", 12)], [figure("14 people", 14)]) == "12 people against 14 people"


def test_what_all_statements_share_tells_nothing():
    rng = np.random.default_rng(0)
    topic = rng.standard_normal(384)
    rows = topic * 3 + rng.standard_normal((40, 384))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    apart = centred(rows, np.ones(40, dtype=bool))
    assert float(rows[0] @ rows[1]) > 0.8
    assert abs(float(apart[0] @ apart[1])) < 0.3
