"""The proof of a whole case: its bytes, the texts drawn from them, and every span of its brief."""

from collections.abc import Iterator
from functools import partial

from stemma.case.briefing import tell_case
from stemma.case.files.drawing import draw
from stemma.case.files.opening import Progress
from stemma.case.holding import opened_case
from stemma.case.shelf.telling import story_alone
from stemma.case.verifying import Verdict, verify_brief
from stemma.errors import CaseError, NothingToReadError, UnreadableError
from stemma.model import Brief
from stemma.model.archive import Held
from stemma.ports import Store
from stemma.tell import as_json

__all__ = ["prove_case"]


def prove_case(case: str, progress: Progress = lambda done, total, path: None) -> Verdict:
    """
    Return whether the bytes of *case* are those that came, its texts those in the bytes, its brief's spans theirs.

    The brief is only made of an archive that is sound.

    Raises:
        CaseError: It cannot be opened.
    """
    with opened_case(case) as store:
        mismatches = tuple(_faults(store))
    if mismatches:
        return Verdict(0, 0, mismatches)
    try:
        proved = tell_case(case, partial(_proved, case), progress)
    except NothingToReadError:
        return Verdict(0, 0, ())
    return verify_brief(as_json(proved), [case]) if isinstance(proved, Brief) else proved


def _proved(case: str, store: Store) -> Verdict:
    """Open the spans of each story again, of one after the other: all of them together may not fit into memory."""
    stories = filter(None, (story_alone(store.shelf, id) for id in store.shelf.stories()))
    verdicts = [verify_brief(as_json(story), [case]) for story in stories]
    return Verdict(
        sum(one.spans for one in verdicts),
        sum(one.documents for one in verdicts),
        tuple(mismatch for one in verdicts for mismatch in one.mismatches),
    )


def _faults(store: Store) -> Iterator[str]:
    for newest in store.newest():
        for held in store.layers(newest.document):
            try:
                data = store.data(held.sha256)
            except CaseError as error:
                yield f"{held.path}: {error.reason}"
            else:
                yield from _redrawn(held, data)


def _redrawn(held: Held, data: bytes) -> Iterator[str]:
    """Draw the text of *held* again; one that another version of the reader drew is not held against it."""
    try:
        layer = draw(data, held.path)
    except UnreadableError as error:
        yield str(error)
        return
    if layer.reader == held.layer.reader and layer.text != held.layer.text:
        yield f"{held.path}: another text is drawn from the same bytes"
