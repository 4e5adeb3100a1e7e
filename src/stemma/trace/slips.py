"""A rare spelling of a name that two documents alone share: a slip that was copied."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from stemma.model import Document, Span
from stemma.prose import bounds

__all__ = ["SharedSlip", "find_shared_slips"]

# Short names are near each other by chance ("Iran", "Iraq").
SHORTEST = 6
# Two transliterations of one name are no slip: the common form has to be known as such by more than chance.
WITH_COMMON_FORM = 3
# Endings that only bend a word ("Korean", "Koreans"): a slip lies further in.
BENDING = ("s", "n", "'s", "s'", "e", "y", "i")


@dataclass(frozen=True, slots=True)
class SharedSlip:
    """The form *slip* stands in two documents alone, where the others write *common*."""

    left: str
    right: str
    slip: str
    common: str
    left_span: Span
    right_span: Span


def find_shared_slips(documents: Sequence[Document]) -> Sequence[SharedSlip]:
    """Return the odd spellings of names that exactly two of *documents* share, against two with the usual one."""
    where = _names(documents)
    common = {key: spans for key, spans in where.items() if len(spans) >= WITH_COMMON_FORM}
    near = _by_shortened(common)
    found = []
    for key in sorted(where):
        holders = sorted(where[key])
        if len(holders) != 2:
            continue
        for other in sorted({other for part in _shortened(key) for other in near.get(part, ())}):
            if not where[other].keys() & set(holders) and _is_slip(key, other):
                left, right = holders
                found.append(SharedSlip(left, right, key, other, where[key][left], where[key][right]))
                break
    return tuple(found)


def _by_shortened(names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        for part in _shortened(name):
            found.setdefault(part, []).append(name)
    return found


def _shortened(name: str) -> set[str]:
    """Return *name* and it without each of its letters: two names that a letter sets apart share one of these."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _names(documents: Sequence[Document]) -> Mapping[str, Mapping[str, Span]]:
    """Return for each capitalised word within a sentence the documents that hold it, with its first place."""
    where: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for document in documents:
        for paragraph in document.body:
            for (_, before), (start, end) in pairwise(bounds(document.text, paragraph)):
                word = document.text[start:end]
                if _is_name(word) and document.text[before:start] == " ":
                    where[word.casefold()].setdefault(document.id, Span(start, end))
    return where


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) >= SHORTEST and word.isalpha()


def _is_slip(key: str, common: str) -> bool:
    if DamerauLevenshtein.distance(key, common, score_cutoff=1) != 1 or key[0] != common[0]:
        return False
    return not any(key == common + end or common == key + end for end in BENDING)
