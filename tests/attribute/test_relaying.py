"""Relays that stand outside the sentence's own clause."""

import pytest

from tests.attribute.marking import told


@pytest.mark.parametrize(
    ("marked", "relay"),
    [
        ("In the Tarn Herald, <s Anna Lind> <c writes> <t that the dam held>.", "the Tarn Herald"),
        ("In a statement sent to Newsweek, <s Anna Lind> <c said> <t the dam held>.", "Newsweek"),
    ],
)
def test_the_outlet_that_opens_the_sentence_is_a_relay(marked, relay):
    assert [row[:2] for row in told(marked)] == [("Anna Lind", relay)]


def test_a_place_that_is_called_like_a_paper_is_no_relay():
    assert told("In Times Square, <s Anna Lind> <c said> <t the dam held>.") == [("Anna Lind", "the dam held")]


def test_who_is_only_spoken_of_does_not_speak():
    marked = "<s Anna Lind> <c said> <t that boats cited by the Tarn Herald had sunk>."
    assert told(marked) == [("Anna Lind", "boats cited by the Tarn Herald had sunk")]
    marked = "<t “The papers revealed do show it,”> <s Anna Lind> <c said>."
    assert told(marked) == [("Anna Lind", "The papers revealed do show it")]


def test_according_to_inside_a_report_is_a_chain_of_the_two():
    marked = "<s The agency> <c reported> <t that, according to the mayor, the dam held>."
    assert told(marked) == [("the mayor", "The agency", "the dam held")]


@pytest.mark.parametrize(
    ("marked", "speaker", "relay", "content"),
    [
        ("<s State radio> <c quoted> <t him as saying the dam held>.", "him", "State radio", "the dam held"),
        (
            "<s State radio> <c quoted> <t the head of the guild as saying that the dam held>.",
            "the head of the guild", "State radio", "the dam held",
        ),
        (
            "<c Citing> <t two people familiar with the matter>, <s the Tarn Herald> said <t the dam held>.",
            "two people familiar with the matter", "the Tarn Herald", "the dam held",
        ),
    ],
)  # fmt: skip
def test_who_is_quoted_speaks_and_is_no_part_of_what_is_said(marked, speaker, relay, content):
    assert told(marked) == [(speaker, relay, content)]


def test_what_stands_before_a_quoting_is_not_what_is_quoted():
    marked = "<t The dam held>, <s the article> <c said>, <c2 quoting> <s2 him> as saying, <t2 “It held.”>"
    assert told(marked) == [("the article", "The dam held"), ("him", "It held")]


@pytest.mark.parametrize(
    ("marked", "relay"),
    [
        ("In a statement carried by the Tarn Herald, <s Anna Lind> <c said> <t the dam held>.", "the Tarn Herald"),
        ("In remarks aired on state television, <s Anna Lind> <c said> <t the dam held>.", "state television"),
        ("<s Anna Lind> <c told> local television <t that the dam held>.", "local television"),
        ("<s Anna Lind> <c told> the newspaper <t that the dam held>.", "the newspaper"),
        ("<s Anna Lind> <c told> a regional paper on Saturday <t that the dam held>.", "a regional paper"),
        ("<s Anna Lind> <c told> the Ortsblatt daily <t that the dam held>.", "the Ortsblatt daily"),
        ("<s Anna Lind> <c told> a local news website <t that the dam held>.", "a local news website"),
        (
            "<s Anna Lind> <c said> on Monday in an interview with the public broadcaster TRK <t that the dam held>.",
            "the public broadcaster TRK",
        ),
        ("<s Anna Lind> <c confirmed> on Friday to the Verge <t that the dam held>.", "the Verge"),
        ("<s Anna Lind> <c explained> to Tarn.com <t that the dam held>.", "Tarn.com"),
        ("In comments to Newsweek, <s Anna Lind> <c said> <t the dam held>.", "Newsweek"),
        ("<s Anna Lind> <c said> in an email to Newsweek <t that the dam held>.", "Newsweek"),
    ],
)
def test_where_words_were_printed_or_sent_is_a_relay(marked, relay):
    assert [row[:2] for row in told(marked)] == [("Anna Lind", relay)]


def test_a_trial_that_is_on_television_is_not_told_by_it():
    marked = "<s The court> <c ruled> <t that the dam was safe> in a session aired on state television."
    assert [row[:2] for row in told(marked)] == [("The court", "the dam was safe")]


def test_who_is_told_and_prints_nothing_is_no_relay():
    assert told("<s Anna Lind> <c told> the council <t that the dam held>.") == [("Anna Lind", "the dam held")]
    assert told("<s Anna Lind> <c told> a travel agency <t that the dam held>.") == [("Anna Lind", "the dam held")]
    assert told("<s Anna Lind> <c told> no newspaper <t that the dam held>.") == [("Anna Lind", "the dam held")]
    assert told("<s Anna Lind> <c explained> to the guild <t that the dam held>.") == [("Anna Lind", "the dam held")]


@pytest.mark.parametrize(
    "got",
    ["published in the Tarn Herald", ", seen by the Tarn Herald,", "leaked to the Tarn Herald"],
)
def test_who_printed_or_saw_a_paper_passes_it_on(got):
    assert told(f"<s A report {got}> <c says> <t the dam held>.") == [("A report", "the Tarn Herald", "the dam held")]


def test_the_subject_of_what_was_told_is_no_part_of_the_outlet():
    assert told("<s Jon Hale> <c told> CNN <t Lind was safe>.") == [("Jon Hale", "CNN", "Lind was safe")]


