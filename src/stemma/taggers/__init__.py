"""Adapters that find sources, cues and contents; the only importers of onnxruntime and tokenizers."""

from stemma.taggers.onnx import OnnxTagger

__all__ = ["OnnxTagger"]
