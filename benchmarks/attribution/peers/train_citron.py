"""
Train the BBC's Citron on PolNeAR's train split, by its own builders and nothing else.

    PYTHONPATH=src:. PEERS/venv/bin/python benchmarks/attribution/peers/train_citron.py CORPUS PEERS

Citron's published weights were learned from the Wall Street Journal and their cue classifier is larger than most
mirrors keep; trained on the same articles as Stemma's tagger it is the fairer and the stronger rival. Its
coreference resolver is left out: PolNeAR marks the words that name a source, pronouns too.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from run_citron import load_parser

from stemma.model import Span
from training.tagger.corpus import Article, read_articles

LONGEST_CUE = 60
"""Characters; Citron knows cues of one piece. One of two pieces further apart keeps its first."""
MODEL = "citron-polnear"


def main() -> None:
    corpus, peers = map(Path, sys.argv[1:])
    examples, model = peers / "citron-train", peers / MODEL
    examples.mkdir(exist_ok=True)
    for article in read_articles(corpus, "train"):
        if article.readings:
            (examples / f"{article.name}.json").write_text(json.dumps(_as_citron(article)), "utf-8")
    sys.path.insert(0, str(peers / "citron"))
    _train(str(examples), str(model), str(_whole_verbnet(peers / "verbnet" / "verbnet3.4", peers / "verbnet-whole")))


def _as_citron(article: Article) -> dict[str, object]:
    """Return *article* in Citron's annotation format; a quote without a cue has no place in it."""
    quotes = []
    for relation in article.readings[0]:
        if relation.cues:
            whole = Span(relation.cues[0].start, relation.cues[-1].end)
            cue = whole if len(whole) < LONGEST_CUE else relation.cues[0]
            sources = [_as_json(article.text, span) for span in relation.sources]
            contents = [_as_json(article.text, span) for span in relation.contents]
            quotes.append({"cue": _as_json(article.text, cue), "sources": sources, "contents": contents})
    return {"text": article.text, "quotes": quotes}


def _as_json(text: str, span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def _whole_verbnet(found: Path, made: Path) -> Path:
    """Copy VerbNet 3.4 with the empty lists that Citron, made for 3.3, expects in every class."""
    made.mkdir(exist_ok=True)
    for path in found.glob("*.xml"):
        tree = ElementTree.parse(path)
        for kind in (*tree.getroot().iter("VNCLASS"), *tree.getroot().iter("VNSUBCLASS")):
            for name in ("MEMBERS", "SUBCLASSES"):
                if kind.find(name) is None:
                    ElementTree.SubElement(kind, name)
        tree.write(made / path.name, "utf-8")
    return made


def _train(examples: str, model: str, verbnet: str) -> None:
    from citron.content import ContentClassifier, ContentResolver
    from citron.cue import CueClassifier
    from citron.source import SourceClassifier, SourceResolver

    parser = cache(load_parser())  # five builders read the same texts
    CueClassifier.build_model(parser, examples, model, verbnet)
    for part in (ContentClassifier, SourceClassifier, ContentResolver, SourceResolver):
        part.build_model(parser, examples, model)


if __name__ == "__main__":
    main()
