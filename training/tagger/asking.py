"""What the teacher makes of articles, piece by piece."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from stemma.taggers.pieces import read_pieces
from stemma.taggers.windows import cut_windows, find_owners, frame
from training.tagger.batches import pad
from training.tagger.corpus import Article
from training.tagger.model import Reader

__all__ = ["ask"]

log = logging.getLogger(__name__)
AT_ONCE = 16
"""Windows of one article that are read together."""
Floats = NDArray[np.float32]


def ask(
    teacher: Reader, tokenizer: Tokenizer, articles: Iterable[Article], folder: Path
) -> Iterator[tuple[str, Floats]]:
    """
    Yield each article's name and the probabilities of labels of its pieces, [pieces, labels].

    Each is asked about once; then its answer is read from *folder*.
    """
    folder.mkdir(parents=True, exist_ok=True)
    teacher.eval()
    for number, article in enumerate(articles):
        path = folder / f"{article.name}.npy"
        if not path.exists():
            np.save(path, _answer(teacher, tokenizer, article).astype(np.float16))
        if number % 100 == 0:
            log.info("the teacher has read %d articles", number)
        yield article.name, np.load(path).astype(np.float32)


def _answer(teacher: Reader, tokenizer: Tokenizer, article: Article) -> Floats:
    pieces = read_pieces(tokenizer, article.text, article.paragraphs)
    windows = cut_windows(pieces)
    answers: list[Floats] = []
    for start in range(0, len(windows), AT_ONCE):
        layouts = [frame(pieces, window) for window in windows[start : start + AT_ONCE]]
        ids, mask = pad([layout.ids for layout in layouts])
        types, _ = pad([layout.types for layout in layouts])
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            logits = teacher.tag(teacher.read(ids, types, mask))[0][:, 0]
        for layout, rows in zip(layouts, logits.float().softmax(-1).numpy(), strict=True):
            answers.append(rows[layout.places])
    owners = find_owners(windows, len(pieces))
    told = [answers[owner][piece - windows[owner].start] for piece, owner in enumerate(owners)]
    return np.stack(told) if told else np.zeros((0, 0), np.float32)
