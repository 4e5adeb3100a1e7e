import re

from stemma.model import Brief
from stemma.tell import as_markdown
from tests.factories import ferry_fire


def test_every_footnote_that_is_referred_to_is_there_once():
    told = as_markdown(ferry_fire())
    referred = set(re.findall(r"\[\^([\w-]+)\](?!:)", told))
    defined = re.findall(r"^\[\^([\w-]+)\]:", told, re.MULTILINE)
    assert referred == set(defined)
    assert len(defined) == len(set(defined))


def test_a_footnote_names_its_document_and_characters():
    assert "[^d2-196-227]: \\[2\\] Maravia Wire, characters 196–227: “At least 12 people were injured”" in as_markdown(
        ferry_fire()
    )


def test_words_of_a_document_are_never_read_as_markup():
    told = as_markdown(ferry_fire())
    assert "<script" not in told
    assert "\\<script\\>" in told or "script" not in told


def test_it_says_what_the_terminal_says():
    told = as_markdown(ferry_fire())
    for words in (
        "one of them goes back to one single origin",
        "▲ **one voice.** **reported by 4 outlets · 1 independent origin**: Ilse Brandt",
        "… silent: Norda Lines, 3 Mar 2031",
        "*not in these documents:*",
        "✕ **does not work out**: 12 is not more than 12",
        "**The source was dropped**",
        "no date found",
    ):
        assert words in told


def test_an_empty_brief_is_still_a_page():
    assert as_markdown(Brief(())).endswith("Nothing that was noticed.\n")
