"""
How well the shipped tagger finds sources, cues and contents in PolNeAR.

    python -m benchmarks.polnear ../shared/data/polnear

Token F1 counts words and single punctuation marks; a span counts as found only when both
its ends are exact; a link counts when the likeliest source (or cue) of a content shares a
character with the true one. Of articles with several annotators the first one counts.
Exits with 1 when a token F1 on the development split is under its floor.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stemma.model import Role, Span, TagLink, Tags
from stemma.taggers import OnnxTagger
from training.tagger.corpus import Article, Relation, read_articles

WORD = re.compile(r"\w+|[^\w\s]")
FLOORS = {Role.SOURCE: 0.85, Role.CUE: 0.73, Role.CONTENT: 0.905}
"""What the shipped weights reach on the development split, less half a point at most; never lowered silently."""


@dataclass(slots=True)
class Tally:
    """What was found, what is true, and what is both."""

    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[tuple[str, int, int]], true: set[tuple[str, int, int]]) -> None:
        self.found.update(kind for kind, *_ in found)
        self.true.update(kind for kind, *_ in true)
        self.both.update(kind for kind, *_ in found & true)

    def f1(self, kind: str) -> float:
        return 2 * self.both[kind] / max(1, self.found[kind] + self.true[kind])


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the tagger on PolNeAR.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--weights", type=Path, help="folder of another tagger.onnx and tokenizer.json")
    parser.add_argument("--split", default="dev")
    options = parser.parse_args()
    tagger = OnnxTagger(options.weights) if options.weights else OnnxTagger()
    articles = list(read_articles(options.corpus, options.split))
    tokens, spans, links = Tally(), Tally(), Tally()
    begun = time.perf_counter()
    read = [tagger.tag(article.text, article.paragraphs) for article in articles]
    seconds = time.perf_counter() - begun
    for article, tags in zip(articles, read, strict=True):
        true = [(role, span) for relation in article.readings[0] for role in Role for span in relation[role]]
        found = [(tagged.role, tagged.span) for tagged in tags.spans]
        tokens.add(_cut_words(article.text, found), _cut_words(article.text, true))
        spans.add(_ends(article.text, found), _ends(article.text, true))
        _count_links(article, tags, links)
    print(f"{tagger.name}: {len(articles)} articles of {options.split} in {seconds:.1f} s")
    for role in Role:
        print(f"{role:8} token F1 {tokens.f1(role):.4f}  exact span F1 {spans.f1(role):.4f}")
    for role in (Role.SOURCE, Role.CUE):
        print(f"link of content to {role:6} {links.both[role] / max(1, links.true[role]):.4f} of {links.true[role]}")
    low = [role for role, floor in FLOORS.items() if options.split == "dev" and tokens.f1(role) < floor]
    sys.exit(f"under the floor: {', '.join(low)}" if low else 0)


def _cut_words(text: str, spans: Sequence[tuple[Role, Span]]) -> set[tuple[str, int, int]]:
    words = [match.span() for match in WORD.finditer(text)]
    return {(role, *word) for role, span in spans for word in words if span.start <= word[0] < span.end}


def _ends(text: str, spans: Sequence[tuple[Role, Span]]) -> set[tuple[str, int, int]]:
    return {(role, span.trim(text).start, span.trim(text).end) for role, span in spans}


def _count_links(article: Article, tags: Tags, tally: Tally) -> None:
    """Ask for the links of each content that was found well enough to know it again."""
    for relation in article.readings[0]:
        for index in _find_again(relation, tags):
            for role, true in ((Role.SOURCE, relation.sources), (Role.CUE, relation.cues)):
                best = _choose(tags, index, role)
                right = not true if best is None else any(tags.spans[best.other].span.meets(span) for span in true)
                tally.true[role] += 1
                tally.both[role] += right


def _find_again(relation: Relation, tags: Tags) -> Iterator[int]:
    for span in relation.contents:
        for index, tagged in enumerate(tags.spans):
            shared = min(span.end, tagged.span.end) - max(span.start, tagged.span.start)
            if tagged.role is Role.CONTENT and 2 * shared > max(len(span), len(tagged.span)):
                yield index


def _choose(tags: Tags, content: int, role: Role) -> TagLink | None:
    offers = [link for link in tags.links if link.content == content and tags.spans[link.other].role is role]
    return max(offers, key=lambda link: link.score, default=None)


if __name__ == "__main__":
    main()
