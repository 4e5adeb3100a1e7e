"""The noun phrase that a number counts."""

from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount
from stemma.measure.plurals import is_plural
from stemma.measure.tokens import Tokens

__all__ = ["Phrase", "counts_noun", "read_phrase", "read_whole"]

# "18 North Korean special-forces infantry soldiers" is about as long as a counted phrase gets.
LONGEST_PHRASE = 7
# What begins the whole that a number is a part of.
_WHOLE_LEADS = frozenset({"the", "these", "those", "its", "his", "her", "their", "our", "them", "whom", "which"})
# "30 more boats", "30 such boats"
_FIRST_WORDS = frozenset({"more", "fewer", "less", "such"})
_JOINTS = frozenset({"and", "or"})
_OPENING = frozenset("“\"‘'«")
# Words behind "shipping and …" within which the noun must follow.
JOINED = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands after a number: its modifiers and head, as token indices."""

    start: int
    end: int
    """Index after the head; equals ``start`` where the noun is elided."""
    is_partitive: bool = False
    """"of the …": the number is a part of what follows."""

    @property
    def head(self) -> int | None:
        """Index of the head noun."""
        return self.end - 1 if self.end > self.start else None


def _is_model(tokens: Tokens, at: int) -> bool:
    """Tell the number of a name within a phrase: "two new 737 Max jets", "three Falcon 9 launches"."""
    digits, after = tokens[at].text, tokens[at + 1]
    if not digits.isdecimal() or len(digits) == len("2017"):
        return False
    is_named = tokens[at - 1].is_capitalised and after.text == after.lower and is_plural(after.lower)
    return is_named or (after.is_capitalised and after.lower not in pairs_of("units"))


def counts_noun(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether *phrase* has a plural noun at its head."""
    return phrase.head is not None and is_plural(tokens[phrase.head].lower)


def read_phrase(tokens: Tokens, amount: Amount) -> Phrase:
    """Return the noun phrase after *amount*, elided where no noun follows ("killed seven", "four exploded")."""
    at = _after_bound(tokens, amount.end)
    if amount.is_compound and amount.end == amount.number_end:
        return _compound(tokens, amount)
    if tokens[at].text in "-–" and tokens.touch(at) and tokens.touch(at + 1) and amount.unit:
        at += 1  # "7-foot-deep hole"
    if tokens[at].lower == "of":
        return _after_of(tokens, at, amount)
    if amount.numeral.is_fraction and tokens[at].lower in _WHOLE_LEADS:
        return Phrase(at, at, is_partitive=True)  # "half the field"
    nothing = Phrase(amount.end, amount.end)
    if amount.unit is not None and not amount.is_compound:
        return nothing  # "58 percent four years ago", "80 km northwest"
    words = _run(tokens, at)
    for i in words:
        if _is_count_noun(tokens, i) and not (i + 1 in words and _is_count_noun(tokens, i + 1)):
            return nothing if _is_label(tokens, at, i) else Phrase(at, i + 1)
    is_singular = amount.high == 1 or amount.is_compound
    return Phrase(at, words[-1] + 1) if is_singular and words else nothing


def _is_label(tokens: Tokens, start: int, head: int) -> bool:
    """Tell the "Wounded" of "Killed 12 Wounded 30", a table in a line, whose labels stand before their numbers."""
    after = tokens[head + 1]
    is_before_number = after.kind == "number" or (after.text == ":" and tokens[head + 2].kind == "number")
    return start == head and tokens[head].is_capitalised and is_before_number


def _after_bound(tokens: Tokens, at: int) -> int:
    """Step over the bound of "40 or so cows" and "40-odd cows", which parts a number from its noun."""
    if tokens.words(at, at + 2) in pairs_of("bounds_after") and tokens[at].lower == "or":
        return at + 2
    if tokens[at].text in ("-", "–") and tokens[at + 1].lower in pairs_of("bounds_after"):
        return at + 2
    return at + 1 if tokens[at].text == "+" else at


def _compound(tokens: Tokens, amount: Amount) -> Phrase:
    """Read "48-page indictment": the phrase runs to the noun that the compound describes."""
    at = amount.number_end + 1
    words = [i for i in _run(tokens, at) if i > at]
    end = at + 1
    for i in words:
        if i > words[0] and tokens[i].lower.endswith(("ed", "ing")):
            break
        end = i + 1
        if _is_count_noun(tokens, i):
            break
    return Phrase(at, end)


def _after_of(tokens: Tokens, at: int, amount: Amount) -> Phrase:
    following = at + 1
    if tokens[following].lower in _WHOLE_LEADS:
        return Phrase(at, at, is_partitive=True)
    words = _run(tokens, following)
    for i in words:
        if _is_count_noun(tokens, i):
            return Phrase(at, i + 1)
    return Phrase(at, words[-1] + 1) if words and (amount.unit or amount.numeral.is_vague) else Phrase(at, at)


