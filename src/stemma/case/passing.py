"""A passing look: files told as a case is, without one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from stemma.case.coming.adding import Outcome, Settled
from stemma.case.coming.starting import AS_USUAL, Adding, add_files, init_case
from stemma.case.files.opening import Progress
from stemma.case.files.scratch import scratch_folder
from stemma.case.holding import the_case
from stemma.errors import NothingToReadError
from stemma.ports import Tagger

__all__ = ["passing_case"]

SHOWN = 5
"""Files whose reasons are told where none of them can be read."""


@contextmanager
def passing_case(
    paths: Sequence[str],
    notify: Callable[[Settled], None] = lambda settled: None,
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
    adding: Adding = AS_USUAL,
) -> Iterator[str]:
    """
    Yield the case that *paths* name; where they are files and folders, one of them that is gone at the end.

    Raises:
        CaseError: A case is named beside something else.
        NothingToReadError: The paths lead to nothing that can be read.
    """
    case = the_case(paths)
    if case is not None:
        yield case
        return
    with scratch_folder() as folder:
        case = str(folder / "look.stemma")
        init_case(case)
        has_any, reasons = False, []
        for settled in add_files(case, paths, progress, tagger, adding):
            has_any |= settled.outcome is not Outcome.UNREADABLE
            if settled.reason:
                notify(settled)
                reasons.append(f"{settled.address}: {settled.reason}")
        if not has_any:
            raise NothingToReadError("; ".join(reasons[:SHOWN]) or "no document to read: give files or folders")
        yield case
