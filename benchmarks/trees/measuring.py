"""How near a brief comes to the truth of a case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from benchmarks.trees.plotting import Case
from benchmarks.trees.story import Fate, Shown, Way
from benchmarks.trees.wording import Page, address_of, write
from stemma.model import Brief, Claim, Span, overlap
from stemma.pipeline import compare, read_alone
from stemma.ports import Embedder, Tagger

__all__ = ["DRIFTS", "Mark", "Outcome", "measure", "pages_of", "read_case"]

COVERED = 0.6
"""Share of the words of a telling that a found content must hold."""
DRIFTS = frozenset(fate.value for fate in Fate)
"""What the relays of a case do; other kinds of drift are not judged."""
_SAME_DRIFT = {"bound_changed": "figure_changed"}  # a number made round has both


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was asked, under all the headings that it is counted for."""

    row: str
    headings: tuple[str, ...]
    is_right: bool
    note: str = ""


@dataclass(slots=True)
class Outcome:
    """All that was asked of one case."""

    case: Case
    brief: Brief
    marks: list[Mark] = field(default_factory=list)

    def mark(self, row: str, is_right: bool, note: str, *headings: str) -> None:
        """Add one answer."""
        self.marks.append(Mark(row, headings, is_right, f"{self.case.name} {note}"))


def pages_of(case: Case) -> tuple[Page, ...]:
    """Return the reports of *case* as they are read."""
    report = case.report
    return tuple(write(case.world, r, address_of(report[r.parent]) if r.parent else "") for r in case.reports)


def read_case(case: Case, reader: Tagger, embedder: Embedder) -> Brief:
    """Return what Stemma makes of *case*; the ids of its documents are hashes, and their paths say which is which."""
    pages = pages_of(case)
    texts = [page.layer.text + page.report.id for page in pages]  # two reports may have the same words
    hashes = [sha256(text.encode()).hexdigest() for text in texts]
    rows = zip(pages, hashes, strict=True)
    return compare([read_alone(page.layer, page.report.id, key, reader) for page, key in rows], embedder)


def measure(case: Case, brief: Brief) -> Outcome:
    """Hold *brief* against the truth."""
    outcome = Outcome(case, brief)
    pages = pages_of(case)
    _measure_origins(outcome, pages)
    _measure_edges(outcome)
    _measure_drift(outcome, pages)
    return outcome


def _measure_origins(outcome: Outcome, pages: Sequence[Page]) -> None:
    case, claims = outcome.case, {claim.id: claim for claim in outcome.brief.claims}
    votes = _votes(outcome.brief, pages)
    for fact in sorted({t.fact for report in case.reports for t in report.tellings}):
        told = [(report, t) for report in case.reports for t in report.tellings if t.fact == fact]
        wanted = case.origins_of(fact)
        if wanted - {t.origin for _, t in told if t.shown is Shown.NAMED}:
            continue  # no report that is left names them: nobody could know
        claim = claims.get(votes.get(fact, ""))
        found = _roots(outcome, claim)
        ways = sorted({report.way for report, _ in told} - {Way.HEARD})
        hidden = [way for way in ways if not way.is_open]
        open_or_not = "hidden" if hidden else "open" if ways else "heard"
        is_copied = any(t.printed for _, t in told)
        headings = (f"told: {open_or_not}", f"origins: {len(wanted)}", f"told {min(4, len(told))}x")
        accepted = [_accepted(case, key) for key in sorted(wanted)]
        exact = claim is not None and _is_one_to_one(found, accepted)
        note = f"{fact}: {found} for {sorted(case.world.origins[k].first[0] for k in wanted)}"
        outcome.mark("origins exact", exact, note, *headings)
        low, high = (claim.origins.low, claim.origins.high) if claim else (0, 0)
        outcome.mark("inside the interval", low <= len(wanted) <= high, f"{note} {low}-{high}", *headings)
        outcome.mark("one number, and right", low == high == len(wanted), f"{note} {low}-{high}", *headings)
        if is_copied:
            outcome.mark("never wrongly independent", low <= len(wanted), f"{note} {low}-{high}", *headings)


def _roots(outcome: Outcome, claim: Claim | None) -> list[tuple[str, ...]]:
    sources = {source.id: source for source in outcome.brief.sources}
    return [(sources[key].name, *sources[key].aliases) for key in claim.origins.sources] if claim else []


def _is_one_to_one(found: Sequence[Sequence[str]], accepted: Sequence[set[str]]) -> bool:
    if len(found) != len(accepted):
        return False
    return all(any(names & {_plain(n) for n in root} for root in found) for names in accepted)


def _accepted(case: Case, origin: str) -> set[str]:
    """Return what *origin* may be called, misspelt as in these reports as well."""
    names = case.world.origins[origin].names
    slips = {report.slip for report in case.reports} | {("", "")}
    return {_plain(name.replace(right, wrong) if right else name) for name in names for right, wrong in slips}


