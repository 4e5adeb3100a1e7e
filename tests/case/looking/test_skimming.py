"""The words of a list kept in memory."""

from collections.abc import Sequence
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from stemma.case.looking import skimming
from stemma.case.looking.skimming import Skim

LINES = (("c1", "the gate was open"), ("c2", "rain fell\non the gate"), ("c3", "the lock held"), ("c4", "a gatehouse"))
words = st.text("ab \n", max_size=6)


def first_by_looking(lines: Sequence[tuple[str, str]], sought: Sequence[str], count: int) -> list[str]:
    return [id for id, text in lines if all(word in text for word in sought)][:count]


def test_the_first_lines_with_a_word_come_in_their_order():
    assert Skim(LINES).first(["gate"], 2) == ["c1", "c2"]
    assert Skim(LINES).first(["gate"], 9) == ["c1", "c2", "c4"]


def test_all_words_are_to_stand_in_one_line():
    assert Skim(LINES).first(["gate", "rain"], 9) == ["c2"]
    assert Skim(LINES).first(["gate", "lock"], 9) == []


def test_a_list_may_be_empty():
    assert Skim(()).first(["gate"], 9) == []


@given(st.lists(words, max_size=9), st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=3))
def test_skimming_finds_what_looking_at_each_line_finds(texts: list[str], sought: list[str]):
    lines = [(f"c{number}", text) for number, text in enumerate(texts)]
    with patch.object(skimming, "TOGETHER", 2):
        assert Skim(lines).first(sought, 3) == first_by_looking(lines, sought, 3)
