"""Judgements in users' own words, before it is known what they lead to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from stemma.errors import JudgementError
from stemma.model.judgement import POINTED, Verb

__all__ = ["NO_PASSAGE", "Passage", "Wish", "raise_all", "read_record", "read_wish", "read_wishes"]

MARKING = (Verb.MISSED, Verb.WORDS)
MARKED = 3
"""What is said, who says it, and the cue."""
ELLIPSIS = " … "
FAULTS = 5
"""Faults of a batch that one message lists."""
KEYS: Mapping[str, object] = {
    "of": [],
    "value": "",
    "by": "",
    "at": None,
    "content": [],
    "source": "",
    "cue": "",
    "figure": "",
}
NO_WISH = (
    "holds other than verb, of (a list), value, by, at, content (a list), source, cue and figure; "
    "`stemma judge --help` has an example"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document that a user marks: as they stand there, or by their place (``120:155``)."""

    content: tuple[str, ...] = ()
    """The pieces of what is said."""
    source: str = ""
    cue: str = ""
    figure: str = ""
    """The words of a quantity, in place of all else."""


NO_PASSAGE = Passage()


@dataclass(frozen=True, slots=True)
class Wish:
    """A judgement in a user's own words."""

    verb: Verb
    of: tuple[str, ...]
    value: str = ""
    by: str = ""
    at: datetime | None = None
    where: str = ""
    """The line that it stands in, for messages."""
    passage: Passage = NO_PASSAGE


def read_wish(words: Sequence[str], figure: str = "") -> Wish:
    """
    Return the judgement in *words*: a verb, what it speaks of, and its value.

    In the place of a value stands what is marked: what is said (an ellipsis between its pieces), who says it, and the
    cue; or *figure*, the words of a quantity.

    Raises:
        JudgementError: The verb is unknown or the words are too few.
    """
    verb = _verb(words[0] if words else "")
    count = POINTED[verb]
    of, rest = tuple(words[1 : 1 + count]), words[1 + count :]
    if len(of) < count:
        things = "thing" if count == 1 else "things"
        raise JudgementError(f"{verb} wants {count} {things} to speak of, not {len(of)}; see `stemma judge --help`")
    if verb in MARKING:
        if len(rest) > MARKED:
            raise JudgementError(f"{verb} marks what is said, who says it and the cue, no more; put each in quotes")
        said, source, cue = (*rest, "", "", "")[:MARKED]
        return Wish(verb, of, passage=Passage(tuple(filter(None, said.split(ELLIPSIS))), source, cue, figure))
    return Wish(verb, of, _value(verb, " ".join(rest)), passage=Passage(figure=figure))


def read_wishes(lines: Iterable[str]) -> tuple[Wish, ...]:
    """
    Return the judgements in JSON Lines, with the keys of `read_record`.

    Raises:
        JudgementError: Some lines hold none.
    """
    wishes, faults = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            wishes.append(replace(_wish_in(line), where=f"line {number}"))
        except JudgementError as error:
            faults.append(f"line {number}: {error}")
    raise_all(faults)
    return tuple(wishes)


def read_record(record: object) -> Wish:
    """
    Return the judgement in *record*: ``verb``, ``of`` (a list), ``value``, ``by``, ``at``, and what it marks.

    Raises:
        JudgementError: It holds none.
    """
    match record:
        case {"verb": str(verb), **rest}:
            known = {**KEYS, **{str(key): told for key, told in rest.items()}}
        case _:
            raise JudgementError('no judgement; give {"verb": …, "of": […], "value": …}')
    match known:
        case {"of": list(of), "value": str(value), "by": str(by), "at": str() | None as at} if (
            known.keys() == KEYS.keys()
        ):
            about = tuple(map(str, of))
            return Wish(_verb(verb), about, _value(_verb(verb), value), by, _moment(at), "", _passage(known))
    raise JudgementError(NO_WISH)


def _verb(word: str) -> Verb:
    try:
        return Verb(word)
    except ValueError as error:
        raise JudgementError(f"{word!r} is no judgement; give one of {', '.join(Verb)}") from error


def raise_all(faults: Sequence[str]) -> None:
    """Raise *faults* as one, if there are any."""
    if faults:
        more = f"; and {len(faults) - FAULTS} more" if len(faults) > FAULTS else ""
        raise JudgementError("; ".join(faults[:FAULTS]) + more)


def _value(verb: Verb, value: str) -> str:
    return value.upper() if verb is Verb.GRADE else value


def _wish_in(line: str) -> Wish:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise JudgementError("not JSON; give one object a line") from error
    return read_record(record)


def _passage(known: Mapping[str, object]) -> Passage:
    match known:
        case {"content": list(content), "source": str(source), "cue": str(cue), "figure": str(figure)}:
            return Passage(tuple(map(str, content)), source, cue, figure)
    raise JudgementError(NO_WISH)


def _moment(at: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(at) if at else None
    except ValueError as error:
        raise JudgementError(f"{at!r} is no time; give 2026-03-01T12:00:00Z") from error
