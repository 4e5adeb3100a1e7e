"""
Quotes by the Gender Gap Tracker (sfu-discourse-lab/GenderGapTracker), English; run by ``benchmarks.attribution``.

It reads a text that it has washed first; letters and digits survive the washing one for one, so the n-th of them in
the one text is the n-th in the other.
"""

from __future__ import annotations

import logging
import re
import sys
import types
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

from speaking import Extract, Found, Place, answer, load_spacy


def prepare(peers: Path) -> Extract:
    english = peers / "GenderGapTracker" / "nlp" / "english"
    if not english.is_dir():
        raise FileNotFoundError(f"no checkout of sfu-discourse-lab/GenderGapTracker at {english}")
    sys.path.insert(0, str(english))
    import utils  # its own module of that name

    utils.create_logger = lambda *_, **__: logging.getLogger("peer")  # it writes log files on import otherwise
    from quote_extractor import QuoteExtractor

    parser = load_spacy()
    verbs = {"QUOTE_VERBS": str(english / "rules" / "quote_verb_list.txt")}
    extractor = QuoteExtractor({"spacy_lang": parser, "NLP": verbs})

    def extract(text: str) -> list[Found]:
        washed = utils.preprocess_text(text)
        places = _Places(text, washed)
        return [_found(places, quote) for quote in extractor.extract_quotes(parser(washed))]

    return extract


def _found(places: _Places, quote: dict[str, Any]) -> Found:
    return Found(*(places.of(quote.get(f"{part}_index", "")) for part in ("speaker", "verb", "quote")))


class _Places:
    """From places in the washed text to places in the text."""

    def __init__(self, text: str, washed: str) -> None:
        self._text, self._washed = text, washed
        self._letters = [at for at, char in enumerate(text) if char.isalnum()]
        self._counts = [0]
        for char in washed:
            self._counts.append(self._counts[-1] + char.isalnum())

    def of(self, index: str) -> list[Place]:
        """Return the place that "(start,end)" means; none for an empty one."""
        found = re.fullmatch(r"\((\d+),(\d+)\)", index)
        if found is None:
            return []
        start, end = map(int, found.groups())
        first, last = self._counts[start], self._counts[end] - 1
        if last < first or last >= len(self._letters):
            return []
        begin, finish = self._letters[first], self._letters[last] + 1
        begin -= len(_marks(reversed(self._text[:begin]), self._edge(start, end)))
        finish += len(_marks(self._text[finish:], self._edge(end, start)))
        return [(begin, finish)]

    def _edge(self, start: int, end: int) -> int:
        """Return how many marks the washed piece has at its *start*, read towards its *end*."""
        piece = self._washed[start:end] if start < end else self._washed[end:start][::-1]
        return len(_marks(piece, len(piece)))


def _marks(chars: Any, most: int) -> list[str]:  # noqa: ANN401
    return list(takewhile(lambda c: not c.isalnum() and c != "\n", islice(chars, most)))


if "bson" not in sys.modules:  # it imports its database's types, which the reading of a text does not touch
    for name in ("bson", "pymongo"):
        sys.modules[name] = types.ModuleType(name)
    sys.modules["bson"].ObjectId = str  # type: ignore[attr-defined]

if __name__ == "__main__":
    answer(prepare)
