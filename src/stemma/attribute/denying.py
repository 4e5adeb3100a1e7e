"""Whether a statement negates: that something was seen, that a claim is true, that the speaker's side did it."""

from collections.abc import Sequence

from stemma.attribute.weighing import FIRST_PERSON, OPENING, REACH, is_form_of_be
from stemma.attribute.words import Word
from stemma.lexicon import words_of

__all__ = ["calls_false", "negates_own", "unobserved"]

SUBJECT = 4
"""Words of a subject at most."""
UNKNOWING = frozenset(("certain", "comment", "confirm", "idea", "information", "know", "realise", "realize", "recall"))
MINDED = frozenset(("expect", "feel", "like", "remember", "sure", "understand", "want"))
"""What goes on in the speaker's mind ("I wasn't sure", "we did not want"): nobody's charge, and no deed denied."""
POWERS = frozenset(("can", "could", "may", "might", "must", "ought", "shall", "should", "will"))
POWERLESS = frozenset(("can't", "cannot", "couldn't", "mustn't", "shouldn't", "won't"))
"""Negated, they speak of what one may or means to do ("we cannot wait", "we will not pay"), not of what one did."""
WISHING = frozenset(("like", "need", "want", "wish"))
HOLDING = frozenset(("accord", "correspond", "exist", "happen", "happened", "occur", "occurred", "true", "truth"))
"""Words whose negation calls a claim untrue: "does not accord with the facts", "never happened"."""


def unobserved(content: Sequence[Word]) -> bool:
    """Tell whether it says that something was not seen ("had not observed", "saw no sign of")."""
    lows = [word.low for word in content if word.is_word][:OPENING]
    for at, low in enumerate(lows):
        if low not in words_of("observing_verbs") or _is_unreal(lows, at):
            continue
        if any(word in words_of("negations") for word in lows[max(0, at - 3) : at]) and "was" not in lows[:at]:
            return True
        if at + 1 < len(lows) and lows[at + 1] == "no":
            return True
    return False


def _is_unreal(lows: Sequence[str], at: int) -> bool:
    """Tell whether the seeing *at* is wished, due, supposed ("want to hear", "if you find") or means to understand."""
    wished = at > 1 and lows[at - 1] == "to" and lows[at - 2] in WISHING
    is_due = bool({"should", "shouldn't"} & set(lows[max(0, at - REACH) : at]))
    grasped = (
        at + 1 < len(lows)
        and lows[at + 1] in {"how", "why"}
        and bool({"can", "could", "will", "would"} & set(lows[at + 2 : at + 5]))
    )
    return wished or is_due or grasped or lows[0] in {"if", "unless"}


def calls_false(content: Sequence[Word]) -> bool:
    """Tell whether it says of a claim that it is untrue ("the rumours were exaggerated")."""
    lows = [word.low for word in content if word.is_word][: 2 * OPENING]
    return any(
        (low in words_of("falsity_words") and any(is_form_of_be(word) for word in lows[max(0, at - REACH) : at]))
        or (
            at < OPENING
            and low in HOLDING
            and any(word in words_of("negations") for word in lows[max(0, at - REACH) : at])
        )
        for at, low in enumerate(lows)
    )


def negates_own(content: Sequence[Word], source: Sequence[Word]) -> bool:
    """
    Tell whether the speaker negates a deed of his own side.

    The subject is "we", or a name that the source holds too ("Kim, of Norland's army, said
    Norland had not …").
    """
    own = {_stem(word.low) for word in source if word.is_name}
    for number, sentence in enumerate(_sentences(content)):
        lows = [word.low for word in sentence][:OPENING]
        negation = next((at for at, low in enumerate(lows) if low in words_of("negations")), None)
        if negation is None or negation > SUBJECT + 1 or not _is_of_deed(lows, negation):
            continue
        subject = sentence[: min(negation, SUBJECT)]
        names = [word for word in subject if word.is_name and word.low not in FIRST_PERSON]
        own_words = {word.low for word in subject} & FIRST_PERSON
        if own_words == {"i"} and number:
            continue  # who tells what befell him tells also what he did not do; denied is what he begins with
        if own_words or (names and all(_stem(w.low) in own for w in names)):
            return True
    return False


def _is_of_deed(lows: Sequence[str], negation: int) -> bool:
    """Tell whether the *negation* is of a deed, and neither of a mind nor of a power or a will."""
    behind = lows[negation : negation + REACH]
    if set(behind) & (UNKNOWING | MINDED | words_of("observing_verbs")):
        return False
    is_power = lows[negation] in POWERLESS or (negation > 0 and lows[negation - 1] in POWERS)
    return not is_power or "have" in behind


def _sentences(content: Sequence[Word]) -> list[list[Word]]:
    """Part the words at stops, without the marks."""
    parts: list[list[Word]] = [[]]
    for word in content:
        if word.text in {".", "?", "!", ";"}:
            parts.append([])
        elif word.is_word:
            parts[-1].append(word)
    return parts


def _stem(low: str) -> str:
    """Bring a country and its people to one beginning: "sudan's" and "sudanese"."""
    return low.removesuffix("'s")[:5]
