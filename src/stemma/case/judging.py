"""An analyst's words, kept in the journal of a case."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from stemma.case.briefing import brief_files
from stemma.case.holding import opened_case
from stemma.case.journal import written_judgements
from stemma.case.opening import Progress
from stemma.case.pointing import Pointer
from stemma.errors import JudgementError
from stemma.judge import history_of, withdrawals
from stemma.model.judgement import POINTED, Judgement, Verb
from stemma.model.ruling import Told
from stemma.ports import Tagger

__all__ = ["Given", "Wish", "judge_case", "read_wish", "read_wishes", "tell_log"]

FAULTS = 5
"""Faults of a batch that one message lists."""


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


@dataclass(frozen=True, slots=True)
class Given:
    """Judgements as they were written into a case."""

    log: tuple[Told, ...]
    """The whole journal with them."""
    ids: frozenset[str]
    """Which of them are new."""


def read_wish(words: Sequence[str]) -> Wish:
    """
    Return the judgement in *words*: a verb, what it speaks of, and its value.

    Raises:
        JudgementError: The verb is unknown or the words are too few.
    """
    verb = _verb(words[0] if words else "")
    count = POINTED[verb]
    of, rest = tuple(words[1 : 1 + count]), words[1 + count :]
    if len(of) < count:
        raise JudgementError(f"{verb} wants {count} things to speak of, not {len(of)}; see `stemma judge --help`")
    value = " ".join(rest)
    return Wish(verb, of, value.upper() if verb is Verb.GRADE else value)


def read_wishes(lines: Iterable[str]) -> tuple[Wish, ...]:
    """
    Return the judgements in JSON Lines: ``verb``, ``of`` (a list), ``value``, ``by`` and ``at``.

    Raises:
        JudgementError: Some lines hold none.
    """
    wishes, faults = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            wishes.append(_wish_in(line, f"line {number}"))
        except JudgementError as error:
            faults.append(f"line {number}: {error}")
    _raise_all(faults)
    return tuple(wishes)


def judge_case(
    case: str,
    wishes: Sequence[Wish],
    by: str,
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
) -> Given:
    """
    Write *wishes* into the journal of *case*, all or none.

    Args:
        case: Where it lies.
        wishes: In the order in which they are to count.
        by: Who gives those that name nobody.
        progress: Is called before each document that has to be read first.
        tagger: By which the documents are read; the one that ships with Stemma unless told otherwise.

    Raises:
        JudgementError: Some of them lead nowhere; nothing was written.
        CaseError: The case cannot be opened or written to.
    """
    with opened_case(case) as store:
        journal = written_judgements(store)
    needs_brief = any(wish.verb is not Verb.WITHDRAW for wish in wishes)
    pointer = Pointer.of(brief_files([case], progress, tagger).brief) if needs_brief else None
    found = _judgements(wishes, by, pointer, journal)
    with opened_case(case) as store:
        store.write([one.line for one in found])
    return Given(tell_log(case, progress, tagger), frozenset(one.id for one in found))


def tell_log(
    case: str, progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
) -> tuple[Told, ...]:
    """
    Return the journal of *case* with what has become of each judgement in its readings of today.

    Raises:
        CaseError: The case cannot be opened.
    """
    with opened_case(case) as store:
        journal = written_judgements(store)
    rulings = brief_files([case], progress, tagger).brief.rulings if journal else ()
    return history_of(journal, rulings)


def _judgements(
    wishes: Sequence[Wish], by: str, pointer: Pointer | None, journal: Sequence[Judgement]
) -> list[Judgement]:
    found: list[Judgement] = []
    faults: list[str] = []
    times = _times()
    for wish in wishes:
        known = [*journal, *found]
        try:
            value = _withdrawn(wish.value, known) if wish.verb is Verb.WITHDRAW else wish.value
            about = pointer.about(wish.verb, wish.of) if pointer else ()
            found.append(Judgement(wish.verb, (wish.by or by).strip(), wish.at or next(times), about, value))
        except JudgementError as error:
            faults.append(f"{wish.where}: {error}" if wish.where else str(error))
    _raise_all(faults)
    return found


def _times() -> Iterator[datetime]:
    """Yield moments from now on, each later than the one before: of two words of one analyst the later counts."""
    now = datetime.now(UTC)
    while True:
        yield now
        now += timedelta(microseconds=1)


def _withdrawn(word: str, journal: Sequence[Judgement]) -> str:
    """Return the id of the judgement with this number in the log, or with this id or the beginning of it."""
    told = sorted(journal, key=lambda one: one.place)
    found = [one for number, one in enumerate(told, 1) if word == str(number) or one.id.startswith(word or "?")]
    exact = [one for number, one in enumerate(told, 1) if word == str(number)] or found
    if len(exact) != 1:
        raise JudgementError(f"{word!r} is no number or id of a judgement; `stemma log CASE` lists them")
    if exact[0].id in withdrawals(journal):
        raise JudgementError(f"judgement {word} is withdrawn already")
    return exact[0].id


def _verb(word: str) -> Verb:
    try:
        return Verb(word)
    except ValueError as error:
        raise JudgementError(f"{word!r} is no judgement; give one of {', '.join(Verb)}") from error


def _wish_in(line: str, where: str) -> Wish:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise JudgementError("not JSON; give one object a line") from error
    match record:
        case {"verb": str(verb), **rest}:
            known = {"of": [], "value": "", "by": "", "at": None, **rest}
        case _:
            raise JudgementError('no judgement; give {"verb": …, "of": […], "value": …}')
    match known:
        case {"of": list(of), "value": str(value), "by": str(by), "at": str() | None as at, **others} if not others:
            return Wish(_verb(verb), tuple(map(str, of)), value, by, _moment(at), where)
    raise JudgementError("holds other than verb, of (a list), value, by and at; `stemma judge --help` has an example")


def _moment(at: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(at) if at else None
    except ValueError as error:
        raise JudgementError(f"{at!r} is no time; give 2026-03-01T12:00:00Z") from error


def _raise_all(faults: Sequence[str]) -> None:
    if faults:
        more = f"; and {len(faults) - FAULTS} more" if len(faults) > FAULTS else ""
        raise JudgementError("; ".join(faults[:FAULTS]) + more)
