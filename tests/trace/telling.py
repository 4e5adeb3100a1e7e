"""
A small language for who tells what from whom.

``check_origins`` takes lines of the form ``paper | chain | content``. The chain names who says it, outermost relay
first ("wire > harbour office"), with a verb behind it where it is not plainly said ("minister denied"); ``-`` is the
paper's own voice and ``?`` someone who is not clear. Small letters name a group nobody could ask ("sailors"); a
source in brackets behind another is its party ("Ilse Brandt (Maravia)").

``check_stemma`` takes texts by paper and the tree they are to give: ``"wire > (herald, gazette > metro)"`` is a wire
report that herald and gazette took over, and metro from gazette.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stemma.model import Attribution, Cluster, Document, Interval, Source, SourceKind, Span, Stance
from stemma.trace import Trace, trace
from tests.factories import make_document

FIRST_DAY = date(2031, 3, 1)
VERBS = {
    "said": Stance.ASSERT, "confirmed": Stance.CONFIRM, "denied": Stance.DENY, "assessed": Stance.ASSESS,
    "has not seen": Stance.NOT_OBSERVED, "suggested": Stance.SUGGEST, "declined": Stance.DECLINE,
}  # fmt: skip
BODIES = re.compile(r"\b(?:office|ministry|guard|institute|army|government|jury|council|police)\b", re.IGNORECASE)
OUTLETS = re.compile(r"\b(?:wire|herald|gazette|times|post|metro)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Story:
    documents: tuple[Document, ...]
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        claims = sorted({a.claim for a in self.attributions if a.claim})
        return tuple(Cluster(c, c, tuple(a.id for a in self.attributions if a.claim == c)) for c in claims)

    def trace(self, *parts: Collection[int]) -> Trace:
        """Return who took it from whom; *parts* are the lines, by number, that surely say the same."""
        tied = tuple(tuple(self.attributions[number].id for number in part) for part in parts)
        clusters = [replace(cluster, parts=tied) for cluster in self.clusters]
        return trace(self.documents, self.attributions, self.sources, clusters)


def tell(*lines: str, days: Mapping[str, int] | None = None, claim: str = "claim") -> Story:
    """Return the story of *lines*; a line may name its claim in front: ``fire: herald | …``."""
    texts: dict[str, list[str]] = {}
    rows = [_read(line, claim) for line in lines]
    sources: dict[str, Source] = {}
    for paper, chain, _, content, _ in rows:
        names = [name for name in chain if name not in ("-", "?")]
        texts.setdefault(paper, []).append(f"{', '.join(names) or 'They'} said {content}.")
        for name in names:
            _add_source(sources, name)
    documents = {
        paper: paper_of(paper, "\n".join([paper.title(), *said]), (days or {}).get(paper))
        for paper, said in texts.items()
    }
    items = [_attribution(documents[row[0]], index, row) for index, row in enumerate(rows)]
    return Story(tuple(documents.values()), tuple(items), tuple(sources.values()))


def paper_of(name: str, text: str, day: int | None = None, *, outlet: str | None = None) -> Document:
    """Return a document with *text*, its title in the first line, out on the *day* of the month."""
    made = make_document(name, text, outlet=outlet or name.title())
    if day is None:
        return made
    published = type(made.published)(Interval.day(FIRST_DAY + timedelta(days=day - 1)))
    return make_document(name, text, outlet=outlet or name.title(), published=published)


def check_origins(expected: Sequence[str], interval: str, *lines: str, claim: str = "claim") -> None:
    """Hold the names of the roots, sorted, and the interval ("1" or "1-3") against what *lines* tell."""
    story = tell(*lines, claim=claim)
    origins = story.trace().origins[claim]
    names = {source.id: source.name for source in story.sources}
    assert sorted(names[key] for key in origins.sources) == sorted(expected)
    assert (f"{origins.low}-{origins.high}" if origins.low != origins.high else str(origins.low)) == interval


def check_stemma(tree: str, papers: Sequence[Document]) -> None:
    """Hold the derivations from document to document against *tree*."""
    known = {paper.id for paper in papers}
    found = {(d.document, d.to) for d in trace(papers, (), (), ()).derivations if d.to in known}
    assert found == _edges(tree)


def _edges(tree: str) -> set[tuple[str, str]]:
    """Return (taker, giver) for each arrow of *tree*."""
    edges: set[tuple[str, str]] = set()
    parents: list[str | None] = [None]
    parent: str | None = None
    for token in re.findall(r"[\w-]+|[>(),]", tree):
        if token == ">":
            parents[-1] = parent
        elif token == "(":
            parents.append(parents[-1])
        elif token == ")":
            parents.pop()
        elif token == ",":
            parents[-1] = parents[-2] if len(parents) > 1 else None
        else:
            if parents[-1]:
                edges.add((token, parents[-1]))
            parent = token
    return edges


def _read(line: str, claim: str) -> tuple[str, list[str], Stance, str, str]:
    head, chain, content = (part.strip() for part in line.split("|"))
    if ":" in head:
        claim, head = (part.strip() for part in head.split(":"))
    stance = Stance.ASSERT
    for verb, found in VERBS.items():
        if chain.endswith(f" {verb}"):
            chain, stance = chain.removesuffix(f" {verb}"), found
    return head, [name.strip() for name in chain.split(">")], stance, content, claim


def _add_source(sources: dict[str, Source], name: str) -> None:
    party = re.search(r"\((.+)\)", name)
    bare = re.sub(r"\s*\(.+\)", "", name)
    kind = SourceKind.PERSON
    if bare == "reportedly":
        kind = SourceKind.UNNAMED
    elif bare[0].islower():
        kind = SourceKind.GROUP
    elif OUTLETS.search(bare):
        kind = SourceKind.OUTLET
    elif BODIES.search(bare):
        kind = SourceKind.ORGANISATION
    if party:
        is_state = " " not in party[1]
        kind_of_party = SourceKind.GOVERNMENT if is_state else SourceKind.PERSON
        sources[party[1]] = Source(party[1], party[1], kind_of_party)
    sources[bare] = Source(bare, bare, kind, (bare,), None, party[1] if party else None)


def _attribution(document: Document, index: int, row: tuple[str, list[str], Stance, str, str]) -> Attribution:
    _, chain, stance, content, claim = row
    start = document.text.index(content)
    names = [re.sub(r"\s*\(.+\)", "", name) for name in chain if name not in ("-", "?")]
    places = [document.text.index(name) for name in names]
    spans = tuple(Span(at, at + len(name)) for at, name in zip(places, names, strict=True))
    return Attribution(
        id=f"a{index}",
        document=document.id,
        content_spans=(Span(start, start + len(content)),),
        content=content,
        source_span=spans[-1] if spans else None,
        cue_span=Span(start - 5, start - 1),
        via_spans=spans[:-1],
        narrated=chain == ["-"],
        stance=stance,
        source=names[-1] if names else None,
        relays=tuple(zip(names[:-1], spans[:-1], strict=True)),
        claim=claim,
    )
