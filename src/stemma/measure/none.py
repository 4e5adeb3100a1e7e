"""Figures of nothing: "no casualties", "no dead or wounded", "no one was killed"."""

from dataclasses import dataclass

from stemma.lexicon import pairs_of
from stemma.measure.counting import HARMED
from stemma.measure.tokens import Tokens

__all__ = ["Nothing", "read_nothing"]

_NOBODY = frozenset({"no one", "nobody", "none"})
# "No children or staff were injured": the verb follows within a short noun phrase.
_REACH = 7
_REPORTS = frozenset(
    {"reports", "report", "word", "sign", "signs", "evidence", "indication", "claims", "confirmation", "news"}
)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A count of zero."""

    start: int
    end: int
    counts: str


def read_nothing(tokens: Tokens, at: int) -> Nothing | None:
    """Return the zero that begins at *at*; "no reports of casualties" is a lack of reports and gives None."""
    lead = 2 if tokens.words(at, at + 2) == "no one" else 1
    if tokens.words(at, at + lead) not in (_NOBODY | {"no", "zero", "without"}):
        return None
    if tokens[at].lower == "none" and tokens[at + 1].lower not in ("was", "were", "is", "are", "have", "had"):
        return None
    kinds: list[str] = []
    end = at
    for i in range(at + lead, at + lead + _REACH):
        word = tokens[i].lower
        if (tokens[i].kind != "word" or word in _REPORTS) and not kinds:
            return None
        state = pairs_of("counted_states").get(word)
        if state in HARMED:
            kinds.append(state)
            end = i + 1
        elif kinds and word not in ("or", "and", "nor"):
            break
        elif word in ("but", "that", "who", "which", "because", "of", "from", "about", "in", "for"):
            return None
    if not kinds:
        return None
    both = len(set(kinds)) > 1 or kinds[0] == "killed or wounded"
    return Nothing(at, end, "killed or wounded" if both else kinds[0])
