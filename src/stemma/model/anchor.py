"""What lasts of a thing in a reading: the bytes of its document, and its words with what stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Anchor", "Thing", "Words", "anchor_record", "read_anchor"]

Value = str | int | None | list["Value"] | Mapping[str, "Value"]


class Thing(StrEnum):
    """What a judgement may speak of."""

    ATTRIBUTION = "attribution"
    FIGURE = "figure"
    SOURCE = "source"
    CLAIM = "claim"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Words:
    """
    Words of a text with what stands around them, to be found again when offsets have moved.

    A TextQuoteSelector with its TextPositionSelector (W3C Web Annotation Data Model, 4.2.4 and 4.2.5).
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    """Where they stood, in code points of the text layer."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """
    A thing as a judgement keeps it.

    A claim is the one that holds the attribution at *words*; a source is the one that *words* stand
    for, else the one that goes by *name*.
    """

    thing: Thing
    document: str | None = None
    """SHA-256 of the document's bytes; None for a source that is only named."""
    words: tuple[Words, ...] = ()
    """The pieces of a content, or the words of a figure or a source."""
    by: Words | None = None
    """The words for the source of an attribution, where it has some."""
    name: str = ""
    cue: Words | None = None
    """The words that tell that it is said; kept for what an analyst marks, since no reading has it."""


def anchor_record(anchor: Anchor) -> Mapping[str, Value]:
    """Return *anchor* as it is written in the journal; what it has not is left out."""
    record: dict[str, Value] = {"thing": anchor.thing.value}
    if anchor.document is not None:
        record["document"] = anchor.document
    if anchor.words:
        record["words"] = [_words_record(words) for words in anchor.words]
    if anchor.by is not None:
        record["by"] = _words_record(anchor.by)
    if anchor.name:
        record["name"] = anchor.name
    if anchor.cue is not None:
        record["cue"] = _words_record(anchor.cue)
    return record


def read_anchor(record: object) -> Anchor:
    """
    Return the anchor that `anchor_record` wrote.

    Raises:
        ValueError: *record* is none.
    """
    if not isinstance(record, Mapping):
        raise ValueError("an anchor is an object")
    known = {"document": None, "words": [], "by": None, "name": "", "cue": None, **record}
    match known:
        case {"thing": str(thing), "document": str() | None as document, "words": list(words), "name": str(name)}:
            source, cue = (None if known[key] is None else _read_words(known[key]) for key in ("by", "cue"))
            return Anchor(Thing(thing), document, tuple(map(_read_words, words)), source, name, cue)
    raise ValueError("an anchor has a thing, a document, words and a name")


def _words_record(words: Words) -> dict[str, Value]:
    return {"exact": words.exact, "prefix": words.prefix, "suffix": words.suffix, "start": words.start}


def _read_words(record: object) -> Words:
    if isinstance(record, Mapping):
        match record:
            case {"exact": str(exact), "prefix": str(prefix), "suffix": str(suffix), "start": int(start)}:
                return Words(exact, prefix, suffix, start)
    raise ValueError("words have exact, prefix, suffix and start")
