"""The tagger and embedder that ships with Stemma, run by onnxruntime."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from stemma.model import Span, Tags
from stemma.taggers.decode import constrain, find_paths, find_spans, soften
from stemma.taggers.links import Answer, find_links
from stemma.taggers.pieces import Pieces, read_pieces
from stemma.taggers.windows import Window, cut_windows, find_owners, frame

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["OnnxTagger"]

WEIGHTS = Path(__file__).parent / "weights"
LONGEST = 256
"""Word pieces of a sentence that its vector is made of at most, as in the base model."""
Floats = NDArray[np.float32]
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Model:
    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    transitions: Floats


class OnnxTagger:
    """
    A tagger and an embedder from one small network.

    The model is loaded when it is first asked something. Windows and sentences are read
    one at a time, each by one thread: what is said of one never depends on its
    neighbours or on the number of cores.
    """

    def __init__(self, weights: Path = WEIGHTS, *, threads: int | None = None) -> None:
        """Read with *threads* windows at a time: one a core unless told otherwise."""
        self._weights = weights
        self._threads = threads or os.cpu_count() or 1

    @property
    def name(self) -> str:
        """The model's identity, with a hash of its weights."""
        return self._model.name

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        """Read *blocks*, paragraphs of *text* in order; spans count in *text*."""
        model = self._model
        pieces = read_pieces(model.tokenizer, text, blocks)
        if not len(pieces):
            return Tags()
        windows = cut_windows(pieces)
        answers = self._map(lambda window: _read_window(model, pieces, window), windows)
        owners = find_owners(windows, len(pieces))
        logits = np.stack([answers[owner].logits[i - windows[owner].start] for i, owner in enumerate(owners)])
        paths = find_paths(logits, pieces.blocks, model.transitions)
        found = find_spans(pieces, paths, soften(logits), text)
        return Tags(tuple(one.tagged for one in found), find_links(found, answers, owners))

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return an array of shape [len(texts), 384], each row of length 1."""
        model = self._model
        rows = [encoding.ids for encoding in model.tokenizer.encode_batch(list(texts))]
        vectors = self._map(lambda ids: _embed(model, ids), rows)
        return np.stack(vectors) if vectors else np.zeros((0, 384), dtype=np.float32)

    def _map(self, ask: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(ask, items))

    @cached_property
    def _model(self) -> _Model:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        data = (self._weights / "tagger.onnx").read_bytes()
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        notes = session.get_modelmeta().custom_metadata_map
        transitions = constrain(np.array(json.loads(notes["transitions"]), dtype=np.float32))
        tokenizer = Tokenizer.from_file(str(self._weights / "tokenizer.json"))
        return _Model(f"minilm-polnear-{hashlib.sha256(data).hexdigest()[:12]}", session, tokenizer, transitions)


def _read_window(model: _Model, pieces: Pieces, window: Window) -> Answer:
    layout = frame(pieces, window)
    names = ["tags", "query_source", "query_cue", "key_source", "key_cue"]
    outputs = model.session.run(names, {"ids": layout.ids[None], "types": layout.types[None]})
    tags, query_source, query_cue, key_source, key_cue = (output[0] for output in outputs)
    rows = layout.places
    keys = np.concatenate([[0], rows])
    return Answer(window, tags[rows], query_source[rows], query_cue[rows], key_source[keys], key_cue[keys])


def _embed(model: _Model, ids: Sequence[int]) -> Floats:
    kept = list(ids) if len(ids) <= LONGEST else [*ids[: LONGEST - 1], ids[-1]]
    row = np.array([kept], dtype=np.int64)
    vector: Floats = model.session.run(["sentence"], {"ids": row, "types": np.zeros_like(row)})[0][0]
    return vector
