"""
How near a brief comes to a careful reader's gold, stage by stage.

    python -m benchmarks.score GOLD.yaml … [--misses]

Reads the gold's documents with Stemma as it is installed. An attribution is found when a predicted content
covers 60 % of the gold's; each prediction counts once for precision. Claims are scored B-cubed, origins as
whole sets. ``--misses`` names each item that was not found: the mistakes name the next step.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks.gold import GoldCase, b_cubed, read_case
from stemma.case import brief_files
from stemma.model import Attribution, Brief, Source, Span, overlap

__all__ = ["Score", "score", "score_file"]

COVERED = 0.6
"""Share of the gold content that a prediction must hold."""


@dataclass(slots=True)
class Score:
    """A share for each row, and what was missed."""

    rows: dict[str, float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def share(self, row: str, wanted: Iterable[tuple[str, bool]]) -> None:
        """Set *row* to the share of *wanted* that is true, and note the rest as missed."""
        items = list(wanted)
        self.rows[row] = sum(ok for _, ok in items) / len(items) if items else 1.0
        self.misses += [f"{row}: {label}" for label, ok in items if not ok]


def score_file(path: Path) -> Score:
    """Return the score of Stemma on the gold at *path*, whose files lie relative to its folder or to the one above."""
    folder = path.resolve().parent
    root = folder if _has_files(path, folder) else folder.parent
    case = read_case(path, root)
    return score(case, brief_files([str(root / document.path) for document in case.documents]).brief)


def _has_files(path: Path, root: Path) -> bool:
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["documents"].values()
    return all((root / entry["file"]).is_file() for entry in entries)


def score(case: GoldCase, brief: Brief) -> Score:
    """Return how near *brief* comes to *case*."""
    result = Score()
    same = _same_source(case, brief)
    found = _found(case, brief, result, same)
    claim = {g: a.claim for g, a in found.items() if a.claim}
    result.rows["claims (B-cubed)"] = b_cubed({g: claim.get(g) or f"lost-{g}" for g in case.claim_of}, case.claim_of)[2]
    _score_documents(case, brief, result)
    _score_claims(case, brief, result, _votes(case, claim), same)
    _score_figures(case, brief, result)
    return result


Same = Callable[[str | None, str], bool]


def _same_source(case: GoldCase, brief: Brief) -> Same:
    gold = {source.id: source for source in case.sources}
    ours = {source.id: source for source in brief.sources}

    def same(found: str | None, wanted: str) -> bool:
        if found is None or wanted not in gold:
            return False
        names = {_plain(name) for name in (*ours[found].aliases, ours[found].name)}
        return any(_plain(name) in names for name in (*gold[wanted].aliases, gold[wanted].name))

    return same


def _plain(name: str) -> str:
    words = [word.removesuffix("'s") for word in name.casefold().replace("’", "'").split()]
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def _key(case: GoldCase, brief: Brief) -> Mapping[str, str]:
    """Return our document ids → the gold's keys, by the hash of the bytes."""
    gold = {document.sha256: document.id for document in case.documents}
    return {document.id: gold[document.sha256] for document in brief.documents if document.sha256 in gold}


def _found(case: GoldCase, brief: Brief, result: Score, same: Same) -> dict[str, Attribution]:
    key = _key(case, brief)
    pairs = []
    for wanted in case.attributions:
        size = sum(len(span) for span in wanted.content_spans)
        for item in brief.attributions:
            held = overlap(wanted.content_spans, item.content_spans)
            if key.get(item.document) != wanted.document or held < COVERED * size:
                continue
            if item.narrated == wanted.narrated:
                tight = held / sum(len(span) for span in item.content_spans)
                pairs.append((same(item.source, wanted.source or ""), tight, wanted.id, item))
    found: dict[str, Attribution] = {}
    taken: set[str] = set()
    for right, _, wanted_id, item in sorted(pairs, key=lambda p: (-p[0], -p[1], p[2], p[3].id)):
        if wanted_id not in found and (item.id not in taken or right):
            found[wanted_id] = item
            taken.add(item.id)
    spoken = [a for a in case.attributions if not a.narrated]
    result.share("attributions found", ((f"{a.id} {a.content[:60]!r}", a.id in found) for a in spoken))
    said = [a for a in brief.attributions if not a.narrated]
    result.share("attributions that the gold explains", ((f"{a.content[:60]!r}", a.id in taken) for a in said))
    result.share("source right", ((f"{a.id} {a.source}", _right(found.get(a.id), a, same)) for a in spoken))
    nested = [a for a in spoken if a.via]
    result.share("chains", ((a.id, a.id in found and any(same(v, a.via[0]) for v in found[a.id].via)) for a in nested))
    result.share("stance", ((f"{a.id} {a.stance}", found[a.id].stance is a.stance) for a in spoken if a.id in found))
    return found


