"""
Folding along the ways that reports took.

An outlet is no origin of what its own report has from someone. Someone unnamed in a report that was taken from
another is whoever that one names: the name was lost on the way, nobody new was heard.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from stemma.lexicon import words_of
from stemma.model import Derivation, Evidence, Source, SourceKind
from stemma.prose import is_own_outlet
from stemma.trace.folding import Tree
from stemma.trace.kinship import is_own_witness, is_unnamed, may_be_of
from stemma.trace.misspelling import fold_misspelt
from stemma.trace.outlets import names_of
from stemma.trace.twinning import Ways, fold_twins

__all__ = ["follow"]

# A link, or an order of facts, does not say that this claim came that way.
_CERTAIN = frozenset({Evidence.REPUBLISHES, Evidence.FORWARDS, Evidence.CITES, Evidence.VERBATIM})

_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
_DEFINITE = re.compile(r"[Tt]he\s+[a-z]")
_OFFICIALS = re.compile(r"\b(?:officials?|authorities|officers?)\b", re.IGNORECASE)


def follow(tree: Tree, derivations: Sequence[Derivation]) -> None:
    """Fold in *tree* outlets whose own report is at hand, and the unnamed of reports that were taken from others."""
    if len(tree.roots) < 2:
        return
    ways = _ways(tree, derivations)
    _fold_outlets(tree, derivations, ways)
    fold_twins(tree, ways)
    for key in sorted(tree.roots):
        if key in tree.roots and is_unnamed(tree.material.source[key]):
            _fold_unnamed(tree, key, ways)
    _fold_described(tree)
    fold_misspelt(tree)


def _fold_outlets(tree: Tree, derivations: Sequence[Derivation], ways: Ways) -> None:
    """Fold an outlet into whom its own report names, a report that prints it, or one that its own was taken from."""
    printed: dict[str, set[str]] = {}
    for one in derivations:
        if one.evidence in (Evidence.REPUBLISHES, Evidence.FORWARDS) and not one.claims:
            printed.setdefault(one.to, set()).add(one.document)
    for key in sorted(tree.roots):
        if not tree.material.is_outlet(tree.material.source[key]) and key not in printed:
            continue
        own = {document for document in ways if _publishes(tree, key, document)}
        found = _heard_in(tree, own | printed.get(key, set())) - {key}
        behind = [ways[document] for document in sorted(own)]
        sure = found or _heard_in(tree, (to for steps in behind for to, is_sure in steps.items() if is_sure)) - {key}
        found = sure or _heard_in(tree, (to for steps in behind for to in steps)) - {key}
        if found:
            tree.fold(key, min(found), "its own report has it from them", perhaps=not sure)


def _publishes(tree: Tree, key: str, document: str) -> bool:
    return any(is_own_outlet(name, tree.material.document[document]) for name in names_of(tree.material.source[key]))


def _heard_in(tree: Tree, documents: Iterable[str]) -> set[str]:
    """Return the roots that *documents* have the claim from."""
    told = set(documents)
    return {item.source for item in tree.items if item.document in told and item.source in tree.roots}


def _fold_unnamed(tree: Tree, key: str, ways: Ways) -> None:
    """Fold *key* where each report that speaks of them goes back to one that names someone at this claim."""
    source = tree.material.source
    into: set[str] = set()
    is_certain = not is_own_witness(source[key])
    for document in sorted(tree.told_by(key)):
        behind = ways.get(document, {})
        heard = {source[k] for k in _heard_in(tree, behind)}
        found = {
            s.id for s in heard if not is_unnamed(s) and not tree.material.is_outlet(s) and may_be_of(source[key], s)
        }
        if not found:
            return
        named_here = found & _heard_in(tree, {document})
        certain = _heard_in(tree, (other for other, sure in behind.items() if sure))
        is_certain = is_certain and bool(found & certain) and not named_here
        into |= found
    tree.fold(key, min(into), "it was taken from a report that names them", perhaps=not is_certain)


def _fold_described(tree: Tree) -> None:
    """Fold "a research group" and "officials", perhaps, into a body that another report names."""
    source = tree.material.source
    for key in sorted(tree.roots):
        fits = _is_house if _is_only_described(source[key]) else _is_public if _are_officials(source[key]) else None
        named = [
            k for k in sorted(tree.roots - {key}) if fits and fits(source[k]) and not _is_only_described(source[k])
        ]
        into = next((k for k in named if not tree.material.is_outlet(source[k])), None)
        if into:
            tree.fold(key, into, "another report has it from them by name", perhaps=True)


def _is_only_described(source: Source) -> bool:
    """Tell whether *source* is a body that is told of without a name: "a Geneva-based research group"."""
    return source.kind is SourceKind.ORGANISATION and all(_INDEFINITE.match(name) for name in _openings(source))


def _openings(source: Source) -> tuple[str, ...]:
    """Return the names that do not only take up another ("the group")."""
    return tuple(name for name in names_of(source) if not _DEFINITE.match(name)) or names_of(source)


def _are_officials(source: Source) -> bool:
    return is_unnamed(source) and bool(_OFFICIALS.search(source.name))


def _is_house(source: Source) -> bool:
    return source.kind is SourceKind.ORGANISATION and source.party is None and not _is_public(source)


def _is_public(source: Source) -> bool:
    """Tell whether *source* is a body of a state or a town: its last words name an organ, of somewhere."""
    bare = source.name.casefold()
    if source.kind in (SourceKind.PERSON, SourceKind.OUTLET, SourceKind.UNNAMED):
        return False
    if source.kind is SourceKind.GROUP and not re.search(r"[A-Z]", source.name):
        return False
    return any(bare.endswith(f" {organ}") for organ in (*words_of("state_organs"), "council"))


def _ways(tree: Tree, derivations: Sequence[Derivation]) -> Ways:
    """Return for each document that tells the claim those that it has, or may have, the claim from."""
    claim = tree.items[0].claim or ""
    carriers = {item.document for item in tree.material.telling.get(claim, ())}
    steps: dict[str, dict[str, bool]] = {}
    for one in derivations:
        if one.document in carriers and (not one.claims or claim in one.claims):
            sure = one.evidence in _CERTAIN
            steps.setdefault(one.document, {})[one.to] = sure or steps.get(one.document, {}).get(one.to, False)
    ends = {document: _behind(document, steps) for document in sorted(carriers)}
    found: dict[str, dict[str, bool]] = {}
    for document, behind in ends.items():
        outlets = {
            to for to in behind if to in tree.material.source and tree.material.is_outlet(tree.material.source[to])
        }
        found[document] = {key: sure for key, sure in behind.items() if key in carriers and key != document}
        for other in sorted(carriers - behind.keys() - {document}):
            between = [to for to in outlets if to in ends[other] or _publishes(tree, to, other)]
            if between:
                found[document][other] = any(behind[to] and ends[other].get(to, True) for to in between)
    return found


def _behind(document: str, steps: Mapping[str, Mapping[str, bool]]) -> dict[str, bool]:
    """Return all that *document* goes back to, and whether every step on the way is certain."""
    found: dict[str, bool] = {}
    left = [(document, True)]
    while left:
        at, sure = left.pop()
        for to, is_sure in steps.get(at, {}).items():
            if not found.get(to, False) and (to not in found or (sure and is_sure)):
                found[to] = sure and is_sure
                left.append((to, found[to]))
    return found
