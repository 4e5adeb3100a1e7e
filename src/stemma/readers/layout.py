"""A text layer laid out from paragraphs, for formats that hold no text in a row."""

import re
from collections.abc import Iterable

from stemma.model import Span

__all__ = ["lay_out", "single_spaced"]

_SPACE = re.compile(r"\s+")


def single_spaced(text: str | None) -> str:
    """Return *text* on one line; of nothing, nothing."""
    return _SPACE.sub(" ", text or "").strip()


def lay_out(head: str | None, paragraphs: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """Return *head* and *paragraphs* with a blank line behind each, and where the paragraphs stand."""
    text = f"{head}\n\n" if head else ""
    blocks: list[Span] = []
    for paragraph in paragraphs:
        blocks.append(Span(len(text), len(text) + len(paragraph)))
        text += f"{paragraph}\n\n"
    return text.encode("utf-8", "replace").decode(), tuple(blocks)  # half a character, escaped in JSON, is "?"
