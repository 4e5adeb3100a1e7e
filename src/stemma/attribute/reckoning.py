"""Numbers that somebody reckons: "reports put the death toll at 40"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import is_adverb, is_auxiliary, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.unsourced import clause_end
from stemma.attribute.verbs import UNREAL, noun_stance
from stemma.attribute.words import Word, span_of
from stemma.lexicon import pairs_of, words_of

__all__ = ["find_reckoned"]

PUTTING = frozenset(("places", "placed", "put", "puts", "putting"))
OF_ONE = frozenset(("her", "his", "its", "losses", "the", "their", "total"))
"""What leads to what is reckoned: "put a gun at" is no reckoning."""
LONGEST = 10
"""Words of what is reckoned before its "at" at most."""
NEAR = 5
"""Words from "at" to the number at most ("at a depth of 40")."""


def find_reckoned(words: Sequence[Word]) -> Iterator[Draft]:
    """Yield what somebody puts at a number among *words*, those of a sentence."""
    for at, word in enumerate(words[:-1]):
        if word.low not in PUTTING or words[at + 1].low not in OF_ONE:
            continue
        to = next((i for i in range(at + 2, min(len(words), at + LONGEST)) if words[i].low == "at"), None)
        if to is None or not _is_reckoned(words[at + 1 : to]) or not _has_number(words[to + 1 : to + NEAR]):
            continue
        first = at
        while first and (is_auxiliary(words[first - 1]) or is_adverb(words[first - 1])):
            first -= 1
        who = phrase_before(words, first)
        if who is None or any(w.low in UNREAL | words_of("negations") for w in words[first:at]):
            continue
        speaker = words[slice(*who)]
        if can_speak(speaker) or noun_stance(speaker[-1].low) is not None or speaker[-1].low == "that":
            told = [i for i in range(at + 1, clause_end(words, at + 1)) if words[i].is_word]
            yield Draft(
                (span_of(words, (told[0], told[-1] + 1)),), span_of(words, who), span_of(words, (first, at + 1))
            )


def _is_reckoned(words: Sequence[Word]) -> bool:
    """Tell whether it is put at a number by reckoning; a statue or a suspect is put somewhere by hand."""
    return all(word.is_word for word in words) and any(word.low in words_of("reckoned_nouns") for word in words)


def _has_number(words: Sequence[Word]) -> bool:
    return any(word.text[0].isdigit() or word.low in pairs_of("cardinals") for word in words)
