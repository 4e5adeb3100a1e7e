from dataclasses import replace

import pytest

from stemma.model import Brief
from stemma.tell import as_terminal
from stemma.tell.layout import cells
from tests.factories import ferry_fire

PARTS = (
    "Claimed by several outlets",
    "Who stands where, and who is silent",
    "Figures, and how they go together",
    "Changed on the way",
    "Documents read, and how they were dated",
    "Not understood",
)


@pytest.fixture(scope="module")
def told() -> str:
    return as_terminal(ferry_fire())


def flat(text: str) -> str:
    return " ".join(text.split())


def test_no_line_is_wider_than_the_terminal(told: str):
    assert max(cells(line) for line in told.splitlines()) <= 80
    assert max(cells(line) for line in as_terminal(ferry_fire(), width=50).splitlines()) <= 50


def test_the_parts_stand_in_their_order(told: str):
    places = [told.index(part) for part in PARTS]
    assert places == sorted(places)


def test_the_first_sentence_says_how_many_voices_are_behind_the_noise(told: str):
    assert "Two claims are carried by several outlets; one of them goes back to one single origin." in flat(told)


def test_one_voice_in_several_outlets_stands_out(told: str):
    assert "▲ one voice. reported by 4 outlets · 1 independent origin: Ilse Brandt" in flat(told)


def test_an_open_count_is_an_interval_with_what_would_settle_it(told: str):
    assert "1–2 independent origins: Ilse Brandt and Officials" in flat(told)
    assert "to settle: whether [3] Dockside Notes has it from [2] Maravia Wire (came after it)" in flat(told)


def test_every_quotation_is_followed_by_its_place(told: str):
    assert told.count("“At least 12 people were injured” [2]:196") == 1
    assert ferry_fire().documents[5].text[196:].startswith("At least 12")


def test_a_nested_report_names_its_relay(told: str):
    assert "Ilse Brandt, through Maravia Wire: Harbour Gazette “told” [1]:75" in flat(told)


def test_silence_is_not_absence(told: str):
    crew = flat(told).split("“whether its crew was on deck”")[1].split("not in these documents: ")
    assert "… silent: Norda Lines, 3 Mar 2031 [2]:354" in crew[0]
    assert "Norda Lines" not in crew[1].split(" 1 ")[0]


def test_a_sum_that_does_not_work_out_is_told_too(told: str):
    assert "✕ does not work out: 12 is not more than 12" in flat(told)
    assert "✓ works out: 28 + 12 = 40" in flat(told)


def test_what_was_changed_shows_both_wordings(told: str):
    change = flat(told).split("The bound was changed")[1]
    assert "The Inland Post: “12 people” [4]:69 against Maravia Wire: “At least 12 people” [2]:196" in change


def test_what_was_not_understood_is_said(told: str):
    gaps = flat(told).split("Not understood")[1]
    for words in ("Who is meant by: “a deckhand” [5]:258", "When it was published: [6]", "photo.png"):
        assert words in gaps


def test_an_empty_brief_says_what_is_not_there():
    told = as_terminal(Brief(()))
    for words in (
        "No claim was found in more than one outlet.",
        "no two outlets were found to say the same",
        "No position was found",
        "No figure was found",
        "No change was found",
        "Nothing that was noticed",
    ):
        assert words in told


def test_the_rest_of_a_long_case_is_counted():
    brief = ferry_fire()
    hurt = next(claim for claim in brief.claims if claim.id == "c-hurt")
    many = replace(brief, claims=tuple(replace(hurt, id=f"c-{n:02}") for n in range(20)))
    assert "Not shown: 12 more claims by several outlets" in as_terminal(many)


def test_colour_changes_no_character():
    import re

    coloured = as_terminal(ferry_fire(), color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == as_terminal(ferry_fire()).split()


def test_the_same_brief_gives_the_same_bytes():
    assert as_terminal(ferry_fire()) == as_terminal(ferry_fire())


def test_a_brief_of_one_report_tells_who_says_what():
    brief = ferry_fire()
    alone = replace(brief, claims=tuple(claim for claim in brief.claims if claim.outlets == 1))
    told = flat(as_terminal(alone))
    assert "no two outlets were found to say the same" in told
    assert "“28 of them walked off unhurt” [5]:158 reported by 1 outlet · 1 independent origin: Rana Osei" in told
