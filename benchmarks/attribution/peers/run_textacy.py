"""Direct quotations by textacy (chartbeat-labs/textacy); run by ``benchmarks.attribution``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from speaking import Extract, Found, Place, answer, load_spacy


def prepare(_: Path) -> Extract:
    from textacy.extract import direct_quotations

    parser = load_spacy()

    def extract(text: str) -> list[Found]:
        quotes = direct_quotations(parser(text))
        return [Found(_places(q.speaker), _places(q.cue), [(q.content.start_char, q.content.end_char)]) for q in quotes]

    return extract


def _places(tokens: Iterable[Any]) -> list[Place]:
    return [(token.idx, token.idx + len(token)) for token in tokens]


if __name__ == "__main__":
    answer(prepare)
