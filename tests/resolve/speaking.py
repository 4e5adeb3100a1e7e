"""
A small language for who speaks.

A document is a text; the words of its sources are marked with square brackets, those of relays with
curly ones: ``"[Gen. Anna Holt], the army's spokeswoman, said so. [She] added that."``. ``check_sources``
takes one or several texts and, for each expected speaker, the marked words that mean it.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence

from stemma.model import Attribution, Document, Source, Span, make_id
from stemma.resolve import Resolution, resolve

__all__ = ["check_apart", "check_sources", "document", "read", "resolve_all", "speaker"]

_MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")


def read(marked: str, number: int = 0) -> tuple[Document, tuple[Attribution, ...]]:
    """Return the document of *marked* and one attribution for each pair of brackets in it."""
    text, spans = "", list[tuple[str, Span]]()
    for piece in re.split(r"(\[[^\]]+\]|\{[^}]+\})", marked):
        mark = _MARK.fullmatch(piece)
        words = (mark.group(1) or mark.group(2)) if mark else piece
        if mark:
            spans.append((piece[0], Span(len(text), len(text) + len(words))))
        text += words
    made = document(text, number)
    via, found = tuple[Span, ...](), list[Attribution]()
    for kind, span in spans:
        if kind == "{":
            via = (*via, span)
            continue
        key = make_id("a", made.id, span.start, span.end)
        found.append(Attribution(key, made.id, (), "", source_span=span, via_spans=via))
        via = ()
    return made, tuple(found)


def document(text: str, number: int = 0) -> Document:
    blocks, at = list[Span](), 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(f"d{number}", f"{number}.txt", digest, text, "plain/1", tuple(blocks), language="en")


def resolve_all(*marked: str) -> tuple[Resolution, Mapping[str, list[Source | None]]]:
    """Return the resolution, and for each marked words the sources that they were taken for, in order."""
    read_all = [read(text, number) for number, text in enumerate(marked)]
    attributions = [a for _, found in read_all for a in found]
    resolution = resolve([d for d, _ in read_all], attributions)
    texts = {d.id: d.text for d, _ in read_all}
    sources = {s.id: s for s in resolution.sources}
    found: dict[str, list[Source | None]] = {}
    for item in resolution.attributions:
        assert item.source_span is not None
        words = item.source_span.cut(texts[item.document])
        found.setdefault(words, []).append(sources[item.source] if item.source else None)
    return resolution, found


def speaker(marked: Sequence[str] | str, words: str) -> Source | None:
    """Return whom the marked *words* mean, the first time they stand there."""
    texts = [marked] if isinstance(marked, str) else list(marked)
    return resolve_all(*texts)[1][words][0]


def check_sources(marked: Sequence[str] | str, expected: Mapping[str | None, Sequence[str]]) -> None:
    """
    Assert whom the marked words mean.

    Args:
        marked: One text, or the texts of a case.
        expected: The name of each source, with the marked words that stand for it each time they stand
            there; None for words that cannot be resolved.
    """
    texts = [marked] if isinstance(marked, str) else list(marked)
    found = resolve_all(*texts)[1]
    for name, all_words in expected.items():
        for words in all_words:
            assert [s.name if s else None for s in found[words]] == [name] * len(found[words]), words


def check_apart(marked: Sequence[str] | str, *words: str) -> None:
    """Assert that the marked *words* mean somebody else each."""
    texts = [marked] if isinstance(marked, str) else list(marked)
    found = resolve_all(*texts)[1]
    ids = [s.id if s else None for w in dict.fromkeys(words) for s in found[w]]
    assert None not in ids
    assert len(set(ids)) == len(ids), ids
