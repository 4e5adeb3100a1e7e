"""
How well Stemma finds who said what in PolNeAR, beside other readers of quotes.

    python -m benchmarks.attribution ../shared/data/polnear [--split dev] [--peers DIR] [--markdown]

``docs/attribution.md`` says what is counted how. Of articles with several annotators the first one counts. PolNeAR
nests nothing: chains ("A, citing B") are counted on the gold cases by ``just gold``. Exits with 1 when the shipped
weights are under a floor on the development split.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.attribution.alone import each_alone
from benchmarks.attribution.reading import as_document, from_rules, from_tags
from benchmarks.attribution.report import kinds_table, render, speed_table, tagging_table, whole_table
from benchmarks.attribution.rivals import RIVALS, ask
from benchmarks.attribution.scoring import ALL, FORMS, Score
from benchmarks.attribution.tagging import Tagging
from stemma.attribute import attribute, attribute_outermost
from stemma.model import Role
from stemma.taggers import OnnxTagger
from training.tagger.corpus import Article, read_articles

TOKEN_FLOORS = {Role.SOURCE: 0.855, Role.CUE: 0.735, Role.CONTENT: 0.911}
"""Token F1 that the shipped weights reach on the development split, less half a point at most."""
WHOLE_FLOORS = {"rules": 0.69, "tagger": 0.69}
"""F1 of whole attributions, trimmed, less half a point at most. No floor is lowered silently."""


def main() -> int:
    options = _parser().parse_args()
    articles = [article for article in read_articles(options.corpus, options.split) if article.readings]
    if not articles:
        sys.stderr.write(f"{options.corpus} holds no articles of {options.split!r}\n")
        return 2
    if options.alone:
        articles = [part for article in articles for part in each_alone(article)]
    tagger = OnnxTagger(options.weights) if options.weights else OnnxTagger()
    tagging, rules, outer, alone = measure(tagger, articles)
    scores, notes = [rules, outer, alone], []
    for name in RIVALS if options.peers else ():
        answer = ask(name, options.peers, articles)
        if isinstance(answer, str):
            notes.append(f"{name}: not run: {answer}")
            continue
        scores.append(answer)
        if answer.faults:
            notes.append(f"{name}: gave up on {len(answer.faults)} articles; the first: {answer.faults[0]}")
    tables = [tagging_table(tagging), whole_table(scores), kinds_table(scores)]
    if options.speed:
        tables.append(speed_table(scores))
    print(f"{tagger.name}: {len(articles)} articles of {options.split}")
    for table in tables:
        print(f"\n{render(table, as_markdown=options.markdown)}")
    if notes:
        print("", *notes, sep="\n")
    low = list(_under_floor(tagging, rules, alone)) if _has_floors(options) else []
    sys.stderr.writelines(f"{line}\n" for line in low)
    return int(bool(low))


def _has_floors(options: argparse.Namespace) -> bool:
    return options.split == "dev" and not options.weights and not options.alone


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder of PolNeAR")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--weights", type=Path, help="folder of another tagger.onnx and tokenizer.json")
    parser.add_argument("--peers", type=Path, help="folder in which the other readers are installed")
    parser.add_argument("--alone", action="store_true", help="read each paragraph as a text of its own, like a post")
    parser.add_argument("--markdown", action="store_true", help="tables for docs/attribution.md")
    parser.add_argument("--speed", action="store_true", help="processor time too; only on an idle machine")
    return parser


def measure(tagger: OnnxTagger, articles: Sequence[Article]) -> tuple[Tagging, Score, Score, Score]:
    """
    Return the tagger's own figures, those after the rules, those before reports inside reports are told apart, as the
    corpus leaves them, and those of its spans and links as they are.
    """
    tagging, rules, alone = Tagging(), Score("Stemma"), Score("its tagger alone")
    outer = Score("Stemma, outermost speakers")
    tagger.tag(articles[0].text, articles[0].paragraphs)  # loads the model
    for article in articles:
        begun = time.process_time()
        tags = tagger.tag(article.text, article.paragraphs)
        tagged = time.process_time()
        said = attribute(as_document(article), tags)
        rules.seconds += time.process_time() - begun
        alone.seconds += tagged - begun
        tagging.add(article, tags)
        rules.add(article, from_rules(said))
        outer.add(article, from_rules(attribute_outermost(as_document(article), tags)))
        alone.add(article, from_tags(tags))
    return tagging, rules, outer, alone


def _under_floor(tagging: Tagging, rules: Score, alone: Score) -> Iterator[str]:
    for role, floor in TOKEN_FLOORS.items():
        if tagging.tokens.f1(role) < floor:
            yield f"under the floor of {floor}: token F1 of {role}"
    for name, score in (("rules", rules), ("tagger", alone)):
        if score.tally.f1((FORMS[1], "whole", ALL)) < WHOLE_FLOORS[name]:
            yield f"under the floor of {WHOLE_FLOORS[name]}: whole attributions, {score.name}"


if __name__ == "__main__":
    sys.exit(main())
