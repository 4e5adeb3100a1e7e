"""
Score the figures that `measure` finds against NewsQuant sentences and Recognizers-Text specs.

    python -m benchmarks.figures FILE.json [--specs FOLDER] [--peers] [--misses]

FILE is a list of {"text", "quantities": [{"change", "value", "unit", "normalized_unit"}]}. A found figure
matches a quantity of the same value (both ends, for a range); of the matched ones the bound and the unit
are counted. "From 7 to 8" is one quantity there and two figures here: the two together are one match.
Precision is a floor: NewsQuant also counts "one of the best" and leaves out spans of time.

FOLDER is ``Specs`` of github.com/microsoft/Recognizers-Text; nothing of it is in this repository.
``--peers`` reads the same with quantulum3, where it is installed.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quantities.reading import Reader, quantulum, stemma
from benchmarks.quantities.scoring import Count, Wanted, match
from benchmarks.quantities.specs import LEFT_ALONE, READ, left_alone, read_spec

__all__ = ["score_news"]


def score_news(rows: Sequence[dict[str, object]], read: Reader) -> Count:
    """Return what *read* finds in the texts of *rows*, with a line for each miss."""
    count = Count()
    for row in rows:
        text = str(row["text"])
        quantities = row["quantities"]
        assert isinstance(quantities, list)
        match(text, read(text), [Wanted.of_news(quantity) for quantity in quantities], count)
    return count


def tell_news(name: str, rows: Sequence[dict[str, object]], read: Reader) -> Count:
    read("Ten.")  # loads the word lists
    begun = time.process_time()
    count = score_news(rows, read)
    pace = len(rows) / (time.process_time() - begun)
    print(f"{name:10}  value  precision {count.precision:.3f}  recall {count.recall:.3f}  f1 {count.f1:.3f}")
    print(f"{name:10}  value with bound  f1 {count.f1_bound:.3f}  (bound right in {count.bound_right:.3f})")
    print(f"{name:10}  unit right in {count.unit_right:.3f} of {count.matched}  {pace:.0f} sentences a second")
    return count


def tell_specs(name: str, folder: Path, read: Reader, *, misses: bool) -> None:
    for kind, model in READ:
        count = Count()
        for text, wanted in read_spec(folder / kind / "English" / f"{model}.json"):
            match(text, read(text), wanted, count)
        bound, unit = count.bound_right, count.unit_right
        rest = f"bound right in {bound:.3f}" if model == "NumberRangeModel" else f"unit right in {unit:.3f}"
        print(f"{name:10}  {model:20} found {count.recall:.3f} of {count.wanted}  {rest}")
        if misses:
            print("\n".join(line for line in count.lines if "missed []" not in line), file=sys.stderr)
    for kind, model in LEFT_ALONE:
        alone, total = left_alone(folder / kind / "English" / f"{model}.json", read)
        print(f"{name:10}  {model:20} left alone {alone} of {total}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--specs", type=Path, metavar="FOLDER")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    readers: dict[str, Reader] = {"stemma": stemma}
    if options.peers:
        try:
            readers["quantulum3"] = quantulum()
        except ImportError:
            print("quantulum3 is not installed: pip install quantulum3", file=sys.stderr)
    rows = json.loads(options.file.read_text(encoding="utf-8"))
    for name, read in readers.items():
        count = tell_news(name, rows, read)
        if options.misses:
            print("\n".join(count.lines), file=sys.stderr)
        if options.specs:
            tell_specs(name, options.specs, read, misses=options.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
