"""A small language to write ONNX graphs in, with linear layers in eight bits."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

__all__ = ["Graph", "Precision"]

OPSET = 17
FUSED = "com.microsoft"
"""The domain of onnxruntime's own operators."""
IR_VERSION = 8
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Precision:
    """
    How a linear layer is computed: in floats, or in integers.

    A byte times a signed byte, twice, must fit sixteen bits, or processors without VNNI
    saturate: so weights keep seven bits and the result is the same everywhere.
    """

    integers: bool = True
    weight_limit: int = 63


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

    def fused(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add one of onnxruntime's own nodes, which do in one go what would be several."""
        return self.op(kind, *inputs, domain=FUSED, **attributes)

    def split(self, rows: str, parts: int, width: int) -> list[str]:
        """Part the last axis into *parts* of *width*."""
        name = f"split_{len(self.nodes)}"
        names = [f"{name}_{part}" for part in range(parts)]
        self.nodes.append(
            helper.make_node("Split", [rows, self.constant([width] * parts, np.int64)], names, name, axis=-1)
        )
        return names

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

    def linear(self, name: str, rows: str, weight: Floats, bias: Floats) -> str:
        """
        Multiply *rows* by the transpose of *weight* [out, in], and add *bias*.

        In integers the weights have a scale for each column, and the rows of a window share
        one that is read off them: a window is read alone, so nothing depends on its neighbours.
        """
        if not self.precision.integers:
            return self.op(
                "Add",
                self.op("MatMul", rows, self.weight(f"{name}.weight", weight.T)),
                self.weight(f"{name}.bias", bias),
            )
        scales = np.abs(weight).max(axis=1) / self.precision.weight_limit
        small = np.round(weight / scales[:, None]).astype(np.int8).T
        parts = (
            self.weight(f"{name}.int8", small),
            self.weight(f"{name}.scale", scales.astype(np.float32)),
            "",  # no zero points: the weights lie around zero
            self.weight(f"{name}.bias", bias),
        )
        return self.fused("DynamicQuantizeMatMul", rows, *parts)

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
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="stemma")
        helper.set_model_props(model, notes)
        onnx.checker.check_model(model)
        return model
