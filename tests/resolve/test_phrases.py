"""What the words of a source say by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import SourceKind
from stemma.resolve.phrases import read_phrase

PERSON, BODY, STATE = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("US Harbour Council Spokesperson Jane Roe", "Jane Roe", PERSON),
        ("Kenyan President William Doe", "William Doe", PERSON),
        ("The governor of Unity State, Peter Lam,", "Peter Lam", PERSON),
        ("Deputy Spokesperson for the Ministry of Ports Sabrina Roe", "Sabrina Roe", PERSON),
        ("Japanese Minister of Defence Okuri Tanabe", "Okuri Tanabe", PERSON),
        ("Democrat Ann Roe", "Ann Roe", PERSON),
        ("Mr. Roe", "Roe", PERSON),
        ("the U.S.-based Institute for the Study of Rivers (ISR)", "Institute for the Study of Rivers", BODY),
        ("The Gorna Liberation Army rebel group", "Gorna Liberation Army", BODY),
        ("Port of Gorna’s U.S. Attorney’s Office", "Port of Gorna’s U.S. Attorney’s Office", BODY),
        ("the Harbour News news agency", "Harbour News", SourceKind.OUTLET),
        ("Nairobi", "Nairobi", STATE),
        ("officials from Kenya, the U.S., and South Korea", None, SourceKind.GROUP),
    ],
)
def test_a_name_is_found_among_its_titles(text: str, name: str | None, kind: SourceKind):
    phrase = read_phrase(text)
    assert phrase.kind is kind
    assert name is None or phrase.name == name


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a spokesman for the state's secretary", "spokesman"),
        ("Mr. Hale’s lawyer", "lawyer"),
        ("a Paris-based think tank", "think tank"),
        ("A statement released by the ministry", "statement"),
        ("Several residents of the camp", "resident"),
        ("Analysts", "analyst"),
        ("a spokesman for President Ann Roe", "spokesman"),
    ],
)
def test_a_description_has_a_head(text: str, head: str):
    phrase = read_phrase(text)
    assert phrase.head == head
    assert not phrase.name


def test_each_office_before_a_name_is_kept():
    heads = [role.head for role in read_phrase("Pentagon Spokesperson Major General Patrick Roe").roles]
    assert heads == ["spokesperson", "general"]


def test_two_sides_joined_by_and_are_a_group():
    assert read_phrase("Kenya and South Korea").kind is SourceKind.GROUP
    assert read_phrase("Ministry of Ports and Fisheries").kind is BODY


def test_a_contraction_is_a_pronoun():
    assert read_phrase("I’m").pronoun == "i"


@given(st.text(max_size=60))
def test_any_words_can_be_read(text: str):
    assert read_phrase(text) == read_phrase(text)


def test_where_a_firm_sits_is_no_part_of_its_name():
    assert read_phrase("Port Amber-headquartered Corvex").name == "Corvex"


@pytest.mark.parametrize("text", ["Doctors for Peace", "Reporters Without Borders", "Mothers Against Noise"])
def test_people_who_are_joined_for_a_cause_have_a_name(text: str):
    found = read_phrase(text)
    assert (found.name, found.kind) == (text, SourceKind.ORGANISATION)


@pytest.mark.parametrize("text", ["doctors for peace", "Lawyers for Halen", "Doctors for Ann Roe", "Officials for now"])
def test_people_who_serve_somebody_have_no_name(text: str):
    assert not read_phrase(text).name


def test_an_acronym_that_is_a_common_noun_names_nobody():
    assert (read_phrase("a local NGO").name, read_phrase("a local NGO").head) == ("", "ngo")