def read_whole(tokens: Tokens, phrase: Phrase) -> int | None:
    """Return the index of the noun of the whole that *phrase* is a part of: "48 percent of the vote"."""
    if not phrase.is_partitive:
        return None
    lead = phrase.start + (tokens[phrase.start].lower == "of")
    words = _run(tokens, _after_number(tokens, lead + 1))
    plural = next((i for i in words if _is_count_noun(tokens, i)), None)
    head = plural if plural is not None else words[-1] if words else None
    return None if head is None or tokens[head].lower.endswith("’s") else head


def _after_number(tokens: Tokens, at: int) -> int:
    """Step over the number of the whole and its bound: "10 of the 12 victims", "21 of the more than 200 pupils"."""
    at = next((at + n for n in (3, 2, 1) if tokens.words(at, at + n) in pairs_of("bounds_before")), at)
    while tokens[at].kind == "number" or tokens[at].lower in pairs_of("cardinals"):
        at += 1
    return at


def _is_count_noun(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    if tokens[at].text.endswith("."):
        return False
    return is_plural(word) or pairs_of("counted_states").get(word) in ("killed or wounded",) or word == "percent"


def _run(tokens: Tokens, at: int) -> list[int]:
    """Return the indices of the words that may belong to one noun phrase from *at* on."""
    found: list[int] = []
    if tokens[at].text in _OPENING and not tokens.touch(at) and tokens.touch(at + 1):
        at += 1  # two “young athletes”
    while len(found) < LONGEST_PHRASE:
        token = tokens[at]
        if token.kind == "sign" and token.text in ("-", "–", ".", "/", "&", "’", "'"):
            is_stop_inside = token.text == "." and tokens[at + 1].text[:1].islower()
            inside = tokens.touch(at) and (tokens.touch(at + 1) or is_stop_inside)
            if inside and found and tokens[at + 1].kind in ("word", "number"):
                at += 1
                continue
            break
        is_counted = found or tokens[at - 1].lower in pairs_of("cardinals")  # "two 787 Dreamliners"
        if token.kind == "number" and ((found and tokens.touch(at)) or (is_counted and _is_model(tokens, at))):
            at += 1
            continue
        if _is_compound_number(tokens, at):
            at += 3
            continue
        if found and token.lower in _JOINTS and _joins_modifiers(tokens, at):
            at += 1
            continue
        if token.kind != "word" or _ends_phrase(tokens, at, found):
            break
        found.append(at)
        at += 1
    return found


def _joins_modifiers(tokens: Tokens, at: int) -> bool:
    """Tell "current or former leaders" and "shipping and trading companies" from "12 wounded and rescuers"."""
    before, after = tokens[at - 1], tokens[at + 1]
    states = pairs_of("counted_states")
    if is_plural(before.lower) or before.lower in states or after.lower in states or is_plural(after.lower):
        return False
    if after.kind != "word" or _ends_phrase(tokens, at + 1, [at - 1]):
        return False
    if after.lower.endswith("ed") and not before.lower.endswith("ed"):
        return False  # "a cap and asked member states"
    following = range(at + 2, at + 2 + JOINED)
    ends = next((i for i in following if tokens[i].kind != "word" or _ends_phrase(tokens, i, [at])), following.stop)
    return any(_is_count_noun(tokens, i) for i in range(at + 2, ends))


def _is_compound_number(tokens: Tokens, at: int) -> bool:
    """Tell the modifier of "four 500-pound bombs" and "two five-year terms"."""
    is_number = tokens[at].kind == "number" or tokens[at].lower in pairs_of("cardinals")
    return is_number and tokens[at + 1].text == "-" and tokens.touch(at + 1) and tokens[at + 2].kind == "word"


def _ends_phrase(tokens: Tokens, at: int, found: list[int]) -> bool:
    word = tokens[at].lower
    if word in words_of("phrase_ends") and not (word in _FIRST_WORDS and not found) and tokens[at].text != "US":
        return True
    if word in pairs_of("cardinals"):
        return True
    if word.endswith("ly") and word not in words_of("ly_not_adverbs"):
        return True
    if word in words_of("irregular_pasts") and not is_plural(word):
        return True
    return word.endswith("ed") and _is_predicate(tokens, at)


def _is_predicate(tokens: Tokens, at: int) -> bool:
    """Tell the verb of "four exploded in the yard" from the adjective of "four armed men"."""
    following = tokens[at + 1]
    if following.kind == "word":
        return following.lower in words_of("phrase_ends") or following.lower.endswith("ly")
    return True
