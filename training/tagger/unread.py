"""Articles that nobody marked: the student hears of them what the teacher says."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from training.tagger.corpus import Article, find_paragraphs

__all__ = ["read_unread"]

LONGEST = 20_000
"""Characters of an article that are read; a few are whole programmes."""


def read_unread(events: Path | None, plain: Path | None, leave: Collection[str]) -> Iterator[Article]:
    """Yield the articles of *events*, but for those to *leave*, and the text files of *plain*."""
    for path in sorted(events.glob("*.json")) if events else ():
        article = json.loads(path.read_text("utf-8"))
        if str(article.get("newsCluster", {}).get("EventId")) not in leave and article.get("text"):
            yield _make(path.stem, article["text"])
    for path in sorted(plain.glob("*.txt")) if plain else ():
        yield _make(path.stem, path.read_text("utf-8"))


def _make(name: str, text: str) -> Article:
    kept = text[:LONGEST]
    return Article(name, kept, find_paragraphs(kept), ())
