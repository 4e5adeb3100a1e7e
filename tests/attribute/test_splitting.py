import pytest

from tests.attribute.marking import read, told


def pieces(content: str) -> list[str]:
    """Return what Lind says when she says *content*."""
    return [found[-1] for found in told(f"<s Lind> <c said> <t {content}>.")]


@pytest.mark.parametrize(
    ("first", "joint", "second"),
    [
        ("the dam held firm", ", and that ", "the road was safe"),
        ("nine sheep were missing", " and ", "40 barns had been flooded"),
        ("the warden closed the gates", ", but ", "he left the sluice open"),
        ("the company has not yet seen the wheel", " and ", "continues to look for it"),
        ("pictures have shown workers moving stones to the dam", " and ", "quietly filling the old sluice"),
        ("the guild hid the leak by painting the wall", " and ", "forbidding visits to the cellar"),
        ("the millers' guild has sold the mill", " and ", "has kept its wheel"),
        ("the guild meant to sell the mill", " and ", "had already sold its wheel"),
        ("the miller was never there", "; ", "the guild has paid for an inn"),
    ],
)
def test_two_predicates_are_two_statements(first, joint, second):
    assert pieces(first + joint + second) == [first, second]


@pytest.mark.parametrize(
    "content",
    [
        "the river has risen again and is flooding the lower road",
        "the guild bought the mill in May and sold its wheel to a museum",
        "the miller was arrested and took his dog with him",
    ],
)
def test_what_one_subject_did_in_a_row_is_one_statement(content):
    assert pieces(content) == [content]


@pytest.mark.parametrize(
    "content",
    [
        "the flood destroyed the mill and the old bridge below it",
        "on May 4 they seized and searched a barge that had left the mill",
        "12 people were hurt and 20 were missing",
        "the mayor knew the warden and his brother were asleep",
        "the workers who opened the gates and had left the valley are safe",
        "the guild will pay if the dam breaks and the mill is lost",
        "he is accused of selling the wheel and hiding the money from the guild",
        "the dam was old but that was no secret",
        'the dam was "safe and it would be safe for years"',
        "the guild 'has sold the mill and has kept its wheel'",
        "the wardens were tired and wet",
    ],
)
def test_what_only_joins_nouns_or_stands_under_a_clause_stays_whole(content):
    assert pieces(content) == [content]


def test_three_statements_under_one_verb_are_three():
    assert pieces("the dam held, the road was safe, and nobody slept") == [
        "the dam held, the road was safe, and nobody slept"
    ]
    assert pieces("the dam has held and the road was safe and the mill has burnt down") == [
        "the dam has held",
        "the road was safe",
        "the mill has burnt down",
    ]


def test_the_pieces_share_source_and_cue():
    _, found = read("<s Lind> <c said> <t that the dam held firm, and that the road was safe>.")
    assert len({(a.source_span, a.cue_span) for a in found}) == 1


def test_a_sentence_without_end_is_left_whole():
    assert len(read("the dam held the water and the mill was closed, and " * 400 + "Broz left.")[1]) == 1


def test_an_opening_word_with_nothing_behind_it_is_no_second_statement():
    assert pieces("the dam held firm and possibly too late") == ["the dam held firm and possibly too late"]


def test_but_without_a_subject_of_its_own_limits_what_is_said():
    marked = "<s Lind> <c said> <t the boat turned back but was unable to land at the weir>."
    assert told(marked) == [("Lind", "the boat turned back but was unable to land at the weir")]
