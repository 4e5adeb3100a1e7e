"""How many attributions of PolNeAR come out whole: ``python -m benchmarks.attribution CORPUS [SPLIT]``."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from stemma.attribute import attribute
from stemma.model import Attribution, Document, Span, overlap
from stemma.taggers import OnnxTagger
from training.tagger.corpus import Article, Relation, read_articles

FOUND = 0.6
"""Share of the corpus's content that a found one covers, as in the gold readings' scorer."""


JOINT = re.compile(r",?\s*(?:and|but|;)\s+(?:that\s+)?")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of PolNeAR")
    parser.add_argument("split", nargs="?", default="dev")
    options = parser.parse_args()
    tagger, counts = OnnxTagger(), Counter[str]()
    for article in read_articles(options.corpus, options.split):
        if article.readings:
            document = Document("d", article.name, "", article.text, "plain/1", article.paragraphs)
            said = [a for a in attribute(document, tagger.tag(article.text, article.paragraphs)) if not a.narrated]
            counts.update(compare(article, said))
    print(report(counts))


def compare(article: Article, said: list[Attribution]) -> Counter[str]:
    """Hold what was read against the article's first annotator."""
    relations, said = article.readings[0], _rejoined(article.text, said)
    counts = Counter(gold=len(relations), said=len(said))
    used: set[str] = set()
    for relation in relations:
        best = max(said, key=lambda a: (overlap(_held(a), relation.contents), a.id), default=None)
        length = sum(map(len, relation.contents))
        if best is None or overlap(_held(best), relation.contents) < FOUND * length:
            continue
        used.add(best.id)
        counts["found"] += 1
        counts["source"] += _is_source(best, relation)
        counts["cue"] += _meets(best.cue_span, relation.cues)
    counts["used"] += len(used)
    touched = [a for a in said if any(overlap(_held(a), r.contents) for r in relations)]
    counts["idle"] += len(said) - len(touched)
    return counts


def _rejoined(text: str, said: list[Attribution]) -> list[Attribution]:
    """Put together the statements under one cue that stand side by side: the corpus keeps them as one content."""
    joined: list[Attribution] = []
    for one in said:
        last = joined[-1] if joined else None
        if last is not None and one.cue_span and (one.cue_span, one.source_span) == (last.cue_span, last.source_span):
            between = text[last.content_spans[-1].end : one.content_spans[0].start]
            if JOINT.fullmatch(between):
                joined[-1] = replace(last, content_spans=(*last.content_spans, *one.content_spans))
                continue
        joined.append(one)
    return joined


def _held(found: Attribution) -> tuple[Span, ...]:
    """Return what the corpus, which nests nothing, would call the content: an inner speaker belongs to it."""
    if not found.via_spans:
        return found.content_spans
    own = [found.content_spans[0], *filter(None, (found.source_span, found.cue_span))]
    head = Span(min(span.start for span in own), max(span.end for span in own))
    return (head, *(span for span in found.content_spans if not head.holds(span)))


def _is_source(found: Attribution, relation: Relation) -> bool:
    if not relation.sources:
        return found.source_span is None
    return _meets(found.source_span, relation.sources) or any(_meets(v, relation.sources) for v in found.via_spans)


def _meets(span: Span | None, wanted: tuple[Span, ...]) -> bool:
    return span is not None and any(span.meets(one) for one in wanted)


def report(counts: Counter[str]) -> str:
    """Return the figures as one line each."""
    gold, said = counts["gold"], counts["said"]
    rows = [
        f"attributions of the corpus   {gold}",
        f"read                         {said}",
        f"recall, content              {counts['found'] / gold:.3f}",
        f"recall, source right too     {counts['source'] / gold:.3f}",
        f"recall, cue right too        {counts['cue'] / gold:.3f}",
        f"precision, content           {counts['used'] / said:.3f}",
        f"touches no content at all    {counts['idle'] / said:.3f}",
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
