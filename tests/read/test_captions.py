"""Lines below pictures in which somebody says something."""

import pytest

from tests.read.pages import check_page, read

FIRST = "+ The mayor of Orvane said on Friday that the old dam above the town would be watched day and night."
LAST = "+ About 12,000 people live below the dam, and the schools nearest to it will stay closed for a week."


@pytest.mark.parametrize(
    "caption",
    [
        "The council's engineer said on Friday that two of the pillars had cracks",
        "Two of the pillars were said to have cracks as long as a man",
        "The mayor has confirmed that the schools below the dam will stay closed",
        "More than 80 trucks have been sent to the dam, according to local media",
    ],
)
def test_a_caption_in_which_somebody_says_something_belongs_to_the_report(caption):
    check_page(f"{FIRST}\n\n+ {caption}\n\n{LAST}\n")


@pytest.mark.parametrize("credit", ["EPA", "Getty Images", "Image copyright Lind Photos Image caption"])
def test_the_credit_before_a_caption_is_no_part_of_it(credit):
    caption = "Engineers said on Friday that two of the pillars had cracks"
    document = read(f"{FIRST[2:]}\n\n{credit} {caption}\n\n{LAST[2:]}\n")
    assert caption in [span.cut(document.text) for span in document.body]


@pytest.mark.parametrize("caption", ["BBC Orvane said on Friday that two of the pillars had cracks"])
def test_who_speaks_in_a_caption_is_not_cut_as_its_credit(caption):
    check_page(f"{FIRST}\n\n+ {caption}\n\n{LAST}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Council Engineers Said To Have Found Two Cracks In Pillars Of The Dam",
        "Council claims the dam is safe for a hundred years to come",
        "Cracks said to be old",
        "Drivers told to keep off the flooded roads below the dam by Friday morning",
        "Engineer denied bail over the cracks in two pillars of the old dam",
    ],
)
def test_headlines_and_headings_stay_outside(line):
    document = read(f"{FIRST[2:]}\n\n{line}\n\n{LAST[2:]}\n")
    assert line not in [span.cut(document.text) for span in document.body]
