"""Which path or URL is a case; told without a database library, since every verb asks it of every path."""

from pathlib import Path

__all__ = ["APPLICATION", "is_case", "is_server"]

APPLICATION = 0x53544D41
""""STMA", by which SQLite marks a file as ours (PRAGMA application_id)."""
HEADER = b"SQLite format 3\x00"
MARK = slice(68, 72)
"""Where the mark lies in the header (https://sqlite.org/fileformat.html#application_id)."""
SCHEMES = ("postgresql://", "postgres://")


def is_server(address: str) -> bool:
    """Tell whether *address* is that of a database server."""
    return address.startswith(SCHEMES)


def is_case(address: str) -> bool:
    """Tell whether *address* is a case: a server, or a file with our mark in it."""
    if is_server(address):
        return True
    try:
        with Path(address).open("rb") as file:
            head = file.read(MARK.stop)
    except (OSError, ValueError):
        return False
    return head.startswith(HEADER) and head[MARK] == APPLICATION.to_bytes(4, "big")