def _plain(name: str) -> str:
    words = re.sub(r"[^\w\s-]", " ", name.casefold()).split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def _votes(brief: Brief, pages: Sequence[Page]) -> dict[str, str]:
    """Return for each fact the claim that most of its tellings lie in."""
    votes: dict[str, dict[str, int]] = {}
    documents = {document.path: document.id for document in brief.documents}
    for page in pages:
        said = [a for a in brief.attributions if a.document == documents[page.report.id] and a.claim]
        for telling, span in zip(page.report.tellings, page.contents, strict=True):
            held = [(overlap((span,), a.content_spans), sum(map(len, a.content_spans)), a) for a in said]
            held = [row for row in held if row[0] >= COVERED * len(span)]
            if held:
                best = min(held, key=lambda row: (row[1] - row[0], row[2].id))[2]
                counts = votes.setdefault(telling.fact, {})
                counts[best.claim or ""] = counts.get(best.claim or "", 0) + 1
    return {fact: max(sorted(counts), key=counts.__getitem__) for fact, counts in votes.items()}


def _measure_edges(outcome: Outcome) -> None:
    case, found = outcome.case, dict[tuple[str, str], str]()
    for taker, to, evidence in _edges(outcome):
        found.setdefault((taker, to), evidence)
    for report in case.reports:
        parent = report.parent or report.wire
        if parent is None or (report.wire and not report.way.is_open) or (report.wire and report.way is Way.LINKS):
            continue  # nothing in the texts leads to a wire that none of them names
        outlet = case.report[parent].outlet.name if parent in case.report else parent
        is_found = any((report.id, to) in found for to in (parent, _plain(outlet)))
        outcome.mark("edges found", is_found, f"{report.id} from {parent}: {report.way}", f"way: {report.way}")
    for (taker, to), evidence in sorted(found.items()):
        kind = _kinship(case, taker, to)
        headings = (f"evidence: {evidence}", f"edge: {kind}")
        outcome.mark("edges right", kind == "right", f"{taker} from {to}: {evidence} ({kind})", *headings)


def _edges(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """Yield the derivations from reports to reports, or to the outlets of the case by name."""
    case, brief = outcome.case, outcome.brief
    path = {document.id: document.path for document in brief.documents}
    names = {_plain(r.outlet.name) for r in case.reports} | {_plain(r.wire) for r in case.reports if r.wire}
    called = {source.id: {_plain(n) for n in (source.name, *source.aliases)} & names for source in brief.sources}
    for one in brief.derivations:
        if one.to in path:
            yield path[one.document], path[one.to], one.evidence
        elif called.get(one.to):
            yield path[one.document], min(called[one.to]), one.evidence


def _kinship(case: Case, report: str, to: str) -> str:
    """Return what *to* is to *report*: right, kin (both go back to one report), or wrong."""
    ancestors = case.ancestors(report)
    own = case.report[report]
    names = {_plain(case.report[a].outlet.name) for a in ancestors} | ({_plain(own.wire)} if own.wire else set())
    if to in ancestors or to in names:
        return "right"
    if to in case.report:
        other = case.report[to]
        if (own.wire and own.wire == other.wire) or set(ancestors) & {to, *case.ancestors(to)}:
            return "kin"
    return "wrong"


def _measure_drift(outcome: Outcome, pages: Sequence[Page]) -> None:
    wanted = dict[tuple[str, str, str], list[Span]]()
    named = {t.origin + t.fact for page in pages for t in page.report.tellings if t.shown is Shown.NAMED}
    for page in pages:
        for telling, sentence in zip(page.report.tellings, page.sentences, strict=True):
            for fate in telling.fates:
                if fate in (Fate.BLURRED, Fate.DROPPED) and telling.origin + telling.fact not in named:
                    continue  # no report that is left names them
                whose = telling.origin if fate is Fate.BLURRED else telling.fact  # a blur is one, however often
                wanted.setdefault((page.report.id, _drift(fate), whose), []).append(sentence)
    text = {page.report.id: page.layer.text for page in pages}
    said = _said_drift(outcome.brief)
    for (report, kind, _), places in wanted.items():
        is_found = any((r, k) == (report, kind) and any(span.meets(s) for s in places) for r, k, span in said)
        outcome.mark("drift found", is_found, f"{report} {kind}: {places[0].cut(text[report])}", f"drift: {kind}")
    for report, kind, span in said:
        true = (s for (r, k, _), places in wanted.items() if (r, k) == (report, kind) for s in places)
        note = f"{report} {kind} {span.cut(text[report])}"
        outcome.mark("drift right", any(span.meets(place) for place in true), note, f"drift: {kind}")


def _said_drift(brief: Brief) -> list[tuple[str, str, Span]]:
    path = {document.id: document.path for document in brief.documents}
    return [(path[d.place.document], _drift(d.kind), d.place.span) for d in brief.drift if d.kind in DRIFTS]


def _drift(kind: str) -> str:
    return _SAME_DRIFT.get(kind, kind)
