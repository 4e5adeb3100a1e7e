"""Adapters that find sources, cues and contents; the only importers of onnxruntime, tokenizers and urllib3."""

from stemma.taggers.llm import Endpoint, LlmTagger
from stemma.taggers.onnx import OnnxTagger

__all__ = ["Endpoint", "LlmTagger", "OnnxTagger"]
