"""
How many reports of one event stay in one story, and how large stories grow.

    python -m benchmarks.stories EVENTS [--corpus CORPUS] [--counts 0 1000 10000]

EVENTS is a folder of folders, one an event, each with its reports. They are parted all at once: ``pairs`` is the part
of the pairs of reports of one event that are in one story, ``whole`` how many events are, ``several`` how many stories
hold more than one event, which costs time alone. CORPUS is ``data/jsons`` of ``ramybaly/Article-Bias-Prediction``, of
which the N last articles by date are mixed in; ``beside`` is how many documents a document has in its story.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.corpus import read_corpus
from stemma.case.files.opening import Opening
from stemma.part import Keys, keys_of, part
from stemma.read import read_document


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[0, 1000, 10_000])
    options = parser.parse_args()
    event: dict[str, str] = {}
    reports: list[Keys] = []
    for name, keys in read_events(options.events):
        event[keys.document] = name
        reports.append(keys)
    others = read_others(options.corpus, max(options.counts)) if options.corpus else []
    for count in options.counts if options.corpus else [0]:
        begun = time.process_time()
        stories = part([*reports, *others[len(others) - count :]])
        spent = time.process_time() - begun
        print(f"{len(reports)} reports and {count} others   {line(stories, event)}   {spent:.2f} s of processor time")
    return 0


def read_events(folder: Path) -> Iterator[tuple[str, Keys]]:
    for event in sorted(path for path in folder.iterdir() if path.is_dir()):
        for opened in Opening([str(event)], lambda notice: None):
            yield event.name, keys_of(read_document(opened.layer, opened.path, opened.sha256))


def read_others(corpus: Path, count: int) -> Sequence[Keys]:
    pieces = read_corpus(corpus)
    return [keys_of(read_document(piece.layer, piece.id, piece.id)) for piece in pieces[max(0, len(pieces) - count) :]]


def line(stories: Sequence[Sequence[str]], event: Mapping[str, str]) -> str:
    home = {document: number for number, story in enumerate(stories) for document in story}
    held: dict[str, list[str]] = {}
    for document, name in event.items():
        held.setdefault(name, []).append(document)
    pairs = [pair for own in held.values() for pair in combinations(own, 2)]
    kept = sum(home[left] == home[right] for left, right in pairs)
    whole = sum(len({home[document] for document in own}) == 1 for own in held.values())
    several = sum(len({event[document] for document in story if document in event}) > 1 for story in stories)
    beside = sum(len(story) ** 2 for story in stories) / len(home) - 1
    return (
        f"pairs {kept / max(1, len(pairs)):.3f}   whole {whole} of {len(held)}   stories {len(stories)}, several"
        f" {several}   largest {max(map(len, stories))}, beside {beside:.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
