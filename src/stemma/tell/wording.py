"""What the words of the model are called before a reader: one table a word."""

import re
from collections.abc import Sequence

from stemma.model import Bound, Evidence, Figure, LinkKind, Relation, Stance

__all__ = [
    "CHECKS",
    "DRIFT",
    "EVIDENCE",
    "HINTS",
    "LINKS",
    "RELATIONS",
    "SIGNS",
    "STANCES",
    "amount",
    "counted",
    "joined",
    "number",
    "plain_kind",
    "several",
]

STANCES = {
    Stance.CONFIRM: "confirms",
    Stance.ASSERT: "says so",
    Stance.ASSESS: "assesses",
    Stance.SUGGEST: "suggests",
    Stance.QUALIFY: "qualifies",
    Stance.QUESTION: "questions",
    Stance.DENY: "denies",
    Stance.DECLINE: "declines to say",
    Stance.NOT_OBSERVED: "has not observed it",
    Stance.SILENCE: "silent",
}
"""In the order in which they are shown: from the strongest yes to no word at all."""

SIGNS = {
    Stance.CONFIRM: "✓",
    Stance.ASSERT: "+",
    Stance.ASSESS: "≈",
    Stance.SUGGEST: "~",
    Stance.QUALIFY: "±",
    Stance.QUESTION: "?",
    Stance.DENY: "✕",
    Stance.DECLINE: "–",
    Stance.NOT_OBSERVED: "○",
    Stance.SILENCE: "…",
}

EVIDENCE = {
    Evidence.REPUBLISHES: "republishes",
    Evidence.FORWARDS: "forwards",
    Evidence.CITES: "names as its source",
    Evidence.LINKS: "links to",
    Evidence.VERBATIM: "shares a run of words with",
    Evidence.SHARED_ERROR: "repeats a rare slip of",
    Evidence.SAME_ORDER: "tells the same facts in the same order as",
    Evidence.TIME: "came after",
}

HINTS = {
    Evidence.REPUBLISHES: "republishes it",
    Evidence.FORWARDS: "forwards it",
    Evidence.CITES: "names it as a source",
    Evidence.LINKS: "links to it",
    Evidence.VERBATIM: "shares a run of words with it",
    Evidence.SHARED_ERROR: "repeats a rare slip of it",
    Evidence.SAME_ORDER: "tells the same facts in the same order",
    Evidence.TIME: "came after it",
}

LINKS = {
    LinkKind.UPDATE: ("updates", "is updated by"),
    LinkKind.CONFLICT: ("conflicts with", "conflicts with"),
    LinkKind.DENIAL: ("denies", "is denied by"),
    LinkKind.QUALIFICATION: ("qualifies", "is qualified by"),
}
"""What a claim does to another, and what is done to the other."""

RELATIONS = {
    Relation.AGREES: "agrees with",
    Relation.UPDATES: "updates",
    Relation.CONFLICTS: "conflicts with",
    Relation.CORRECTS: "corrects",
    Relation.COUNTS_ELSE: "counts something else than",
}
"""How a figure stands to one that was given before it."""

DRIFT = {
    "headline_overstates": "The headline says more than the text",
    "attribution_dropped": "The source was dropped",
    "source_blurred": "The source was blurred",
    "hedge_changed": "The hedge was changed",
    "bound_changed": "The bound was changed",
    "figure_changed": "The figure was changed",
    "place_changed": "The place was changed",
    "time_changed": "The time was changed",
    "scope_changed": "The scope was changed",
    "source_changed": "The source was changed",
    "quote_altered": "The quotation was altered",
    "denial_omitted": "The denial was left out",
    "self_contradiction": "The text contradicts itself",
}

CHECKS = {
    "rate_times_time": "rate × time",
    "remainder_over_rate": "what is left ÷ rate",
    "parts_and_whole": "parts and whole",
    "same_quantity": "the same quantity",
    "share_over_threshold": "share over a threshold",
    "unit_conversion": "two units",
    "percent_of_change": "percent of change",
    "time_between": "time between two hours",
}

BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "≈ ",
    Bound.AT_LEAST: "≥ ",
    Bound.AT_MOST: "≤ ",
    Bound.MORE_THAN: "> ",
    Bound.LESS_THAN: "< ",
    Bound.RANGE: "",
}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SCALES = {1_000_000_000_000: "trillion", 1_000_000_000: "billion", 1_000_000: "million"}
PLURALS = {
    "foot": "feet", "cubic foot": "cubic feet", "inch": "inches", "century": "centuries", "penny": "pence",
    "US cent": "US cents", "krona": "kronor", "krone": "kroner", "stone": "stone",
    "caliber": "caliber", "magnitude": "magnitude", "share": "share",
}  # fmt: skip
_SPELT_OUT = re.compile(r"(?:[a-z]+[ -])*(?:[a-z]{4,}|bit|day|ton)")
"""Units that are words: symbols ("kg", "mph") have no plural."""


def plain_kind(table: dict[str, str], kind: str) -> str:
    """Return *kind* in words; a kind that *table* does not know loses its underscores."""
    return table.get(kind) or kind.replace("_", " ").capitalize()


def several(count: int, noun: str, plural: str = "") -> str:
    """Return ``1 outlet`` or ``3 outlets``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def counted(count: int) -> str:
    """Return a small number as a word."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def joined(names: Sequence[str], last: str = "and") -> str:
    """Return ``a, b and c``."""
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


def number(value: float) -> str:
    """Return *value* with thousands apart, and without a fraction that it does not have."""
    for size, name in SCALES.items():
        if value >= size and value % (size / 100) == 0:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def amount(figure: Figure) -> str:
    """Return the quantity with its bound as a sign: ``≥ 30``, ``20,000–25,000``, ``≈ 92 per day``."""
    if figure.low is None and figure.high is None:
        return figure.text
    if figure.low is None:
        value = f"≤ {number(figure.high or 0.0)}"
    elif figure.high is None:
        value = f"{'> ' if figure.bound is Bound.MORE_THAN else '≥ '}{number(figure.low)}"
    elif figure.low != figure.high:
        value = f"{'≈ ' if figure.bound is Bound.ABOUT else ''}{number(figure.low)}–{number(figure.high)}"
    else:
        value = BOUNDS[figure.bound] + number(figure.low)
    return value + _unit(figure) + (f" per {figure.per}" if figure.per else "")


def _unit(figure: Figure) -> str:
    unit = figure.unit or ""
    if unit == "person":
        return ""
    if (figure.low, figure.high) != (1, 1):
        unit = PLURALS.get(unit) or (f"{unit}s" if _SPELT_OUT.fullmatch(unit) else unit)
    return unit if unit in ("", "%") else f" {unit}"
