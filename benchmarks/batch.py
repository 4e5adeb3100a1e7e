"""
How a batch goes: against the bare encoder, on two cores against one, and as it grows.

    python -m benchmarks.batch CORPUS [--counts 500 2000] [--spark]

CORPUS is ``data/jsons`` of ``ramybaly/Article-Bias-Prediction``, of which the N last articles by date are read. Each
line is one batch from nothing: documents a second, milliseconds a document, the peak memory of the process that gives
the work, and of what it wrote how many stories. ``cores`` is two workers against one, ``encoder`` the local engine
against two processes that do nothing but run the encoder over the same bodies; both at the first count. ``growth`` is
the time a document takes at the last count against the first.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from benchmarks.corpus import Piece, read_corpus
from stemma.read import read_document
from stemma.taggers import OnnxTagger

WORKERS = 2
RUN = """
import json, resource, sys, time
from stemma.case import run_batch
from stemma.model.batch import EngineName

class Silent:
    def at(self, part, file): pass
    def done(self, stage, documents, *, is_new=True): pass

if __name__ == "__main__":
    file, out, engine, workers = sys.argv[1:]
    begun = time.monotonic()
    summary = run_batch([file], out, Silent(), EngineName(engine), int(workers))
    taken = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": taken, "peak": peak, "stories": summary.stories, "rows": summary.rows}))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--spark", action="store_true")
    options = parser.parse_args()
    pieces = read_corpus(options.corpus)
    few = pieces[-options.counts[0] :]
    one = run(few, "local", 1)
    local = [run(pieces[-count:], "local", WORKERS) for count in options.counts]
    print(f"cores    {one / local[0]:.2f}")
    print(f"encoder  {encode(few) / local[0]:.2f}")
    print(f"growth   {local[-1] / local[0]:.2f}")
    if options.spark:
        print(f"spark    {run(few, 'spark', 1) / run(few, 'spark', WORKERS):.2f} two cores against one")
    return 0


def run(pieces: Sequence[Piece], engine: str, workers: int) -> float:
    """Run a batch over *pieces*, print how it went, and return the seconds a document."""
    with tempfile.TemporaryDirectory() as folder:
        file, script = Path(folder, "reports.jsonl"), Path(folder, "run.py")
        file.write_text("".join(record_of(piece) for piece in pieces), encoding="utf-8")
        script.write_text(RUN)
        words = [sys.executable, str(script), str(file), f"{folder}/tables", engine, str(workers)]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    each = float(told["seconds"]) / len(pieces)
    how = f"{engine} {workers} workers   {len(pieces):6,} documents   {1 / each:6.2f} a second"
    how += f"   {1000 * each:5.0f} ms each"
    print(f"{how}   peak {told['peak'] / 1024:,.0f} MB   {told['stories']:,} stories", flush=True)
    return each


def record_of(piece: Piece) -> str:
    layer = piece.layer
    record = {"text": layer.text, "title": layer.title, "outlet": layer.outlet, "published": layer.published}
    return json.dumps({**record, "url": layer.url, "id": piece.id}) + "\n"


def encode(pieces: Sequence[Piece]) -> float:
    """Return the seconds a document that the encoder alone takes, in as many processes."""
    with ProcessPoolExecutor(WORKERS, get_context("spawn"), tagger) as pool:
        list(pool.map(tag, pieces[: 4 * WORKERS], chunksize=1))  # each process has loaded the model
        begun = time.monotonic()
        list(pool.map(tag, pieces, chunksize=8))
        return (time.monotonic() - begun) / len(pieces)


@cache
def tagger() -> OnnxTagger:
    return OnnxTagger(threads=1)


def tag(piece: Piece) -> None:
    document = read_document(piece.layer, piece.id, piece.id)
    tagger().tag(document.text, document.body)


if __name__ == "__main__":
    sys.exit(main())
