"""
GAP (Webster et al. 2018): one "he" or "she" in a text of Wikipedia, and two names that it may mean.

A text whose pronoun means neither name is left out: whom it means is not marked.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.pronouns.questions import Kind, Mention, Passage, Question, as_document
from stemma.attribute.verbs import verb_form
from stemma.model import Span

__all__ = ["read_gap"]

SUBJECTS = frozenset(("he", "she"))
_VERB_AFTER = re.compile(r"\s+(?:(?:also|later|then|had|has|have|\w+ly)\s+){0,2}(?P<verb>[a-z]+)\b")
_VERB_BEFORE = re.compile(r"(?P<verb>[a-z]+)\s+\Z")


def read_gap(path: Path) -> Iterator[Passage]:
    """Give the texts of a file of GAP whose pronoun means one of the two names."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["A-coref"] != row["B-coref"]:
                yield _passage(row)


def _passage(row: Mapping[str, str]) -> Passage:
    text = row["Text"]
    a, b = _span(row, "A"), _span(row, "B")
    pronoun = _span(row, "Pronoun")
    whom = "A" if row["A-coref"] == "TRUE" else "B"
    is_source = _is_source(text, pronoun)
    question = Question(pronoun, whom, Kind.PRONOUN, is_source, is_marked_once=True)
    document = as_document(row["ID"], text, (Span(0, len(text)),))
    return Passage(document, (question,), (Mention(a, "A", a), Mention(b, "B", b)), (pronoun,) if is_source else ())


def _span(row: Mapping[str, str], name: str) -> Span:
    start = int(row[f"{name}-offset"])
    return Span(start, start + len(row[name]))


def _is_source(text: str, pronoun: Span) -> bool:
    if pronoun.cut(text).casefold() not in SUBJECTS:
        return False
    after, before = _VERB_AFTER.match(text, pronoun.end), _VERB_BEFORE.search(text, 0, pronoun.start)
    return any(match and verb_form(match["verb"]) for match in (after, before))
