"""Folders of a local disk or of any file system that Arrow knows, written file by file, each whole or not at all."""

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from pyarrow import fs

from stemma.errors import BatchError

__all__ = ["Folder", "files_at", "open_file", "reason_of"]

PACKING = "zstd"
_OURS = re.compile(r"[0-9a-f]{32}\.(?:parquet|json)")
"""The names of chunks and lots: nothing else in a folder is a batch's to take away."""
_WRITTEN = re.compile(r"_[0-9a-f]{32}")
"""Files that are being written."""
_FAILED = (OSError, NotImplementedError, pa.ArrowException)
"""What a file system raises that cannot do what is asked: Azure's no OSError, fsspec's that only read the second."""
GOOGLE_SECONDS = 20
"""In which Google's storage is asked again and again, where the URL says nothing else: Arrow does so for 15 minutes,
also where there are no credentials. S3 and Azure are given up within seconds."""
_RETRIES = "retry_limit_seconds="
_STRANGE = "Unrecognized filesystem"
"""What Arrow says of a URL of a kind that it does not know by itself."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder by its path or URL; it may not be there yet."""

    url: str

    def __truediv__(self, name: str) -> "Folder":
        return Folder(_inside(self.url, name))

    @property
    def local(self) -> Path | None:
        """Where it lies on this machine, if it does."""
        system, path = _system(self.url)
        return Path(path) if isinstance(system, fs.LocalFileSystem) else None

    def write_rows(self, name: str, rows: pa.Table) -> None:
        """Write *rows* into the file *name*, in the place of what was there."""
        self.write(name, _packed(rows))

    def write(self, name: str, data: bytes | pa.Buffer) -> None:
        """
        Write *data* into the file *name*, in the place of what was there.

        Raises:
            BatchError: There is no room, or no right to write.
        """
        system, root = _system(self.url)
        # No two who write the same file at once, after a crash of one of them say, spoil each other's.
        hidden = f"{root}/_{uuid.uuid4().hex}"
        try:
            system.create_dir(root, recursive=True)
            with system.open_output_stream(hidden) as file:
                file.write(data)
            if isinstance(system, fs.LocalFileSystem):
                _settle(hidden)
            system.move(hidden, f"{root}/{name}")
        except _FAILED as error:
            with suppress(*_FAILED):  # a full disk needs the room
                system.delete_file(hidden)
            raise BatchError(
                self.url, f"cannot be written to: {reason_of(error)}; mend it and run this again"
            ) from error

    def read(self, name: str) -> bytes:
        """Return what is in the file *name*."""
        system, root = _system(self.url)
        with system.open_input_stream(f"{root}/{name}") as file:
            return bytes(file.read())

    def dataset(self, schema: pa.Schema) -> ds.Dataset:
        """Return the rows of all files in it, to be read when they are asked for."""
        system, root = _system(self.url)
        files = [f"{root}/{name}" for name in self.names()]
        return ds.dataset(files, schema, format="parquet", filesystem=system)

    def holds(self, name: str) -> bool:
        """Tell whether there is a file *name* in it that is not empty: Spark takes an empty one for no rows."""
        system, root = _system(self.url)
        (info,) = system.get_file_info([f"{root}/{name}"])
        return bool(info.type == fs.FileType.File and info.size)

    def names(self) -> list[str]:
        """Return the names of the files of a batch in it, sorted, without those that are being written."""
        return sorted(name for name, is_file in self._entries() if is_file and _OURS.fullmatch(name))

    def folders(self) -> list[str]:
        """Return the names of the folders in it, sorted."""
        return sorted(name for name, is_file in self._entries() if not is_file)

    def remove(self, name: str) -> None:
        """Take away the file *name*."""
        system, root = _system(self.url)
        system.delete_file(f"{root}/{name}")

    def remove_if_empty(self) -> None:
        """Take the folder away where nothing is in it."""
        system, root = _system(self.url)
        if self.local and not any(self._entries()):
            system.delete_dir(root)

    def clear(self) -> None:
        """Take away what writers that were killed have left."""
        system, root = _system(self.url)
        for name, is_file in self._entries():
            if is_file and _WRITTEN.fullmatch(name):
                system.delete_file(f"{root}/{name}")

    def _entries(self) -> Iterator[tuple[str, bool]]:
        system, root = _system(self.url)
        try:
            inside = system.get_file_info(fs.FileSelector(root, allow_not_found=True))
        except _FAILED as error:
            raise BatchError(self.url, f"is no folder that can be read: {reason_of(error)}") from error
        for info in inside:
            yield info.base_name, info.type == fs.FileType.File


