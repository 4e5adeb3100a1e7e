"""Names that stand in capitals throughout."""

import pytest

from stemma.resolve.mentions import read_text
from stemma.resolve.shouting import lowered
from tests.resolve.speaking import document


def quiet(words: str, text: str = "The weir of Tarn held.") -> str:
    return lowered(read_text(document(text)), [words]).get(words, words)


@pytest.mark.parametrize(
    ("loud", "as_written"),
    [
        ("LENA HALE", "Lena Hale"),
        ("SEN. LENA HALE", "Sen. Lena Hale"),
        ("FBI DIRECTOR LENA HALE", "FBI Director Lena Hale"),
        ("JUAN GONZÁLEZ", "Juan González"),
    ],
)
def test_a_persons_name_in_capitals_is_read_as_it_is_written(loud, as_written):
    assert quiet(loud) == as_written


@pytest.mark.parametrize("words", ["UNESCO", "NATO", "FBI", "Lena Hale", "OFFICER 2", "NBC NEWS"])
def test_an_acronym_and_what_is_in_small_letters_stay(words):
    assert quiet(words) == words


def test_a_single_word_is_a_name_where_the_text_writes_it_as_one():
    assert quiet("McENANY", "A spokeswoman, Kayleigh McEnany, came.") == "McEnany"
    assert quiet("HALE", "Lena Hale came to the weir.") == "Hale"
    assert quiet("HALE") == "HALE"
