"""Whom a figure speaks of, where, and per what."""

from bisect import bisect_left
from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.measure.bounds import TIME_UNITS
from stemma.measure.names import Names
from stemma.measure.phrases import Phrase
from stemma.measure.tokens import Tokens

__all__ = ["PLACE_LEADS", "Places", "read_per", "read_who"]

PLACE_LEADS = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})
# A name after one of these is no subject.
_OBLIQUE_LEADS = PLACE_LEADS | {"from", "to", "into", "of", "by", "with", "for", "on"}
# Words; a subject farther off than this is not that of the number's own clause.
LONGEST_CLAUSE = 60
_CLAUSE_ENDS = frozenset(';:—–,()"“”')
_SHARED = frozenset({"barrel", "share", "head", "ounce", "gallon", "litre", "liter", "person", "kilo", "tonne", "ton"})
_RATE_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}


def read_per(tokens: Tokens, end: int) -> str | None:
    """Return what follows *end* as a rate: "per day", "a month", "each year", "daily", also behind "killed"."""
    if tokens[end].lower in pairs_of("counted_states"):
        end += 1
    end += tokens[end].text == "-" and tokens.touch(end)  # "$70-a-share"
    word, following = tokens[end].lower, tokens[end + 1 + (tokens[end + 1].text == "-")].lower
    if word in _RATE_ADVERBS:
        return _RATE_ADVERBS[word]
    if word in ("a", "an", "per") and tokens[end + 1].is_capitalised and tokens[end + 2].lower in _SHARED:
        return tokens[end + 2].lower  # "$82 a Qualcomm share"
    if word == "per" and following:
        if tokens[end + 1].kind == "number":
            return " ".join(part for part in (tokens[end + 1].text, tokens[end + 2].lower) if part.strip(".,;"))
        return following
    if word in ("a", "an", "each", "every") and following in TIME_UNITS | _SHARED:
        return following
    return None


def read_who(tokens: Tokens, phrase: Phrase, start: int, names: Names) -> str | None:
    """
    Return the name inside the phrase ("North Korean soldiers"), else the subject of its clause.

    A name before a reporting verb is the speaker, not whom the figure speaks of; a pronoun stays unresolved.

    Args:
        names: At the head of a sentence only these are names.
    """
    inside = range(phrase.start, phrase.end)
    named = [tokens[i].text for i in inside if _is_people(tokens, i)]
    if named:
        return " ".join(named)
    for i in range(start - 1, max(-1, start - 1 - LONGEST_CLAUSE), -1):
        token = tokens[i]
        if token.text in _CLAUSE_ENDS or token.lower in words_of("clause_leads"):
            return None
        if token.is_capitalised and _is_name(tokens, i):
            first = _name_start(tokens, i)
            return _name(tokens, first) if _is_subject(tokens, first, i, names) and i < start - 1 else None
    return None


def _is_people(tokens: Tokens, at: int) -> bool:
    """Tell a name of whom a figure speaks from that of a model: "three Kesh-12 rockets"."""
    is_model = tokens[at + 1].text == "-" and tokens.touch(at + 1) and tokens[at + 2].kind == "number"
    return tokens[at].is_capitalised and _is_name(tokens, at) and not is_model


def _is_subject(tokens: Tokens, first: int, last: int, names: Names) -> bool:
    """Tell whether the name from *first* to *last* can lead a clause: no preposition before it, no genitive."""
    lead = first - 2 if tokens[first - 1].lower in ("the", "a", "an") else first - 1
    is_governed = tokens[lead].lower in _OBLIQUE_LEADS or tokens[last].lower.endswith("’s")
    return not is_governed and (first > 0 or last > first or tokens[first].text in names)


@dataclass(frozen=True, slots=True)
class Places:
    """The names after "in", "at", "near" … of one sentence, and the signs that no such name reaches over."""

    at: tuple[int, ...]
    names: tuple[str | None, ...]
    """None for a sign."""

    @classmethod
    def of(cls, tokens: Tokens) -> "Places":
        """Return those of *tokens*."""
        found: list[tuple[int, str | None]] = []
        for i in range(len(tokens)):
            if tokens[i].text in (";", ":", "—"):
                found.append((i, None))
            elif tokens[i].lower in PLACE_LEADS and (place := _place_after(tokens, i)) is not None:
                found.append((i, place))
        return cls(tuple(i for i, _ in found), tuple(name for _, name in found))

    def nearest(self, start: int, end: int) -> str | None:
        """Return the nearest name to the figure from *start* to *end*: behind it first, then before it."""
        behind, before = bisect_left(self.at, end), bisect_left(self.at, start) - 1
        name = self.names[behind] if behind < len(self.at) else None
        return name if name is not None or before < 0 else self.names[before]


def _place_after(tokens: Tokens, at: int) -> str | None:
    name = at + 2 if tokens[at + 1].lower == "the" else at + 1
    is_name = tokens[name].is_capitalised and _is_name(tokens, name)
    return _name(tokens, name) or None if is_name else None


def _is_name(tokens: Tokens, at: int) -> bool:
    """Tell a name from a weekday, a month, a number word and the first word of a sentence that is no name."""
    word = tokens[at].lower.removesuffix("’s")
    if tokens[at].text == "US":
        return True
    if word in words_of("month_words") or word.endswith("day") or word in pairs_of("cardinals"):
        return False
    if at == 0 and (word in words_of("phrase_ends") or not tokens[1].is_capitalised):
        return word not in words_of("phrase_ends") and word not in pairs_of("bounds_before") and not word.endswith("ly")
    return word not in words_of("phrase_ends")


def _name_start(tokens: Tokens, at: int) -> int:
    while tokens[at - 1].is_capitalised and _is_name(tokens, at - 1):
        at -= 1
    return at


def _name(tokens: Tokens, at: int) -> str:
    end = at
    while tokens[end].is_capitalised and _is_name(tokens, end):
        end += 1
    return " ".join(tokens[i].text for i in range(at, end)).removesuffix("’s").removesuffix("'s")
