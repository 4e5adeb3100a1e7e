"""
The roots of a claim's tree.

Every relay is folded into whom it relays, the same source in several documents is one origin, a state that
"accused" is folded into the official who did, "reportedly" into whoever is named. What folds for certain is
gone; what folds perhaps is gone from the sources that are shown, and widens the interval. *high* counts all
that may be independent of each other, *low* those that can be shown to be: named, and of different parties.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.model import Attribution, Cluster, Derivation, Evidence, Origins, SourceKind, Stance
from stemma.trace.edge import Material
from stemma.trace.kinship import is_part_of, is_unnamed, may_be_of, party_of, speaks_for
from stemma.trace.relaying import same_wording

__all__ = ["find_origins"]

# Whoever says this about a claim did not originate it.
_NOT_ORIGINS = {Stance.DENY, Stance.SILENCE, Stance.NOT_OBSERVED, Stance.DECLINE, Stance.QUESTION}
# What has been said before: "… has been corroborated by multiple sources", "reports that …".
_HEARSAY = re.compile(r"\b(?:corroborated|sources|reports|officials|accounts|claims|statements)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Tree:
    """The sources of one claim while they are folded."""

    material: Material
    items: tuple[Attribution, ...]
    roots: set[str]
    perhaps: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

    def named(self, key: str) -> str:
        return self.material.source[key].name

    def fold(self, key: str, into: str, reason: str, *, perhaps: bool) -> None:
        self.roots.discard(key)
        if perhaps:
            self.perhaps.add(key)
            self.reasons.append(f"{self.named(key)} may be the same as {self.named(into)}: {reason}.")


def find_origins(
    cluster: Cluster,
    material: Material,
    relays: Mapping[str, frozenset[str]],
    derivations: Sequence[Derivation],
) -> Origins:
    """Return the roots of *cluster*, with what the evidence leaves open."""
    members = set(cluster.attributions)
    items = tuple(a for a in material.attributions if a.id in members)
    voiced = [a for a in items if a.source in material.source and a.stance is not Stance.SILENCE]
    told = [a for a in voiced if a.stance not in _NOT_ORIGINS] or voiced
    tree = _Tree(material, tuple(told), {a.source for a in told if a.source})
    if not tree.roots:
        return _without_sources(items, material, derivations)
    _fold_relays(tree, relays)
    _fold_hearsay(tree)
    _fold_copies(tree, derivations)
    _fold_parties(tree)
    _fold_unnamed(tree)
    unknown = any(not a.narrated and a.source is None and a.stance not in _NOT_ORIGINS for a in items)
    if unknown:
        tree.reasons.append("Who says it is not clear in every document.")
    high = len(tree.roots) + len(tree.perhaps) + unknown
    low = max(1, len(_shown_apart(tree)))
    if low < len(tree.roots):
        tree.reasons += _why_not_apart(tree)
    settle = _settling(cluster, items, tree, derivations) if low < high else None
    return Origins(low, high, tuple(sorted(tree.roots)), _parties(tree), settle, tuple(tree.reasons))


def _fold_relays(tree: _Tree, relays: Mapping[str, frozenset[str]]) -> None:
    here: dict[str, set[str]] = {}
    for item in tree.items:
        for relay in item.via:
            here.setdefault(relay, set()).add(item.source or "")
    for key in sorted(tree.roots):
        others = tree.roots - {key}
        inner = here.get(key, set()) & others
        if inner and not (inner & {k for k in others if key in here.get(k, set())}):
            tree.fold(key, min(inner), "it only passes it on", perhaps=False)
            continue
        elsewhere = relays.get(key, frozenset()) & others
        if elsewhere:
            tree.fold(key, min(elsewhere), "it passes on their words elsewhere", perhaps=True)


def _fold_hearsay(tree: _Tree) -> None:
    """Fold a body that says only that others say so into whom a document names for it."""
    source = tree.material.source
    for key in sorted(tree.roots):
        said = [item for item in tree.items if item.source == key]
        named = [k for k in sorted(tree.roots - {key}) if source[k].kind is SourceKind.PERSON]
        is_body = source[key].kind not in (SourceKind.PERSON, SourceKind.GROUP, SourceKind.UNNAMED)
        if named and is_body and all(_HEARSAY.search(item.content) for item in said):
            tree.fold(key, named[0], "it says only that others say so", perhaps=True)


def _fold_copies(tree: _Tree, derivations: Sequence[Derivation]) -> None:
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


def _fold_parties(tree: _Tree) -> None:
    """Fold a person who speaks for another into them, and a body into the person who speaks for it."""
    source = tree.material.source
    for key in sorted(tree.roots):
        for other in sorted(tree.roots - {key}):
            if source[key].party == other and source[other].kind is SourceKind.PERSON:
                tree.fold(key, other, "it speaks for them", perhaps=False)
                break
            if speaks_for(source[other], source[key]) and source[key].kind is not SourceKind.PERSON:
                perhaps = source[other].party != key
                tree.fold(key, other, "one speaks for the other", perhaps=perhaps)
                break


def _fold_unnamed(tree: _Tree) -> None:
    """Fold "reportedly" into any source, and a group into a member whom the same document names for it."""
    source = tree.material.source
    documents: dict[str, set[str]] = {}
    for item in tree.items:
        documents.setdefault(item.source or "", set()).add(item.document)
    for key in sorted(tree.roots):
        others = sorted(tree.roots - {key}, key=lambda k: (is_unnamed(source[k]), k))
        if source[key].kind is SourceKind.UNNAMED and others:
            into = next((k for k in others if source[k].kind is not SourceKind.UNNAMED), None)
            if into or key > others[0]:
                tree.fold(key, into or others[0], "no one is named", perhaps=True)
        elif source[key].kind is SourceKind.GROUP:
            for other in others:
                near = documents[key] & documents[other]
                if near and not is_unnamed(source[other]) and may_be_of(source[key], source[other]):
                    tree.fold(key, other, "the same document names one of them", perhaps=True)
                    break
                if is_unnamed(source[other]) and is_part_of(source[key], source[other]):
                    tree.fold(key, other, "they are described as part of them", perhaps=True)
                    break


def _shown_apart(tree: _Tree) -> set[str]:
    """Return the parties of the named roots: each counts once."""
    roots = (tree.material.source[key] for key in tree.roots)
    return {party for source in roots if not is_unnamed(source) and (party := party_of(source))}


def _why_not_apart(tree: _Tree) -> Iterable[str]:
    sources = [tree.material.source[key] for key in sorted(tree.roots)]
    unnamed = [s.name for s in sources if is_unnamed(s)]
    if unnamed:
        yield f"{', '.join(unnamed)}: unnamed, so that nothing shows them to be someone else."
    for party in sorted(_shown_apart(tree)):
        speakers = [s.name for s in sources if party_of(s) == party]
        if len(speakers) > 1:
            yield f"{', '.join(speakers)} are of one party and may rest on one report."


def _parties(tree: _Tree) -> int:
    roots = (tree.material.source[key] for key in tree.roots)
    return len({party_of(source) or source.id for source in roots})


def _settling(
    cluster: Cluster, items: Sequence[Attribution], tree: _Tree, derivations: Sequence[Derivation]
) -> str | None:
    """Return the derivation to look up: one that bears on this claim, the least sure first."""
    documents = {a.document for a in items}
    doubtful = tree.perhaps | tree.roots

    def bears(d: Derivation) -> bool:
        return d.document in documents and (cluster.id in d.claims or d.to in documents or d.to in doubtful)

    found = [d for d in derivations if bears(d)]
    return min(found, key=lambda d: (d.to not in tree.perhaps, d.score, d.id)).id if found else None


def _without_sources(items: Sequence[Attribution], material: Material, derivations: Sequence[Derivation]) -> Origins:
    """Return the report that every document which tells the claim unsourced cites, if there is one."""
    documents = sorted({a.document for a in items})
    cited: dict[str, set[str]] = {}
    for derivation in derivations:
        if derivation.to in material.source and derivation.evidence is not Evidence.LINKS:
            cited.setdefault(derivation.to, set()).add(derivation.document)
    voices: dict[str, int] = {}
    for item in (a for document in documents for a in material.said_in[document]):
        for key in (*item.via, item.source or ""):
            voices[key] = voices.get(key, 0) + 1
    common = sorted((k for k, found in cited.items() if found >= set(documents)), key=lambda k: (-voices.get(k, 0), k))
    high = max(1, len(documents))
    if len(documents) > 1 and common:
        reason = f"No document says who says it; all of them cite {material.source[common[0]].name}."
        settle = min(d.id for d in derivations if d.to == common[0] and d.document in documents)
        return Origins(1, high, (common[0],), 1, settle, (reason,))
    return Origins(1, high, (), 0, None, ("No document says who says it.",))
