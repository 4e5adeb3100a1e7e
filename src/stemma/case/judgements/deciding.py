"""An analyst's word on what a page shows: kept at once, and followed when the case is told anew."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Lock

from stemma.case.holding import opened_case
from stemma.case.journal import written_judgements
from stemma.case.judgements.pointing import Pointer
from stemma.case.judgements.wishing import Wish
from stemma.case.looking.viewing import CaseView
from stemma.errors import UnknownError
from stemma.judge import standing, subject_of, withdrawals
from stemma.model import Brief
from stemma.model.journal import JournalLine
from stemma.model.judgement import Judgement, Verb
from stemma.part import join

__all__ = ["decide", "find_judgement"]

KINDS = {"a": "attribution", "c": "claim", "d": "document", "f": "figure"}
"""Of things that are in one story, by what their ids begin with."""
SOURCE = "s"
_WRITING = Lock()
"""Of one form sent twice at a time the second is to see what the first has written."""


def decide(view: CaseView, wish: Wish, by: str) -> Judgement:
    """
    Write the judgement of *wish*, which knows things by their ids, into the journal.

    Nothing is told anew, so that it takes no longer in a large case. What this analyst has said last of the same
    things is not said twice: a form that comes again, after a lost connection or a second click, leaves one judgement.

    Raises:
        JudgementError: It does not go with what it is about; nothing was written.
        UnknownError: The case holds nothing under an id any more; nothing was written.
        CaseError: The case cannot be written to.
    """
    about = () if wish.verb is Verb.WITHDRAW else _pointer(view, wish).about(wish.verb, wish.of, wish.passage)
    with _WRITING, opened_case(view.case) as store:
        journal = written_judgements(store)
        if wish.verb is Verb.WITHDRAW:
            return _withdraw(store.write, wish.value, by, journal)
        made = Judgement(wish.verb, by, datetime.now(UTC), about, wish.value)
        own = (one for one in reversed(standing(journal)) if one.by == by)
        before = next((one for one in own if subject_of(one) == subject_of(made)), None)
        if before and _says(before) == _says(made):
            return before
        store.write([made.line])
        return made


def find_judgement(view: CaseView, id: str) -> Judgement:
    """
    Return the judgement with this id.

    Raises:
        UnknownError: There is none.
    """
    with opened_case(view.case) as store:
        found = next((one for one in written_judgements(store) if one.id == id), None)
    if found is None:
        raise UnknownError("judgement", id)
    return found


def _withdraw(
    write: Callable[[Sequence[JournalLine]], int], id: str, by: str, journal: Sequence[Judgement]
) -> Judgement:
    if all(one.id != id for one in journal):
        raise UnknownError("judgement", id)
    gone = withdrawals(journal).get(id)
    if gone is not None:
        return gone
    made = Judgement(Verb.WITHDRAW, by, datetime.now(UTC), (), id)
    write([made.line])
    return made


def _says(one: Judgement) -> tuple[object, ...]:
    return one.verb, one.value, frozenset(one.about)


def _pointer(view: CaseView, wish: Wish) -> Pointer:
    """Return what points at the things of *wish* in the stories that hold them."""
    homes = dict.fromkeys(home for id in wish.of if (home := _home(view, id, is_name=_may_be_name(wish, id))))
    if not homes:
        raise UnknownError("thing", ", ".join(wish.of))
    briefs: list[Brief] = [view.story(home) for home in homes]
    return Pointer.of(join(briefs))


def _may_be_name(wish: Wish, id: str) -> bool:
    """Tell whether *id* may be the name of a source: somebody else who says it, or who is the same."""
    is_number = id.strip("[]").isdecimal()  # claims and documents are numbered in a brief, not here
    return wish.verb in (Verb.SOURCE, Verb.SAME, Verb.DIFFERENT, Verb.UNSURE) and id in wish.of[1:] and not is_number


def _home(view: CaseView, id: str, *, is_name: bool) -> str | None:
    """Return the story to look for *id* in."""
    try:
        return view.heard_in(id)[0] if id[:1] == SOURCE else view.home(id)
    except UnknownError:
        if is_name:
            return None
        raise UnknownError(KINDS.get(id[:1], "thing"), id) from None
