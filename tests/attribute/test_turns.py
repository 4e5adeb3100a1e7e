"""Transcripts: who speaks behind a label."""

import pytest

from stemma.model import Quote
from tests.attribute.marking import read, told

TALK = """ANN ROE, HOST:
The dam at Tarn has given way. We are joined by our reporter Anna Broz. Hi, Anna.
ANNA BROZ, BYLINE: Good morning, Ann.
ROE: What do you hear about the town of Tarn?
BROZ: The water stands a metre high in the streets.
Nobody has been found in the mill so far.
(SOUNDBITE OF RUSHING WATER IN THE STREETS)
LENA HALE: I saw the wall go at a quarter past five.
BROZ: Our road to Tarn stays closed until Sunday."""


def test_what_is_said_behind_a_label_is_said_by_whom_it_names():
    assert told(TALK) == [
        ("ANNA BROZ", "The water stands a metre high in the streets"),
        ("ANNA BROZ", "Nobody has been found in the mill so far"),
        ("LENA HALE", "I saw the wall go at a quarter past five"),
        ("ANNA BROZ", "Our road to Tarn stays closed until Sunday"),
    ]


def test_the_words_of_a_turn_are_the_speakers_own():
    assert {a.quote for a in read(TALK)[1] if not a.narrated} == {Quote.DIRECT}


def test_whom_a_speaker_reports_has_the_speaker_as_relay():
    text = TALK.replace("BROZ: The water", "BROZ: <s Hale> <c says> <t the mill is lost>. The water")
    text, attributions = read(text)
    chains = {a.content: [s.cut(text) for s in a.via_spans] for a in attributions if not a.narrated}
    assert chains["the mill is lost"] == ["ANNA BROZ"]


def test_what_a_speaker_says_he_thinks_he_says_himself():
    text = TALK.replace("BROZ: The water", "BROZ: <s I> <c think> <t the mill is lost>. The water")
    assert ("ANNA BROZ", "the mill is lost") in told(text)


def test_initials_are_those_of_who_has_a_label():
    text = "Anna Broz: What was it?\nLena Hale: I saw the wall go at dawn.\nAB: And then?\nLH: We ran to the old mill."
    assert told(text) == [("Lena Hale", "I saw the wall go at dawn"), ("Lena Hale", "We ran to the old mill")]


def test_initials_of_two_are_nobodys():
    text = (
        "Anna Broz: What did you see?\nLena Hale: I saw the wall go at dawn.\nLiam Horn: So did I, from the bridge.\n"
        "AB: And then?\nLH: We ran to the old mill."
    )
    assert ("Lena Hale", "We ran to the old mill") not in told(text)


def test_a_quotation_behind_a_name_is_its_bearers_without_any_talk():
    text = "Lena Hale answers.\nHALE: “The weir has never been in doubt.”\nTHE FACTS: It leaked for a year."
    assert told(text) == [("HALE", "The weir has never been in doubt")]


@pytest.mark.parametrize(
    "text",
    [
        "Winner: The mill has a new wheel and a new roof.\nLoser: The weir has had none at all.\nWinner: The town.",
        "Hale, Lena Hale: She wants to close the weir.\nBroz, Anna Broz: He wants to keep the weir.\n"
        "Lena Hale: She would raise the levy on water.\nAnna Broz: He would lower the levy on water.",
        "Mayor: Lena Hale\nMiller: Anna Broz\nMayor: Ann Roe",
        "Q: Who owns the weir?\nA: You own it, as all of us in the town do.\nQ: Why?\nA: We paid for it.",
        "Read more: I saw the weir go\nPhotos: We saw the weir go\nRead more: You will not believe it.",
        "TARN: I saw the weir go, and we all ran from it.",
    ],
)
def test_other_labels_name_no_speaker(text):
    assert told(text) == []


def test_behind_a_talk_the_report_is_the_papers_own():
    assert ("ANNA BROZ", "The road to Tarn was opened on Monday morning") not in told(
        f"{TALK}\nThe road to Tarn was opened on Monday morning."
    )


def test_between_the_turns_that_a_report_prints_it_tells_its_own():
    text = (
        "The council of Tarn met on Monday.\nLena Hale: I saw the wall go at dawn.\nSo the morning began.\n"
        "Nobody had slept in the town since Friday.\nAnna Broz: You saw it go?\nThe miller looked at her hands.\n"
        "Lena Hale: We all did, from the old bridge."
    )
    assert told(text) == [
        ("Lena Hale", "I saw the wall go at dawn"),
        ("Lena Hale", "We all did, from the old bridge"),
    ]


def test_each_of_a_thousand_turns_is_read():
    lines = [f"{name} Hale: I saw the wall of weir {n} go." for n, name in enumerate(["Anne", "Lena"] * 500)]
    assert len(told("\n".join(lines))) == 1000


def test_a_clause_behind_a_quotation_says_whose_it_is_whatever_label_stands_before():
    text = "A talk.\nLena Hale: <t “She has never been so strong on the weir,”> <c says> <s Anna Broz>."
    assert told(text) == [("Anna Broz", "She has never been so strong on the weir")]


def test_what_the_paper_tells_behind_a_printed_quotation_is_its_own():
    text = "A talk.\nLena Hale: “The weir of Tarn will hold.” The weir broke on Friday and killed “nearly” four people."
    assert told(text) == [("Lena Hale", "The weir of Tarn will hold")]


def test_a_guide_to_what_candidates_want_is_no_talk():
    text = (
        "Lena Hale (D): Would raise the levy on water next year.\nAnna Broz (R): Would lower the levy on water.\n"
        "Lena Hale (D): Would build twelve new weirs.\nAnna Broz (R): Voted against the new weirs."
    )
    assert told(text) == []
