"""The story of one claim of a case, without the others in memory."""

import re

from stemma.case.briefing import told_case
from stemma.case.files.opening import Progress
from stemma.case.shelf.telling import load_story, named_in_case
from stemma.errors import UnknownError
from stemma.model.shelf import RowKind, Sought
from stemma.ports import Shelf, Tagger
from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.portion import Portion
from stemma.tell.trees.choosing import Candidate, candidates_of, choose_among

__all__ = ["find_claim"]

_NUMBER = re.compile(r"[1-9]\d{0,8}")
_ID = re.compile(r"c[0-9a-f]{3,}")


def find_claim(
    case: str, wanted: str, progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
) -> Portion | None:
    """
    Return the story of the claim that is *wanted*: its number, its id or the beginning of it, or words of it.

    Words are looked for in one story after the other. Nothing is returned where another program changes the case.

    Raises:
        ClaimError: No claim is meant by it, or several are.
        CaseError: The case cannot be opened, or cannot be written to and its stories are not told.
        NothingToReadError: It is empty.
    """
    with told_case(case, progress, tagger) as store:
        shelf, state = store.shelf, store.shelf.state()
        try:
            claim = _claim(shelf, wanted.strip().casefold()) or _claim_of_words(shelf, wanted, progress)
            found = _portion(shelf, claim)
        except UnknownError:
            return None
        return found if state and shelf.state() == state else None


def _claim(shelf: Shelf, wanted: str) -> str | None:
    if _NUMBER.fullmatch(wanted):
        return next((id for id, _, _ in shelf.places(Sought(RowKind.CLAIM, int(wanted) - 1, 1))), None)
    ids = shelf.beginning(wanted, 2) if _ID.fullmatch(wanted) else ()
    return ids[0] if len(ids) == 1 else None


def _claim_of_words(shelf: Shelf, wanted: str, progress: Progress) -> str:
    numbers = {id: number for number, (id, _, _) in enumerate(shelf.places(Sought(RowKind.CLAIM)), 1)}
    stories = shelf.stories()
    candidates: list[Candidate] = []
    for done, story in enumerate(stories):
        progress(done, len(stories), "")
        desk = Desk.of(named_in_case(load_story(shelf, story)[0], shelf))
        here = {id: numbers[id] for id in sorted(desk.claims.keys() & numbers.keys(), key=numbers.__getitem__)}
        candidates += candidates_of(wanted, accounts_of(desk, here))
    return choose_among(wanted, sorted(candidates, key=lambda one: one.number)).id


def _portion(shelf: Shelf, claim: str) -> Portion:
    story = shelf.home(claim)
    if story is None:
        raise UnknownError("claim", claim)
    brief = named_in_case(load_story(shelf, story)[0], shelf)
    tied = {id for link in brief.links if claim in (link.claim, link.other) for id in (link.claim, link.other)}
    documents = shelf.numbers(RowKind.NUMBERED, [document.id for document in brief.documents])
    return Portion(Desk.of(brief, documents), shelf.numbers(RowKind.CLAIM, {claim, *tied}), ())
