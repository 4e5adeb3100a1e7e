"""What somebody tells an outlet over several sentences."""

import pytest

from tests.attribute.marking import told

FIRST = "<s Anna Lind> <c told> the Tarn Herald <t that the dam held>."


@pytest.mark.parametrize(
    "marked",
    [
        f"{FIRST} <t2 Nobody was hurt>, <s2 she> <c2 said>.",
        f"{FIRST}\n<t2 “Nobody was hurt,”> <s2 Lind> <c2 said>.",
        f"{FIRST} <s2 She> <c2 said> <t2 nobody was in court>.",
        f"{FIRST} <s2 Lind> <c2 told> Jon Hale <t2 that nobody was hurt>.",
        f"{FIRST} <s2 Lind> <c2 said> <t2 the weir had gone first>.",
        "<s Lind Broz> <c told> the Tarn Herald <t that the dam held>.\n<s2 Mr Lind> <c2 said> <t2 nobody was hurt>.",
        "<s The boy's uncle, Jon Hale,> <c told> the Tarn Herald <t that the dam held>. "
        "<s2 The uncle> <c2 said> <t2 nobody was hurt>.",
        "<s A miller> <c told> the Tarn Herald <t that the dam held>. <s2 The man> <c2 said> <t2 nobody was hurt>.",
        f"{FIRST}\nRain fell all night.\nThe mill is shut.\n<s2 Lind> <c2 also said> <t2 nobody was hurt>.",
        "<s The Tarn Herald> <c quoted> <t Anna Lind as saying the dam held>. <s2 She> <c2 said> <t2 nobody was hurt>.",
    ],
)
def test_who_goes_on_in_an_interview_says_it_to_the_outlet_too(marked):
    assert [row[1].casefold() for row in told(marked)] == ["the tarn herald"] * 2


@pytest.mark.parametrize(
    "marked",
    [
        f"{FIRST} <s2 Jon Hale> <c2 said> <t2 nobody was hurt>.",
        f"{FIRST} <s2 The guard> <c2 said> <t2 nobody was hurt>.",
        "<s His aunt> <c told> the Tarn Herald <t the dam held>. <s2 The man> <c2 said> <t2 nobody was hurt>.",
        "<s The report> <c told> the Tarn Herald <t the dam held>. <s2 The man> <c2 said> <t2 nobody was hurt>.",
        f"{FIRST} In a statement, <s2 she> <c2 said> <t2 nobody was hurt>.",
        f"{FIRST} In court on Monday, <s2 she> <c2 said> <t2 nobody was hurt>.",
        f"{FIRST} During the debate <s2 she> <c2 said> <t2 nobody was hurt>.",
        f"{FIRST} <s2 Lind> <c2 told> the guards <t2 that nobody was hurt>.",
        f"{FIRST} <s2 She> <c2 had said> <t2 the weir would go>.",
        f"{FIRST}\nRain fell all night.\nThe mill is shut.\n<s2 Lind> <c2 said> <t2 nobody was hurt>.",
    ],
)
def test_another_speaker_place_or_time_ends_the_interview(marked):
    assert len(told(marked)[1]) == 2


def test_the_reporter_before_is_the_one_who_was_told():
    marked = (
        "<t A plane was heard>, <s our reporter> <c says>.\n"
        "<s2 Several residents of the camp> <c2 told him> <t2 it was a bomber>."
    )
    assert told(marked)[1] == ("Several residents of the camp", "our reporter", "it was a bomber")


def test_a_person_who_was_told_is_no_relay():
    marked = "<s Jon Hale> <c said> <t the dam held>. <s2 A miller> <c2 told him> <t2 the weir had gone>."
    assert told(marked)[1] == ("A miller", "the weir had gone")