def _right(item: Attribution | None, wanted: Attribution, same: Same) -> bool:
    return item is not None and same(item.source, wanted.source or "")


def _votes(case: GoldCase, claim: Mapping[str, str]) -> dict[str, str]:
    """Return the gold's claims → the claim of ours that most of their attributions lie in."""
    votes: dict[str, dict[str, int]] = {}
    for item, ours in claim.items():
        if item in case.claim_of:
            counts = votes.setdefault(case.claim_of[item], {})
            counts[ours] = counts.get(ours, 0) + 1
    return {key: max(sorted(counts), key=counts.__getitem__) for key, counts in votes.items()}


def _score_documents(case: GoldCase, brief: Brief, result: Score) -> None:
    ours = {document.sha256: document for document in brief.documents}
    dated = []
    for wanted in case.documents:
        want, got = wanted.published.interval, ours[wanted.sha256].published.interval
        dated.append((wanted.id, bool(want and got and want.meet(got) and got.days <= want.days + 3)))
    result.share("published", dated)


def _score_claims(case: GoldCase, brief: Brief, result: Score, votes: Mapping[str, str], same: Same) -> None:
    claims = {claim.id: claim for claim in brief.claims}
    sources = {source.id: source for source in brief.sources}
    key = _key(case, brief)

    def has_roots(name: str, wanted: list[str]) -> bool:
        claim = claims.get(votes.get(name, ""))
        roots = claim.origins.sources if claim else ()
        return len(roots) == len(wanted) and all(any(same(root, w) for root in roots) for w in wanted)

    origins = dict(case.told["origins"])
    result.share("origins", ((f"{name} {roots}", has_roots(name, list(roots))) for name, roots in origins.items()))

    def stands(row: Mapping[str, object]) -> bool:
        return any(
            p.claim == votes.get(str(row["claim"]))
            and p.position == row["position"]
            and _acts_for(sources.get(p.actor), str(row["actor"]), case, same)
            for p in brief.positions
        )

    result.share(
        "positions", ((f"{p['actor']} {p['position']} {p['claim']}", stands(p)) for p in case.told["positions"])
    )

    def derived(row: Mapping[str, object]) -> bool:
        return any(
            key.get(d.document) == row["from"]
            and (same(d.to, str(row["to"])) if d.to in sources else key.get(d.to) == row["to"])
            for d in brief.derivations
        )

    result.share("derivations", ((f"{d['from']} from {d['to']}", derived(d)) for d in case.told["derivations"]))
    result.share("drift", ((f"{d['doc']} {d['kind']}", _drifts(d, case, brief)) for d in case.told["drift"]))


def _acts_for(source: Source | None, actor: str, case: GoldCase, same: Same) -> bool:
    members = [s.id for s in case.sources if actor in (s.party, s.id)]
    return source is not None and any(same(held, m) for held in (source.id, source.party) if held for m in members)


def _drifts(row: Mapping[str, object], case: GoldCase, brief: Brief) -> bool:
    key, text = _key(case, brief), {document.id: document.text for document in case.documents}
    at = text[str(row["doc"])].find(str(row["text"]))
    span = Span(at, at + len(str(row["text"])))
    return any(
        d.kind == row["kind"] and key.get(d.place.document) == row["doc"] and d.place.span.meets(span)
        for d in brief.drift
    )


def _score_figures(case: GoldCase, brief: Brief, result: Score) -> None:
    key, text = _key(case, brief), {document.id: document.text for document in case.documents}
    rows = []
    for row in case.told["figures"]:
        at = text[str(row["doc"])].find(str(row["text"]))
        span = Span(at, at + len(str(row["text"])))
        low, high = row.get("low", row.get("value")), row.get("high", row.get("value"))
        near = [f for f in brief.figures if key.get(f.document) == row["doc"] and f.span.meets(span)]
        rows.append((f"{row['id']} {row['text']!r}", any(f.low == low or f.high == high for f in near)))
    result.share("figures", rows)


if __name__ == "__main__":
    for argument in [a for a in sys.argv[1:] if not a.startswith("--")]:
        outcome = score_file(Path(argument))
        print(f"{Path(argument).name}")
        for row, value in outcome.rows.items():
            print(f"  {row:36} {value:.3f}")
        if "--misses" in sys.argv:
            print(*outcome.misses, sep="\n", file=sys.stderr)
