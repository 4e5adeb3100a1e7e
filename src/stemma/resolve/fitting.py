"""How well a description fits what is known of somebody."""

from stemma.lexicon import pairs_of, words_of
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import head_singular, is_body, read_words, state_of

__all__ = ["callings", "is_called", "role_fits", "telling"]


def telling(phrase: Phrase) -> frozenset[str]:
    """Return the qualifiers of *phrase* that tell somebody apart."""
    said = phrase.qualifiers - words_of("empty_qualifiers")
    own = said - words_of("place_words") - words_of("organisation_words")  # "Unity state" is told apart by "Unity"
    return own or said


def callings(role: Phrase) -> frozenset[str]:
    """Return the nouns by which one with that *role* may be called."""
    wider = str(pairs_of("wider_offices").get(role.head, "")).split(",")
    return frozenset((role.head, role.head.rsplit(" ", 1)[-1], *wider)) - {""}


def role_fits(role: Phrase, asked: Phrase) -> int:
    """
    Return how well *role*, which is known of somebody, fits the description *asked*.

    0: it does not. 1: a wider noun, or a noun of which more is asked than known. 2: the noun.
    From 4 on: the noun and qualifiers agree.
    """
    wider = frozenset(str(pairs_of("wider_offices").get(role.head, "")).split(","))
    same = role.head == asked.head or role.head.endswith(" " + asked.head)
    if not same and asked.head not in wider:
        return 0
    known, wanted = telling(role), telling(asked)
    states = _states(known), _states(wanted)
    if states[0] and states[1] and not states[0] & states[1]:
        return 0
    if wanted and known:
        shared = len(wanted & known)
        return (3 if same else 2) + 2 * shared if shared else 0
    return 1 if wanted else 1 + same


def _states(qualifiers: frozenset[str]) -> frozenset[str]:
    return frozenset(q for q in qualifiers if state_of(q.casefold()) == q)


def is_called(name: str, noun: str) -> bool:
    """Tell whether a text may call the body of that *name* by *noun* ("the department", "the group")."""
    words = [w.low for w in read_words(name)]
    if noun in words or any(is_body(w) and head_singular(w) == noun for w in words):
        return True
    kinds = {k for w in words for k in str(pairs_of("body_kinds").get(w, "")).split(",")}
    return noun in kinds
