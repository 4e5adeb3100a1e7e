"""Hearsay inside what somebody says."""

import pytest

from tests.attribute.marking import told


@pytest.mark.parametrize(
    ("marked", "row"),
    [
        (
            "<s The Tarn Herald> <c said> <t that the agency had received reports of a second leak but shut no road>.",
            ("", "The Tarn Herald", "a second leak"),
        ),
        (
            "<s Jon Hale> <c says> <t there is talk that boats use the mill at night>.",
            ("", "Jon Hale", "boats use the mill at night"),
        ),
        (
            "<s Jon Hale> <c said> <t that talk of a second leak in the weir “does not hold water”>.",
            ("", "Jon Hale", "a second leak in the weir"),
        ),
        (
            "<s Jon Hale> <c says> <t the guards had reports of a man who was seen at the weir>.",
            ("", "Jon Hale", "a man who was seen at the weir"),
        ),
        (
            "<t The guards held two men for allegedly opening the weir>, <s an official> <c said>.",
            ("", "an official", "opening the weir"),
        ),
        (
            "<t The barge was held a month after it allegedly carried oil>, <s the Tarn Herald> <c reports>.",
            ("", "the Tarn Herald", "it allegedly carried oil"),
        ),
        (
            "<t The millers' belief that the town opened the weir, is doing harm>, <s Jon Hale> <c said>.",
            ("The millers", "Jon Hale", "the town opened the weir"),
        ),
    ],
)
def test_hearsay_that_somebody_speaks_of_comes_through_him(marked, row):
    assert row in told(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<s Jon Hale> <c denied> <t reports of a second leak>.",
        "<s Jon Hale> <c said> <t he allegedly opened the weir>.",
        "<s Jon Hale> <c said> <t he had no reports of a second leak>.",
        "<s Jon Hale> <c said> <t the man was held on charges of opening the weir>.",
        "<s Jon Hale> <c said> <t the council told him reports of a leak were untrue>.",
        "<s Jon Hale> <c said> <t the ferry levied charges of 5 percent a year>.",
        "<s Jon Hale> <c said> <t the insurer had paid claims of $3 million>.",
        "<s Jon Hale> <c said> <t he knew the claims of the family>.",
        "<s Jon Hale> <c repeated> <t his claims that the town had opened the weir were true>.",
    ],
)
def test_what_is_the_speaker_s_own_or_denied_is_no_report_of_others(marked):
    assert len(told(marked)) == 1
