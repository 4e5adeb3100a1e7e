"""
How many articles a second the stages that read figures and times take, alone, on one core.

    python -m benchmarks.stages PATH… [--encoder]

Each PATH is a text file or a folder of them. ``figures`` is `measure`, ``times`` is `find_times` over the body,
``both`` is the two together: the encoder beside which they must vanish reads a handful (``--encoder`` times it on
the same articles). The best of three runs counts: the others measure what else the machine did. ``growth`` is how
much longer a paragraph of 8,000 numbers takes than one of 2,000: 4 would be in step with its length.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from stemma.measure import measure
from stemma.model import Document, Span
from stemma.prose import sentences
from stemma.taggers import OnnxTagger
from stemma.when import find_times

__all__ = ["seconds"]

RUNS = 3
NUMBERS = 2000


def as_document(text: str) -> Document:
    """Return *text* as one that is all body."""
    return Document(id="d", path="-", sha256="", text=text, reader="plain/1", body=(Span(0, len(text)),))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds of the best of a few runs of *work*."""
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def read_all(paths: Sequence[Path]) -> list[Document]:
    """Return the texts of *paths*, folders opened, as documents."""
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [as_document(file.read_text("utf-8", "replace")) for file in files]


def find_all(document: Document) -> None:
    """Find the times of *document* sentence by sentence, as the pipeline does."""
    for block in document.body:
        for sentence in sentences(document.text, block):
            find_times(document.text, sentence)


def growth(read: Callable[[Document], object]) -> float:
    """Return how much longer four times as many numbers in one paragraph take."""
    few, many = (
        as_document(", ".join(f"{n % 90 + 10} goats" for n in range(count))) for count in (NUMBERS, 4 * NUMBERS)
    )
    return seconds(lambda: read(many)) / seconds(lambda: read(few))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--encoder", action="store_true")
    options = parser.parse_args()
    documents = read_all(options.paths)
    size = sum(len(document.text) for document in documents) / len(documents)
    print(f"{len(documents)} articles of {size:.0f} characters")
    figures = seconds(lambda: [measure(document, ()) for document in documents])
    times = seconds(lambda: list(map(find_all, documents)))
    for name, taken in (("figures", figures), ("times", times), ("both", figures + times)):
        print(f"{name:8} {len(documents) / taken:7.0f} articles a second")
    if options.encoder:
        tagger = OnnxTagger()
        encoder = seconds(lambda: [tagger.tag(document.text, document.body) for document in documents])
        share = (figures + times) / encoder
        print(f"encoder  {len(documents) / encoder:7.1f} articles a second of processor; both are {share:.3f} of it")
    print(f"growth   {growth(lambda one: measure(one, ())):.1f} for figures, {growth(find_all):.1f} for times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
