"""A small language to write ONNX graphs in, with linear layers in eight bits."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

__all__ = ["Graph", "Precision"]

OPSET = 17
IR_VERSION = 8
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Precision:
    """
    How a linear layer is computed: in floats, or in integers with a scale a row and a scale a column.

    A byte times a signed byte, twice, must fit sixteen bits, or processors without VNNI
    saturate: so weights keep seven bits and the result is the same everywhere.
    """

    integers: bool = True
    weight_limit: int = 63
    row_limit: int = 127


@dataclass(slots=True)
class Graph:
    """Nodes and weights under construction; every method returns the name of its result."""

    precision: Precision
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add a node with one output. Its name keeps onnxruntime 1.19 from giving two nodes the same one."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name, **attributes))
        return name

    def constant(self, values: object, kind: type = np.float32) -> str:
        """Add a small constant, once."""
        array = np.asarray(values, dtype=kind)
        return self.weight(f"constant_{array.dtype}_{array.shape}_{array.tolist()}".replace(" ", ""), array)

    def weight(self, name: str, array: NDArray[np.generic]) -> str:
        """Add a weight."""
        self.weights.setdefault(name, numpy_helper.from_array(array.copy(), name))
        return name

    def look_up(self, name: str, table: Floats, ids: str) -> str:
        """Take rows of *table*, kept in eight bits with a scale a row."""
        if not self.precision.integers:
            return self.op("Gather", self.weight(name, table), ids)
        scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-9) / 127
        small = np.round(table / scales).astype(np.int8)
        rows = self.op("Cast", self.op("Gather", self.weight(f"{name}.int8", small), ids), to=TensorProto.FLOAT)
        return self.op("Mul", rows, self.op("Gather", self.weight(f"{name}.scale", scales.astype(np.float32)), ids))

    def linear(self, name: str, rows: str | tuple[str, str], weight: Floats, bias: Floats) -> str:
        """Multiply *rows*, or their quantised form, by the transpose of *weight* [out, in], and add *bias*."""
        if isinstance(rows, str):
            product = self.op("MatMul", rows, self.weight(f"{name}.weight", weight.T))
        else:
            scales = np.abs(weight).max(axis=1) / self.precision.weight_limit
            small = np.round(weight / scales[:, None]).astype(np.int8).T
            whole = self.op("MatMulInteger", rows[0], self.weight(f"{name}.int8", small), self.constant(128, np.uint8))
            scaled = self.op("Mul", self.op("Cast", whole, to=TensorProto.FLOAT), rows[1])
            product = self.op("Mul", scaled, self.weight(f"{name}.scale", scales.astype(np.float32)))
        return self.op("Add", product, self.weight(f"{name}.bias", bias))

    def quantise(self, rows: str) -> str | tuple[str, str]:
        """Return bytes around 128 and a scale for each row, so that no row depends on another."""
        if not self.precision.integers:
            return rows
        most = self.op("ReduceMax", self.op("Abs", rows), axes=[-1], keepdims=1)
        scale = self.op("Mul", self.op("Max", most, self.constant(1e-6)), self.constant(1 / self.precision.row_limit))
        whole = self.op("Add", self.op("Round", self.op("Div", rows, scale)), self.constant(128.0))
        return self.op("Cast", whole, to=TensorProto.UINT8), scale

    def normalise(self, name: str, rows: str, weight: Floats, bias: Floats) -> str:
        """Layer normalisation as BERT does it."""
        parts = (self.weight(f"{name}.weight", weight), self.weight(f"{name}.bias", bias))
        return self.op("LayerNormalization", rows, *parts, axis=-1, epsilon=1e-12)

    def finish(self, outputs: dict[str, tuple[str, list[object]]], notes: dict[str, str]) -> onnx.ModelProto:
        """Close the graph: inputs ids and types [batch, length], and *outputs* by name with their node and shape."""
        for name, (node, _) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [node], [name], name))
        graph = helper.make_graph(
            self.nodes,
            "tagger",
            [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in ("ids", "types")],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, (_, shape) in outputs.items()],
            list(self.weights.values()),
        )
        opsets = [helper.make_opsetid("", OPSET)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="stemma")
        helper.set_model_props(model, notes)
        onnx.checker.check_model(model)
        return model
