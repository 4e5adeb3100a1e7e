"""Which edition of our own reading made a result, so that another one reads anew."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import stemma

__all__ = ["brief_edition", "parting_edition", "reading_edition", "table_edition"]

ROOMS = ("read", "attribute", "measure", "when", "prose", "lexicon", "model", "readers", "taggers")
"""The rooms that say what is read in one document by itself."""
COMPARED = (*ROOMS, "part", "resolve", "align", "trace", "weigh", "judge")
"""The rooms that say what documents tell together."""
LISTED = (
    *("accounts", "changes", "circles", "days", "desk", "gaps", "heads", "judged", "layout", "ledger", "listing"),
    *("shelved", "stands", "wording"),
)
"""The files of `stemma.tell` that say what lists show of a story."""
TABLED = ("engines/reading.py", "engines/schemas.py", "engines/telling.py", "tell/rows.py")
"""The files that say what a batch writes of what was read and told."""
LIBRARIES = (
    *("charset-normalizer", "htmldate", "lxml", "markdown-it-py", "onnxruntime", "pypdf", "python-docx", "tokenizers"),
    "trafilatura",
)
"""Libraries whose newer versions may draw another text or find other spans."""
SUFFIXES = frozenset({".py", ".txt"})
LENGTH = 16


def reading_edition(model: str) -> str:
    """
    Return the name of the rules that read one document, and of the *model* that they read with.

    The rules are known by the hash of their source and word lists: a number that developers had to
    raise would be forgotten once, and old readings would stand beside new ones.
    """
    return f"{_rules(ROOMS)} {model}"


def parting_edition(model: str) -> str:
    """Return the name of the rules that put a document to its story, once it has been read with *model*."""
    return f"{_rules((*ROOMS, 'part'))} {model}"


def brief_edition(models: Sequence[str]) -> str:
    """Return the name of all rules that lead from bytes to a told story, and of the *models* that they ask."""
    return " ".join((_rules((*COMPARED, *(f"tell/{name}.py" for name in LISTED), "case/shelf/keeping.py")), *models))


def table_edition() -> str:
    """Return the name of the form in which a batch writes what was read and told."""
    return _rules(TABLED)


@cache
def _rules(rooms: tuple[str, ...]) -> str:
    digest = hashlib.sha256(" ".join((stemma.__version__, *map(_version, LIBRARIES))).encode())
    house = Path(stemma.__file__).parent
    files = [file for room in rooms for file in _files(house / room) if file.suffix in SUFFIXES]
    for file in sorted({*files, house / "pipeline.py"}):
        digest.update(str(file.relative_to(house).as_posix()).encode() + b"\0")
        digest.update(file.read_bytes())
    return digest.hexdigest()[:LENGTH]


def _files(place: Path) -> Iterator[Path]:
    return place.rglob("*") if place.is_dir() else iter((place,))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # an extra that is not installed draws no text
        return ""
