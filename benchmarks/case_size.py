"""
What a large case costs to open and to look into once its stories are told.

    python -m benchmarks.case_size [--counts 1000 10000] [--keep NAME]

A case is put together of the example's reports over and over, as a story of its own each time: what was told of the
example is kept for each with other ids, so that nothing has to be told. Ten stories at a time have their sources in
common. Printed for each count, by the clock and of the processor: `stemma brief CASE` in a process of its own, with its
memory; and how long what pages of the desk ask for takes. Exits with 1 where the last brief takes longer than
``MOST_SECONDS`` of the processor or more than ``MOST_MEMORY``.
"""

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from benchmarks.cases import read_story
from stemma.case import CaseView, Window, init_case
from stemma.case.briefing import models_of
from stemma.case.edition import brief_edition
from stemma.case.holding import opened_case
from stemma.case.shelf.keeping import keep_story, name_source
from stemma.case.shelf.shelving import state_of
from stemma.model import Brief, Layer, Reading, hash_layer, make_id
from stemma.model.archive import Stocked
from stemma.model.shelf import write_kept
from stemma.model.written import write_brief
from stemma.pipeline import Told, open_readings, tell_together
from stemma.stores import schema
from stemma.stores.packing import layer_facts, pack_text
from stemma.stores.sql import SqlStore
from stemma.taggers import OnnxTagger
from stemma.tell.shelved import drift_id, sum_id

MOST_SECONDS = 3.0
MOST_MEMORY = 1_000_000_000
SHARED = 10
"""Stories that have their sources in common."""
AT_ONCE = 50
FIRST_LAYER = 900_000_000
RUN = """
import sys, time
from stemma.cli import main
try:
    main()
finally:
    peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
    sys.stderr.write(f"{time.process_time()} {peak}")
"""
"""Its memory is as Linux has it since the program began: what ``getrusage`` tells of it has the parent's peak."""
KEY = "0" * 64
CUTS = re.compile(r"\b([a-z][0-9a-f]{12}|[0-9a-f]{64}|9000000\d\d)\b")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Put cases together and print what they cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--keep", help="the beginning of the names of the case files, which stay then")
    options = parser.parse_args()
    is_good = True
    with tempfile.TemporaryDirectory() as folder:
        for count in options.counts:
            case = f"{options.keep or folder + '/case'}{count}.stemma"
            fill(case, count)
            is_good = measure(case, count)
    sys.exit(0 if is_good else 1)


def measure(case: str, count: int) -> bool:
    """Print what *case* costs; tell whether its brief is within the bounds."""
    print(f"{count:,} reports")
    seconds, memory = brief(case)
    view = CaseView(case)
    for name, look in _pages(view):
        timed(name, look)
    view.close()
    return seconds < MOST_SECONDS and memory < MOST_MEMORY


def brief(case: str) -> tuple[float, int]:
    """Print what `stemma brief` of *case* takes; return its seconds of the processor and its bytes of memory."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", RUN, "brief", case], capture_output=True, text=True, check=True)
    wall = time.perf_counter() - began
    seconds, kilobytes = done.stderr.split()[-2:]
    memory = int(kilobytes) // 1024
    print(f"    {'stemma brief':<26}{wall:8.2f} s, {float(seconds):6.2f} of the processor, {memory:,} MB", flush=True)
    return float(seconds), int(kilobytes) * 1024


def timed(name: str, work: Callable[[], object]) -> None:
    """Print what *work* takes."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    wall, processor = time.perf_counter() - began, time.process_time() - worked
    print(f"    {name:<26}{wall * 1e3:8.1f} ms, {processor * 1e3:6.1f} of the processor", flush=True)


