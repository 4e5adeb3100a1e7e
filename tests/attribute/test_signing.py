"""Quotations and posts that are signed, and paragraphs that are no report."""

import pytest

from tests.attribute.marking import read, told


@pytest.mark.parametrize("dash", ["—", "–", "―", "--"])
def test_a_quotation_is_said_by_whoever_signs_it(dash):
    assert told(f"“The dam held all night.” {dash} Anna Lind, mayor of Tarn") == [
        ("Anna Lind", "The dam held all night")
    ]
    assert told(f"“The dam held all night.”\n{dash} Anna Lind") == [("Anna Lind", "The dam held all night")]


def test_a_post_is_said_by_whose_handle_stands_under_it():
    assert told("The dam held all night. Nobody is hurt! — Anna Lind (@lind) December 28, 2017") == [
        ("Anna Lind", "The dam held all night. Nobody is hurt!")
    ]


def test_a_dash_inside_a_report_signs_nothing():
    assert told("<s Lind> <c said> <t the dam held> — Broz saw it.") == [("Lind", "the dam held")]


@pytest.mark.parametrize(
    "aside",
    [
        "Read more: Lind says the dam would hold",
        "RELATED: Lind said that the dam held",
        "Anna Lind, who said that the dam held, at the mill (Photo: AP)",
        "Lind shows where the dam held. Photograph: Orla Broz/Getty Images",
    ],
)
def test_teasers_and_captions_report_nothing(aside):
    assert told(aside) == []


def test_of_a_caption_what_somebody_says_is_read_and_nothing_else():
    found = read("The weir at dawn. The dam held, Lind said on Friday. (Orla Broz/Tarn Herald via AP)")[1]
    assert [(a.content, a.narrated) for a in found] == [("The dam held", False)]


@pytest.mark.parametrize(
    "dateline", ["TARN, Vesland (AP) — ", "TARN - ", "TARN/GORNA, Aug 30 (Reuters) - ", "Tarn, Vesland (CNN) "]
)
def test_a_dateline_is_no_part_of_speaker_or_statement(dateline):
    assert told(f"{dateline}Mayor Anna Lind said that the dam held.") == [("Mayor Anna Lind", "the dam held")]
    assert told(f"<t {dateline}The dam held,> <s Lind> <c said>.") == [("Lind", "The dam held")]


def test_a_body_with_a_short_form_is_no_dateline():
    marked = "<s Tarn Dam Office (TDO) Director Anna Lind> <c said> <t the dam held>."
    assert told(marked) == [("Tarn Dam Office (TDO) Director Anna Lind", "the dam held")]


def test_a_speaker_after_the_verb_beats_the_name_before_the_comma():
    marked = "<t The gate, a new one, was shut in the province of Tarn>, <c said> <s the Herald Agency>."
    assert told(marked)[0][0] == "the Herald Agency"


def test_a_second_verb_has_no_subject_of_its_own():
    marked = "<s Lind> met the old guild and <c said> <t that the dam held>."
    assert told(marked) == [("Lind", "the dam held")]


def test_quoted_as_saying_is_no_part_of_what_is_said():
    marked = '<t "The dam held all night,"> <s Lind> was <c quoted> as saying.'
    assert told(marked) == [("Lind", "The dam held all night")]


def test_each_post_of_a_paragraph_is_said_by_its_own_writer():
    text = (
        "Skip Twitter post by @orla Water everywhere https://t.co/x9 pic.twitter.com/ab1 — orla b. (@orla) "
        "28 December 2017 The dam held. — Ann Lind ✓ (@lind) Dec. 29, 2017"
    )
    assert told(text) == [("orla b", "Water everywhere"), ("Ann Lind", "The dam held")]


def test_a_handle_in_the_middle_of_a_report_signs_nothing():
    assert told("The mill was lost — Orla Broz (@orla) has the story.") == []
