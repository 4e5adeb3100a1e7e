"""What a database says is wrong, in one line with what to do."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from stemma.errors import CaseError

__all__ = ["telling"]

KEPT = "what was said to be added is in it"
_SQLITE = (
    ("SQLITE_FULL", f"the disk is full; make room and run it again ({KEPT})"),
    ("SQLITE_READONLY", "cannot be written to; ask for the right to write the file and its folder, or take a copy"),
    ("SQLITE_CANTOPEN", "cannot be opened; ask for the right to read the file and write its folder, or take a copy"),
    ("SQLITE_BUSY", "another program has been writing to it for long; wait for its end and run this again"),
    ("SQLITE_LOCKED", "another program has been writing to it for long; wait for its end and run this again"),
    ("SQLITE_NOTADB", "is no case, or a damaged one; take it from your backup, or make a new one with `stemma init`"),
    ("SQLITE_CORRUPT", "is damaged; take it from your backup"),
    (
        "SQLITE_IOERR",
        f"the disk fails ({KEPT}); see to the disk, copy the case elsewhere and run `stemma verify` on it",
    ),
    ("SQLITE_TOOBIG", "something is too large for a case; split it into its reports"),
)
_SERVER = (
    ("53100", f"the server's disk is full; make room and run it again ({KEPT})"),
    ("53300", "the server takes no more connections now; wait and run it again"),
    ("25006", "the server gives it to be read only; ask for the right to write"),
    ("28", "the server does not let you in; check the name in the URL, and put the password into ~/.pgpass"),
    ("42501", "you may not do that in this database; ask its owner for the right to read and write its tables"),
    ("3D000", "the server has no database of this name; make it with createdb, then run `stemma init` on it"),
    ("57P", f"the server was stopped; run it again when it is back ({KEPT})"),
    ("40", f"others were writing at the same moment; run it again ({KEPT})"),
)
LOST = f"the server went away ({KEPT}); run it again when it is back"
UNREACHED = "no connection; check the URL, and that the server runs"


@contextmanager
def telling(case: str) -> Iterator[None]:
    """
    Turn what a database raises into the one line of a `CaseError`.

    An `sqlalchemy.exc.IntegrityError` passes: it tells the store that another program was quicker.
    """
    try:
        yield
    except IntegrityError:
        raise
    except zlib.error as error:
        raise CaseError(case, "is damaged; take it from your backup") from error
    except sqlite3.Error as error:
        reason = _reason_of(error)
        if reason is None:
            raise
        raise CaseError(case, reason) from error
    except DBAPIError as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise CaseError(case, reason) from error


def _reason(error: DBAPIError) -> str | None:
    """Return what is wrong and what to do; None where it is our own fault."""
    if isinstance(error.orig, sqlite3.Error):
        return _reason_of(error.orig)
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return next((reason for begin, reason in _SERVER if state.startswith(begin)), None)
    said = " ".join(str(error.orig).split())
    if error.connection_invalidated:
        return f"{LOST}: {said}"
    return f"{UNREACHED}: {said}" if "connection" in said else None


def _reason_of(error: sqlite3.Error) -> str | None:
    name = getattr(error, "sqlite_errorname", "")
    return next((reason for begin, reason in _SQLITE if name.startswith(begin)), None)
