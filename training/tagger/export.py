"""The trained network as one ONNX file."""

from __future__ import annotations

import json

import numpy as np
import onnx
from numpy.typing import NDArray

from training.tagger.graph import Graph, Precision
from training.tagger.model import LABELS, LINK_WIDTH

__all__ = ["State", "build"]

LINKS = ("query_source", "query_cue", "key_source", "key_cue")
Floats = NDArray[np.float32]
State = dict[str, Floats]


def build(state: State, heads: int, precision: Precision) -> onnx.ModelProto:
    """Write down the network whose weights are *state*, without masks: a window is read by itself."""
    graph = Graph(precision)
    hidden = _embeddings(graph, state)
    layers = 1 + max(int(name.split(".")[3]) for name in state if name.startswith("encoder.encoder.layer."))
    for number in range(layers):
        hidden = _layer(graph, state, f"encoder.encoder.layer.{number}", hidden, heads)
    outputs = {"tags": (_head(graph, state, "tags", hidden), ["batch", "length", LABELS])}
    for number, name in enumerate(LINKS):
        rows = slice(number * LINK_WIDTH, (number + 1) * LINK_WIDTH)
        link = _float_linear(graph, name, hidden, state["links.weight"][rows], state["links.bias"][rows])
        outputs[name] = (link, ["batch", "length", LINK_WIDTH])
    mean = graph.op("ReduceMean", hidden, axes=[1], keepdims=0)
    vector = graph.op("LpNormalization", _head(graph, state, "sentence", mean), axis=-1, p=2)
    outputs["sentence"] = (vector, ["batch", state["sentence.bias"].shape[0]])
    return graph.finish(outputs, {"transitions": json.dumps(np.round(state["transitions"].astype(float), 5).tolist())})


def _embeddings(graph: Graph, state: State) -> str:
    name = "encoder.embeddings"
    words = graph.look_up("words", state[f"{name}.word_embeddings.weight"], "ids")
    types = graph.op("Gather", graph.weight("types_table", state[f"{name}.token_type_embeddings.weight"]), "types")
    length = graph.op("Slice", graph.op("Shape", "ids"), *(graph.constant([n], np.int64) for n in (1, 2)))
    steps = [graph.constant([0], np.int64), length, graph.constant([0], np.int64)]
    places = graph.op("Slice", graph.weight("places", state[f"{name}.position_embeddings.weight"]), *steps)
    whole = graph.op("Add", graph.op("Add", words, types), places)
    return graph.normalise(name, whole, state[f"{name}.LayerNorm.weight"], state[f"{name}.LayerNorm.bias"])


def _layer(graph: Graph, state: State, name: str, hidden: str, heads: int) -> str:
    def take(part: str) -> tuple[Floats, Floats]:
        return state[f"{name}.{part}.weight"], state[f"{name}.{part}.bias"]

    context = _attend(graph, state, name, graph.quantise(hidden), heads)
    mixed = graph.linear(f"{name}.mix", graph.quantise(context), *take("attention.output.dense"))
    hidden = graph.normalise(f"{name}.one", graph.op("Add", mixed, hidden), *take("attention.output.LayerNorm"))
    wide = _gelu(graph, graph.linear(f"{name}.wide", graph.quantise(hidden), *take("intermediate.dense")))
    narrow = graph.linear(f"{name}.narrow", graph.quantise(wide), *take("output.dense"))
    return graph.normalise(f"{name}.two", graph.op("Add", narrow, hidden), *take("output.LayerNorm"))


def _attend(graph: Graph, state: State, name: str, hidden: str | tuple[str, str], heads: int) -> str:
    """Attention with one product for queries, keys and values; the queries are scaled beforehand."""
    width = state[f"{name}.attention.self.query.bias"].shape[0]
    scales = {"query": 1 / np.float32(np.sqrt(width / heads)), "key": np.float32(1), "value": np.float32(1)}
    weight = np.concatenate([state[f"{name}.attention.self.{part}.weight"] * by for part, by in scales.items()])
    bias = np.concatenate([state[f"{name}.attention.self.{part}.bias"] * by for part, by in scales.items()])
    mixed = graph.linear(f"{name}.attend", hidden, weight, bias)
    split = graph.op("Reshape", mixed, graph.constant([0, 0, 3, heads, width // heads], np.int64))
    turned = graph.op("Transpose", split, perm=[2, 0, 3, 1, 4])
    query, key, value = (graph.op("Gather", turned, graph.constant(n, np.int64), axis=0) for n in range(3))
    scores = graph.op("MatMul", query, graph.op("Transpose", key, perm=[0, 1, 3, 2]))
    context = graph.op("MatMul", graph.op("Softmax", scores, axis=-1), value)
    rows = graph.op("Transpose", context, perm=[0, 2, 1, 3])
    return graph.op("Reshape", rows, graph.constant([0, 0, width], np.int64))


def _gelu(graph: Graph, rows: str) -> str:
    risen = graph.op("Add", graph.op("Erf", graph.op("Div", rows, graph.constant(np.sqrt(2)))), graph.constant(1.0))
    return graph.op("Mul", graph.op("Mul", rows, risen), graph.constant(0.5))


def _head(graph: Graph, state: State, name: str, rows: str) -> str:
    return _float_linear(graph, name, rows, state[f"{name}.weight"], state[f"{name}.bias"])


def _float_linear(graph: Graph, name: str, rows: str, weight: Floats, bias: Floats) -> str:
    """The heads are small and stay in floats."""
    product = graph.op("MatMul", rows, graph.weight(f"{name}.weight", weight.T))
    return graph.op("Add", product, graph.weight(f"{name}.bias", bias))
