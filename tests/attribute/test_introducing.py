"""Outlets that introduce a paragraph of theirs."""

import pytest

from tests.attribute.marking import told

SAID = "<s Anna Lind> <c said> <t the dam held>."


@pytest.mark.parametrize(
    ("lead", "relay"),
    [
        ("From the Tarn Herald:", "the Tarn Herald"),
        ("The Tarn Herald reported:", "The Tarn Herald"),
        ("The newspaper wrote:", "The newspaper"),
    ],
)
def test_the_paragraph_behind_an_outlet_s_name_is_the_outlet_s(lead, relay):
    assert told(f"{lead}\n{SAID}\n<s2 Jon Hale> <c2 said> <t2 nobody was hurt>.") == [
        ("Anna Lind", relay, "the dam held"),
        ("Jon Hale", "nobody was hurt"),
    ]


def test_all_paragraphs_that_are_quoted_are_the_outlet_s():
    marked = (
        "From the Tarn Herald:\n“<t The dam held>, <s Anna Lind> <c said>.”\n“<t2 All is well>, <s2 she> <c2 said>.”"
    )
    assert all("the Tarn Herald" in row for row in told(marked))


@pytest.mark.parametrize(
    "lead", ["The mayor said:", "The Tarn Herald reported on Monday that the mill is shut.", "Note:"]
)
def test_who_prints_nothing_introduces_nothing(lead):
    assert told(f"{lead}\n{SAID}")[-1] == ("Anna Lind", "the dam held")
