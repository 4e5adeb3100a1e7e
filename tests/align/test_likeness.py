"""How near two statements are in meaning and in words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stemma.align.likeness import SHORTER, Likeness
from stemma.align.traits import rarity

statements = st.lists(
    st.frozensets(st.sampled_from(["dam", "gate", "flood", "mayor", "valley", "bridge"])), min_size=2, max_size=8
)


def by_hand(left, right, rare):
    less, more = sorted(sum(rare[key] for key in sorted(one)) or 1.0 for one in (left, right))
    return sum(rare[key] for key in sorted(left & right)) / (less**SHORTER * more ** (1 - SHORTER))


@given(statements)
def test_the_words_of_one_against_many_count_as_of_each_pair_by_itself(keys):
    likeness, rare = Likeness.of(keys, np.zeros((len(keys), 2), dtype=np.float32)), rarity(keys)
    for one, left in enumerate(keys):
        found = likeness.words(one, np.arange(len(keys))).tolist()
        assert found == [by_hand(left, right, rare) for right in keys]


def test_words_that_a_sentence_lends_count_less_than_own_words():
    keys = [frozenset({"loss", "raid", "pass"}), frozenset({"fire", "raid", "pass"}), frozenset({"loss", "harbour"})]
    lent = [frozenset({"raid", "pass"}), frozenset({"raid", "pass"}), frozenset[str]()]
    vectors, others = np.zeros((3, 2), dtype=np.float32), np.array([1, 2])
    around, own = Likeness.of(keys, vectors).words(0, others).tolist()
    around_less, own_more = Likeness.of(keys, vectors, lent).words(0, others).tolist()
    assert around > own
    assert around_less < own < own_more


@given(statements)
def test_lending_never_makes_two_statements_that_were_lent_alike_words_more_alike(keys):
    vectors, others = np.zeros((len(keys), 2), dtype=np.float32), np.arange(len(keys))
    in_full, lent = Likeness.of(keys, vectors).words(0, others), Likeness.of(keys, vectors, keys).words(0, others)
    assert (lent <= in_full + 1e-9).all()


def test_statements_without_a_word_in_common_are_not_alike():
    likeness = Likeness.of([frozenset({"dam"}), frozenset({"bridge"}), frozenset()], np.zeros((3, 2), dtype=np.float32))
    assert likeness.words(0, np.array([1, 2])).tolist() == [0.0, 0.0]


def test_meaning_is_the_cosine_and_does_not_depend_on_who_else_is_asked_about():
    vectors = np.random.default_rng(3).normal(size=(40, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness = Likeness.of([frozenset[str]()] * 40, vectors)
    together = likeness.meaning(0, np.arange(40))
    assert np.allclose(together, vectors @ vectors[0], atol=1e-6)
    assert together.tolist() == [likeness.meaning(0, np.array([other]))[0] for other in range(40)]
