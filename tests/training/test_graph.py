"""Eight bits: close to the floats, and the same on every processor."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")

from stemma.taggers.runtime import load_runtime  # noqa: E402
from training.tagger.graph import Graph, Precision  # noqa: E402

CHANCE = np.random.default_rng(0)
TABLE = CHANCE.normal(size=(50, 64)).astype(np.float32)
WEIGHT = CHANCE.normal(size=(32, 64)).astype(np.float32)
BIAS = CHANCE.normal(size=32).astype(np.float32)
IDS = np.array([[3, 14, 15, 9, 26]])


def run(ids: np.ndarray, precision: Precision) -> np.ndarray:
    """Look *ids* up and put them through one linear layer."""
    graph = Graph(precision)
    rows = graph.op(
        "Add",
        graph.look_up("table", TABLE, "ids"),
        graph.op("Cast", graph.op("Unsqueeze", "types", graph.constant([2], np.int64)), to=1),
    )
    product = graph.linear("layer", rows, WEIGHT, BIAS)
    model = graph.finish({"out": (product, ["batch", "length", 32])}, {})
    session = load_runtime().InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(["out"], {"ids": ids, "types": np.zeros_like(ids)})[0]


def test_integers_come_close_to_floats():
    exact = run(IDS, Precision(integers=False))
    assert exact == pytest.approx(TABLE[IDS] @ WEIGHT.T + BIAS, abs=1e-4)
    assert np.abs(run(IDS, Precision()) - exact).max() < 0.04 * np.abs(exact).max()


def test_two_products_of_bytes_fit_sixteen_bits():
    assert 2 * 255 * Precision().weight_limit < 2**15
