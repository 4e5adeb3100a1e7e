"""Sentences that the encoder must go on embedding as its teacher, the untouched sentence model, does."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from stemma.model import cut_all
from training.tagger.batches import pad
from training.tagger.corpus import Article, find_paragraphs

__all__ = ["collect_sentences", "embed_all", "encode"]

LONGEST = 96
"""Word pieces of a sentence at most; longer ones are cut off."""
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+")


def collect_sentences(articles: Sequence[Article], events: Path | None, limit: int) -> list[str]:
    """Draw *limit* sentences and contents of PolNeAR and of the event articles, the same ones each time."""
    texts = {sentence for article in articles for sentence in _read_article(article)}
    for path in sorted(events.glob("*.json")) if events else ():
        text = json.loads(path.read_text("utf-8")).get("text") or ""
        texts.update(_split(text))
    chosen = sorted(text for text in texts if 15 < len(text) < 600)
    random.Random(0).shuffle(chosen)
    return chosen[:limit]


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """Return word pieces with [CLS] and [SEP]."""
    rows = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    return [row if len(row) <= LONGEST else [*row[: LONGEST - 1], row[-1]] for row in rows]


def embed_all(encoder: nn.Module, rows: Sequence[Sequence[int]]) -> Tensor:
    """Return the masked mean of *encoder*'s last hidden state, unit length, in the order of *rows*."""
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    vectors: list[Tensor] = [torch.empty(0)] * len(rows)
    with torch.inference_mode():
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            ids, mask = pad([rows[index] for index in part])
            hidden = encoder(input_ids=ids, attention_mask=mask).last_hidden_state
            weights = mask.unsqueeze(-1).float()
            mean = (hidden * weights).sum(1) / weights.sum(1)
            for index, vector in zip(part, torch.nn.functional.normalize(mean, dim=-1), strict=True):
                vectors[index] = vector
    return torch.stack(vectors)


def _read_article(article: Article) -> Iterator[str]:
    yield from _split(article.text)
    for relation in article.readings[0]:
        yield cut_all(relation.contents, article.text)


def _split(text: str) -> Iterator[str]:
    for paragraph in find_paragraphs(text):
        yield from SENTENCE_END.split(paragraph.cut(text))