@pytest.mark.parametrize(
    ("marked", "relay"),
    [
        ("<s Anna Lind> <c wrote> in the Tarn Herald <t that the dam held>.", "the Tarn Herald"),
        ("In a Tarn Herald interview published on Sunday, <s Anna Lind> <c said> <t the dam held>.", "Tarn Herald"),
        ("<t “The dam held,”> <s Anna Lind> <c said> in an interview on Friday with Newsweek.", "Newsweek"),
        ("<t “The dam held,”> <s Anna Lind> <c said> in an interview late on Monday with Newsweek.", "Newsweek"),
        ("<t “The dam held,”> <s Anna Lind> <c said> in an interview with a Tarn newspaper.", "a Tarn newspaper"),
        (
            "<s Anna Lind> <c said> in a statement posted and emailed to the Tarn Herald <t that the dam held>.",
            "the Tarn Herald",
        ),
        ("<s Anna Lind> <c told> a reporter from the Tarn Herald <t that the dam held>.", "the Tarn Herald"),
    ],
)
def test_where_words_stand_or_were_sent_is_a_relay(marked, relay):
    assert [(*row[:-1], row[-1].casefold()) for row in told(marked)] == [("Anna Lind", relay, "the dam held")]


def test_who_is_quoted_by_nobody_says_it_himself():
    marked = "<t “The dam held>,” <s Lind> <c was quoted> <t as saying>."
    assert ("Lind", "The dam held") in told(marked)


def test_the_condition_on_which_somebody_speaks_is_no_part_of_what_he_says():
    marked = "Officials told the Tarn Herald on condition of anonymity the dam had burst."
    assert told(marked) == [("Officials", "the Tarn Herald", "the dam had burst")]


@pytest.mark.parametrize(
    "marked",
    [
        "<s Jon Hale> <c said> <t the article in the Tarn Herald was wrong>.",
        "<s Jon Hale> <c said> <t the story was published in the Tarn Herald>.",
        "<s Jon Hale> <c denied> a report published by the Tarn Herald <t that the dam burst>.",
        "<s Jon Hale>, asked about comments in the Tarn Herald, <c said> <t the dam held>.",
    ],
)
def test_an_outlet_of_which_somebody_speaks_is_no_relay(marked):
    assert [row[:-1] for row in told(marked)] == [("Jon Hale",)]


@pytest.mark.parametrize(
    "marked",
    [
        "<s Jon Hale> <c said> <t the dam held in an interview with the Tarn Herald>.",
        "<s Jon Hale> <c denied> in an interview with the Tarn Herald <t that the dam burst>.",
        "According to comments in the Tarn Herald, <s Jon Hale> <c said> <t the dam held>.",
    ],
)
def test_where_he_said_it_is_a_relay_wherever_it_stands(marked):
    assert [row[:-1] for row in told(marked)] == [("Jon Hale", "the Tarn Herald")]


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("<s Families and released prisoners> <c said> <t the dam held>.", "Families and released prisoners"),
        ("<s A report written and released by Anna Lind> <c said> <t the dam held>.", "A report written"),
    ],
)
def test_released_people_are_speakers_too(marked, source):
    assert told(marked) == [(source, "the dam held")]


def test_a_report_in_an_outlet_is_the_outlet_s():
    assert told("<c According to> <s a report in the Tarn Herald>, <t the dam held>.") == [
        ("the Tarn Herald", "the dam held")
    ]


def test_what_somebody_reportedly_says_comes_through_nobody_who_is_named():
    marked = "<s The police> <c have reportedly warned> <t residents to stay away from the dam>."
    assert told(marked) == [("The police", "reportedly", "residents to stay away from the dam")]


@pytest.mark.parametrize(
    ("marked", "relay"),
    [
        ("<t “The dam held,”> <s Anna Lind> <c said> on CNN.", "CNN"),
        ("<t “The dam held,”> <c said> <s Anna Lind>, on Sunday, on Tarn Television.", "Tarn Television"),
        ("<s Anna Lind> <c said> Sunday on the Ortsblick television station <t that the dam held>.",
         "the Ortsblick television station"),
        ("On Fox News, <s Anna Lind> <c said> <t the dam held>.", "Fox News"),
    ],
)  # fmt: skip
def test_who_put_the_words_on_air_is_a_relay(marked, relay):
    assert [row[:2] for row in told(marked)] == [("Anna Lind", relay)]


def test_what_is_said_of_a_station_is_not_said_on_it():
    marked = "<s Anna Lind> <c said> <t a film on CNN showed the dam>."
    assert told(marked) == [("Anna Lind", "a film on CNN showed the dam")]


def test_a_name_with_an_article_of_its_own_is_an_outlet_where_it_is_told_something():
    assert told("<s Anna Lind> <c told> The Lantern <t that the dam held>.") == [
        ("Anna Lind", "The Lantern", "the dam held")
    ]
    assert told("<s Anna Lind> <c told> the Lantern <t that the dam held>.") == [("Anna Lind", "the dam held")]
    assert told("<s Anna Lind> <c told> The Tarn Court <t that the dam held>.") == [("Anna Lind", "the dam held")]


def test_who_carried_a_statement_passes_it_on_in_the_sentences_that_go_on_with_it():
    marked = (
        "<t The dam held>, <c said> <s a statement issued by the Tarn Water Office and carried by the Tarn Herald>.\n"
        "<t2 The office will build two more dams>, <s2 the statement> <c2 said>."
    )
    assert told(marked) == [
        ("the Tarn Water Office", "the Tarn Herald", "The dam held"),
        ("the statement", "the Tarn Herald", "The office will build two more dams"),
    ]
