"""The journal of a case for a page: some of its lines, the newest first, with what became of each."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from stemma.case.holding import opened_case
from stemma.case.looking.lists import Window
from stemma.case.looking.viewing import CaseView
from stemma.judge import history_of, subject_of
from stemma.model.journal import JournalLine
from stemma.model.judgement import KIND, Judgement, Verb
from stemma.model.listing import Part
from stemma.model.ruling import Fate, Told
from stemma.tell.judged import judged_in_words

__all__ = ["LogLine", "Logged", "log_of"]


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the journal, as it is read."""

    id: str
    at: datetime
    by: str
    what: str
    """The verb of a judgement, or the kind of another line."""
    says: str
    fate: Fate | None
    """None for what is no judgement."""
    reason: str
    """Why it is not followed; who has withdrawn it."""
    found: tuple[str, ...]
    """Ids of what it speaks of."""
    against: tuple[str, ...]
    """Ids of the judgements that say otherwise."""
    number: int | None = None
    """Of a judgement, as `stemma log` has it."""
    is_open: bool = False
    """It may be withdrawn."""


@dataclass(frozen=True, slots=True)
class Logged:
    """Lines of the journal, and what they may be chosen by."""

    part: Part[LogLine]
    people: tuple[str, ...]
    """Who has said anything."""
    kinds: tuple[str, ...]
    """What has been said."""


def log_of(view: CaseView, window: Window, by: str = "", what: str = "", *, with_door: bool = False) -> Logged:
    """
    Return lines of the journal of *view*, the newest first.

    Args:
        view: The case.
        window: Which of them, and words that stand in them.
        by: Those of one person alone.
        what: Those of one verb or kind alone.
        with_door: With who came in and who was let in, which is the owners' affair.

    Raises:
        CaseError: The case cannot be opened.
    """
    with opened_case(view.case) as store:
        written = list(store.lines())
    judgements = [Judgement.of(line) for line in written if line.kind == KIND]
    told = tuple(_told_now(history_of(judgements, view.rulings())))
    numbers = {one.judgement.id: one.number for one in told}
    lines = [
        *(_of_judgement(one, numbers) for one in told),
        *(_of_door(line) for line in written if with_door and line.kind != KIND),
    ]
    lines.sort(key=lambda line: (line.at, line.id), reverse=True)
    words = window.words.casefold().split()
    chosen = [
        line
        for line in lines
        if by in ("", line.by)
        and what in ("", line.what)
        and all(word in f"{line.says} {line.by} {line.id}".casefold() for word in words)
    ]
    part = Part(chosen[window.start : window.start + window.count], len(chosen))
    return Logged(part, tuple(sorted({line.by for line in lines})), tuple(sorted({line.what for line in lines})))


def _told_now(told: Sequence[Told]) -> Iterator[Told]:
    """Take for standing what was given since the case was told, and for replaced what it says otherwise."""
    last = max((at for at, one in enumerate(told) if one.ruling), default=-1)
    later: set[tuple[str, object]] = set()
    found: list[Told] = []
    for at, one in reversed(list(enumerate(told))):
        subject = (one.judgement.by, subject_of(one.judgement))
        is_told, is_over = at <= last, one.fate is Fate.WITHDRAWN
        if is_told and subject in later and not is_over:
            one = replace(one, fate=Fate.REPLACED)
        elif not is_told and one.fate is Fate.REPLACED and subject not in later:
            one = replace(one, fate=Fate.STANDS)
        if not is_told and not is_over:
            later.add(subject)
        found.append(one)
    return reversed(found)


def _of_judgement(told: Told, numbers: Mapping[str, int]) -> LogLine:
    one, ruling = told.judgement, told.ruling
    says = judged_in_words(one, is_short=False)
    if one.verb is Verb.WITHDRAW and one.value in numbers:
        says = f"withdraws {numbers[one.value]}"
    reason = f"by {told.withdrawn_by}" if told.withdrawn_by else ruling.reason if ruling else ""
    return LogLine(
        id=one.id,
        at=one.at,
        by=one.by,
        what=one.verb.value,
        says=says,
        fate=told.fate,
        reason=reason,
        found=tuple(filter(None, ruling.found)) if ruling else (),
        against=ruling.against if ruling else (),
        number=told.number,
        is_open=told.fate is not Fate.WITHDRAWN,
    )


def _of_door(line: JournalLine) -> LogLine:
    try:
        said = json.loads(line.value)
    except ValueError:
        said = {}
    facts = ", ".join(f"{key}: {value}" for key, value in said.items()) if isinstance(said, dict) else ""
    return LogLine(line.id, line.at, line.who, line.kind, facts, None, "", (), ())
