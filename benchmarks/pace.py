"""
How fast the attribution stage is beside a plain eight-bit MiniLM tagger, in one run.

    python -m training.plain build/plain.onnx
    python -m benchmarks.pace ../shared/data/polnear build/plain.onnx

The plain tagger reads windows of 200 word pieces, side by side and none twice, and gives labels; the stage gives
attributions, rules included. Both cut the text into word pieces themselves, and both have all cores: the plain one
through onnxruntime's own threads, in padded batches of 16 and one window at a time. ``inside`` is the share of
the stage's processor time that the encoder takes. The best of several rounds counts; rounds take turns.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from stemma.attribute import attribute
from stemma.case.files.ahead import count_workers, work_ahead
from stemma.model import Document
from stemma.taggers import OnnxTagger
from stemma.taggers.onnx import WEIGHTS
from stemma.taggers.runtime import load_runtime
from training.tagger.corpus import Article, read_articles

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WINDOW = 200
CLS, SEP = 101, 102


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("plain", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    articles = list(read_articles(options.corpus, "dev"))[: options.articles]
    session = load_runtime().InferenceSession(str(options.plain), providers=["CPUExecutionProvider"])
    tokenizer, tagger = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")), OnnxTagger()
    ways: dict[str, Callable[[], object]] = {
        "plain, in batches of 16": lambda: read_plainly(session, tokenizer, articles, 16),
        "plain, one window at a time": lambda: read_plainly(session, tokenizer, articles, 1),
        "the stage": lambda: read_whole(tagger, articles),
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(options.rounds):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            best[name] = min(best[name], time.perf_counter() - begun)
    for name, seconds in best.items():
        ratio = " ".join(f"x{best[other] / seconds:.2f}" for other in list(ways)[:2])
        print(f"{name:28} {len(articles) / seconds:6.1f} articles a second  {ratio}")
    print(f"{'inside':28} {find_share(articles):6.2f}")


def read_plainly(session: InferenceSession, tokenizer: Tokenizer, articles: Sequence[Article], size: int) -> None:
    for article in articles:
        ids = tokenizer.encode(article.text, add_special_tokens=False).ids
        rows = [[CLS, *ids[start : start + WINDOW], SEP] for start in range(0, len(ids), WINDOW)]
        for start in range(0, len(rows), size):
            part = rows[start : start + size]
            filled = np.zeros((len(part), max(map(len, part))), dtype=np.int64)
            mask = np.zeros_like(filled)
            for number, row in enumerate(part):
                filled[number, : len(row)], mask[number, : len(row)] = row, 1
            session.run(None, {"ids": filled, "mask": mask})[0].argmax(axis=-1)


def read_whole(tagger: OnnxTagger, articles: Sequence[Article]) -> None:
    for _ in work_ahead(articles, lambda article: read_one(tagger, article), count_workers(tagger)):
        pass


def read_one(tagger: OnnxTagger, article: Article) -> None:
    document = Document("d", article.name, "", article.text, "plain/1", article.paragraphs)
    attribute(document, tagger.tag(article.text, article.paragraphs))


def find_share(articles: Sequence[Article]) -> float:
    """Return the encoder's share of the stage's processor time, on one thread."""
    tagger = OnnxTagger(threads=1)
    tagger.tag("He said no.", [])
    model = tagger._model
    spent = 0.0

    class Watched:
        def run(self, names: Sequence[str], feed: dict[str, object]) -> object:
            nonlocal spent
            begun = time.thread_time()
            answer = real.run(names, feed)
            spent += time.thread_time() - begun
            return answer

    real = model.session
    tagger.__dict__["_loaded"] = replace(model, session=Watched())
    begun = time.process_time()
    for article in articles:
        read_one(tagger, article)
    return spent / (time.process_time() - begun)


if __name__ == "__main__":
    main()
