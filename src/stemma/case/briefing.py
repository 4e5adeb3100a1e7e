"""The brief of files: find them, read each, hold them against each other."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from stemma.errors import NothingToReadError
from stemma.model import Brief, Notice
from stemma.pipeline import compare, read_alone
from stemma.readers import choose_reader
from stemma.taggers import OnnxTagger

__all__ = ["brief_files"]


def brief_files(paths: Sequence[str], tell: Callable[[str], None] = lambda _: None) -> Brief:
    """Return the brief of the documents at *paths*; *tell* is called with one line of progress a document."""
    tagger = OnnxTagger()
    readings, notices = [], list[Notice]()
    for path in paths:
        data = Path(path).read_bytes()
        layer = choose_reader(data, path).read(data, path)
        readings.append(read_alone(layer, path, hashlib.sha256(data).hexdigest(), tagger))
    if not readings:
        raise NothingToReadError
    return replace(compare(readings, tagger, notices), models=(tagger.name,))
