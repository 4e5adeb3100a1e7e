"""The proof of a brief: every span in it, opened again in the bytes it was made from."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.case.files.finding import find_files
from stemma.case.files.taking import NO_NAMES, take
from stemma.case.holding import opened_case, the_case
from stemma.errors import CaseError, InputError, SpanError, UnreadableError
from stemma.model import cut_all, hash_layer
from stemma.readers import choose_reader

if TYPE_CHECKING:
    from stemma.tell import ArchivedDocument, Pin

__all__ = ["Verdict", "verify_brief"]

SHOWN = 60
"""Characters of a text that a mismatch shows: enough to know the place again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What agreed and what did not."""

    spans: int
    """How many spans were opened and agree."""
    documents: int
    mismatches: tuple[str, ...]
    """One line each."""

    @property
    def agrees(self) -> bool:
        """Whether nothing was found that does not agree."""
        return not self.mismatches

    def __str__(self) -> str:
        """Return the one line that sums it up."""
        spans = f"{self.spans} span{'' if self.spans == 1 else 's'}"
        documents = f"{self.documents} document{'' if self.documents == 1 else 's'}"
        if self.agrees:
            return f"{spans} in {documents} agree with the archived bytes"
        faults = f"{len(self.mismatches)} mismatch{'' if len(self.mismatches) == 1 else 'es'}"
        return f"{faults}; {spans} in {documents} agree with the archived bytes"


def verify_brief(text: str, paths: Sequence[str], names: Mapping[str, str] = NO_NAMES) -> Verdict:
    """
    Return whether each span in *text* cuts what it says from the documents at *paths*: files, folders, or a case alone.

    It is a brief, quotes or a table. Documents are known by the hash of their bytes, whatever their file is called now.

    Args:
        text: A brief as JSON, or quotes or a table as JSON Lines.
        paths: Where the documents are.
        names: Which key of a JSON record holds which part of a document, as when they were read.

    Raises:
        ContractError: *text* is neither JSON of a brief nor JSON Lines of quotes or a table, of this version.
        CaseError: A case cannot be opened.
    """
    from stemma.tell import is_lines, read_line_pins, read_pins

    documents, pins = read_line_pins(text) if is_lines(text) else read_pins(text)
    case = the_case(paths)
    if case is None:
        archive = _Archive.open(paths, documents, names)
    else:
        archive = _Archive.of_case(case, [document.sha256 for document in documents])
    mismatches: list[str] = []
    layers: dict[str, str] = {}
    for document in documents:
        try:
            layers[document.id] = archive.layer(document)
        except InputError as error:
            mismatches.append(str(error))
    agreeing = 0
    for pin in pins:
        if pin.document in layers:
            faults = list(_faults(pin, layers[pin.document]))
            mismatches += [f"{archive.path_of(pin.document, documents)}: {fault}" for fault in faults]
            agreeing += 0 if faults else len(pin.spans)
    return Verdict(agreeing, len(layers), tuple(mismatches))


@dataclass(frozen=True, slots=True)
class _Archive:
    """The bytes at hand, by their hash."""

    data: Mapping[str, bytes]
    paths: frozenset[str]
    unreadable: Mapping[str, str]
    place: str = "no file given has its bytes (sha256 {}…); give the file or its folder"
    """Why bytes are missing, with a gap for the head of their hash."""

    @classmethod
    def open(
        cls, paths: Sequence[str], documents: Sequence["ArchivedDocument"], names: Mapping[str, str]
    ) -> "_Archive":
        """Keep what *documents* were read from, and nothing else of files that may hold millions."""
        wanted = {document.sha256 for document in documents}
        told = {document.path for document in documents}
        data: dict[str, bytes] = {}
        there: set[str] = set()
        unreadable: dict[str, str] = {}
        for item in (item for file in find_files(paths) for item in take(file, names)):
            if isinstance(item, UnreadableError):
                unreadable[item.path] = item.reason
                continue
            there |= {item.path} & told
            sha256 = hashlib.sha256(item.data).hexdigest()
            if sha256 in wanted:
                data.setdefault(sha256, item.data)
        return cls(data, frozenset(there), unreadable)

    @classmethod
    def of_case(cls, case: str, wanted: Sequence[str]) -> "_Archive":
        data: dict[str, bytes] = {}
        with opened_case(case) as store:
            for sha256 in dict.fromkeys(wanted):
                with suppress(CaseError):
                    data[sha256] = store.data(sha256)
        return cls(data, frozenset(), {}, f"{case} does not hold its bytes (sha256 {{}}…)")

    def layer(self, document: "ArchivedDocument") -> str:
        """
        Return the text layer of *document*, drawn again from its bytes.

        Raises:
            InputError: No file has these bytes, or another text is drawn from them now.
        """
        if document.sha256 not in self.data:
            raise UnreadableError(document.path, self._why_missing(document))
        data = self.data[document.sha256]
        # By the path in the brief: the choice of a reader may lean on a file's name.
        layer = choose_reader(data, document.path).read(data, document.path)
        drawn = hash_layer(layer.text)
        if document.layer_sha256 not in (None, drawn):
            now = f"{document.reader} then, {layer.reader} now"
            raise UnreadableError(document.path, f"another text is drawn from the same bytes ({now}); brief it again")
        return layer.text

    def _why_missing(self, document: "ArchivedDocument") -> str:
        if document.path in self.unreadable:
            return self.unreadable[document.path]
        if document.path in self.paths:
            return "its bytes have changed since the brief was made"
        return self.place.format(document.sha256[:12])

    def path_of(self, id: str, documents: Sequence["ArchivedDocument"]) -> str:
        """Return the path that the user knows the document by."""
        return next(document.path for document in documents if document.id == id)


def _faults(pin: "Pin", text: str) -> Iterator[str]:
    try:
        cut = cut_all(pin.spans, text)
    except SpanError as error:
        yield f"{pin.what}: {error}"
        return
    if pin.text is not None and cut != pin.text:
        place = ", ".join(f"{span.start}:{span.end}" for span in pin.spans)
        yield f"{pin.what}: {place} is {_short(cut)}, not {_short(pin.text)}"


def _short(text: str) -> str:
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
