"""Claims in words that are understood without their report."""

import pytest

from stemma.model import Brief, Quote
from stemma.tell.desk import Desk
from stemma.tell.whole import LONGEST, quote_whole
from tests.factories import make_attribution, make_document

LONG = ", ".join(f"the {number}th witness from the harbour" for number in range(20))


def whole(text: str, *contents: str, source: str, cue: str, **fields: object) -> str:
    document = make_document("d1", f"Blankets\n{text}")
    attribution = make_attribution(document, "a1", *contents, source=source, cue=cue, **fields)
    quotation = quote_whole(attribution, Desk.of(Brief((document,), (), (attribution,))))
    if " … " not in quotation.text:
        assert quotation.text == " ".join(quotation.span.cut(document.text).split())
    return quotation.text


@pytest.mark.parametrize(
    ("text", "content", "source", "cue", "told"),
    [
        (
            "The guard accused them of theft.",
            "them of theft",
            "The guard",
            "accused",
            "The guard accused them of theft",
        ),
        (
            "Pacific Rail said sorry to two players who were put off a train.",
            "two players who were put off a train",
            "Pacific Rail",
            "said sorry to",
            "Pacific Rail said sorry to two players who were put off a train",
        ),
        (
            "Ms Roe said the well was dry and had been used for years.",
            "had been used for years",
            "Ms Roe",
            "said",
            "Ms Roe said the well was dry and had been used for years",
        ),
        (
            "Mr Lam called the bid compelling compared to others.",
            "the bid compelling compared to others",
            "Mr Lam",
            "called",
            "Mr Lam called the bid compelling compared to others",
        ),
    ],
)
def test_words_that_are_no_statement_alone_are_told_with_who_says_them(
    text: str, content: str, source: str, cue: str, told: str
):
    assert whole(text, content, source=source, cue=cue) == told


def test_a_statement_in_pieces_is_told_in_its_sentence():
    text = "The train, which a coach suggested had left late, was full."
    assert whole(text, "which", "had left late", source="a coach", cue="suggested") == text


def test_a_statement_that_breaks_off_before_the_next_clause_is_told_in_its_sentence():
    text = "The Unionists have claimed the blockade which they say is a response."
    assert whole(text, "the blockade which", source="The Unionists", cue="have claimed") == text


def test_a_statement_is_told_as_it_is():
    assert whole("Ms Roe said that the well was dry.", "the well was dry", source="Ms Roe", cue="said") == (
        "the well was dry"
    )


def test_what_is_said_may_have_its_own_verb_in_ed():
    told = whole("He said the water reached the town.", "the water reached the town", source="He", cue="said")
    assert told == "the water reached the town"


def test_a_whole_quotation_is_told_as_it_is():
    text = '"This hits our town very hard," Ms Roe said.'
    told = whole(text, "This hits our town very hard", source="Ms Roe", cue="said", quote=Quote.DIRECT)
    assert told == "This hits our town very hard"


def test_what_is_too_long_to_take_in_is_not_told():
    text = f"The guard accused {LONG} of theft."
    assert len(text) > LONGEST
    assert whole(text, f"{LONG} of theft", source="The guard", cue="accused") == f"{LONG} of theft"
