"""What an analyst points at, by an id, a number, a name or words, in the brief of a case."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process

from stemma.case.judgements.marking import mark_passage
from stemma.case.judgements.wishing import NO_PASSAGE, Passage
from stemma.errors import ClaimError, JudgementError
from stemma.judge import anchor_attribution, anchor_claim, anchor_document, anchor_figure, anchor_source
from stemma.model import Attribution, Brief, Claim, Document, Figure, Source, by_date
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import Verb

__all__ = ["ID", "NUMBER", "Pointer"]

ID = re.compile(r"[acdfs][0-9a-f]{4,}", re.IGNORECASE)
"""An id or the beginning of one."""
NUMBER = re.compile(r"(\d{1,9})|\[(\d{1,9})\]")
"""As a brief numbers its claims, and its documents."""
NAMES = 4
"""Names that a message lists: they fit on a line that is still read."""

Known = Attribution | Claim | Document | Figure | Source


@dataclass(frozen=True, slots=True)
class Pointer:
    """All that a brief holds, to be pointed at."""

    brief: Brief
    documents: Mapping[str, Document]
    attributions: Mapping[str, Attribution]

    @classmethod
    def of(cls, brief: Brief) -> "Pointer":
        """Lay out *brief*."""
        return cls(brief, {d.id: d for d in brief.documents}, {a.id: a for a in brief.attributions})

    def pair(self, left: str, right: str, verb: Verb = Verb.SAME) -> tuple[Anchor, Anchor]:
        """
        Return two attributions, figures or sources; two claims go by an attribution of each.

        Raises:
            JudgementError: The words lead to nothing, to several things, or to two of different kinds.
        """
        first = self._as_attribution(self.anything(left))
        is_on_speaker = verb is Verb.UNSURE and first.thing is Thing.ATTRIBUTION  # who may be meant need not be heard
        second = self._as_attribution(self.anything(right, is_new=is_on_speaker))
        if is_on_speaker and second.thing is Thing.SOURCE:
            return first, second
        if first.thing is not second.thing:
            raise JudgementError(f"{left} is a {first.thing} and {right} a {second.thing}; point at two of a kind")
        if first == second:
            raise JudgementError(f"{left} and {right} lead to one {first.thing}; point at two")
        return first, second

    def anything(self, word: str, *, is_new: bool = False) -> Anchor:
        """
        Return what *word* means: an id, a claim's number (3), a document's ([3]) or its path, or a source's name.

        Where it *is_new*, the name may be of one that no document names.

        Raises:
            JudgementError: It means nothing here, or several things.
        """
        if ID.fullmatch(word) and (found := self._by_id(word, self._everything())):
            return self._anchor(found)
        if NUMBER.fullmatch(word):
            return self.document(word) if word.startswith("[") else self.claim(word)
        documents = [d for d in self.documents.values() if word == d.path]
        return (
            anchor_document(documents[0]) if documents else self.source(word, is_new=is_new and not ID.fullmatch(word))
        )

    def attribution(self, word: str) -> Anchor:
        """
        Return the attribution with the id *word*.

        Raises:
            JudgementError: There is none.
        """
        found = self._by_id(word, self.brief.attributions)
        if not isinstance(found, Attribution):
            raise JudgementError(f"{word} is no id of an attribution; `stemma brief CASE -f json` tells them")
        return self._anchor(found)

    def found(self, word: str) -> Anchor:
        """
        Return the attribution or figure with the id *word*.

        Raises:
            JudgementError: There is none.
        """
        found = self._by_id(word, self.brief.figures)
        return self._anchor(found) if isinstance(found, Figure) else self.attribution(word)

    def claim(self, word: str) -> Anchor:
        """
        Return the claim that *word* means as in ``stemma tree``: its number, its id or words of it.

        Raises:
            JudgementError: No claim is meant, or several are.
        """
        from stemma.tell.trees.choosing import choose

        try:
            return self._anchor(choose(self.brief, word)[0].claim)
        except ClaimError as error:
            raise JudgementError(str(error)) from error

    def document(self, word: str) -> Anchor:
        """
        Return the document with this number, id, path, or outlet where only one document has it.

        Raises:
            JudgementError: There is none, or there are several.
        """
        return anchor_document(self._document(word))

    def _document(self, word: str) -> Document:
        numbered = by_date(self.brief.documents)
        number = int(word.strip("[]")) if NUMBER.fullmatch(word) else 0
        if 0 < number <= len(numbered):
            return numbered[number - 1]
        found = self._by_id(word, self.brief.documents) if ID.fullmatch(word) else None
        called = [d for d in numbered if word == d.path] or [d for d in numbered if word == d.outlet]
        if isinstance(found, Document) or len(called) == 1:
            return found if isinstance(found, Document) else called[0]
        told = "may be any of several documents" if called else "is no document's number, id, path or outlet"
        raise JudgementError(f"{word} {told}; the documents are listed at the end of `stemma brief CASE`")

    def source(self, word: str, *, is_new: bool = False) -> Anchor:
        """
        Return the source with this id or name; where it *is_new*, also one that no document names.

        Raises:
            JudgementError: There is none, or there are several.
        """
        found = self._by_id(word, self.brief.sources) if ID.fullmatch(word) else None
        if isinstance(found, Source):
            return self._anchor(found)
        low = word.casefold()
        for names in (lambda s: (s.name,), lambda s: s.aliases):
            called = [s for s in self.brief.sources if low in {name.casefold() for name in names(s)}]
            if len(called) == 1:
                return self._anchor_source(called[0], low)
            if called:
                ids = ", ".join(source.id for source in called)
                raise JudgementError(f"{word} is the name of several sources; give the id of one: {ids}")
        if is_new and word.strip():
            return Anchor(Thing.SOURCE, name=word.strip())
        raise JudgementError(f"nobody in this case goes by {word!r}{self._near(word)}")

    def about(self, verb: Verb, words: Sequence[str], passage: Passage = NO_PASSAGE) -> tuple[Anchor, ...]:
        """
        Return what a judgement of *verb* on *words* is about; *passage* is what it marks.

        Raises:
            JudgementError: The words lead nowhere.
        """
        if verb in (Verb.MISSED, Verb.WORDS):
            return self._marked(verb, words[0] if words else "", passage)
        if passage != NO_PASSAGE:
            raise JudgementError(f"{verb} marks no words; leave them out")
        match verb, words:
            case (Verb.SAME | Verb.DIFFERENT | Verb.UNSURE, [left, right]):
                return self.pair(left, right, verb)
            case Verb.SOURCE, [word, name]:
                return self.attribution(word), self.source(name, is_new=True)
            case _, [word] if verb in self._single:
                return (self._single[verb](word),)
            case Verb.WITHDRAW, []:
                return ()
        raise JudgementError(f"{verb} cannot be said of {len(words)} things; see `stemma judge --help`")

    @property
    def _single(self) -> Mapping[Verb, Callable[[str], Anchor]]:
        """What each verb that speaks of one thing points at."""
        return {
            Verb.WRONG: self.found,
            Verb.STANCE: self.attribution,
            Verb.DATE: self.document,
            Verb.GRADE: self.source,
            Verb.TEXT: self.claim,
            Verb.NOTE: self.anything,
        }

    def _marked(self, verb: Verb, word: str, passage: Passage) -> tuple[Anchor, ...]:
        """Return what is marked anew, after what it stands for where its words are put right."""
        if verb is Verb.MISSED:
            return (mark_passage(self._document(word), passage),)
        old = self._by_id(word, (*self.brief.attributions, *self.brief.figures))
        if not isinstance(old, Attribution | Figure):
            raise JudgementError(
                f"{word} is no id of an attribution or a figure; `stemma brief CASE -f json` tells them"
            )
        before = old if isinstance(old, Attribution) else None
        new = mark_passage(self.documents[old.document], passage, before)
        anchor = self._anchor(old)
        if new.thing is not anchor.thing:
            raise JudgementError(f"{word} is a {anchor.thing}; mark the words of one")
        return anchor, new

    def _everything(self) -> Iterable[Known]:
        brief = self.brief
        return (*brief.attributions, *brief.figures, *brief.sources, *brief.claims, *brief.documents)

    def _by_id(self, word: str, among: Iterable[Known]) -> Known | None:
        low = word.casefold()
        found = [one for one in among if one.id.startswith(low)]
        if len(found) > 1:
            raise JudgementError(
                f"{word} begins several ids; give more of it: {', '.join(o.id for o in found[:NAMES])}"
            )
        return found[0] if found else None

    def _anchor(self, thing: Known) -> Anchor:
        match thing:
            case Attribution():
                return anchor_attribution(thing, self.documents[thing.document])
            case Figure():
                return anchor_figure(thing, self.documents[thing.document])
            case Claim():
                return anchor_claim(thing, self.attributions, self.documents)
            case Document():
                return anchor_document(thing)
            case Source():
                return self._anchor_source(thing)

    def _anchor_source(self, source: Source, name: str = "") -> Anchor:
        """Return *source* at words that are *name*, so that two names of one source can be told apart; else at any."""
        judged = {r.found[0] for r in self.brief.rulings if r.judgement.verb is Verb.SOURCE}
        own = [a for a in self.brief.attributions if a.source == source.id and a.id not in judged]
        texts = {a.id: a.source_span.cut(self.documents[a.document].text) for a in own if a.source_span}
        named = [a for a in own if name and texts.get(a.id, "").casefold() == name]
        return anchor_source(source, named or own, self.documents)

    @staticmethod
    def _as_attribution(anchor: Anchor) -> Anchor:
        if anchor.thing is not Thing.CLAIM:
            return anchor
        return Anchor(Thing.ATTRIBUTION, anchor.document, anchor.words, anchor.by)

    def _near(self, word: str) -> str:
        near = process.extract(word, [s.name for s in self.brief.sources], limit=NAMES, score_cutoff=50)
        return (
            f"; there are {', '.join(name for name, *_ in near)}" if near else "; `stemma brief CASE` names who speaks"
        )
