"""PolNeAR as articles with attributions, read from its brat files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stemma.model import Role, Span

__all__ = ["Article", "Relation", "find_paragraphs", "read_articles"]

ROLES = {"Source": Role.SOURCE, "Cue": Role.CUE, "Content": Role.CONTENT}


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution; the segments of a discontinuous part are spans of their own."""

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    inner: bool = False
    """It stands inside another attribution's content, or names whom the other one cites."""

    def __getitem__(self, role: Role) -> tuple[Span, ...]:
        return {Role.SOURCE: self.sources, Role.CUE: self.cues, Role.CONTENT: self.contents}[role]


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what each of its annotators marked: one reading for most, six for some."""

    name: str
    text: str
    paragraphs: tuple[Span, ...]
    readings: tuple[tuple[Relation, ...], ...]
    judged: tuple[Span, ...] = ()
    """Where somebody looked for nested attributions; elsewhere inside a content nothing is known of them."""


def read_articles(corpus: Path, split: str) -> Iterator[Article]:
    """Read the articles of *split* in order of name."""
    for path in sorted((corpus / split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        marks = sorted((corpus / split / "attributions").glob(f"{path.stem}_????.ann"))
        readings = tuple(tuple(_read_relations(mark.read_text("utf-8"))) for mark in marks)
        yield Article(path.stem, text, find_paragraphs(text), readings)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the lines of *text* that hold more than white space."""
    return tuple(Span(*match.span()).trim(text) for match in re.finditer(r"[^\n]*\S[^\n]*", text))


def _read_relations(marks: str) -> Iterator[Relation]:
    """Read a brat file; a marked text that holds a line break spills into lines that are no records, and are left."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for line in marks.split("\n"):
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key):
            kind, _, places = rest.split("\t")[0].partition(" ")
            if kind in ROLES:
                spans[key] = tuple(Span(*map(int, place.split())) for place in places.split(";"))
        elif re.fullmatch(r"E\d+", key):
            events.append(rest.split())
    for event in events:
        parts: dict[Role, list[Span]] = {role: [] for role in Role}
        for part in event:
            kind, _, key = part.partition(":")
            name = kind.rstrip("0123456789")
            if name in ROLES:
                parts[ROLES[name]] += spans.get(key, ())
        if parts[Role.CONTENT]:
            yield Relation(*(tuple(sorted(parts[role])) for role in Role))
