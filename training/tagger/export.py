"""The trained network as one ONNX file."""

from __future__ import annotations

import json

import numpy as np
import onnx
from numpy.typing import NDArray

from training.tagger.graph import Graph, Precision

__all__ = ["State", "build"]

Floats = NDArray[np.float32]
State = dict[str, Floats]


def build(state: State, heads: int, precision: Precision) -> onnx.ModelProto:
    """Write down the network whose weights are *state*, without masks: a window is read by itself."""
    graph = Graph(precision)
    hidden = _embeddings(graph, state)
    layers = 1 + max(int(name.split(".")[3]) for name in state if name.startswith("encoder.encoder.layer."))
    for number in range(layers):
        hidden = _layer(graph, state, f"encoder.encoder.layer.{number}", hidden, heads)
    tokens = {name: _head(graph, state, name, hidden) for name in ("tags", "links")}
    mean = graph.op("ReduceMean", hidden, axes=[1], keepdims=0)
    vector = graph.op("LpNormalization", _head(graph, state, "sentence", mean), axis=-1, p=2)
    outputs = {name: (node, ["batch", "length", len(state[f"{name}.bias"])]) for name, node in tokens.items()}
    outputs["sentence"] = (vector, ["batch", len(state["sentence.bias"])])
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

    context = _attend(graph, state, name, hidden, heads)
    mixed = graph.linear(f"{name}.mix", context, *take("attention.output.dense"))
    hidden = graph.normalise(f"{name}.one", graph.op("Add", mixed, hidden), *take("attention.output.LayerNorm"))
    wide = graph.fused("Gelu", graph.linear(f"{name}.wide", hidden, *take("intermediate.dense")))
    narrow = graph.linear(f"{name}.narrow", wide, *take("output.dense"))
    return graph.normalise(f"{name}.two", graph.op("Add", narrow, hidden), *take("output.LayerNorm"))


def _attend(graph: Graph, state: State, name: str, hidden: str, heads: int) -> str:
    """Attention, with one product for queries, keys and values."""
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    weight = np.concatenate([state[f"{part}.weight"] for part in parts])
    bias = np.concatenate([state[f"{part}.bias"] for part in parts])
    mixed = graph.linear(f"{name}.attend", hidden, weight, bias)
    return graph.fused("MultiHeadAttention", *graph.split(mixed, len(parts), len(bias) // len(parts)), num_heads=heads)


def _head(graph: Graph, state: State, name: str, rows: str) -> str:
    """The heads are small and stay in floats."""
    product = graph.op("MatMul", rows, graph.weight(f"{name}.weight", state[f"{name}.weight"].T))
    return graph.op("Add", product, graph.weight(f"{name}.bias", state[f"{name}.bias"]))
