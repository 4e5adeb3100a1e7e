"""The word lists are what a person can read and mend."""

import re
from importlib.resources import files

import pytest

from stemma.lexicon import any_of, one_of, pairs_of, words_of

LISTS = sorted(path.name for path in (files("stemma.lexicon") / "data").iterdir() if path.name.endswith(".txt"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_has_no_entry_twice(name):
    text = (files("stemma.lexicon") / "data" / name).read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert entries == sorted(set(entries), key=lambda entry: (entry.casefold(), entry))


def test_entries_are_found_whatever_their_case():
    assert "gen." in words_of("abbreviations")


def test_pairs_give_the_value_as_written():
    assert pairs_of("language_names")["de"] == "German"


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_of_the_entries_of_a_list_the_longest_is_matched_with_either_apostrophe(apostrophe):
    note = f"editor{apostrophe}s note"
    assert re.match(any_of("correction_heads"), note)[0] == note
    assert re.match(any_of("correction_heads"), "updated")[0] == "updated"


def test_of_words_that_begin_alike_the_longest_is_matched():
    assert re.findall(one_of(["no", "nobody", "it's", "none", "a"]), "nobody none no it’s") == [
        "nobody",
        "none",
        "no",
        "it’s",
    ]
