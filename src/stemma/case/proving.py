"""The proof of a whole case: its bytes, the texts drawn from them, and every span of its brief."""

from collections.abc import Iterator

from stemma.case.briefing import brief_files
from stemma.case.drawing import draw
from stemma.case.holding import opened_case
from stemma.case.opening import Progress
from stemma.case.verifying import Verdict, verify_brief
from stemma.errors import CaseError, NothingToReadError, UnreadableError
from stemma.model.archive import Held
from stemma.ports import Store

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
    from stemma.tell import as_json

    try:
        brief = as_json(brief_files([case], progress).brief)
    except NothingToReadError:
        return Verdict(0, 0, ())
    return verify_brief(brief, [case])


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
