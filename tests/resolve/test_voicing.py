"""Spokesmen without a name."""

from stemma.model import SourceKind
from tests.resolve.speaking import check_apart, check_sources, resolve_all, speaker


def test_a_spokesman_without_a_name_is_the_body():
    check_sources(
        [
            "[Halen Power] said the lines were down.",
            "[A spokesperson for Halen Power] said so. [The spokesperson] left.",
        ],
        {"Halen Power": ["Halen Power", "A spokesperson for Halen Power", "The spokesperson"]},
    )


def test_the_body_stays_a_body():
    found = speaker(
        "Halen Power was late. [A German spokesman for Halen Power] said so.", "A German spokesman for Halen Power"
    )
    assert found is not None
    assert (found.kind, found.party) == (SourceKind.ORGANISATION, None)


def test_a_spokeswoman_without_a_name_is_the_one_whom_another_report_names():
    check_sources(
        [
            "[Halen Power spokeswoman Ann Roe] said the lines were down.",
            "[A spokeswoman for Halen Power] said so.",
        ],
        {"Ann Roe": ["Halen Power spokeswoman Ann Roe", "A spokeswoman for Halen Power"]},
    )


def test_a_spokesman_whose_body_nobody_names_is_told_by_what_he_is_called():
    check_sources(
        ["[A Defence Ministry spokesman] said so.", "[Marovian defense ministry spokesman Paul Reed] said so."],
        {"Paul Reed": ["A Defence Ministry spokesman", "Marovian defense ministry spokesman Paul Reed"]},
    )


def test_a_spokesman_is_no_spokeswoman():
    texts = ["[Halen Power spokeswoman Ann Roe] said so.", "[A spokesman for Halen Power] said so."]
    check_apart(texts, "Halen Power spokeswoman Ann Roe", "A spokesman for Halen Power")


def test_a_second_spokesman_of_one_text_is_not_the_first():
    text = "[Halen Power spokesman Paul Reed] said so. [Another spokesman for Halen Power] said no."
    check_apart(text, "Halen Power spokesman Paul Reed", "Another spokesman for Halen Power")


def test_of_two_spokesmen_neither_is_meant_and_the_body_speaks():
    texts = [
        "[Halen Power spokesman Paul Reed] said so. [Halen Power spokesman Tom Lind] said so.",
        "[A spokesman for Halen Power] said so.",
    ]
    check_sources(texts, {"Halen Power": ["A spokesman for Halen Power"]})


def test_the_spokesman_of_a_man_is_another():
    text = "Bob Hale was late. [A spokesman for Bob Hale] said so. [Hale] denied it."
    resolution, found = resolve_all(text)
    spokesman, man = found["A spokesman for Bob Hale"][0], found["Hale"][0]
    assert spokesman is not None
    assert man is not None
    assert spokesman.id != man.id
    assert spokesman.party == man.id
    assert len(resolution.sources) == 2


def test_a_representative_for_a_body_speaks_for_it():
    check_sources(
        "Halen Power was late. [A representative for Halen Power] said so.",
        {"Halen Power": ["A representative for Halen Power"]},
    )
