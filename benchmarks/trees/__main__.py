"""
How often Stemma finds the tree of a case that was made, so that its tree is known.

    python -m benchmarks.trees --cases 200
    python -m benchmarks.trees --half held --curve --markdown
    python -m benchmarks.trees --kind loop --cases 1 --show

Everything is invented and drawn from ``--seed``: the same arguments make the same cases. The words that cases are
made of are split in two halves, and no rule is read off mistakes on ``held``. Each case is read by the whole pipeline.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence

from benchmarks.trees.measuring import Mark, measure, pages_of, read_case
from benchmarks.trees.plotting import KINDS, Case, make_case
from benchmarks.trees.stock import Half
from benchmarks.trees.tally import curve, table
from stemma.taggers import OnnxTagger

STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of relays that hide, for the curve."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=70, help="how many cases; for a curve, at each of its points")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", choices=tuple(Half), default=Half.DEV)
    parser.add_argument("--kind", action="append", choices=tuple(KINDS), help="shape of the trees; all in turn if none")
    parser.add_argument("--hiding", type=float, default=0.5, help="share of relays that do not say whom they copy")
    parser.add_argument("--curve", action="store_true", help="from no relay that hides to all of them")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print what was wrong, on dev alone")
    parser.add_argument("--show", action="store_true", help="print the texts instead of measuring")
    options = parser.parse_args(arguments)
    if options.show:
        for case in _cases(options, options.hiding):
            print(_shown(case))
    elif options.curve:
        points = [(share, _marks(options, share)) for share in STEPS]
        print(curve(points, markdown=options.markdown))
    else:
        marks = _marks(options, options.hiding)
        print(table(marks, markdown=options.markdown))
        if options.misses and options.half == Half.DEV:
            print(*(f"{mark.row}: {mark.note}" for mark in marks if not mark.is_right), sep="\n")


def _cases(options: argparse.Namespace, hiding: float) -> Iterator[Case]:
    kinds = options.kind or list(KINDS)
    for number in range(options.cases):
        yield make_case(options.seed, number, kinds[number % len(kinds)], Half(options.half), hiding)


def _marks(options: argparse.Namespace, hiding: float) -> list[Mark]:
    reader = OnnxTagger()
    begun, reports, marks = time.perf_counter(), 0, list[Mark]()
    for case in _cases(options, hiding):
        marks += measure(case, read_case(case, reader, reader)).marks
        reports += len(case.reports)
    seconds = time.perf_counter() - begun
    print(f"{options.cases} cases, {reports} reports, {seconds:.0f} s", file=sys.stderr)
    return marks


def _shown(case: Case) -> str:
    lines = [f"===== {case.name}"]
    for page in pages_of(case):
        report = page.report
        origin = f"from {report.parent or report.wire}" if report.way != "heard" else ""
        lines += [f"--- {report.id} {report.outlet.name}, {report.day}: {report.way} {origin}", page.layer.text]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
