"""What a figure counts, in a normal form of the text's words."""

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount
from stemma.measure.dimensions import read_dimension
from stemma.measure.phrases import Phrase, read_whole
from stemma.measure.plurals import is_plural
from stemma.measure.states import clause_before
from stemma.measure.tokens import Tokens

__all__ = ["HARMED", "counted", "counted_noun", "in_other_unit"]

HARMED = frozenset({"killed", "wounded", "injured", "killed or wounded"})
LONGEST_SIGN = 3  # "km", "mph", "ppm" have no plural
_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "day": "days",
    "ton": "tons",
    "magnitude": "magnitude",
    "US cent": "cents",
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "m": "metres",
    "penny": "pence",
}


def counted(
    tokens: Tokens, amount: Amount, phrase: Phrase, state: str | None, elided: str | None, start: int
) -> str | None:
    """
    Return what is counted: a state for people harmed or moved, a noun with what befell it, or a unit.

    "killed" · "bombs dropped" · "pages of indictment" · "dollars repaid" · "troops deployed" · "metres of depth"

    Args:
        elided: The noun that the figure before counts, which "three or four fell outside" leaves out.
        start: Where the bound of *amount* begins.
    """
    noun, dimension = counted_noun(tokens, amount, phrase), read_dimension(tokens, amount, start)
    if amount.is_compound and not dimension and (noun or not amount.unit):
        return noun
    if amount.unit:
        unit = _unit_noun(amount.unit)
        about = dimension or (noun if noun != unit else None)
        act = None if dimension else _act_before(tokens, amount.start)
        return " ".join(part for part in (unit, about and f"of {about}", act) if part)
    if noun is None and amount.unit is None and state is not None and state not in words_of("people_states"):
        noun = elided
    if noun is None or pairs_of("counted_states").get(noun) == state:
        return noun if state is None or noun in words_of("status_nouns") else state
    if state in HARMED and noun in words_of("person_nouns"):
        return state
    if noun in words_of("status_nouns") or state is None:
        return noun
    return state if state in words_of("people_states") and noun in words_of("person_nouns") else f"{noun} {state}"


def _unit_noun(unit: str) -> str:
    if unit in _PLURALS:
        return _PLURALS[unit]
    return f"{unit}s" if len(unit) > LONGEST_SIGN and unit.islower() and unit.isalpha() else unit


def in_other_unit(counts: str, unit: str, told: str | None, other: str) -> str:
    """
    Return *counts*, where that is the bare "miles" of *unit*, as what is *told* in another unit: "miles flown".

    Args:
        told: "km flown", of an amount in the unit *other*.
    """
    bare, noun = _unit_noun(unit), _unit_noun(other)
    kinds = [pairs_of("unit_sizes").get(name.casefold(), name).partition(" ")[0] for name in (unit, other)]
    if counts != bare or unit == other or kinds[0] != kinds[1] or told is None or not told.startswith(noun):
        return counts
    return f"{bare}{told.removeprefix(noun)}"


def counted_noun(tokens: Tokens, amount: Amount, phrase: Phrase) -> str | None:
    """Return the counted noun under its one name; "pages of indictment" for a compound."""
    at = phrase.head if phrase.head is not None else read_whole(tokens, phrase)
    if at is None:
        return None
    head = tokens[at].lower
    if not amount.is_compound:
        is_one = amount.high == 1 and not amount.unit and not amount.numeral.is_fraction
        plural = _plural(head) if is_one and not is_plural(head) else head
        return pairs_of("counted_nouns").get(plural, plural)
    measure = tokens[amount.number_end + 1].lower
    if measure == "strong":
        return head
    plural = _unit_noun(amount.unit) if amount.unit else measure if measure.endswith("s") else _plural(measure)
    return plural if head == measure else f"{plural} of {head}"


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _act_before(tokens: Tokens, start: int) -> str | None:
    """Return the participle of the nearest verb before *start* that deals with amounts: "spent", "walked"."""
    acts = pairs_of("measured_acts")
    return next(
        (acts[tokens[i].lower] for i in reversed(clause_before(tokens, start)) if tokens[i].lower in acts), None
    )
