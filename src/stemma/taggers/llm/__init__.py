"""A large language model behind an address, as a tagger."""

from stemma.taggers.llm.endpoint import Endpoint
from stemma.taggers.llm.patience import Patience
from stemma.taggers.llm.tagger import LlmTagger

__all__ = ["Endpoint", "LlmTagger", "Patience"]
