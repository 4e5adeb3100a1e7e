"""The networks: one encoder each, and heads for tags, links and sentences."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training.tagger.examples import LAYERS

__all__ = ["LABELS", "LINK_WIDTH", "Network", "Reader", "Teacher"]

LABELS = 7
LINK_WIDTH = 64
LINKS = 4
"""Query of source, query of cue, key of source, key of cue."""
MPNET_SHIFT = 4
"""MPNet's vocabulary is BERT's, four places further on, but for the special pieces."""


class Reader(nn.Module):
    """An encoder with heads for tags and links; what it reads with is its subclass's."""

    encoder: nn.Module

    def __init__(self, width: int, layers: int) -> None:
        super().__init__()
        self.layers = layers
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, layers * LABELS)
        self.links = nn.Linear(width, layers * LINKS * LINK_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))

    def read(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden states [B, T, width]."""
        raise NotImplementedError

    def tag(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag logits [B, layers, T, labels] and the link scores of sources and of cues, [B, layers, T, T]."""
        hidden = self.dropout(hidden)
        size, length, _ = hidden.shape
        logits = self.tags(hidden).view(size, length, self.layers, LABELS).transpose(1, 2)
        links = self.links(hidden).view(size, length, self.layers, LINKS, LINK_WIDTH).permute(3, 0, 2, 1, 4)
        query_source, query_cue, key_source, key_cue = links / math.sqrt(math.sqrt(LINK_WIDTH))
        return logits, query_source @ key_source.transpose(2, 3), query_cue @ key_cue.transpose(2, 3)


class Network(Reader):
    """
    MiniLM with heads: what is shipped.

    The second token type, which the sentence model never saw, tells capitals; it starts
    as a copy of the first so that nothing changes before training.
    """

    def __init__(self, base: str, layers: int = LAYERS) -> None:
        encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        width = encoder.config.hidden_size
        super().__init__(width, layers)
        self.encoder = encoder
        types = encoder.embeddings.token_type_embeddings.weight
        with torch.no_grad():
            types[1] = types[0]
        self.sentence = nn.Linear(width, width)
        nn.init.eye_(self.sentence.weight)
        nn.init.zeros_(self.sentence.bias)

    def read(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden states [B, T, width]."""
        hidden: Tensor = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        return hidden

    def embed(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return unit sentence vectors: the masked mean of the hidden states, put through a linear map."""
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1).clamp(min=1)
        return functional.normalize(self.sentence(mean), dim=-1)


class Teacher(Reader):
    """
    MPNet with heads: eight times the size, only to learn from.

    Its first layers and its word vectors stay as they are, which spares a third of the work;
    capitals enter above them.
    """

    FROZEN = 4

    def __init__(self, base: str) -> None:
        encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        super().__init__(encoder.config.hidden_size, layers=1)
        self.encoder = encoder
        frozen = [encoder.embeddings, encoder.encoder.relative_attention_bias, *encoder.encoder.layer[: self.FROZEN]]
        for part in frozen:
            part.requires_grad_(False)
        self.types = nn.Embedding(2, encoder.config.hidden_size)
        nn.init.zeros_(self.types.weight)

    def read(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden states [B, T, width]; *ids* are BERT's."""
        special = {101: 0, 102: 2, 0: 1}
        shifted = ids + MPNET_SHIFT
        for bert, mpnet in special.items():
            shifted = shifted.masked_fill(ids == bert, mpnet)
        hidden_by = (1.0 - mask[:, None, None, :].float()) * -1e4
        layers = self.encoder.encoder.layer
        with torch.no_grad():
            hidden = self.encoder.embeddings(input_ids=shifted)
            bias = self.encoder.encoder.compute_position_bias(hidden)
            for layer in layers[: self.FROZEN]:
                hidden = layer(hidden, hidden_by, position_bias=bias)[0]
        hidden = hidden + self.types(types).to(hidden.dtype)
        for layer in layers[self.FROZEN :]:
            hidden = layer(hidden, hidden_by, position_bias=bias)[0]
        return hidden
