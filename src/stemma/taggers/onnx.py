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
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from stemma.model import Span, TagLink, Tags
from stemma.taggers.decode import LABELS, Found, constrain, find_paths, find_spans, soften
from stemma.taggers.links import Answer, find_links
from stemma.taggers.neighbour import accompany, lay_out_neighbour
from stemma.taggers.pieces import Pieces, read_pieces
from stemma.taggers.runtime import load_runtime
from stemma.taggers.windows import Frame, Window, cut_windows, find_owners, frame

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, RunOptions
    from tokenizers import Tokenizer

__all__ = ["OnnxTagger"]

WEIGHTS = Path(__file__).parent / "weights"
MODEL = "tagger.onnx"
LONGEST = 256
"""Word pieces of a sentence that its vector is made of at most, as in the base model."""
LINKS = 4
"""Query of source, query of cue, key of source, key of cue."""
FREE = constrain(np.zeros((LABELS, LABELS), dtype=np.float32))
"""Transitions of the inner layers, which learn no chain: too much inside contents is not known."""
Floats = NDArray[np.float32]
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Model:
    session: InferenceSession
    options: RunOptions
    tokenizer: Tokenizer
    transitions: Floats
    neighbour: Frame
    """What a short window is read with."""


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
        self._pool = ThreadPoolExecutor(threads or os.cpu_count() or 1)  # one for all who ask at once
        self._lock = Lock()

    @property
    def name(self) -> str:
        """The model's identity, with a hash of its weights; known without loading them into the runtime."""
        return self._name

    @cached_property
    def _name(self) -> str:
        with (self._weights / MODEL).open("rb") as file:
            return f"minilm-polnear-{hashlib.file_digest(file, 'sha256').hexdigest()[:12]}"

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        """Read *blocks*, paragraphs of *text* in order; spans count in *text*."""
        model = self._model
        pieces = read_pieces(model.tokenizer, text, blocks)
        if not len(pieces):
            return Tags()
        windows = cut_windows(pieces)
        owners = find_owners(windows, len(pieces))
        layers = zip(*self._map(lambda window: _read_window(model, pieces, window), windows), strict=True)
        return _merge([_read_layer(model, pieces, text, depth, layer, owners) for depth, layer in enumerate(layers)])

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return an array of shape [len(texts), 384], each row of length 1."""
        model = self._model
        rows = [encoding.ids for encoding in model.tokenizer.encode_batch(list(texts))]
        vectors = self._map(lambda ids: _embed(model, ids), rows)
        return np.stack(vectors) if vectors else np.zeros((0, 384), dtype=np.float32)

    def _map(self, ask: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
        return list(self._pool.map(ask, items))

    @property
    def _model(self) -> _Model:
        with self._lock:
            return self._loaded

    @cached_property
    def _loaded(self) -> _Model:
        from tokenizers import Tokenizer

        onnxruntime = load_runtime()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        data = (self._weights / MODEL).read_bytes()
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        notes = session.get_modelmeta().custom_metadata_map
        transitions = constrain(np.array(json.loads(notes["transitions"]), dtype=np.float32))
        tokenizer = Tokenizer.from_file(str(self._weights / "tokenizer.json"))
        asked = onnxruntime.RunOptions()
        asked.only_execute_path_to_fetches = True  # a vector needs no marks, and marks need no vector
        return _Model(session, asked, tokenizer, transitions, lay_out_neighbour(tokenizer))


def _read_window(model: _Model, pieces: Pieces, window: Window) -> list[Answer]:
    """Ask the model about *window*, and return the answer of each layer."""
    layout = accompany(frame(pieces, window), model.neighbour)
    tags, links = model.session.run(
        ["tags", "links"], {"ids": layout.ids[None], "types": layout.types[None]}, model.options
    )
    rows, keys = layout.places, np.concatenate([[0], layout.places])
    labels = tags[0].reshape(len(layout.ids), -1, LABELS)
    points = links[0].reshape(len(layout.ids), labels.shape[1], LINKS, -1)
    return [
        Answer(
            window,
            labels[rows, layer],
            *points[rows, layer, :2].swapaxes(0, 1),
            *points[keys, layer, 2:].swapaxes(0, 1),
        )
        for layer in range(labels.shape[1])
    ]


def _read_layer(
    model: _Model, pieces: Pieces, text: str, depth: int, answers: Sequence[Answer], owners: NDArray[np.int64]
) -> tuple[list[Found], tuple[TagLink, ...]]:
    """Return the spans of one layer and the links between them."""
    logits = np.concatenate(
        [answer.logits[_owned(answer.window, owners, number)] for number, answer in enumerate(answers)]
    )
    paths = find_paths(logits, pieces.blocks, model.transitions if depth == 0 else FREE)
    found = find_spans(pieces, paths, soften(logits), text, depth)
    return found, find_links(found, answers, owners)


def _owned(window: Window, owners: NDArray[np.int64], number: int) -> NDArray[np.int64]:
    return np.flatnonzero(owners[window.start : window.end] == number)


def _merge(layers: Sequence[tuple[Sequence[Found], Sequence[TagLink]]]) -> Tags:
    """Put the spans of all layers in reading order and number the links anew."""
    keys = sorted(
        (found.tagged.span, depth, index)
        for depth, (spans, _) in enumerate(layers)
        for index, found in enumerate(spans)
    )
    places = {(depth, index): place for place, (_, depth, index) in enumerate(keys)}
    links = [
        TagLink(places[depth, link.content], places[depth, link.other], link.score)
        for depth, (_, links) in enumerate(layers)
        for link in links
    ]
    return Tags(tuple(layers[depth][0][index].tagged for _, depth, index in keys), tuple(sorted(links, key=_order)))


def _order(link: TagLink) -> tuple[int, int]:
    return link.content, link.other


def _embed(model: _Model, ids: Sequence[int]) -> Floats:
    kept = list(ids) if len(ids) <= LONGEST else [*ids[: LONGEST - 1], ids[-1]]
    row = np.array([kept], dtype=np.int64)
    vector: Floats = model.session.run(["sentence"], {"ids": row, "types": np.zeros_like(row)}, model.options)[0][0]
    return vector
