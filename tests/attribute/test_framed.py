"""Speakers whom a sentence names otherwise than as the subject of a verb of saying."""

import pytest

from tests.attribute.marking import read, stances, told


@pytest.mark.parametrize(
    "text",
    [
        "The police heard from neighbours that the dam had burst.",
        "The police learned on Monday from neighbours that the dam had burst.",
    ],
)
def test_who_told_it_is_the_source_and_who_heard_it_passes_it_on(text):
    assert told(text) == [("neighbours", "The police", "the dam had burst")]


@pytest.mark.parametrize("verb", ["was told", "had been warned", "were later informed"])
def test_who_told_it_in_the_passive_is_the_source(verb):
    assert told(f"The miller {verb} by engineers that the dam had burst.") == [("engineers", "the dam had burst")]


@pytest.mark.parametrize(
    "text",
    [
        "The miller has not heard from neighbours that the dam had burst.",
        "The miller could hear from neighbours that the dam had burst.",
        "The miller learned from the fire that the dam had burst.",
        "The miller heard from neighbours on Monday.",
    ],
)
def test_what_nobody_told_is_not_learnt(text):
    assert not any(row[0] == "neighbours" or row[0] == "the fire" for row in told(text))


def test_what_a_subject_heard_stands_inside_what_is_said_of_it():
    marked = (
        "<t The weir was asked for by the police, who heard from their colleagues in Halen that one had worked well>, "
        "<c said> <s Anna Lind>."
    )
    assert told(marked) == [
        (
            "Anna Lind",
            "The weir was asked for by the police, who heard from their colleagues in Halen that one had worked well",
        ),
        ("their colleagues in Halen", "Anna Lind", "who", "one had worked well"),
    ]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("To many, the flood is the end of an era.", "many"),
        ("To critics, the flood is the end of an era.", "critics"),
        ("In the view of the council, the flood is the end of an era.", "the council"),
        ("In Mr. Hale's opinion, the flood is the end of an era.", "Mr. Hale's"),
        ("In the eyes of residents, the flood is the end of an era.", "residents"),
        ("The flood is the end of an era, in the view of residents.", "residents"),
    ],
)
def test_a_view_that_stands_beside_a_statement_is_its_holder_s_judgement(text, holder):
    assert [(a, b.casefold()) for a, b in told(text)] == [(holder, "the flood is the end of an era")]
    assert stances(text) == ["assess"]


@pytest.mark.parametrize(
    "text",
    [
        "To the north, the river was over its banks.",
        "To residents, the council sent a letter.",
        "In the eyes of the storm, the wind was still.",
        "In other words, the dam was old.",
    ],
)
def test_a_place_or_a_hearer_holds_no_view(text):
    assert told(text) == []


def test_how_somebody_puts_it_is_the_quotation_beside_it():
    assert told("The dam was “a bomb waiting to go off,” as one resident put it.") == [
        ("one resident", "a bomb waiting to go off")
    ]
    assert told("The dam was, as one resident put it, “a bomb waiting to go off.”") == [
        ("one resident", "a bomb waiting to go off")
    ]
    assert told("The dam was old, as one resident put it.") == [("one resident", "The dam was old")]


@pytest.mark.parametrize("who", ["Earlier reports", "The police", "Rescuers", "Mayor Lind"])
def test_who_puts_a_toll_at_a_number_says_so(who):
    ((source, content),) = told(f"{who} put the death toll at 40, but the search goes on.")
    assert who.endswith(source)
    assert content == "the death toll at 40"


def test_a_thing_that_is_put_somewhere_is_no_reckoning():
    assert told("The police put the boat at the pier.") == []
    assert told("The police put a fence at 40 Mill Street.") == []


def test_who_identifies_somebody_says_who_he_is():
    text, found = read("The dead man was identified by the coroner as a miller from Tarn.")
    spoken = [a for a in found if not a.narrated]
    assert [a.source_span.cut(text) for a in spoken if a.source_span] == ["the coroner"]
    assert [span.cut(text) for span in spoken[0].content_spans] == ["The dead man", "as a miller from Tarn"]
    text = "The dam, named by the council as the worst in years, was torn down."
    assert told(text)[0][1].endswith("as the worst in years")
    assert told("Two boats sank, with most of the men identified by the police as being drunk.") == [
        ("the police", "most of the men identified by the police as being drunk")
    ]


def test_what_the_tagger_saw_of_it_is_no_entry_beside_it():
    marked = "Two boats sank, with most of the men identified by <s the police> <t as being drunk>."
    assert told(marked) == [("the police", "most of the men identified by the police as being drunk")]


def test_who_is_given_an_office_or_is_called_by_nobody_says_nothing():
    assert told("She was named Chief Constable by the council.") == []
    assert told("The dead man was not identified by the coroner as a miller.") == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It emerged on Monday that the dam had no keeper.", "emerged"),
        ("Anger grew after it transpired that the dam had no keeper.", "transpired"),
        ("It has since been widely reported that the dam had no keeper.", "has since been widely reported"),
    ],
)
def test_what_emerges_is_told_by_nobody_who_is_named(text, cue):
    assert told(text) == [("", "the dam had no keeper")]
    assert [a.cue_span.cut(text) for a in read(text)[1] if a.cue_span] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "It could have been reported that the dam had no keeper.",
        "It has not been reported that the dam had no keeper.",
        "It was clear that the dam had no keeper.",
    ],
)
def test_what_has_not_been_said_does_not_emerge(text):
    assert told(text) == []


def test_those_among_whom_a_fear_grows_hold_it():
    assert told("The flood set off fears among farmers that the dam would burst.") == [
        ("farmers", "the dam would burst")
    ]
    assert told("There were complaints from residents that the dam was old.") == [("residents", "the dam was old")]


def test_a_law_that_answers_complaints_does_not_complain():
    marked = "<s The council> <c addressed> <t complaints that the dam was too old>."
    assert told(marked) == [("", "the dam was too old")]
    marked = "<s The council> <c voiced> <t concerns that the dam was too old>."
    assert [row[0] for row in told(marked)] == ["The council"]


@pytest.mark.parametrize(
    "marked",
    [
        "<s Hale> <c is on trial on charges of> <t drowning two horses>.",
        "<s Hale> <c faces charges of> <t drowning two horses>.",
    ],
)
def test_who_is_charged_charges_nobody(marked):
    assert [row[0] for row in told(marked)] == [""]
    assert told("<s The council> <c indicted the two on charges of> <t drowning two horses>.")[0][0] == "The council"


def test_what_a_body_has_not_said_is_the_tale_of_whoever_tells_it():
    marked = "<s The guild> <c noted> <t that the council and the mayor had still not acknowledged the flood>."
    assert [row[0] for row in told(marked)] == ["The guild"]