def fill(case: str, count: int) -> None:
    """Make *case* with so many reports, its stories told."""
    init_case(case)
    tagger = OnnxTagger()
    models = models_of(tagger, tagger)
    stories = range(count // len(_example()))
    with opened_case(case) as store:
        assert isinstance(store, SqlStore)
        layers = {number: put_reports(store, number) for number in stories}
        for start in range(0, len(stories), AT_ONCE):
            store.shelf.wait({_key(n): _copied(n, layers[n]) for n in stories[start : start + AT_ONCE]})
        keys = {_key(number) for number in stories}
        assert store.shelf.put(keys, name_source)
        edition = brief_edition(models)
        about = f"{edition}\n{write_brief(Brief((), models=models))}"
        assert store.shelf.settle(keys, state_of(edition, store.stock(), ()), about, {})


def put_reports(store: SqlStore, number: int) -> list[int]:
    """Put the reports of one story there, and return the ids of their layers."""
    ids = []
    with store._writing() as connection:  # what `add` asks of each is measured by benchmarks.cases
        for layer, reading in _example():
            sha256 = _hash(reading, number)
            document = make_id("d", sha256)
            connection.execute(schema.blob.insert().values(sha256=sha256, size=0, packed=b""))
            connection.execute(schema.document.insert().values(id=document))
            row = {"document": document, "number": 1, "sha256": sha256, "path": f"{number}/{reading.document.path}"}
            row |= {"at": NOW.isoformat(), "text_sha256": hash_layer(layer.text), "text": _packed(layer.text)}
            row |= {"reader": layer.reader, "facts": layer_facts(layer)}
            ids.append(connection.execute(schema.layer.insert().values(row).returning(schema.layer.c.id)).scalar_one())
    return ids


def _key(number: int) -> str:
    return hashlib.sha256(f"{number}".encode()).hexdigest()


def _hash(reading: Reading, number: int) -> str:
    return hashlib.sha256(f"{reading.document.sha256} {number}".encode()).hexdigest()


_packed = cache(pack_text)


@cache
def _example() -> tuple[tuple[Layer, Reading], ...]:
    return tuple(read_story())


@cache
def _told() -> Told:
    readings = sorted((reading for _, reading in _example()), key=lambda reading: reading.document.id)
    return tell_together(readings, open_readings(readings, ()), OnnxTagger())


@cache
def _pieces() -> tuple[str, ...]:
    """Return the example as it is told, written down and cut around what is another in each copy."""
    layers = enumerate(_example(), FIRST_LAYER)
    documents = [(layer, reading.document) for layer, (_, reading) in layers]
    stock = {one.sha256: Stocked(layer, one.id, 1, one.path, one.sha256) for layer, one in documents}
    return tuple(CUTS.split(write_kept(keep_story(KEY, _told(), stock))))


def _copied(number: int, layers: Sequence[int]) -> str:
    """Return the story with this *number*."""
    known = {KEY: _key(number)}
    for at, (_, reading) in enumerate(_example()):
        sha256 = _hash(reading, number)
        known |= {reading.document.sha256: sha256, reading.document.id: make_id("d", sha256)}
        known[str(FIRST_LAYER + at)] = str(layers[at])
    brief, pieces = _told()[0], [*_pieces()]

    def other(id: str) -> str:
        return known.get(id) or make_id(id[0], id, number)

    for check in brief.checks:
        known[sum_id(check.kind, check.figures)] = sum_id(check.kind, [other(id) for id in check.figures])
    for drift in brief.drift:
        places = [replace(at, document=other(at.document)) for at in (drift.place, drift.against)]
        known[drift_id(drift)] = drift_id(replace(drift, place=places[0], against=places[1]))
    for at in range(1, len(pieces), 2):
        old = pieces[at]
        if old not in known:
            known[old] = make_id(old[0], old, number // SHARED if old[0] == "s" else number)
        pieces[at] = known[old]
    return "".join(pieces)


def _pages(view: CaseView) -> Iterator[tuple[str, Callable[[], object]]]:
    story = view.stories().lines[0].id
    claim = view.claims(loud=True).lines[0].id
    source = view.sources().lines[0].id
    yield "totals", view.totals
    yield "50 claims", view.claims
    yield "50 claims further down", lambda: view.claims(Window(start=5000))
    yield "claims by words", lambda: view.claims(Window(words="killed"))
    yield "50 sources", view.sources
    yield "50 questions", view.questions
    yield "where a claim is", lambda: view.home(claim)
    yield "where a source is heard", lambda: view.heard_in(source)
    yield "a story, the first time", lambda: view.story(story)
    yield "a story, again", lambda: view.story(story)


if __name__ == "__main__":
    main()
