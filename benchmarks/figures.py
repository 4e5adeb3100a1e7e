"""
Score the figures that `measure` finds against NewsQuant sentences.

    python benchmarks/figures.py FILE.json [--misses]

FILE is a list of {"text", "quantities": [{"change", "value", "unit", "normalized_unit"}]}. A found figure
matches a quantity of the same value (both ends, for a range); of the matched ones the bound and the unit
are counted. Precision is a floor: NewsQuant also counts "one of the best" and leaves out spans of time.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from stemma.measure import measure
from stemma.model import Bound, Document, Figure, Span

CHANGES = {"~": {Bound.ABOUT}, ">": {Bound.MORE_THAN, Bound.AT_LEAST}, "<": {Bound.LESS_THAN, Bound.AT_MOST}}
NAMES = {
    "%": "percentage", "USD": "dollar", "GBP": "pound sterling", "JPY": "yen", "EUR": "euro", "ILS": "shekel",
    "m": "metre", "cm": "centimetre", "mm": "millimetre", "km": "kilometre", "kg": "kilogram", "g": "gram",
    "°C": "celsius", "°F": "fahrenheit", "US cent": "cent", "m2": "square metre", "foot2": "square foot",
    "mile2": "square mile", "mph": "mile per hour", "km/h": "kilometre per hour", "W": "watt", "kW": "kilowatt",
    "MW": "megawatt", "GW": "gigawatt", "GB": "gigabyte", "hp": "horsepower", "mpg": "mile per gallon",
    "AUD": "dollar", "HKD": "dollar", "CAD": "dollar", "rpm": "revolution per minute", "Hz": "hertz",
}  # fmt: skip


def figures_of(text: str) -> list[Figure]:
    body = (Span(0, len(text)),)
    document = Document(id="d", path="-", sha256="", text=text, reader="plain/1", body=body)
    return list(measure(document, ()))


def ends_of(value: str) -> set[float]:
    numbers = re.findall(r"(?:^-|(?<=--)|(?<=\s-))?\d+(?:\.\d+)?(?:E-?\d+)?", value.replace(" ", ""))
    return {round(abs(float(number)), 6) for number in numbers}


def same_value(figure: Figure, value: str) -> bool:
    ends = {round(abs(end), 6) for end in (figure.low, figure.high) if end is not None}
    wanted = ends_of(value)
    is_open = figure.high is None or (bool(figure.low) and figure.high / (figure.low or 1) > 4)
    if is_open:
        return min(wanted) <= (figure.low or 0) <= max(wanted) or ends == wanted
    return ends == wanted


def same_bound(figure: Figure, change: str) -> bool:
    return figure.bound in CHANGES.get(change, {Bound.EXACT, Bound.RANGE}) or change in ("up", "down")


def same_unit(figure: Figure, normal: str) -> bool:
    mine = NAMES.get(figure.unit or "", figure.unit or figure.counts or "-")
    words = re.findall(r"\w+", f"{mine} {figure.counts or ''}".casefold())
    return normal == "-" or any(word.rstrip("s")[:4] in normal.casefold() for word in words)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    found = wanted = matched = bounds = units = 0
    for row in json.loads(options.file.read_text(encoding="utf-8")):
        figures = figures_of(row["text"])
        found, wanted = found + len(figures), wanted + len(row["quantities"])
        missed = []
        for quantity in row["quantities"]:
            match = next((f for f in figures if same_value(f, quantity["value"])), None)
            if match is None:
                missed.append(f"{quantity['change']} {quantity['value']} {quantity['unit']}")
                continue
            figures.remove(match)
            matched += 1
            bounds += same_bound(match, quantity["change"])
            units += same_unit(match, quantity["normalized_unit"])
            if options.misses and not same_bound(match, quantity["change"]):
                print(f"bound {match.bound}, not {quantity['change']}: {match.text!r}", file=sys.stderr)
            if options.misses and not same_unit(match, quantity["normalized_unit"]):
                print(f"unit {match.unit} {match.counts}, not {quantity['normalized_unit']}", file=sys.stderr)
        if options.misses and (missed or figures):
            extra = [f.text for f in figures]
            print(f"{row['text']}\n    missed {missed}\n    extra {extra}", file=sys.stderr)
    precision, recall = matched / found, matched / wanted
    f1 = 2 * precision * recall / (precision + recall)
    print(f"value  precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}  of {wanted}")
    print(f"bound  right {bounds / matched:.3f} of {matched}")
    print(f"unit   right {units / matched:.3f} of {matched}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
