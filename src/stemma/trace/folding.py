"""
Folding the sources of one claim into those whose words they have, or may have.

What folds for certain is gone; what folds perhaps is gone from the sources that are shown, and widens the interval.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stemma.model import Attribution, Derivation, Fold, Source, SourceKind
from stemma.prose import word_keys
from stemma.trace.edge import Material
from stemma.trace.kinship import (
    governs,
    indicts,
    is_bystander,
    is_own_witness,
    is_part_of,
    is_somebody,
    is_unnamed,
    is_voice_of,
    may_be_blurred,
    may_be_called,
    may_be_of,
    prosecutes,
    speaks_for,
    speaks_officially_for,
)
from stemma.trace.relaying import same_wording

__all__ = ["Tree", "fold", "wordings"]

# Words in a row that two speakers do not hit on by chance.
ECHO = 7
# What has been said before: "… has been corroborated by multiple sources", "reports that …".
_HEARSAY = re.compile(r"\b(?:corroborated|sources|reports|officials|accounts|claims|statements)\b", re.IGNORECASE)


@dataclass(slots=True)
class Tree:
    """The sources of one claim while they are folded."""

    material: Material
    items: tuple[Attribution, ...]
    roots: set[str]
    """Those that nothing has led further back yet."""
    perhaps: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    folds: list[Fold] = field(default_factory=list)
    echoes: set[str] = field(default_factory=set)
    """Roots that are given with the words of another, beside it in one report: two names, not shown to be apart."""

    def named(self, key: str) -> str:
        """Return the name of a source for a sentence."""
        return self.material.source[key].name

    def told_by(self, key: str) -> set[str]:
        """Return the documents that have the claim from a source."""
        return {item.document for item in self.items if item.source == key}

    def fold(self, key: str, into: str, reason: str, *, perhaps: bool) -> None:
        """Take *key* from the roots; one that is only *perhaps* the same widens the interval."""
        self.roots.discard(key)
        self.folds.append(Fold(key, into, reason, is_certain=not perhaps))
        if perhaps:
            self.perhaps.add(key)
            self.reasons.append(f"{self.named(key)} may be the same as {self.named(into)}: {reason}.")


def fold(tree: Tree, relays: Mapping[str, frozenset[str]], derivations: Sequence[Derivation]) -> None:
    """Fold in *tree* all that is a relay, a copy, a spokesman's body, or a blur of another."""
    _fold_relays(tree, relays)
    _fold_hearsay(tree)
    _fold_copies(tree, derivations)
    _fold_prosecutors(tree)
    _fold_parties(tree)
    _fold_governments(tree)
    _fold_unnamed(tree)
    _fold_echoes(tree)


def _fold_relays(tree: Tree, relays: Mapping[str, frozenset[str]]) -> None:
    here: dict[str, set[str]] = {}
    for item in tree.items:
        for relay in item.via:
            here.setdefault(relay, set()).add(item.source or "")
    for key in sorted(tree.roots):
        others = tree.roots - {key}
        inner = {k for k in here.get(key, set()) & others if not _is_nobody(tree.material.source[k])}
        if inner and not (inner & {k for k in others if key in here.get(k, set())}):
            tree.fold(key, min(inner), "it only passes it on", perhaps=_may_have_seen_it(tree, key))
            continue
        elsewhere = relays.get(key, frozenset()) & others
        if elsewhere:
            tree.fold(key, min(elsewhere), "it passes on their words elsewhere", perhaps=True)


def _is_nobody(source: Source) -> bool:
    """Tell whether no one is named ("reportedly"): who speaks of hearsay is the nearest to an origin that is known."""
    return source.kind is SourceKind.UNNAMED and not is_somebody(source)


def _may_have_seen_it(tree: Tree, key: str) -> bool:
    """Tell whether a person who passes it on in one document says it of his own in another."""
    if tree.material.source[key].kind is not SourceKind.PERSON:
        return False
    relaying = {item.document for item in tree.items if key in item.via}
    return bool(tree.told_by(key) - relaying)


def _fold_hearsay(tree: Tree) -> None:
    """Fold a body that says only that others say so into whom a document names for it."""
    source = tree.material.source
    for key in sorted(tree.roots):
        said = [item for item in tree.items if item.source == key]
        named = [k for k in sorted(tree.roots - {key}) if source[k].kind is SourceKind.PERSON]
        is_body = source[key].kind not in (SourceKind.PERSON, SourceKind.GROUP, SourceKind.UNNAMED)
        if named and is_body and all(_HEARSAY.search(item.content) for item in said):
            tree.fold(key, named[0], "it says only that others say so", perhaps=True)


def _fold_copies(tree: Tree, derivations: Sequence[Derivation]) -> None:
    """Fold an unnamed source into the one that the document it was copied from names at the same words."""
    taken = {(d.document, d.to) for d in derivations}
    for item in tree.items:
        source = tree.material.source.get(item.source or "")
        if source is None or source.id not in tree.roots or not is_unnamed(source):
            continue
        for other in tree.items:
            is_copy = (item.document, other.document) in taken and same_wording(item.content, other.content)
            if is_copy and other.source in tree.roots - {source.id}:
                tree.fold(source.id, other.source or "", "it is the same passage", perhaps=False)
                break


