"""
Values for tests: a small language to build them, and one invented story.

``ferry_fire()`` is a whole brief: a country, outlets and people that do not exist. Positions are
found by search in the text, so a text can be changed without counting characters.
"""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from stemma.model import (
    Attribution,
    Basis,
    Bound,
    Brief,
    Check,
    Claim,
    ClaimLink,
    Derivation,
    Document,
    Drift,
    Evidence,
    Figure,
    Grade,
    Interval,
    LinkKind,
    Notice,
    Origins,
    Place,
    Position,
    Published,
    Quote,
    Reason,
    Side,
    Source,
    SourceKind,
    Span,
    Stance,
    cut_all,
)
from stemma.weigh import gather_events, keep_ledger

__all__ = ["ferry_fire", "make_attribution", "make_document", "make_figure", "place_of", "span_of", "write_story"]


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Return where *words* stand in *text*, the *nth* time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def place_of(document: Document, words: str, nth: int = 0) -> Place:
    return Place(document.id, span_of(document.text, words, nth))


def make_document(id: str, text: str, *, furniture: tuple[str, ...] = (), **fields: object) -> Document:
    """A document of *text*: its first line is the title, its other lines the body, less the *furniture*."""
    grey = tuple(span_of(text, line) for line in furniture)
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    lines = [line for line in lines if not any(line.meets(g) for g in grey)]
    title = lines[0] if lines else None
    made = Document(
        id=id,
        path=f"{id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        reader="plain/1",
        body=tuple(lines[1:]),
        title=title.cut(text) if title else None,
        title_span=title,
        language="en",
        furniture=grey,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def make_attribution(
    document: Document,
    id: str,
    *contents: str,
    source: str | None = None,
    cue: str | None = None,
    via: tuple[str, ...] = (),
    **fields: object,
) -> Attribution:
    """
    Return an attribution of words of *document*.

    Ids of the source and the relays come in *fields* as ``source_id`` and ``via_ids``.
    """
    spans = tuple(span_of(document.text, words) for words in contents)
    named = tuple(span_of(document.text, words) for words in via)
    relays = fields.pop("via_ids", ())
    made = Attribution(
        id=id,
        document=document.id,
        content_spans=spans,
        content=cut_all(spans, document.text),
        source_span=span_of(document.text, source) if source else None,
        cue_span=span_of(document.text, cue) if cue else None,
        via_spans=named,
        source=fields.pop("source_id", None),  # type: ignore[arg-type]
        relays=tuple(zip(relays, named, strict=False)),  # type: ignore[call-overload]
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def make_figure(document: Document, id: str, words: str, value: float | None, **fields: object) -> Figure:
    made = Figure(id, document.id, span_of(document.text, words), words, value, value, Bound.EXACT)
    return replace(made, **fields)  # type: ignore[arg-type]


def write_story(brief: Brief, folder: Path) -> None:
    """Write the bytes of each document of *brief* to *folder*."""
    for document in brief.documents:
        (folder / document.path).write_bytes(document.text.encode())


WIRE = """\
Ferry fire in Port Ansel was set on purpose, harbour master says
PORT ANSEL, March 3 (Maravia Wire) - The fire on the ferry Alma was started on purpose, harbour master Ilse Brandt
said on Monday.
At least 12 people were injured, she said. “Someone opened the fuel line,” Brandt told reporters at the quay.
Norda Lines, which runs the ferry, has not said whether its crew was on deck.
"""
GAZETTE = """\
Ferry blaze “deliberate”
Harbour master Ilse Brandt told Maravia Wire that the fire on the Alma had been set deliberately.
According to Brandt, at least 12 passengers were hurt.
"""
INLAND = """\
Arson on the Alma
The fire on the ferry Alma was started on purpose. 12 people were injured.
Interior Minister Teo Varga denied on Tuesday that the blaze had been laid by anyone.
“We see no sign of a crime,” Varga said.
"""
NOTES = """\
Home News Weather 24° Subscribe for 3.99
Officials confirm Alma fire was arson
Officials say the fire was arson & more than a dozen were hurt.
Read also: 7 beaches for the summer
"""
TRIBUNE = """\
What is known of the Alma
Varga, citing a report of the coast guard, said a short circuit had caused the fire.
The dockers’ union counted 40 people on board; 28 of them walked off unhurt, union leader Rana Osei said on March 5.
“He does not want to see it,” a deckhand said of the minister <script>alert(1)</script>.
"""


def _documents() -> tuple[Document, ...]:
    third, fourth, fifth = (Interval.day(date(2031, 3, d)) for d in (3, 4, 5))

    def stated(day: Interval, words: str, text: str) -> Published:
        return Published(day, Basis.STATED, f"“{words}” in the text", span_of(text, words) if words in text else None)

    return (
        make_document(
            "d-wire", WIRE, outlet="Maravia Wire", authors=("P. Lind",), published=stated(third, "March 3", WIRE)
        ),
        make_document("d-gazette", GAZETTE, outlet="Harbour Gazette", published=stated(third, "3 March 2031", GAZETTE)),
        make_document("d-inland", INLAND, outlet="The Inland Post", published=stated(fourth, "4 March 2031", INLAND)),
        make_document(
            "d-notes",
            NOTES,
            outlet="Dockside Notes",
            furniture=("Home News Weather 24° Subscribe for 3.99", "Read also: 7 beaches for the summer"),
            published=Published(
                Interval(date(2031, 3, 3), date(2031, 3, 6)), Basis.INFERRED, "others tell of the fire from 3 March on"
            ),
        ),
        make_document(
            "d-tribune",
            TRIBUNE,
            outlet="Kesh Tribune",
            published=Published(fifth, Basis.INFERRED, "“on March 5” in the text", span_of(TRIBUNE, "March 5")),
        ),
        make_document("d-blank", "Alma\nNothing more.\n"),
    )


def _sources() -> tuple[Source, ...]:
    person, government = SourceKind.PERSON, SourceKind.GOVERNMENT
    return (
        Source("s-brandt", "Ilse Brandt", person, ("Brandt", "Ilse Brandt"), "harbour master", "s-port"),
        Source("s-coast", "the coast guard", SourceKind.ORGANISATION, ("the coast guard",), None, "s-maravia"),
        Source("s-maravia", "Maravia", government, ("Maravia",)),
        Source("s-norda", "Norda Lines", SourceKind.ORGANISATION, ("Norda Lines",)),
        Source("s-officials", "Officials", SourceKind.UNNAMED, ("Officials",)),
        Source("s-osei", "Rana Osei", person, ("Rana Osei",), "union leader", "s-union"),
        Source("s-port", "the port of Ansel", SourceKind.ORGANISATION),
        Source("s-union", "The dockers’ union", SourceKind.ORGANISATION, ("The dockers’ union",)),
        Source("s-varga", "Teo Varga", person, ("Teo Varga", "Varga"), "Interior Minister", "s-maravia"),
        Source("s-wire", "Maravia Wire", SourceKind.OUTLET, ("Maravia Wire",)),
    )


def _attributions(d: dict[str, Document]) -> tuple[Attribution, ...]:
    wire, gazette, inland, notes, tribune = (d[k] for k in ("d-wire", "d-gazette", "d-inland", "d-notes", "d-tribune"))
    monday, tuesday = Interval.day(date(2031, 3, 3)), Interval.day(date(2031, 3, 4))
    arson, hurt, circuit = {"claim": "c-arson"}, {"claim": "c-hurt"}, {"claim": "c-circuit"}
    brandt: dict[str, object] = {"source_id": "s-brandt"}
    return (
        make_attribution(
            wire,
            "a-wire-arson",
            "The fire on the ferry Alma was started on purpose",
            source="harbour master Ilse Brandt",
            cue="said",
            on=monday,
            **brandt,
            **arson,
        ),
        make_attribution(
            wire, "a-wire-hurt", "At least 12 people were injured", source="she", cue="said", **brandt, **hurt
        ),
        make_attribution(
            wire,
            "a-wire-fuel",
            "Someone opened the fuel line",
            source="Brandt",
            cue="told reporters",
            quote=Quote.DIRECT,
            **brandt,
        ),
        make_attribution(
            wire,
            "a-wire-norda",
            "whether its crew was on deck",
            source="Norda Lines",
            cue="has not said",
            stance=Stance.SILENCE,
            source_id="s-norda",
            claim="c-crew",
        ),
        make_attribution(
            gazette,
            "a-gazette-arson",
            "the fire on the Alma had been set deliberately",
            source="Harbour master Ilse Brandt",
            cue="told",
            via=("Maravia Wire",),
            via_ids=("s-wire",),
            **brandt,
            **arson,
        ),
        make_attribution(
            gazette,
            "a-gazette-hurt",
            "at least 12 passengers were hurt",
            source="Brandt",
            cue="According to",
            **brandt,
            **hurt,
        ),
        make_attribution(
            inland, "a-inland-arson", "The fire on the ferry Alma was started on purpose", narrated=True, **arson
        ),
        make_attribution(inland, "a-inland-hurt", "12 people were injured", narrated=True, **hurt),
        make_attribution(
            inland,
            "a-inland-deny",
            "the blaze had been laid by anyone",
            source="Interior Minister Teo Varga",
            cue="denied",
            source_id="s-varga",
            stance=Stance.DENY,
            on=tuesday,
            **arson,
        ),
        make_attribution(
            inland,
            "a-inland-crime",
            "We see no sign of a crime",
            source="Varga",
            cue="said",
            source_id="s-varga",
            quote=Quote.DIRECT,
            stance=Stance.NOT_OBSERVED,
        ),
        make_attribution(
            notes,
            "a-notes-arson",
            "the fire was arson",
            source="Officials",
            cue="say",
            source_id="s-officials",
            hedges=("say",),
            **arson,
        ),
        make_attribution(
            notes,
            "a-notes-hurt",
            "more than a dozen were hurt",
            source="Officials",
            cue="say",
            source_id="s-officials",
            **hurt,
        ),
        make_attribution(
            tribune,
            "a-tribune-circuit",
            "a short circuit had caused the fire",
            source="the coast guard",
            cue="citing",
            via=("Varga",),
            source_id="s-coast",
            via_ids=("s-varga",),
            **circuit,
        ),
        make_attribution(
            tribune,
            "a-tribune-osei",
            "28 of them walked off unhurt",
            source="union leader Rana Osei",
            cue="said",
            source_id="s-osei",
            on=Interval.day(date(2031, 3, 5)),
            claim="c-unhurt",
        ),
        make_attribution(
            tribune, "a-tribune-he", "He does not want to see it", source="a deckhand", cue="said", quote=Quote.DIRECT
        ),
    )


def _claims() -> tuple[Claim, ...]:
    one = Origins(1, 1, ("s-brandt",), 1)
    wide = Origins(
        1, 2, ("s-brandt", "s-officials"), 2, "v-time", ("Dockside Notes does not say who the officials are.",)
    )
    possibly = Grade(
        3, "possibly true", (Reason(Side.FOR, "one origin at least"), Reason(Side.AGAINST, "denied by Teo Varga"))
    )
    ids = {
        "c-arson": ("a-wire-arson", "a-gazette-arson", "a-inland-arson", "a-inland-deny", "a-notes-arson"),
        "c-hurt": ("a-wire-hurt", "a-gazette-hurt", "a-inland-hurt", "a-notes-hurt"),
    }
    unclear = Grade(6, "truth cannot be judged", (Reason(Side.NEITHER, "one outlet"),))
    return (
        Claim("c-arson", "The fire on the ferry Alma was started on purpose", ids["c-arson"], 4, wide, possibly),
        Claim(
            "c-circuit",
            "a short circuit had caused the fire",
            ("a-tribune-circuit",),
            1,
            Origins(1, 1, ("s-coast",), 1),
            unclear,
        ),
        Claim("c-crew", "whether its crew was on deck", ("a-wire-norda",), 1, Origins(1, 1, ("s-norda",), 1), unclear),
        Claim("c-hurt", "At least 12 people were injured", ids["c-hurt"], 4, one, Grade(2, "probably true")),
        Claim(
            "c-unhurt", "28 of them walked off unhurt", ("a-tribune-osei",), 1, Origins(1, 1, ("s-osei",), 1), unclear
        ),
    )


def _derivations(d: dict[str, Document]) -> tuple[Derivation, ...]:
    shared = "The fire on the ferry Alma was started on purpose"
    return (
        Derivation(
            "v-cites", "d-gazette", "s-wire", Evidence.CITES, (place_of(d["d-gazette"], "told Maravia Wire"),), 1.0
        ),
        Derivation(
            "v-same",
            "d-inland",
            "d-wire",
            Evidence.VERBATIM,
            (place_of(d["d-inland"], shared), place_of(d["d-wire"], shared)),
            0.9,
            ("c-arson",),
        ),
        Derivation(
            "v-time", "d-notes", "d-wire", Evidence.TIME, (place_of(d["d-notes"], "Officials say"),), 0.3, ("c-arson",)
        ),
    )


def _positions() -> tuple[Position, ...]:
    third, fourth = (Interval.day(date(2031, 3, day)) for day in (3, 4))
    return (
        Position("c-arson", "s-brandt", Stance.ASSERT, third, ("a-wire-arson", "a-gazette-arson")),
        Position("c-arson", "s-officials", Stance.ASSERT, None, ("a-notes-arson",)),
        Position("c-arson", "s-varga", Stance.DENY, fourth, ("a-inland-deny",)),
        Position("c-crew", "s-norda", Stance.SILENCE, third, ("a-wire-norda",)),
        Position("c-hurt", "s-brandt", Stance.ASSERT, third, ("a-wire-hurt", "a-gazette-hurt")),
        Position("c-unhurt", "s-osei", Stance.ASSERT, Interval.day(date(2031, 3, 5)), ("a-tribune-osei",)),
    )


def _figures(d: dict[str, Document]) -> tuple[Figure, ...]:
    third, fifth = (Interval.day(date(2031, 3, day)) for day in (3, 5))
    injured: dict[str, object] = {"counts": "injured", "who": "passengers", "where": "Port Ansel"}
    return (
        make_figure(
            d["d-wire"],
            "f-wire",
            "At least 12",
            12,
            bound=Bound.AT_LEAST,
            when=third,
            attribution="a-wire-hurt",
            **injured,
        ),
        make_figure(
            d["d-gazette"],
            "f-gazette",
            "at least 12",
            12,
            bound=Bound.AT_LEAST,
            attribution="a-gazette-hurt",
            **injured,
        ),
        make_figure(d["d-inland"], "f-inland", "12", 12, attribution="a-inland-hurt", **injured),
        make_figure(
            d["d-notes"],
            "f-notes",
            "more than a dozen",
            12,
            bound=Bound.MORE_THAN,
            attribution="a-notes-hurt",
            **injured,
        ),
        make_figure(d["d-tribune"], "f-board", "40", 40, counts="on board", who="people", when=fifth),
        make_figure(
            d["d-tribune"],
            "f-unhurt",
            "28",
            28,
            counts="unhurt",
            who="people",
            when=fifth,
            attribution="a-tribune-osei",
        ),
    )


def ferry_fire() -> Brief:
    """
    The brief of six documents on a ferry fire.

    Two claims are carried by four outlets: one goes back to the harbour master alone, the other
    to her and perhaps to unnamed officials. A minister denies, a shipping line is silent, a report
    drops its source and a bound, one page has no date, one speaker stays unresolved.
    """
    documents = _documents()
    d = {document.id: document for document in documents}
    brief = Brief(
        documents=tuple(sorted(documents, key=lambda document: document.id)),
        sources=_sources(),
        attributions=tuple(sorted(_attributions(d), key=lambda a: (a.document, a.content_spans, a.id))),
        claims=_claims(),
        links=(ClaimLink(LinkKind.CONFLICT, "c-arson", "c-circuit", "two causes of one fire"),),
        derivations=_derivations(d),
        positions=_positions(),
        figures=tuple(sorted(_figures(d), key=lambda f: (f.document, f.span, f.id))),
        checks=(
            Check("parts_and_whole", ("f-board", "f-unhurt", "f-wire"), True, "28 + 12 = 40"),
            Check("same_quantity", ("f-inland", "f-notes"), False, "12 is not more than 12"),
        ),
        drift=(
            Drift(
                "attribution_dropped",
                place_of(d["d-inland"], "The fire on the ferry Alma was started on purpose"),
                place_of(d["d-wire"], "harbour master Ilse Brandt"),
                "says in its own voice what Maravia Wire has from Ilse Brandt",
            ),
            Drift(
                "bound_changed",
                place_of(d["d-inland"], "12 people"),
                place_of(d["d-wire"], "At least 12 people"),
                "“at least 12” became “12”",
            ),
        ),
        notices=(Notice("photo.png", "is not text: set aside"),),
        models=("hand-made",),
    )
    return replace(brief, events=gather_events(brief), ledger=keep_ledger(brief))
