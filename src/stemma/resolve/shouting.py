"""Names that stand in capitals throughout, as the labels of a transcript do: "SEN. ANN ROE"."""

import re
from collections.abc import Iterable, Mapping

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind
from stemma.resolve.mentions import Text
from stemma.resolve.phrases import read_phrase

__all__ = ["lowered"]

SHORT = 3
"""Letters up to which a word before a family name may be the short form of a body: "FBI DIRECTOR ANN ROE"."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def lowered(text: Text, sources: Iterable[str]) -> Mapping[str, str]:
    """
    Return those of *sources*, words for speakers, that are in capitals, as a person's name is written.

    A single word is a name only where the text writes it as one elsewhere; else it is an acronym as well.
    """
    loud = {words for words in sources if _is_loud(words)}
    if not loud:
        return {}
    written = {word.upper(): word for word in _WORD.findall(text.text) if word[0].isupper() and not word.isupper()}
    found = {words: _quiet(words, written) for words in loud}
    return {
        words: quiet
        for words, quiet in found.items()
        if (" " in words or (words.upper() in written and words.casefold() not in pairs_of("common_words")))
        and read_phrase(quiet).kind is SourceKind.PERSON
    }


def _is_loud(words: str) -> bool:
    letters = [letter for letter in words.removeprefix("Mc") if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters) and not any(c.isdigit() for c in words)


def _quiet(words: str, written: Mapping[str, str]) -> str:
    parts = words.split()
    return " ".join(_quiet_word(part, written, is_last=at == len(parts) - 1) for at, part in enumerate(parts))


def _quiet_word(word: str, written: Mapping[str, str], *, is_last: bool) -> str:
    bare = word.strip(".,")
    if bare.upper() in written:
        return word.replace(bare, written[bare.upper()])
    low = bare.casefold()
    is_name = low in pairs_of("given_names") or low in words_of("name_particles") or word.endswith(".")
    if (is_last and word == bare and len(bare) > SHORT) or is_name or len(bare) > SHORT:
        return word.title() if len(bare) > 1 else word
    return word
