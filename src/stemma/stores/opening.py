"""A case made, and a case opened."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import finalize

from stemma.errors import CaseError
from stemma.ports import Store
from stemma.stores.addresses import APPLICATION, is_case, is_server

__all__ = ["create_store", "open_copy", "open_store"]

THERE = "is a case already, and nothing was changed; add to it with `stemma add`"
TAKEN = "another program has its tables in this database ({}); make one for the case with createdb"


def create_store(address: str) -> None:
    """
    Make an empty case at *address*: a new file, or the database that a ``postgresql://`` URL names.

    Raises:
        CaseError: There is something already, it cannot be written, or no database can be reached.
        MissingExtraError: It is a server's, and the extra ``postgres`` is not installed.
    """
    if is_server(address):
        _create_on_server(address)
        return
    path = Path(address)
    if path.exists():
        raise CaseError(address, THERE if is_case(address) else "is there already; choose another name")
    with _new_file(path) as draft:
        _make_file(draft, address)


def open_store(address: str) -> Store:
    """
    Open the case at *address*; one of an older Stemma is brought to the form of this one.

    Raises:
        CaseError: There is none, it is damaged, of a newer Stemma, or cannot be reached.
        MissingExtraError: It is a server's, and the extra ``postgres`` is not installed.
    """
    from stemma.stores.engines import file_engine, server_engine
    from stemma.stores.sql import SqlStore
    from stemma.stores.telling import telling

    if is_server(address):
        case = _without_password(address)
        with telling(case):
            store = SqlStore(server_engine(address), case, None, is_writable=True)
    else:
        _require_case(address)
        path = Path(address)
        is_writable = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
        store = SqlStore(file_engine(path, is_writable=is_writable), address, path, is_writable=is_writable)
    try:
        store.bring_up()
    except BaseException:
        store.close()
        raise
    return store


def open_copy(address: str) -> Store:
    """
    Open a copy of the case in the file *address*, which is gone when it is closed.

    Raises:
        CaseError: There is no room for it.
    """
    from stemma.stores.engines import copy_file, file_engine
    from stemma.stores.sql import SqlStore
    from stemma.stores.telling import telling

    folder = tempfile.TemporaryDirectory(prefix="stemma-")
    path = Path(folder.name) / "copy.stemma"
    with telling(address):
        copy_file(Path(address), path)
        store = SqlStore(file_engine(path, is_writable=True), address, path, is_writable=True)
        store.bring_up()
    finalize(store, folder.cleanup)
    return store


def _require_case(address: str) -> None:
    path = Path(address)
    if is_case(address):
        return
    if not path.exists():
        raise CaseError(address, f"no such case; make it with `stemma init {address}`")
    if path.is_dir():
        raise CaseError(address, "is a folder, not a case; make one beside it with `stemma init NAME.stemma`")
    try:
        path.open("rb").close()
    except OSError as error:
        raise CaseError(address, f"cannot be opened: {error.strerror}") from error
    raise CaseError(address, "is no case, or a damaged one; make a new one with `stemma init`, or take your backup")


def _make_file(path: Path, address: str) -> None:
    from stemma.stores.engines import WRITES, file_engine, mark_file
    from stemma.stores.migrating import bring_up
    from stemma.stores.telling import telling

    engine = file_engine(path, is_writable=True)
    with telling(address):
        try:
            with engine.execution_options(**{WRITES: True}).begin() as connection:
                bring_up(connection, address)
        finally:
            engine.dispose()
        mark_file(path, APPLICATION)


def _create_on_server(address: str) -> None:
    from stemma.stores.engines import server_engine
    from stemma.stores.migrating import bring_up, in_the_way, revision_of
    from stemma.stores.telling import telling

    case = _without_password(address)
    with telling(case):
        engine = server_engine(address)
        try:
            with engine.begin() as connection:
                if revision_of(connection) is not None:
                    raise CaseError(case, THERE)
                others = in_the_way(connection)
                if others:
                    raise CaseError(case, TAKEN.format(", ".join(others)))
                bring_up(connection, case)
        finally:
            engine.dispose()


def _without_password(address: str) -> str:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address)
        hidden = {name: "hidden" for name in url.query if "password" in name}
        return url.update_query_dict(hidden).render_as_string(hide_password=True)
    except (ArgumentError, ValueError) as error:  # the latter for a port that is no number
        raise CaseError(address, "is no address of a database; give postgresql://NAME@HOST/DATABASE") from error


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """Yield an empty file beside *path*, which gets its name when all is done and never takes that of another."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise CaseError(str(path), f"cannot be made: {error.strerror}; choose a folder that is there") from error
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        os.chmod(draft, 0o644)
        _give_name(draft, path)
    finally:
        for left in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
            left.unlink(missing_ok=True)


def _give_name(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise CaseError(str(path), "is there already; choose another name") from error
    except OSError:  # a file system without links
        if path.exists():
            raise CaseError(str(path), "is there already; choose another name") from None
        os.rename(draft, path)
