"""Forms of the reporting verbs, and the stance each takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from stemma.lexicon import pairs_of, words_of
from stemma.model import Stance

__all__ = ["UNREAL", "Form", "is_past", "noun_stance", "verb_form"]

VOWELS = "aeiou"
UNREAL = frozenset(("can", "could", "may", "might", "should", "to", "will", "would"))
"""Where a cue begins with one of them, nothing has been said yet."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a reporting verb."""

    lemma: str
    stance: Stance
    is_present: bool
    is_past: bool
    is_participle: bool
    """The past participle; most verbs spell it as the past."""
    is_gerund: bool
    takes_bare_clause: bool
    """Whether its clause can stand without "that"."""


def verb_form(word: str) -> Form | None:
    """Return what *word* (case-folded) is a form of, or None where it is no reporting verb."""
    return _forms().get(word)


def noun_stance(word: str) -> Stance | None:
    """Return the stance of a reporting noun (case-folded), or None where it is none."""
    value = pairs_of("reporting_nouns").get(word)
    return Stance(value) if value else None


def is_past(word: str) -> bool:
    """Tell whether *word* (case-folded) looks like the past of any verb."""
    return (word.endswith("ed") and len(word) > len("shed")) or word in _irregular_pasts()


@cache
def _irregular_pasts() -> frozenset[str]:
    listed = frozenset(forms.split()[1] for forms in pairs_of("irregular_verbs").values())
    return (listed | words_of("irregular_pasts")) - {
        "read",
        "put",
        "set",
        "cost",
    }


@cache
def _forms() -> Mapping[str, Form]:
    table: dict[str, Form] = {}
    bare = words_of("bare_clause_verbs")
    for lemma, stance in pairs_of("reporting_verbs").items():
        third, past, participle, gerund = _inflect(lemma)
        for word in dict.fromkeys((lemma, third, past, participle, gerund)):
            form = Form(
                lemma,
                Stance(stance),
                is_present=word in (lemma, third),
                is_past=word == past,
                is_participle=word == participle,
                is_gerund=word == gerund,
                takes_bare_clause=lemma in bare,
            )
            table.setdefault(word, form)
    return MappingProxyType(table)


def _inflect(lemma: str) -> tuple[str, str, str, str]:
    """Return third person, past, participle and -ing form; irregular verbs come from their list."""
    irregular = pairs_of("irregular_verbs").get(lemma)
    if irregular:
        third, past, participle, gerund = irregular.split()
        return third, past, participle, gerund
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"
    if lemma.endswith("e"):
        gerund = f"{lemma}ing" if lemma.endswith("ee") else f"{lemma[:-1]}ing"
        return third, f"{lemma}d", f"{lemma}d", gerund
    return third, f"{lemma}ed", f"{lemma}ed", f"{lemma}ing"
