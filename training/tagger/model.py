"""The network: one encoder, and heads for tags, links and sentences."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

__all__ = ["LABELS", "LINK_WIDTH", "Network"]

LABELS = 7
LINK_WIDTH = 64


class Network(nn.Module):
    """
    MiniLM with heads.

    The second token type, which the sentence model never saw, tells capitals; it starts
    as a copy of the first so that nothing changes before training.
    """

    def __init__(self, base: str) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        types = self.encoder.embeddings.token_type_embeddings.weight
        with torch.no_grad():
            types[1] = types[0]
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, LABELS)
        self.links = nn.Linear(width, 4 * LINK_WIDTH)
        self.sentence = nn.Linear(width, width)
        nn.init.eye_(self.sentence.weight)
        nn.init.zeros_(self.sentence.bias)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))

    def read(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden states [B, T, width]."""
        hidden: Tensor = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        return hidden

    def tag(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag logits and the link scores of sources and of cues, [B, T, T] each."""
        hidden = self.dropout(hidden)
        query_source, query_cue, key_source, key_cue = self.project(hidden)
        scale = math.sqrt(LINK_WIDTH)
        sources = query_source @ key_source.transpose(1, 2) / scale
        cues = query_cue @ key_cue.transpose(1, 2) / scale
        return self.tags(hidden), sources, cues

    def project(self, hidden: Tensor) -> tuple[Tensor, ...]:
        """Return query_source, query_cue, key_source and key_cue."""
        return self.links(hidden).split(LINK_WIDTH, dim=-1)

    def embed(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return unit sentence vectors: the masked mean of the hidden states, put through a linear map."""
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1).clamp(min=1)
        return functional.normalize(self.sentence(mean), dim=-1)
