"""
How many of the copied articles of a corpus are found, how well they are aligned, and how fast; passim beside it.

    python -m benchmarks.copies CORPUS [--articles N] [--passim FOLDER --python PYTHON]

CORPUS is ``data/jsons`` of ``ramybaly/Article-Bias-Prediction``; its N last articles by date are read, or N that end
``--before`` so many of the last. The truth is counted out: two articles of different outlets are copies where they
share 40 % or more of the shorter one's six-word runs. ``recall`` is the part of them that is found, ``own`` the part of
those that share as much in words of their own, outside quotations: what two quote of one speaker both may have heard;
``wrong`` the pairs that are called copies though they share less than 10 %; ``covered`` is the part of the shared runs'
words that the shown spans hold, ``exact`` the part of the words in the spans that is shared. FOLDER is a checkout of
``dasmiq/passim``, PYTHON an interpreter with its requirements, and ``java`` has to be at hand; it is stopped when it
has its aligned spans, before it clusters them.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import Piece, read_corpus
from benchmarks.sixes import Pair, Truth, count_out
from stemma.model import Basis, Document, Interval, Published, Span
from stemma.prose import quotations
from stemma.trace.copying import find_copies

COPIED = 0.4
"""Part of the shorter text's six-word runs from which on the goal counts a pair."""
UNLIKE = 0.1
"""Below this a pair that is called a copy is none."""
_EXTENTS = """
import sys
from pyspark.sql import SparkSession
from pyspark.sql.functions import xxhash64
spark = SparkSession.builder.getOrCreate()
ids = spark.read.json(sys.argv[1]).select(xxhash64("id").alias("uid"), "id")
found = spark.read.parquet(sys.argv[2] + "/tmp/extents.parquet").join(ids, "uid")
found = found.join(ids.toDF("uid2", "id2"), "uid2").select("id", "begin", "end", "id2", "begin2", "end2")
found.write.json(sys.argv[3])
"""

Result = TypeVar("Result")
Spans = Mapping[Pair, Sequence[tuple[Span, Span]]]
"""Aligned spans by the pair of articles, the smaller number first."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that a finder took."""

    wall: float
    processor: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--before", type=int, default=0)
    parser.add_argument("--passim", type=Path)
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    options = parser.parse_args()
    pieces = read_corpus(options.corpus)
    pieces = pieces[: len(pieces) - options.before][-options.articles :]
    truth = count_out([piece.layer.text for piece in pieces])
    near = near_in(truth, pieces)
    own = near & near_in(count_out([_own_words(piece.layer.text) for piece in pieces]), pieces)
    print(f"{len(pieces)} articles, {len(near)} pairs of different outlets share {COPIED:.0%} of their runs or more")
    mine = run("stemma", lambda: find(pieces), truth, (near, own))
    if options.passim is None or shutil.which("java") is None:
        print("passim is not at hand and is left out")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        theirs = run("passim", lambda: ask_passim(pieces, options, Path(folder)), truth, (near, own))
    print(f"passim / stemma: wall {theirs.wall / mine.wall:.1f}, processor {theirs.processor / mine.processor:.1f}")
    return 0


def near_in(truth: Truth, pieces: Sequence[Piece]) -> set[Pair]:
    """Return the pairs of different outlets that are copies by *truth*."""
    outlets = [piece.outlet for piece in pieces]
    return {(a, b) for (a, b), share in truth.shares.items() if share >= COPIED and outlets[a] != outlets[b]}


def _own_words(text: str) -> str:
    """Return *text* with a word that stands nowhere else for each quotation."""
    kept, end = list[str](), 0
    for number, mark in enumerate(quotations(text, Span(0, len(text)))):
        kept += [text[end : mark.start], f" quotation{zlib.crc32(text.encode())}n{number} "]
        end = mark.end
    return "".join([*kept, text[end:]])


def find(pieces: Sequence[Piece]) -> tuple[Cost, Spans]:
    documents = [_document(number, piece) for number, piece in enumerate(pieces)]
    cost, copies = _timed(lambda: find_copies(documents))
    return cost, {(int(c.left), int(c.right)): [(run.left, run.right) for run in c.runs] for c in copies}


def _document(number: int, piece: Piece) -> Document:
    text, day = piece.layer.text, piece.layer.published
    published = Published(Interval.day(date.fromisoformat(day)), Basis.STATED) if day else Published()
    body, start = list[Span](), 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            body.append(Span(start, start + len(line)).trim(text))
        start += len(line)
    return Document(
        f"{number:06}", piece.id, piece.id, text, "corpus/1", tuple(body), outlet=piece.outlet, published=published
    )


def ask_passim(pieces: Sequence[Piece], options: argparse.Namespace, folder: Path) -> tuple[Cost, Spans]:
    """Run passim to its aligned spans, with its own defaults for newspapers: all pairs of different series."""
    rows = ({"id": f"{n:06}", "series": p.outlet, "text": p.layer.text} for n, p in enumerate(pieces))
    (folder / "in.json").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    fields = ["--all-pairs", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2", "--to-extents"]
    (folder / "extents.py").write_text(_EXTENTS, "utf-8")
    environment = {**os.environ, "PYSPARK_PYTHON": str(options.python)}

    def submit(*arguments: str) -> None:
        command = [str(options.python.parent / "spark-submit"), *arguments]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    code, texts, out = options.passim / "passim" / "seriatim.py", str(folder / "in.json"), str(folder / "out")
    cost, _ = _timed(lambda: submit(str(code), *fields, texts, out))
    submit(str(folder / "extents.py"), texts, out, str(folder / "spans"))
    found: dict[Pair, list[tuple[Span, Span]]] = {}
    for part in sorted((folder / "spans").glob("*.json")):
        for row in map(json.loads, part.read_text("utf-8").splitlines()):
            one, other = ((int(row["id" + n]), Span(row["begin" + n], row["end" + n])) for n in ("", "2"))
            first, second = sorted((one, other), key=lambda side: side[0])
            found.setdefault((first[0], second[0]), []).append((first[1], second[1]))
    return cost, found


def run(name: str, ask: Callable[[], tuple[Cost, Spans]], truth: Truth, copies: tuple[set[Pair], set[Pair]]) -> Cost:
    """Print how *name* does, and return what it cost; the second of *copies* are those in words of their own."""
    cost, spans = ask()
    near, own = copies
    found = near & spans.keys()
    wrong = sum(truth.shares.get(pair, 0.0) < UNLIKE for pair in spans)
    covered, exact = truth.alignment({pair: spans[pair] for pair in found})
    print(
        f"{name:8} recall {len(found) / max(1, len(near)):.3f} ({len(found)} of {len(near)})"
        f"   own {len(own & found)} of {len(own)}   pairs {len(spans)}, wrong {wrong}"
        f"   covered {covered:.3f}   exact {exact:.3f}   wall {cost.wall:.2f} s, processor {cost.processor:.2f} s"
    )
    return cost


def _timed(work: Callable[[], Result]) -> tuple[Cost, Result]:
    begun, before = time.perf_counter(), _processor()
    result = work()
    return Cost(time.perf_counter() - begun, _processor() - before), result


def _processor() -> float:
    """Return the processor seconds of this process and of those that it waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    sys.exit(main())
