"""
A small language for a brief to weigh.

A paper is a text, its title in the first line; a saying points into it by its words:
``said("herald", "Ilse Brandt", "the ferry sank", claim="ferry", cue="said")``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from stemma.model import (
    Attribution,
    Brief,
    Check,
    Claim,
    ClaimLink,
    Derivation,
    Document,
    Evidence,
    Figure,
    Interval,
    LinkKind,
    Origins,
    Place,
    Quote,
    Source,
    SourceKind,
    Stance,
)
from tests.factories import make_document, span_of

__all__ = ["Tale", "march", "papers"]


def march(day: int) -> Interval:
    return Interval.day(date(2031, 3, day))


@dataclass
class Tale:
    """Papers, who is who, and what they say, gathered one by one."""

    documents: list[Document] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    links: list[ClaimLink] = field(default_factory=list)
    derivations: list[Derivation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    def paper(self, name: str, text: str, day: int | None = None) -> None:
        made = make_document(name, text, outlet=name.title())
        if day:
            published = type(made.published)(march(day))
            made = make_document(name, text, outlet=name.title(), published=published)
        self.documents.append(made)

    def who(self, name: str, party: str | None = None, kind: SourceKind = SourceKind.PERSON, *aliases: str) -> None:
        if party:
            self.sources.setdefault(party, Source(party, party, SourceKind.GOVERNMENT, (party,)))
        self.sources[name] = Source(name, name, kind, tuple(sorted({name, *aliases})), None, party)

    def said(self, paper: str, who: str | None, content: str, claim: str | None = "claim", **fields: object) -> str:
        document = next(d for d in self.documents if d.id == paper)
        if who and who not in self.sources:
            self.who(who, kind=SourceKind.GROUP if who[0].islower() else SourceKind.PERSON)
        made = f"a{len(self.attributions)}"
        cue = fields.pop("cue", None)
        words = fields.pop("words", who)
        in_text = isinstance(words, str) and words in document.text
        self.attributions.append(
            Attribution(
                id=made,
                document=paper,
                content_spans=(span_of(document.text, content),),
                content=content,
                source_span=span_of(document.text, str(words)) if in_text else None,
                cue_span=span_of(document.text, str(cue)) if cue else None,
                source=who,
                claim=claim,
                narrated=who is None,
                **fields,  # type: ignore[arg-type]
            )
        )
        return made

    def denies(self, claim: str, other: str) -> None:
        self.links.append(ClaimLink(LinkKind.DENIAL, claim, other, "says the contrary"))

    def takes(self, paper: str, other: str) -> None:
        places = tuple(Place(d.id, d.body[0]) for d in self.documents if d.id in (paper, other))
        self.derivations.append(Derivation(f"v{len(self.derivations)}", paper, other, Evidence.VERBATIM, places, 0.9))

    def brief(self, origins: Sequence[str] = (), low: int = 1, high: int | None = None) -> Brief:
        claims = []
        for key in sorted({a.claim for a in self.attributions if a.claim}):
            told = [a for a in self.attributions if a.claim == key]
            roots = tuple(sorted(origins or {a.source for a in told if a.source}))
            found = Origins(low, high or max(low, len(roots)), roots, len(roots))
            claims.append(Claim(key, key, tuple(a.id for a in told), len({a.document for a in told}), found))
        return Brief(
            documents=tuple(self.documents),
            sources=tuple(self.sources.values()),
            attributions=tuple(self.attributions),
            claims=tuple(claims),
            links=tuple(self.links),
            derivations=tuple(self.derivations),
            figures=tuple(self.figures),
            checks=tuple(self.checks),
        )

    def deny(self, paper: str, who: str, content: str, claim: str = "claim") -> str:
        return self.said(paper, who, content, claim, stance=Stance.DENY)

    def quoted(self, paper: str, who: str, content: str, claim: str = "claim") -> str:
        return self.said(paper, who, content, claim, quote=Quote.DIRECT)


def papers(herald: str, gazette: str, days: tuple[int, int] = (3, 3)) -> Tale:
    """Return what two papers print below their titles, of *days* in March."""
    tale = Tale()
    tale.paper("herald", f"One\n{herald}", days[0])
    tale.paper("gazette", f"Two\n{gazette}", days[1])
    return tale
