"""Quotes of the BBC's Citron (bbc/citron), with whichever weights are whole; run by ``benchmarks.attribution``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from speaking import Extract, Found, answer, load_spacy

MODELS = ("citron-polnear", "citron/models/en_2021-11-15")
"""Folders of weights under the peers' folder, the first complete one counts."""
PARTS = (
    "cue-classifier.pickle",
    "content-classifier.crfsuite",
    "source-classifier.crfsuite",
    "content-resolver.crfsuite",
    "source-resolver.crfsuite",
)


def load_parser() -> Any:  # noqa: ANN401
    """Return the parser with the marks that Citron wants on spans."""
    from spacy.tokens import Span

    for name in ("probability", "is_plural", "gender"):
        Span.set_extension(name, default=None, force=True)
    Span.set_extension("to_json", method=lambda s: {"start": s.start, "end": s.end, "text": s.text}, force=True)
    return load_spacy()


def prepare(peers: Path) -> Extract:
    sys.path.insert(0, str(peers / "citron"))
    from citron.citron import Citron
    from citron.content import ContentClassifier, ContentResolver
    from citron.cue import CueClassifier
    from citron.source import SourceClassifier, SourceResolver

    folders = [str(peers / name) for name in MODELS if all((peers / name / part).is_file() for part in PARTS)]
    if not folders:
        raise FileNotFoundError("no whole set of Citron's weights: train it with peers/train_citron.py")
    parser = load_parser()
    citron = Citron.__new__(Citron)  # its constructor wants the coreference resolver's weights too
    citron.cue_classifier = CueClassifier(folders[0])
    citron.content_classifier, citron.source_classifier = ContentClassifier(folders[0]), SourceClassifier(folders[0])
    citron.content_resolver, citron.source_resolver = ContentResolver(folders[0]), SourceResolver(folders[0])

    def extract(text: str) -> list[Found]:
        quotes = citron.get_quotes(parser(text), resolve_coreferences=False)
        return [
            Found([_place(s) for s in quote.sources], [_place(quote.cue)], [_place(c) for c in quote.contents])
            for quote in quotes
        ]

    return extract


def _place(span: Any) -> tuple[int, int]:  # noqa: ANN401
    return span.start_char, span.end_char


if __name__ == "__main__":
    answer(prepare)
