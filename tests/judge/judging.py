"""
A small language for analysts' words on a story.

``Case("The mayor said 12 people died.", …)`` is one document a line (``tests.align.telling``). ``case.same(0, 1)`` is
ann's word that what the first line says is what the second says; ``by=`` names another analyst. Each judgement is a
minute later than the one before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from stemma.judge import anchor_attribution, anchor_document, anchor_figure, anchor_source
from stemma.model import Brief, Reading, Source, SourceKind
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import Judgement, Verb
from stemma.model.ruling import Ruling
from stemma.pipeline import compare
from tests.align.telling import bag_of_words, tell

__all__ = ["Case", "judgement", "named", "nobody", "ruling_of"]

START = datetime(2026, 3, 1, tzinfo=UTC)


class BagOfWords:
    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([bag_of_words(text) for text in texts], dtype=np.float32).reshape(len(texts), -1)


def judgement(verb: Verb, *about: Anchor, value: str = "", by: str = "ann", minute: int = 0) -> Judgement:
    return Judgement(verb, by, START + timedelta(minutes=minute), about, value)


def named(name: str) -> Anchor:
    return anchor_source(Source("s", name, SourceKind.ORGANISATION))


def nobody() -> Anchor:
    """A document that is in no case."""
    return Anchor(Thing.DOCUMENT, "0" * 64)


@dataclass
class Case:
    readings: list[Reading]
    minutes: int = field(default=0)

    @classmethod
    def of(cls, *lines: str | Sequence[str]) -> "Case":
        story = tell(*lines)
        return cls(
            [
                Reading(
                    document,
                    tuple(a for a in story.attributions if a.document == document.id),
                    tuple(f for f in story.figures if f.document == document.id),
                )
                for document in story.documents
            ]
        )

    def brief(self, *judgements: Judgement, readings: Sequence[Reading] | None = None) -> Brief:
        return compare(self.readings if readings is None else readings, BagOfWords(), (), judgements)

    def claim(self, brief: Brief, line: int, nth: int = 0) -> str | None:
        """The id of the claim of what is said in a line; None where it is in none."""
        wanted = self.readings[line].attributions[nth].id
        return next((a.claim for a in brief.attributions if a.id == wanted), None)

    def groups(self, brief: Brief) -> list[set[int]]:
        """The lines by claim; a line that says several things is in several."""
        number = {reading.document.id: at for at, reading in enumerate(self.readings)}
        said = {a.id: number[a.document] for a in brief.attributions}
        return sorted(({said[id] for id in claim.attributions} for claim in brief.claims), key=sorted)

    def said(self, line: int, nth: int = 0) -> Anchor:
        reading = self.readings[line]
        return anchor_attribution(reading.attributions[nth], reading.document)

    def figure(self, line: int, nth: int = 0) -> Anchor:
        reading = self.readings[line]
        return anchor_figure(reading.figures[nth], reading.document)

    def speaker(self, line: int, nth: int = 0) -> Anchor:
        """Who says it, at the words for it."""
        brief = self.brief()
        wanted = self.readings[line].attributions[nth].id
        said = next(a for a in brief.attributions if a.id == wanted)
        source = next(s for s in brief.sources if s.id == said.source)
        return anchor_source(source, [said], {d.id: d for d in brief.documents})

    def document(self, line: int) -> Anchor:
        return anchor_document(self.readings[line].document)

    def judge(self, verb: Verb, *about: Anchor, value: str = "", by: str = "ann") -> Judgement:
        self.minutes += 1
        return judgement(verb, *about, value=value, by=by, minute=self.minutes)

    def same(self, left: int, right: int, by: str = "ann") -> Judgement:
        return self.judge(Verb.SAME, self.said(left), self.said(right), by=by)

    def different(self, left: int, right: int, by: str = "ann") -> Judgement:
        return self.judge(Verb.DIFFERENT, self.said(left), self.said(right), by=by)

    def withdraw(self, one: Judgement, by: str = "ann") -> Judgement:
        return self.judge(Verb.WITHDRAW, value=one.id, by=by)


def ruling_of(brief: Brief, one: Judgement) -> Ruling:
    """What became of a judgement in *brief*."""
    return next(ruling for ruling in brief.rulings if ruling.judgement.id == one.id)
