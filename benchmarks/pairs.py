"""
Measure the likeness of two statements alone, on sentences that readers tied together by their events.

    python -m benchmarks.pairs ECB+_LREC2014 [--leave 41]

ECB+_LREC2014 is the folder of that name in ``tommasoc80/EventStoryLine`` (CC BY 3.0). Of sentences of one topic, in two
documents, a pair says the same where at least half of its events are one, and something else where none is; the rest is
left out. Each topic holds two events of one kind, so that other occasions are among the pairs. Printed are the area
under the curve and the mean precision of the likeness, and the weights that a logistic regression gives its two parts.
"""

import argparse
import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemma.align.judging import likeness_of
from stemma.align.likeness import Likeness, centred
from stemma.align.words import content_keys, near_keys
from stemma.taggers import OnnxTagger

__all__ = ["Sentence", "area", "fit", "mean_precision", "pairs_of", "read_topics"]

SAME = 0.5
"""Share of all events of two sentences that must be in both."""
FEWEST_WORDS = 4
ROUNDS = 25
"""Steps of Newton's method; it stands still after ten."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence and the events that it tells of."""

    document: str
    text: str
    events: frozenset[str]


def read_topics(folder: Path, leave: Sequence[str] = ()) -> Mapping[str, list[Sentence]]:
    """Return the annotated sentences of each topic in *folder* but those to *leave*."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as rows:
        annotated = {(row[0], row[1], row[2]) for row in csv.reader(rows)}
    topics: dict[str, list[Sentence]] = {}
    for path in sorted((folder / "ECB+").glob("*/*.xml")):
        topic, name = path.parent.name, path.stem
        if topic in leave:
            continue
        numbers = {number for t, n, number in annotated if (t, n) == (topic, name.partition("_")[2])}
        topics.setdefault(topic, []).extend(_sentences(ET.parse(path).getroot(), name, numbers))
    return topics


def _sentences(root: ET.Element, name: str, numbers: set[str]) -> Iterator[Sentence]:
    events = _events(root, name)
    words: dict[str, list[ET.Element]] = {}
    for token in root.iter("token"):
        words.setdefault(token.get("sentence", ""), []).append(token)
    for number, tokens in words.items():
        if number in numbers and len(tokens) >= FEWEST_WORDS:
            told = frozenset(event for token in tokens for event in events.get(token.get("t_id", ""), ()))
            text = re.sub(r" ([,.;:?!)’'])", r"\1", " ".join(token.text or "" for token in tokens))
            if told:
                yield Sentence(name, text, told)


def _events(root: ET.Element, name: str) -> Mapping[str, list[str]]:
    """Return for each token the events it speaks of, by the id that they have in all documents."""
    known = {
        source.get("m_id"): tie.get("note") if tie.tag.startswith("CROSS") else f"{name} {tie.get('r_id')}"
        for tie in root.iterfind("Relations/*")
        for source in tie.iterfind("source")
    }
    events: dict[str, list[str]] = {}
    for mark in root.iterfind("Markables/*"):
        if mark.tag.startswith(("ACT", "NEG")) and "REPORTING" not in mark.tag:
            event = known.get(mark.get("m_id")) or f"{name} {mark.get('m_id')}"
            for anchor in mark.iterfind("token_anchor"):
                events.setdefault(anchor.get("t_id", ""), []).append(event)
    return events


def pairs_of(topic: Sequence[Sentence]) -> Iterator[tuple[int, int, bool]]:
    """Yield two sentences of two documents by place, and whether they say the same."""
    for (a, left), (b, right) in combinations(enumerate(topic), 2):
        common = len(left.events & right.events)
        same = common >= SAME * len(left.events | right.events)
        if left.document != right.document and (same or not common):
            yield a, b, same


def measure(topics: Mapping[str, Sequence[Sentence]]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return meaning and words of each pair, as the judge of pairs has them, and which pairs say the same."""
    tagger, rows = OnnxTagger(), list[Floats]()
    same: list[bool] = []
    for topic in topics.values():
        vectors = centred(tagger.embed([one.text for one in topic]), np.ones(len(topic), dtype=bool))
        keys = [content_keys(one.text) for one in topic]
        likeness = Likeness.of([frozenset([*each, *near_keys(each)]) for each in keys], vectors)
        for one, found in groupby(pairs_of(topic), key=itemgetter(0)):
            _, others, are_same = zip(*found, strict=True)
            rows += [np.stack([likeness.meaning(one, np.array(others)), likeness.words(one, np.array(others))], axis=1)]
            same += are_same
    return np.concatenate(rows), np.array(same)


def fit(rows: Floats, same: NDArray[np.bool_]) -> Floats:
    """Return the weights of a logistic regression by Newton's method, the border last."""
    inputs = np.column_stack([rows, np.ones(len(rows))])
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        bend = inputs.T @ (inputs * (chance * (1 - chance))[:, None]) + 1e-6 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, inputs.T @ (same - chance))
    return weights


def mean_precision(scores: Floats, same: NDArray[np.bool_]) -> float:
    """Return the precision at each pair that says the same, the likest first, on average."""
    ranked = same[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def area(scores: Floats, same: NDArray[np.bool_]) -> float:
    """Return how often a pair that says the same is likelier than one that does not."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    ours = int(same.sum())
    return float((ranks[same].sum() - ours * (ours + 1) / 2) / (ours * (len(same) - ours)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--leave", nargs="*", default=["41"], help="topics left out; 41 is a gold case")
    options = parser.parse_args()
    rows, same = measure(read_topics(options.folder, options.leave))
    scores = likeness_of(*rows.T)
    print(f"{len(same):,} pairs, {int(same.sum()):,} of them the same")
    print(f"likeness       area {area(scores, same):.3f}  mean precision {mean_precision(scores, same):.3f}")
    for name, column in (("meaning alone", rows[:, 0]), ("words alone", rows[:, 1])):
        print(f"{name:14} area {area(column, same):.3f}  mean precision {mean_precision(column, same):.3f}")
    print("fitted         meaning {:.1f}  words {:.1f}  border {:.1f}".format(*fit(rows, same)))


if __name__ == "__main__":
    main()
