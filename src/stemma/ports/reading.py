"""What reads a document, as protocols that adapters fulfil."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stemma.model import Layer, Span, Tags

__all__ = ["Embedder", "Reader", "Tagger"]


class Reader(Protocol):
    """Turns the bytes of one format into a text layer."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of *data*.

        Raises:
            UnreadableError: The bytes hold no text of this format.
        """
        ...


class Tagger(Protocol):
    """Finds sources, cues and contents."""

    @property
    def name(self) -> str:
        """The model's identity, with a hash of its weights where they are at hand."""
        ...

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        """
        Read *blocks*, paragraphs of *text* in order; spans count in *text*.

        Raises:
            EndpointError: The tagger asks a server, and there is no answer.
        """
        ...


class Embedder(Protocol):
    """Turns sentences into vectors whose cosine is their likeness in meaning."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape [len(texts), width], each row of length 1."""
        ...