def files_at(url: str) -> list[str]:
    """
    Return the file at *url*, or those in the folder there, to any depth, as URLs.

    Raises:
        BatchError: Nothing is there, or it cannot be reached.
    """
    system, path = _system(url)
    try:
        (info,) = system.get_file_info([path])
        if info.type == fs.FileType.File:
            return [url]
        if info.type == fs.FileType.NotFound:
            raise BatchError(url, "no such file or folder; check the address")
        inside = system.get_file_info(fs.FileSelector(path, recursive=True))
    except _FAILED as error:
        raise BatchError(url, f"cannot be read: {reason_of(error)}") from error
    parts = [info.path.removeprefix(path.rstrip("/")) for info in inside if info.type == fs.FileType.File]
    return sorted(_inside(url, part.lstrip("/")) for part in parts if not _is_hidden(part))


def _inside(url: str, name: str) -> str:
    """Return the path or URL of *name* in the folder at *url*, which may end in options (``?region=…``)."""
    if "://" not in url:
        return f"{url.rstrip('/')}/{name}"
    place, mark, options = url.partition("?")
    return f"{place.rstrip('/')}/{quote(name, safe='/=')}{mark}{options}"


def _is_hidden(path: str) -> bool:
    return any(name.startswith((".", "_")) for name in path.split("/"))


def open_file(url: str) -> pa.NativeFile:
    """
    Open the file at *url* of any file system for reading; it can be wound back.

    Raises:
        BatchError: It is not there or may not be read.
    """
    system, path = _system(url)
    try:
        return system.open_input_file(path)
    except _FAILED as error:
        raise BatchError(url, f"cannot be opened: {reason_of(error)}") from error


def _system(url: str) -> tuple[fs.FileSystem, str]:
    if "://" not in url:
        return fs.LocalFileSystem(), os.path.abspath(url)
    try:
        return _reached(url)
    except (*_FAILED, ValueError, TypeError, ImportError) as error:  # a TypeError where a part of the URL is missing
        raise BatchError(url, f"is on no file system that can be reached: {reason_of(error)}") from error


def _reached(url: str) -> tuple[fs.FileSystem, str]:
    found: tuple[fs.FileSystem, str]
    try:
        found = fs.FileSystem.from_uri(_given_up_in_time(url))
    except pa.ArrowInvalid as error:
        if _STRANGE not in str(error):
            raise
        found = fs.FileSystem.from_uri(f"fsspec+{url}")  # https, sftp and what else fsspec knows, if it is installed
    return found


def _given_up_in_time(url: str) -> str:
    if not url.startswith(("gs://", "gcs://")) or _RETRIES in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}{_RETRIES}{GOOGLE_SECONDS}"


def _settle(path: str) -> None:
    """Have *path* on the disk before it gets its name: after a power cut it would be there by name, and empty."""
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _packed(rows: pa.Table) -> pa.Buffer:
    sink = pa.BufferOutputStream()
    # One row group a file: files are small, and the same rows are the same bytes on every engine.
    pq.write_table(rows, sink, compression=PACKING, row_group_size=max(1, rows.num_rows))
    return sink.getvalue()


def reason_of(error: Exception) -> str:
    """Return what a library says went wrong, without what only its makers understand, in one line."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    said = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    # Of Hadoop's, other lines are all the places that it looked in; of Google's, all around the last words is for them.
    return said.split(". Detail")[0].split("a last message of ")[-1].split(" error_info=")[0].rstrip(".")
