"""
How long a brief takes, and what of it is the encoder's.

    python -m benchmarks.speed [FOLDER …] [--times N]

Measures the example story, the story N times over (each copy with a line of its own, since equal bytes are read
once), and each FOLDER. ``cold`` is the command as a user starts it, with the loading of the model in it. ``share``
is a brief in a warm process over the tagger alone on the same paragraphs and sentences: 1 would be a pipeline that
costs nothing; both are processor time of one run, so that it holds on a slow machine as well. ``growth`` is how much
longer a document takes in the story N times over than in the story. Exits with 1 when ``stemma --help`` is not instant.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from stemma.align import wording
from stemma.case import brief_files
from stemma.model import Brief
from stemma.taggers import OnnxTagger

STORY = Path(__file__).parent.parent / "examples" / "gorna"
INSTANT = 0.3
"""Seconds that ``stemma --help`` may take: what a person does not notice."""
Result = TypeVar("Result")
STARTS = 5
"""Of so many starts the best counts: the rest measure what else the machine did."""


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    documents: int
    cold_wall: float
    cold_cpu: float
    warm_cpu: float
    encoder_cpu: float

    @property
    def share(self) -> float:
        return self.warm_cpu / self.encoder_cpu

    def __str__(self) -> str:
        cold = f"cold {self.cold_wall:6.2f} s wall {self.cold_cpu:6.2f} s cpu"
        warm = f"warm {self.warm_cpu:6.2f} s cpu   encoder {self.encoder_cpu:6.2f} s cpu   share {self.share:.2f}"
        return f"{self.name:24} {self.documents:4} documents   {cold}   {warm}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--times", type=int, default=8)
    options = parser.parse_args()
    start = min(_cold("--help")[0] for _ in range(STARTS))
    print(f"stemma --help {start:.2f} s (at most {INSTANT})")
    once = measure("the example story", STORY)
    print(once)
    with TemporaryDirectory() as folder:
        _repeat(STORY, Path(folder), options.times)
        often = measure(f"the story {options.times} times", Path(folder))
    print(often)
    growth = (often.warm_cpu / often.documents) / (once.warm_cpu / once.documents)
    print(f"growth {growth:.2f} a document at {options.times} times as many")
    for folder_of_user in options.folders:
        print(measure(folder_of_user.name, folder_of_user))
    return int(start > INSTANT)


def measure(name: str, folder: Path) -> Row:
    wall, cpu = _cold("brief", str(folder), "--format", "json")
    brief_files([str(folder)])  # loads the word lists
    warm, brief = _timed(lambda: brief_files([str(folder)]).brief)
    return Row(name, len(brief.documents), wall, cpu, warm, _encoder(brief))


def _encoder(brief: Brief) -> float:
    """Return the processor time of the tagger alone on what the pipeline gave it."""
    tagger = OnnxTagger()
    documents = {document.id: document for document in brief.documents}
    texts = [wording(item, documents[item.document]) for item in brief.attributions]

    def read() -> None:
        for document in brief.documents:
            tagger.tag(document.text, document.body)
        tagger.embed(texts)

    return _timed(read)[0]


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def _cold(*arguments: str) -> tuple[float, float]:
    """Return the wall and processor seconds of ``stemma`` with *arguments*, in a process of its own."""
    command = [sys.executable, "-c", "from stemma.cli import main; main()", *arguments]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _repeat(story: Path, folder: Path, times: int) -> None:
    for path in sorted(story.iterdir()):
        for copy in range(times):
            (folder / f"{copy}_{path.name}").write_bytes(path.read_bytes() + f"\n\nCopy {copy}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
