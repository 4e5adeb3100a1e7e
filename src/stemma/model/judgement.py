"""An analyst's word on what was read: who gave it, when, and on which words of which document."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from stemma.errors import JudgementError
from stemma.model.anchor import Anchor, Thing, anchor_record, read_anchor
from stemma.model.attribution import Stance
from stemma.model.interval import Interval
from stemma.model.journal import JournalLine

__all__ = ["KIND", "LETTERS", "LONGEST_VALUE", "POINTED", "Judgement", "Verb", "days_in"]

KIND = "judgement"
"""Of the entries of the journal that are judgements."""
UNKNOWN = "line {} of the journal is no judgement that this Stemma knows; update Stemma"
LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The letters of the Admiralty code (AJP-2.1 / STANAG 2511)."""
LONGEST_VALUE = 10_000
"""Characters of a note: pages of them are a document, not a note."""
LONGEST_NAME = 200
"""Characters of an analyst's name, which stands in every line of the log."""


class Verb(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WRONG = "wrong"
    """What was found is no attribution, or no figure."""
    MISSED = "missed"
    """These words are an attribution, or a figure, that was not found."""
    WORDS = "words"
    """The attribution, or the figure, has these words and no others."""
    STANCE = "stance"
    """So stands who says it on what is said."""
    SOURCE = "source"
    """It is this one who says it."""
    DATE = "date"
    GRADE = "grade"
    TEXT = "text"
    """A claim in the analyst's own words."""
    NOTE = "note"
    WITHDRAW = "withdraw"


_PAIRS = ((Thing.ATTRIBUTION, Thing.ATTRIBUTION), (Thing.FIGURE, Thing.FIGURE), (Thing.SOURCE, Thing.SOURCE))
_READ = ((Thing.ATTRIBUTION,), (Thing.FIGURE,))
_ABOUT: Mapping[Verb, tuple[tuple[Thing, ...], ...]] = {
    Verb.SAME: _PAIRS,
    Verb.DIFFERENT: _PAIRS,
    Verb.UNSURE: (*_PAIRS, (Thing.ATTRIBUTION, Thing.SOURCE)),
    Verb.WRONG: _READ,
    Verb.MISSED: _READ,
    Verb.WORDS: _PAIRS[:2],
    Verb.STANCE: ((Thing.ATTRIBUTION,),),
    Verb.SOURCE: ((Thing.ATTRIBUTION, Thing.SOURCE),),
    Verb.DATE: ((Thing.DOCUMENT,),),
    Verb.GRADE: ((Thing.SOURCE,),),
    Verb.TEXT: ((Thing.CLAIM,),),
    Verb.NOTE: tuple((thing,) for thing in Thing),
    Verb.WITHDRAW: ((),),
}
POINTED: Mapping[Verb, int] = {verb: len(things[0]) for verb, things in _ABOUT.items()} | {Verb.WORDS: 1}
"""How many things each verb speaks of that are there already; the other words are marked."""
_VALUED = frozenset({Verb.STANCE, Verb.DATE, Verb.GRADE, Verb.TEXT, Verb.NOTE, Verb.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    One entry of the journal: it is never changed, and withdrawn by an entry of its own.

    Raises:
        JudgementError: *verb* does not go with what it is about or with *value*.
    """

    verb: Verb
    by: str
    at: datetime
    """With its time zone; kept in UTC."""
    about: tuple[Anchor, ...] = ()
    value: str = ""
    """The day, the letter, the text, the note, or the id of the judgement that is withdrawn."""
    id: str = ""
    """The hash of all that it says, so that a copy of a judgement is the judgement; it need not be given."""

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.by.isprintable() or len(self.by) > LONGEST_NAME:
            raise JudgementError(f"{self.verb}: say in one line of {LONGEST_NAME} characters who judges (--by NAME)")
        if self.at.tzinfo is None:
            raise JudgementError(f"{self.verb}: {self.at} has no time zone; end it with Z for UTC")
        object.__setattr__(self, "at", self.at.astimezone(UTC))
        if tuple(anchor.thing for anchor in self.about) not in _ABOUT[self.verb]:
            told = _listed(tuple(anchor.thing for anchor in self.about))
            raise JudgementError(f"{self.verb} does not go with {told}; it wants {_wanted(self.verb)}")
        _check_value(self.verb, self.value)
        object.__setattr__(self, "id", self.id or self.line.id)

    @property
    def line(self) -> JournalLine:
        """The line of the journal that says it."""
        record = {"verb": self.verb.value, "about": [anchor_record(a) for a in self.about], "value": self.value}
        written = json.dumps(record, separators=(",", ":"))  # in ASCII: a page may hold what no database takes
        return JournalLine.of(self.at, self.by, KIND, written)

    @property
    def place(self) -> tuple[datetime, str]:
        """What the journal is in order of."""
        return self.at, self.id

    @classmethod
    def of(cls, line: JournalLine) -> "Judgement":
        """
        Return the judgement that *line* says.

        Raises:
            JudgementError: It says none.
        """
        try:
            match json.loads(line.value):
                case {"verb": str(verb), "about": list(about), "value": str(value)}:
                    return cls(Verb(verb), line.who, line.at, tuple(map(read_anchor, about)), value, line.id)
        except (ValueError, RecursionError, JudgementError) as error:
            raise JudgementError(f"{UNKNOWN.format(line.id)} ({error})") from error
        raise JudgementError(UNKNOWN.format(line.id))

    def carried(self, later: Mapping[str, str]) -> "Judgement":
        """Return it, under its own id, with the hash of the latest layer for that of a layer which *later* knows."""
        about = tuple(replace(a, document=later.get(a.document or "", a.document)) for a in self.about)
        return replace(self, about=about)


def days_in(words: str) -> Interval:
    """
    Return the days that ``2024-12-17`` or ``2024-12-17..2024-12-20`` stands for.

    Raises:
        JudgementError: It is neither.
    """
    first, dots, last = words.strip().partition("..")
    try:
        return Interval(date.fromisoformat(first), date.fromisoformat(last if dots else first))
    except ValueError as error:
        raise JudgementError(f"{words!r} is no date; give 2024-12-17 or 2024-12-17..2024-12-20") from error


def _check_value(verb: Verb, value: str) -> None:
    if (verb in _VALUED) != bool(value.strip()):
        raise JudgementError(f"{verb} {'needs a value' if verb in _VALUED else f'takes no value ({value!r})'}")
    if len(value) > LONGEST_VALUE:
        raise JudgementError(f"{verb}: {len(value):,} characters are more than {LONGEST_VALUE:,}; make it shorter")
    if verb is Verb.DATE:
        days_in(value)
    if verb is Verb.STANCE and value not in set(Stance):
        raise JudgementError(f"{value!r} is no stance; give one of {', '.join(Stance)}")
    if verb is Verb.GRADE and value not in LETTERS:
        raise JudgementError(f"{value!r} is no letter of the Admiralty code; give one of {', '.join(LETTERS)}")


def _listed(things: tuple[Thing, ...]) -> str:
    return " and ".join(f"{'an' if thing is Thing.ATTRIBUTION else 'a'} {thing}" for thing in things) or "nothing"


def _wanted(verb: Verb) -> str:
    return ", or ".join(map(_listed, _ABOUT[verb]))
