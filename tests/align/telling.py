"""
A small language for what several documents tell.

A line is one sentence, in a document of its own: ``"The mayor said 12 people died."``,
``"Twelve died, according to the mayor."``, ``"The army denied it fired."``, or a narrated one without a cue. A list of
sentences is one document.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from stemma.align import Alignment, align, wording
from stemma.align.words import content_keys
from stemma.measure import measure
from stemma.model import (
    Attribution,
    Basis,
    Document,
    Figure,
    Interval,
    Published,
    Source,
    SourceKind,
    Span,
    Stance,
    make_id,
)

CUES = {
    "said": Stance.ASSERT, "confirmed": Stance.CONFIRM, "denied": Stance.DENY, "accused": Stance.ASSERT,
    "has not seen": Stance.NOT_OBSERVED,
}  # fmt: skip
SAID = re.compile(rf"^(?P<source>.+?) (?P<cue>{'|'.join(CUES)}) (?P<content>.+?)\.?$")
ACCORDING = re.compile(r"^(?P<content>.+?), (?P<cue>according to) (?P<source>.+?)\.$")
QUIET = re.compile(r"\b(?:no|not) .*(?:comment|reached|acknowledged)")
WIDTH = 384


@dataclass(frozen=True)
class Story:
    documents: tuple[Document, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]

    def align(self) -> Alignment:
        by_id = {document.id: document for document in self.documents}
        vectors = {a.id: bag_of_words(wording(a, by_id[a.document])) for a in self.attributions}
        return align(self.documents, self.attributions, self.figures, self.sources, vectors)


def tell(*lines: str | Sequence[str], on: Sequence[date] = ()) -> Story:
    """Return the story of *lines*, each in a document of its own, published on the days *on*."""
    documents, attributions, figures = [], [], []
    for number, line in enumerate(lines):
        sentences = [line] if isinstance(line, str) else list(line)
        document = make_document(number, " ".join(sentences), on[number] if on else None)
        start, said = 0, []
        for sentence in sentences:
            said.append(make_attribution(document, sentence, start))
            start += len(sentence) + 1
        documents.append(document)
        attributions += said
        figures += measure(document, said)
    names = sorted({a.source for a in attributions if a.source})
    sources = [Source(name, name.capitalize(), SourceKind.ORGANISATION, (name.capitalize(),)) for name in names]
    return Story(tuple(documents), tuple(attributions), tuple(figures), tuple(sources))


def make_document(number: int, text: str, day: date | None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published(Interval.day(day), Basis.STATED) if day else Published()
    return Document(f"d{number}", f"{number}.txt", digest, text, "test/1", (Span(0, len(text)),), published=published)


def make_attribution(document: Document, sentence: str, start: int) -> Attribution:
    found = SAID.match(sentence) or ACCORDING.match(sentence)
    if found is None or QUIET.search(sentence):
        stance = Stance.SILENCE if QUIET.search(sentence) else Stance.ASSERT
        span = Span(start, start + len(sentence))
        return Attribution(
            make_id("a", document.id, start), document.id, (span,), sentence, narrated=True, stance=stance
        )
    spans = {name: Span(start + found.start(name), start + found.end(name)) for name in ("source", "cue", "content")}
    return Attribution(
        id=make_id("a", document.id, start),
        document=document.id,
        content_spans=(spans["content"],),
        content=found["content"],
        source_span=spans["source"],
        cue_span=spans["cue"],
        stance=CUES.get(found["cue"], Stance.ASSERT),
        source=re.sub(r"^the ", "", found["source"], flags=re.IGNORECASE).casefold(),
    )


def bag_of_words(text: str) -> NDArray[np.float32]:
    """An embedder that knows words alone: each key points in a direction of its own."""
    vector = np.full(WIDTH, 1e-6, dtype=np.float32)
    for key in content_keys(text):
        seed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big")
        vector += np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32)
    return vector / np.linalg.norm(vector)


def check_claims(*rows: tuple[int | None, str]) -> None:
    """Assert that sentences with the same number, and only they, share a claim; None is left out."""
    story = tell(*(sentence for _, sentence in rows))
    claim = {a.document: a.claim for a in story.align().attributions}
    got: list[str | None] = [claim.get(document.id) for document in story.documents]
    seen: dict[str, int] = {}
    found = [None if c is None else seen.setdefault(c, len(seen)) for c in got]
    order: dict[int, int] = {}
    wanted = [None if n is None else order.setdefault(n, len(order)) for n, _ in rows]
    assert found == wanted, [(f, sentence) for f, (_, sentence) in zip(found, rows, strict=True)]
