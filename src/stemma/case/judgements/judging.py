"""An analyst's words, kept in the journal of a case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from stemma.case.briefing import tell_case
from stemma.case.files.opening import Progress
from stemma.case.holding import opened_case
from stemma.case.journal import written_judgements
from stemma.case.judgements.leading import Led, lead
from stemma.case.judgements.pointing import Pointer
from stemma.case.judgements.wishing import Wish, raise_all
from stemma.case.shelf.telling import about_case, whole_brief
from stemma.errors import JudgementError
from stemma.judge import history_of, withdrawals
from stemma.model import Brief
from stemma.model.judgement import Judgement, Verb
from stemma.model.ruling import Told
from stemma.ports import Tagger

__all__ = ["Given", "judge_case", "tell_log", "times", "withdrawn_id"]


@dataclass(frozen=True, slots=True)
class Given:
    """Judgements as they were written into a case."""

    log: tuple[Told, ...]
    """The whole journal with them."""
    ids: frozenset[str]
    """Which of them are new."""


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
    if all(wish.verb is Verb.WITHDRAW for wish in wishes):
        found = _judgements(wishes, by, None, journal)
    else:
        found = _pointed(case, wishes, by, journal, progress, tagger)
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
    about = tell_case(case, lambda store: about_case(store.shelf), progress, tagger) if journal else None
    return history_of(journal, about.rulings if about else ())


def _pointed(
    case: str, wishes: Sequence[Wish], by: str, journal: Sequence[Judgement], progress: Progress, tagger: Tagger | None
) -> list[Judgement]:
    """Return the judgements of *wishes*, of the stories that they lead to where these are enough to know them."""
    led = tell_case(case, lambda store: lead(store.shelf, wishes), progress, tagger)
    if isinstance(led, Led):
        try:
            return _judgements(led.wishes, by, Pointer.of(led.brief), journal)
        except JudgementError:
            pass  # what there is instead, all that the case holds has to say
    whole = led if isinstance(led, Brief) else tell_case(case, partial(whole_brief, case), progress, tagger)
    return _judgements(wishes, by, Pointer.of(whole), journal)


def _judgements(
    wishes: Sequence[Wish], by: str, pointer: Pointer | None, journal: Sequence[Judgement]
) -> list[Judgement]:
    found: list[Judgement] = []
    faults: list[str] = []
    moments = times()
    for wish in wishes:
        known = [*journal, *found]
        try:
            value = withdrawn_id(wish.value, known) if wish.verb is Verb.WITHDRAW else wish.value
            about = pointer.about(wish.verb, wish.of, wish.passage) if pointer else ()
            found.append(Judgement(wish.verb, (wish.by or by).strip(), wish.at or next(moments), about, value))
        except JudgementError as error:
            faults.append(f"{wish.where}: {error}" if wish.where else str(error))
    raise_all(faults)
    return found


def times() -> Iterator[datetime]:
    """Yield moments from now on, each later than the one before: of two words of one analyst the later counts."""
    now = datetime.now(UTC)
    while True:
        yield now
        now += timedelta(microseconds=1)


def withdrawn_id(word: str, journal: Sequence[Judgement]) -> str:
    """Return the id of the judgement with this number in the log, or with this id or the beginning of it."""
    told = sorted(journal, key=lambda one: one.place)
    found = [one for number, one in enumerate(told, 1) if word == str(number) or one.id.startswith(word or "?")]
    exact = [one for number, one in enumerate(told, 1) if word == str(number)] or found
    if len(exact) != 1:
        raise JudgementError(f"{word!r} is no number or id of a judgement; `stemma log CASE` lists them")
    if exact[0].id in withdrawals(journal):
        raise JudgementError(f"judgement {word} is withdrawn already")
    return exact[0].id
