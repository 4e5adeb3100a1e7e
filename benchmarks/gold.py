"""
Gold readings as Stemma's own values, so that one stage can be measured as if all before it were perfect.

    python -m benchmarks.gold GOLD.yaml …     # what each case holds

``read_case`` gives documents, attributions with the spans, sources, stances and dates of a careful
reader, and what that reader made of them (claims, origins, positions, derivations, drift). Document and
attribution ids are the gold's own short keys.
"""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from stemma.model import (
    Attribution,
    Basis,
    Cluster,
    Document,
    Interval,
    Published,
    Quote,
    Source,
    SourceKind,
    Span,
    Stance,
    make_id,
)
from stemma.prose import sentence_at, sentences
from stemma.read import read_document
from stemma.readers import choose_reader

__all__ = ["GoldCase", "b_cubed", "read_case"]

PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
OPEN_END = date(2100, 1, 1)
SILENT = re.compile(r"\bsilent\b|\b(no|not|nor)\b.*\b(comment|reached|acknowledged|recogni[sz]ed|disclosed|said)\b")


@dataclass(frozen=True, slots=True)
class GoldCase:
    """One case as a careful reader read it."""

    name: str
    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    """The narrated ones too; ``claim`` is empty, as a stage before *align* leaves it."""
    claim_of: Mapping[str, str]
    """Attribution id → key of its claim, for those that belong to one."""
    claims: Mapping[str, str]
    """Key of the claim → the claim in the reader's words."""
    told: Mapping[str, list[dict[str, object]]]
    """The rest as it stands in the file: origins, positions, figures, checks, derivations, drift."""

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the gold claims; the attributions that belong to none are claims of their own."""
        members: dict[str, list[str]] = {}
        for attribution in self.attributions:
            members.setdefault(self.claim_of.get(attribution.id, attribution.id), []).append(attribution.id)
        contents = {a.id: a.content for a in self.attributions}
        return tuple(Cluster(key, self.claims.get(key, contents[ids[0]]), tuple(ids)) for key, ids in members.items())

    def aligned(self) -> tuple[Attribution, ...]:
        """Return the attributions as a perfect *align* would leave them."""
        return tuple(replace(a, claim=self.claim_of.get(a.id, a.id)) for a in self.attributions)

    def candidates(self) -> tuple[Attribution, ...]:
        """Return the attributions and, as *attribute* does, each sentence without one as narrated."""
        found = list(self.attributions)
        for document in self.documents:
            taken = [s for a in self.attributions if a.document == document.id for s in a.content_spans]
            for paragraph in document.body:
                for sentence in sentences(document.text, paragraph):
                    if any(sentence.meets(span) for span in taken) or len(sentence) < 20:
                        continue
                    made = make_id("n", document.id, sentence.start, sentence.end)
                    content = sentence.cut(document.text)
                    found.append(Attribution(made, document.id, (sentence,), content, narrated=True))
        return tuple(found)


def read_case(path: Path, root: Path | None = None) -> GoldCase:
    """Return the case in the gold file at *path*; its documents lie under *root* (default: two folders up)."""
    gold = _plain_keys(yaml.safe_load(path.read_text(encoding="utf-8")))
    root = root or path.resolve().parent.parent
    documents = tuple(_document(key, entry, root) for key, entry in gold["documents"].items())
    by_id = {document.id: document for document in documents}
    names = {key: entry["names"] for key, entry in gold["sources"].items()}
    attributions: list[Attribution] = []
    used: set[tuple[str, int, str]] = set()
    rows = [(row, False) for row in gold["attributions"]] + [(row, True) for row in gold.get("narrated", [])]
    for row, narrated in rows:
        attributions.append(_attribution(row, by_id[row["doc"]], names, used, narrated=narrated))
    return GoldCase(
        name=gold["case"],
        documents=documents,
        sources=_sources(gold["sources"]),
        attributions=tuple(attributions),
        claim_of={row["id"]: row["claim"] for row, _ in rows if row.get("claim")},
        claims=gold["claims"],
        told={key: gold.get(key, []) for key in ("origins", "positions", "figures", "checks", "derivations", "drift")},
    )


def b_cubed(predicted: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the clustering *predicted* over the items of *gold*."""
    precision = recall = 0.0
    for item, claim in gold.items():
        same_gold = {other for other, c in gold.items() if c == claim}
        same_predicted = {other for other in gold if predicted.get(other, other) == predicted.get(item, item)}
        both = len(same_gold & same_predicted)
        precision += both / len(same_predicted)
        recall += both / len(same_gold)
    p, r = precision / max(1, len(gold)), recall / max(1, len(gold))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _document(key: str, entry: dict[str, object], root: Path) -> Document:
    data = (root / str(entry["file"])).read_bytes()
    layer = choose_reader(data, str(entry["file"])).read(data, str(entry["file"]))
    read = read_document(layer, str(entry["file"]), sha256(data).hexdigest())
    title = str(entry["title"]) if entry.get("title") else read.title
    at = layer.text.find(title) if title else -1
    stated = entry.get("published")
    interval = _days(stated)
    basis = Basis.STATED if isinstance(stated, dict) and stated.get("stated") else Basis.INFERRED
    return replace(
        read,
        id=key,
        title=title,
        title_span=Span(at, at + len(title)) if title and at >= 0 else None,
        outlet=str(entry["outlet"]) if entry.get("outlet") else read.outlet,
        published=Published(interval, basis, "the gold reading") if interval else Published(),
        language="en",
    )