def _fold_prosecutors(tree: Tree) -> None:
    """Fold those who prosecute into the grand jury: the indictment is drawn up by them, and they restate it."""
    source = tree.material.source
    juries = sorted(key for key in tree.roots if indicts(source[key]))
    for key in sorted(tree.roots - set(juries)) if juries else ():
        found = [j for j in juries if prosecutes(source[key]) and source[j].party in (None, source[key].party)]
        if found:
            tree.fold(key, found[0], "the indictment is theirs", perhaps=False)


def _fold_parties(tree: Tree) -> None:
    """Fold a person who speaks for another into them, and a body into the person who speaks for it."""
    source = tree.material.source
    for key in sorted(tree.roots):
        for other in sorted(tree.roots - {key}) if key in tree.roots else ():
            if source[key].party == other and source[other].kind is SourceKind.PERSON:
                tree.fold(key, other, "it speaks for them", perhaps=False)
                break
            if is_voice_of(source[key], source[other]):
                is_beside = bool(tree.told_by(key) & tree.told_by(other))
                tree.fold(key, other, "it speaks for them", perhaps=not is_beside)
                break
            if speaks_for(source[other], source[key]) and source[key].kind is not SourceKind.PERSON:
                is_official = source[other].party == key or speaks_officially_for(source[other], source[key])
                perhaps = not (is_official and _on_one_day(tree, key, other))
                lost, kept = (other, key) if is_unnamed(source[other]) else (key, other)
                tree.fold(lost, kept, "one speaks for the other", perhaps=perhaps)
                break


def _on_one_day(tree: Tree, left: str, right: str) -> bool:
    """Tell whether no date speaks against it that both said it on one day, as a body and its spokesman do."""
    mine, theirs = ([item.on for item in tree.items if item.source == key] for key in (left, right))
    return any(a is None or b is None or a.meet(b) for a in mine for b in theirs)


def _fold_governments(tree: Tree) -> None:
    """Fold a government into a member of it who says the same: of its party, or named beside it where none is known."""
    source = tree.material.source
    for key in sorted(k for k in tree.roots if governs(source[k])):
        here = tree.told_by(key)
        for other in sorted(tree.roots - {key}):
            person = source[other]
            if person.kind is not SourceKind.PERSON or person.party is None:
                continue
            beside = any(item.source == other for document in here for item in tree.material.said_in[document])
            is_state = person.party in source and source[person.party].kind is SourceKind.GOVERNMENT
            if source[key].party == person.party or (source[key].party is None and beside and is_state):
                tree.fold(key, other, "one speaks for the other", perhaps=source[key].party is None)
                break


def _fold_unnamed(tree: Tree) -> None:
    """Fold "reportedly" into any source, and a group into whom it may be a word for."""
    source = tree.material.source
    for key in sorted(tree.roots):
        if is_own_witness(source[key]) and not is_bystander(source[key]):
            continue
        others = sorted(tree.roots - {key}, key=lambda k: (is_unnamed(source[k]), k))
        is_nobody = source[key].kind is SourceKind.UNNAMED and not is_somebody(source[key])
        if is_nobody and others and not is_bystander(source[key]):
            into = next((k for k in others if source[k].kind is not SourceKind.UNNAMED), None)
            if into or key > others[0]:
                tree.fold(key, into or others[0], "no one is named", perhaps=True)
        elif is_unnamed(source[key]):
            found = next(((other, why) for other in others if (why := _is_word_for(tree, key, other))), None)
            if found:
                tree.fold(key, found[0], found[1], perhaps=True)


def _fold_echoes(tree: Tree) -> None:
    """
    Fold a source into another that is given with the same words: one statement under two names, as far as they show.

    Two people who tell what they know choose their own words; the same ones come from one paper, or from one writer.
    """
    worded = {key: wordings(tree, key) for key in tree.roots if not is_unnamed(tree.material.source[key])}
    for key in sorted(worded, key=lambda k: (len(tree.told_by(k)), k)):
        others = sorted(tree.roots & worded.keys() - {key}, key=lambda k: (-len(tree.told_by(k)), k))
        echoed = next((other for other in others if worded[key] & worded[other]), None)
        if echoed is None:
            continue
        if tree.told_by(key) & tree.told_by(echoed):
            tree.echoes.add(key)  # one writer told both in his words, and says that they are two
        else:
            tree.fold(key, echoed, "it is given with the same words", perhaps=True)


def wordings(tree: Tree, key: str) -> set[tuple[str, ...]]:
    """Return the runs of words that *key* is given with."""
    found: set[tuple[str, ...]] = set()
    for item in tree.items:
        if item.source == key:
            said = word_keys(item.content)
            found |= {said[at : at + ECHO] for at in range(len(said) - ECHO + 1)}
    return found


def _is_word_for(tree: Tree, key: str, other: str) -> str | None:
    """Return why the group *key* may be, or hold, *other*; None where nothing says so."""
    group, member = tree.material.source[key], tree.material.source[other]
    if is_unnamed(member):
        return "they are described as part of them" if is_part_of(group, member) else None
    is_among = may_be_called if group.kind is SourceKind.UNNAMED else may_be_of
    is_beside = bool(tree.told_by(key) & tree.told_by(other))
    if is_bystander(group) and is_beside:
        return None  # a resident and a nurse whom one report hears are two
    if is_beside and is_among(group, member):
        return "the same document names one of them"
    if may_be_blurred(group, member):
        return "another report has it from them by name"
    return None
