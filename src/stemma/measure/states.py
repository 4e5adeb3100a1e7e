"""What befell those that a figure counts: killed, missing, deployed, dropped."""

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount, read_amount
from stemma.measure.phrases import Phrase, read_phrase
from stemma.measure.tokens import Tokens

__all__ = ["HARMS", "clause_before", "is_subject", "read_state"]

HARMS = ("killed", "wounded", "injured")
# How far from the number its verb may stand: "18 North Korean soldiers allegedly deserted".
REACH_RIGHT = 9
REACH_LEFT = 6
REACH_TOLL = 15
LONGEST_ASIDE = 14
# "killed at least", "a death toll of", "deployment of": the word that governs the number at once.
_LINKS = frozenset({"of", "to", "as", "at", "least", "the", "a"})
_CLAUSE_ENDS = frozenset(".;:!?—–()")
# States that are said of a subject without a past form: "12 are dead or missing".
_VERBS_TO_BE = frozenset({"are", "is", "have", "has", "will", "remain", "could", "may", "would"})
_PREDICATES = frozenset({"dead", "missing", "homeless", "unaccounted", "stranded", "hostage", "taken"})


def read_state(tokens: Tokens, amount: Amount, phrase: Phrase, start: int) -> str | None:
    """
    Return the state of those that *amount* counts, in normal form.

    It stands in the phrase itself ("20 wounded"), right before ("killed seven"), after ("12 people
    were killed") or further before ("a death toll of 12"), and is looked for in this order; another
    number ends the search. A part of a whole ("4 of the 12 men died") takes the predicate.
    """
    inside = _state_at(tokens, range(amount.number_end, phrase.end + (phrase.head is None)))
    if inside:
        return inside
    verb = start - 1
    while tokens[verb].lower in _LINKS:
        verb -= 1
    if tokens[verb].lower in pairs_of("counted_states"):
        return _state_at(tokens, range(max(0, verb - 2), start))
    right = _rightward(tokens, _after_whole(tokens, phrase))
    is_whole = _is_whole(tokens, start)
    said = [i for i in right[: 1 if is_whole else None] if _is_predicate(tokens, i)]
    is_led = phrase.head is not None and is_subject(tokens, phrase.end)
    left = [] if is_whole or is_led else clause_before(tokens, start)
    return _state_at(tokens, said) or _state_at(tokens, left, nearest_last=True) or _toll(tokens, start, phrase)


def _is_whole(tokens: Tokens, start: int) -> bool:
    """Tell the whole of "40 of the 120 guards": what is said after it is said of its part."""
    leads = (tokens[start - 1].lower, tokens[start].lower)
    return "the" in leads or leads[0].endswith("’s") or leads[0] in ("its", "his", "her", "their", "our")


def _toll(tokens: Tokens, start: int, phrase: Phrase) -> str | None:
    """Read a bare number as dead where it is the toll that the clause speaks of: "The toll has risen to 1,204"."""
    if phrase.head is not None:
        return None
    for i in range(start - 1, max(-1, start - 1 - REACH_TOLL), -1):
        if _is_number(tokens, i) or tokens[i].text in (";", ".", ":"):
            return None
        if tokens[i].lower == "toll":
            return "killed"
    return None


def _after_whole(tokens: Tokens, phrase: Phrase) -> int:
    """Return where the predicate of a part begins: behind the whole, "4,000 of the estimated 12,000 troops sent"."""
    if not phrase.is_partitive:
        return phrase.end
    for at in range(phrase.end, min(phrase.end + 5, len(tokens))):
        whole = read_amount(tokens, at)
        if whole is not None:
            end = read_phrase(tokens, whole).end
            return end + 1 if _is_reduced_relative(tokens, end) else end
    return phrase.end


def _is_reduced_relative(tokens: Tokens, at: int) -> bool:
    return tokens[at].lower in pairs_of("counted_states") and tokens[at + 1].lower in words_of("phrase_ends")


def _is_predicate(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    return word.endswith("ed") or word in words_of("irregular_pasts") or word in _PREDICATES or word == "off"


def is_subject(tokens: Tokens, end: int) -> bool:
    """Tell whether a verb follows right after *end*: "57 escaped", "219 are held"."""
    return _is_predicate(tokens, end) or tokens[end].lower in _VERBS_TO_BE


def _rightward(tokens: Tokens, at: int) -> list[int]:
    at = _after_conjunct(tokens, at)
    found: list[int] = []
    for i in range(at, min(at + REACH_RIGHT, len(tokens))):
        if tokens[i].text in _CLAUSE_ENDS or _is_number(tokens, i):
            break
        if tokens[i].text == "," and (found or tokens[i + 1].lower in ("and", "but", "or")):
            break
        found.append(i)
    return found


def _after_conjunct(tokens: Tokens, at: int) -> int:
    """Step over "and 11 militants" and over ", including 10 children," before the verb of both."""
    if tokens[at].text == "," and tokens[at + 1].lower in ("including", "among", "mostly"):
        closing = (i for i in range(at + 1, at + LONGEST_ASIDE) if tokens[i].text == ",")
        return next(closing, at - 1) + 1
    other = read_amount(tokens, at + 1) if tokens[at].lower in ("and", "or") else None
    if other is None:
        return at
    phrase = read_phrase(tokens, other)
    return phrase.end if phrase.head is not None else at


def clause_before(tokens: Tokens, start: int) -> list[int]:
    """Return the few tokens before *start* back to the last number or stop."""
    found: list[int] = []
    for i in range(start - 1, max(-1, start - 1 - REACH_LEFT), -1):
        if tokens[i].text in _CLAUSE_ENDS or tokens[i].text == "," or _is_number(tokens, i):
            break
        if tokens[i].lower in words_of("clause_leads") or tokens[i].lower in ("after", "before"):
            break
        found.insert(0, i)
    return found


def _is_number(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.kind == "number" or token.lower in pairs_of("cardinals") or token.lower in pairs_of("vague_numbers")


def _state_at(tokens: Tokens, places: list[int] | range, *, nearest_last: bool = False) -> str | None:
    """Return the state named at *places*; two harms joined by "or" or "and" are one state."""
    states = pairs_of("counted_states")
    named: list[tuple[int, str]] = []
    for i in places:
        for length in (3, 2, 1):
            if tokens.words(i, i + length) in states:
                named.append((i, states[tokens.words(i, i + length)]))
                break
    if not named:
        return None
    at, state = named[-1] if nearest_last else named[0]
    joined = {state, *(s for i, s in named if abs(i - at) <= 2)}
    if tokens[at + 1].lower in ("or", "and", "nor"):
        joined.add(states.get(tokens[at + 2].lower, state))
    return "killed or wounded" if "killed" in joined and joined & {"wounded", "injured"} else state