def _attribution(
    row: dict[str, object],
    document: Document,
    names: Mapping[str, list[str]],
    used: set[tuple[str, int, str]],
    *,
    narrated: bool,
) -> Attribution:
    text, content, cue = document.text, str(row["content"]), str(row.get("cue") or "")
    start = _place(text, content, cue, used, document.id)
    span = Span(start, start + len(content))
    around = sentence_at(start, sentences(text)) or span
    source, via = row.get("source"), [str(v) for v in _list(row.get("via"))]
    stance = Stance(str(row.get("stance", "assert")))
    if narrated and SILENT.search(content):
        stance = Stance.SILENCE
    relays = tuple((v, _nearest(text, names.get(v, []), around) or around) for v in via)
    return Attribution(
        id=str(row["id"]),
        document=document.id,
        content_spans=(span,),
        content=content,
        source_span=_nearest(text, names.get(str(source), []), around) if source else None,
        cue_span=_nearest(text, [cue], around) if cue else None,
        via_spans=tuple(span for _, span in relays),
        quote=Quote(str(row.get("quote", "indirect"))),
        narrated=narrated,
        stance=stance,
        on=_days(row.get("on")),
        source=str(source) if source else None,
        relays=relays,
    )


def _place(text: str, content: str, cue: str, used: set[tuple[str, int, str]], document: str) -> int:
    """Return where *content* begins; of several places the one nearest a cue and not taken yet."""
    starts = [m.start() for m in re.finditer(re.escape(content), text)]
    cues = [m.start() for m in re.finditer(re.escape(cue), text)] if cue else []
    if not starts:
        raise ValueError(f"{document}: the gold content {content[:60]!r} is not in the text")
    fresh = [s for s in starts if (document, s, content) not in used] or starts
    best = min(fresh, key=lambda s: min((abs(s - c) for c in cues), default=0))
    used.add((document, best, content))
    return best


def _nearest(text: str, words: Sequence[str], around: Span) -> Span | None:
    """Return the place of one of *words* in or nearest to *around*, longest first."""
    found = [Span(m.start(), m.end()) for w in words if w for m in re.finditer(rf"(?<!\w){re.escape(w)}(?!\w)", text)]
    inside = [span for span in found if around.holds(span)]
    if inside:
        return max(inside, key=lambda s: (len(s), -s.start))
    return min(found, key=lambda s: (abs(s.start - around.start), s), default=None)


def _sources(entries: Mapping[str, dict[str, object]]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for key, entry in entries.items():
        names = [str(name) for name in _list(entry["names"])]
        proper = [name for name in names if name.casefold() not in PRONOUNS]
        party = str(entry["party"]) if entry.get("party") and entry["party"] != key else None
        full = max(proper, key=len, default=key)
        found[key] = Source(key, full, _kind(key, names), tuple(sorted(proper)), party=party)
    for key in sorted({s.party for s in found.values() if s.party} - found.keys()):
        found[key] = Source(key, key.replace("_", " ").title(), SourceKind.GOVERNMENT)
    return tuple(found.values())


def _kind(key: str, names: Sequence[str]) -> SourceKind:
    """Return a guess: the gold does not say."""
    if not names or key == "unnamed":
        return SourceKind.UNNAMED
    if any(name.casefold() in {"he", "she"} for name in names) or any(
        re.match(r"[A-Z]\w+ [A-Z]\w+$", n) for n in names
    ):
        return SourceKind.PERSON if len(names) > 1 else SourceKind.ORGANISATION
    return SourceKind.GROUP if all(name[:1].islower() for name in names) else SourceKind.ORGANISATION


def _days(value: object) -> Interval | None:
    """Return a gold date of any precision ("2024-12", "2024-10-01/2024-10-07") as its days."""
    if value is None:
        return None
    if isinstance(value, dict):
        first, last = _days(value.get("earliest")), _days(value.get("latest"))
        return Interval(first.earliest, last.latest) if first and last else None
    text = str(value)
    if "/" in text:
        first, last = _days(text.split("/")[0]), _days(text.split("/")[1] or str(OPEN_END))
        return Interval(first.earliest, last.latest) if first and last else None
    parts = [int(part) for part in text[:10].split("-")]
    if len(parts) == 3:
        return Interval.day(date(*parts))
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    begin = date(year, month or 1, 1)
    after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return Interval(begin, after - timedelta(days=1))


def _plain_keys(value: Any) -> Any:  # noqa: ANN401
    """YAML 1.1 reads the bare key ``on`` as true: give it its name back."""
    if isinstance(value, dict):
        return {"on" if key is True else key: _plain_keys(v) for key, v in value.items()}
    return [_plain_keys(v) for v in value] if isinstance(value, list) else value


def _list(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else []


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        case = read_case(Path(argument))
        narrated = sum(a.narrated for a in case.attributions)
        print(
            f"{case.name}: {len(case.documents)} documents, {len(case.attributions)} attributions "
            f"({narrated} narrated), {len(case.sources)} sources, {len(case.claims)} claims"
        )
