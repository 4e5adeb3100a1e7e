"""
The roots of a claim's tree.

Every relay is folded into whom it relays, the same source in several documents is one origin, a state that
"accused" is folded into the official who did, "reportedly" into whoever is named. What folds for certain is
gone; what folds perhaps is gone from the sources that are shown, and widens the interval. *high* counts all
that may be independent of each other, *low* those that can be shown to be: named, of different parties, and saying
what is plainly the same.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from stemma.model import Attribution, Cluster, Derivation, Evidence, Origins, Stance
from stemma.trace.edge import Material
from stemma.trace.folding import Tree, fold
from stemma.trace.following import follow
from stemma.trace.kinship import head_of, is_unnamed, is_unplaced, is_within, may_serve

__all__ = ["find_origins"]

# Whoever says this about a claim did not originate it.
_NOT_ORIGINS = {Stance.DENY, Stance.SILENCE, Stance.NOT_OBSERVED, Stance.DECLINE, Stance.QUESTION}


def find_origins(
    cluster: Cluster,
    material: Material,
    relays: Mapping[str, frozenset[str]],
    derivations: Sequence[Derivation],
) -> Origins:
    """Return the roots of *cluster*, told in documents that have *derivations*, with what the evidence leaves open."""
    items = material.telling.get(cluster.id, ())
    voiced = [a for a in items if a.source in material.source and a.stance is not Stance.SILENCE]
    told = [a for a in voiced if a.stance not in _NOT_ORIGINS]
    told = [a for a in told if not _denies(a, voiced, material)] or told or voiced
    tree = Tree(material, tuple(told), {a.source for a in told if a.source})
    if not tree.roots:
        return _without_sources(items, material, derivations)
    follow(tree, derivations)
    fold(tree, relays, derivations)
    unknown = any(not a.narrated and a.source is None and a.stance not in _NOT_ORIGINS for a in items)
    if unknown:
        tree.reasons.append("Who says it is not clear in every document.")
    high = len(tree.roots) + len(tree.perhaps) + unknown
    apart, tied = _shown_apart(tree, tree.roots - tree.echoes), _tied(tree, cluster)
    low = max([1, *(len(_shown_apart(tree, roots - tree.echoes)) for roots in tied)])
    if low < len(tree.roots):
        tree.reasons += _why_not_apart(tree, apart)
        if low < len(apart):
            tree.reasons.append("Not enough speaks for all of them saying the same.")
    settle = _settling(cluster, items, tree, derivations) if low < high else None
    return Origins(low, high, tuple(sorted(tree.roots)), _parties(tree), settle, tuple(tree.reasons), tuple(tree.folds))


def _denies(item: Attribution, voiced: Iterable[Attribution], material: Material) -> bool:
    """Tell whether the speaker, or whom the same document has deny it for the same party, denies the claim."""
    party = head_of(material.source[item.source or ""], material.source)
    for other in voiced:
        if other.stance is Stance.DENY:
            same = party is not None and head_of(material.source[other.source or ""], material.source) == party
            if other.source == item.source or (same and other.document == item.document):
                return True
    return False


def _tied(tree: Tree, cluster: Cluster) -> list[set[str]]:
    """Return for each part of *cluster* the roots that it goes back to."""
    into = {fold.source: fold.into for fold in tree.folds}
    part = {id: number for number, ids in enumerate(cluster.parts) for id in ids}
    found: dict[int, set[str]] = {}
    for item in tree.items:
        key = item.source
        while key is not None and key not in tree.roots:
            key = into.get(key)
        if key is not None:
            found.setdefault(part.get(item.id, 0), set()).add(key)
    return list(found.values())


def _shown_apart(tree: Tree, roots: Collection[str]) -> set[str]:
    """
    Return the parties of the named *roots*: each counts once, and all who may serve one of these as one at most.

    A body whose name is a part of another's ("the Zoo", "Kesh Zoo") is not shown to be a second one.
    """
    known = tree.material.source
    named = [known[key] for key in sorted(roots) if not is_unnamed(known[key])]
    parties = {party for source in named if not is_unplaced(source) and (party := head_of(source, known))}
    heads = [known[party] for party in sorted(parties) if party in known]
    parties -= {one.id for one in heads if any(is_within(one, other) for other in heads)}
    others = [s.id for s in named if is_unplaced(s) and not any(may_serve(s, head) for head in heads)]
    return parties.union(others[:1])


def _why_not_apart(tree: Tree, apart: Collection[str]) -> Iterable[str]:
    known = tree.material.source
    sources = [known[key] for key in sorted(tree.roots)]
    unnamed = [s.name for s in sources if is_unnamed(s)]
    if unnamed:
        yield f"{', '.join(unnamed)}: unnamed, so that nothing shows them to be someone else."
    echoes = [s.name for s in sources if s.id in tree.echoes]
    if echoes:
        yield f"{', '.join(echoes)}: given with the words of another, so that it may be one statement."
    unplaced = [s.name for s in sources if is_unplaced(s)]
    if unplaced:
        yield f"{', '.join(unplaced)}: nothing shows for whom they speak, so that it may be one of the others."
    heads = [known[key] for key in sorted({head_of(s, known) or s.id for s in sources}) if key in known]
    for one in heads:
        wider = [other.name for other in heads if is_within(one, other)]
        if wider:
            yield f"{one.name} may be a short name of {wider[0]}, or a part of it."
    for party in sorted(apart):
        speakers = [s.name for s in sources if not is_unplaced(s) and head_of(s, known) == party]
        if len(speakers) > 1:
            yield f"{', '.join(speakers)} are of one party and may rest on one report."


def _parties(tree: Tree) -> int:
    known = tree.material.source
    return len({head_of(known[key], known) or key for key in tree.roots})


def _settling(
    cluster: Cluster, items: Sequence[Attribution], tree: Tree, derivations: Sequence[Derivation]
) -> str | None:
    """Return the derivation to look up, the least sure first: of a document whose source keeps the interval open."""
    unnamed = {key for key in tree.roots if is_unnamed(tree.material.source[key])}
    doubtful = (tree.perhaps | unnamed) or tree.roots
    documents = {a.document for a in items}
    in_doubt = {a.document for a in items if a.source in doubtful or (a.source is None and not a.narrated)}

    def bears(d: Derivation) -> bool:
        is_of_claim = cluster.id in d.claims or d.to in documents or d.to in doubtful
        return (d.document in in_doubt and is_of_claim) or (d.document in documents and d.to in tree.perhaps)

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
