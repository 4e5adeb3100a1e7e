"""
The news of GUM (Zeldes 2017): who is who in it, and the grammar of its sentences, both marked by hand.

Reads ``dep/GUM_news_*.conllu`` of the corpus, whose last column says which words speak of whom.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pronouns.questions import Kind, Mention, Passage, Question, as_document
from stemma.lexicon import pairs_of
from stemma.model import Span

__all__ = ["read_gum"]

THIRD = frozenset(("he", "she", "it", "they"))
FIRST = frozenset(("I", "we"))
SPEAKERS = frozenset(("person", "organization"))
PLACES = frozenset(("place",))
"""A country or a city may speak; only "it" is asked about them."""
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
NAMES = frozenset(("flat", "compound"))
"""Relations of the words of one name."""
SAID = frozenset(("ccomp", "parataxis"))
"""What depends on a verb of saying as that which is said; the verb itself may stand beside what is said."""
_PART = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(slots=True)
class _Token:
    number: int
    span: Span
    lemma: str
    tag: str
    part: str
    head: int
    relation: str
    entity: str


@dataclass(slots=True)
class _Reading:
    """What is known of a text so far."""

    text: str = ""
    sentences: list[list[_Token]] = field(default_factory=list)
    blocks: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A mention with its words."""

    span: Span
    whom: str
    kind: str
    tokens: tuple[_Token, ...]

    @property
    def core(self) -> Span:
        """The head with the other words of its name: "John Key" of "Prime Minister John Key"."""
        name = [t for t in self.tokens if t is self.head or (t.head == self.head.number and t.relation in NAMES)]
        return Span(name[0].span.start, name[-1].span.end)

    @property
    def head(self) -> _Token:
        """The word on which the others depend."""
        inside = {token.number for token in self.tokens}
        return next((t for t in self.tokens if t.head not in inside), self.tokens[0])


def read_gum(path: Path) -> Passage:
    """Return one document of GUM with what is asked of it."""
    reading = _read(path.read_text(encoding="utf-8"))
    marked = [m for sentence in reading.sentences for m in _mentions(sentence)]
    sources = dict(_sources(reading.sentences))
    questions = tuple(_questions(marked, sources))
    mentions = tuple(Mention(m.span, m.whom, m.core) for m in marked)
    document = as_document(path.stem, reading.text, reading.blocks, reading.blocks[0])
    return Passage(document, questions, mentions, tuple(sorted(sources.values())))


def _read(conllu: str) -> _Reading:
    reading = _Reading()
    for lines in (block.splitlines() for block in conllu.split("\n\n") if block.strip()):
        if any(line.startswith("# newpar_block") for line in lines) and reading.text:
            reading.text = reading.text.rstrip() + "\n\n"
        begin = len(reading.text)
        reading.sentences.append(_read_sentence(lines, reading))
        end = len(reading.text.rstrip())
        if reading.blocks and not reading.text[reading.blocks[-1].end : begin].count("\n"):
            begin = reading.blocks.pop().start
        reading.blocks.append(Span(begin, end))
    reading.text = reading.text.rstrip()
    return reading


def _read_sentence(lines: Sequence[str], reading: _Reading) -> list[_Token]:
    found, glued = list[_Token](), 0
    for row in (line.split("\t") for line in lines if line[:1].isdigit()):
        number, dash, last = row[0].partition("-")
        if dash:
            glued, spaced = int(last), "SpaceAfter=No" not in row[9]
            continue
        if not number.isdigit():
            continue  # an ellipsis that was filled in
        begin = len(reading.text)
        reading.text += row[1]
        entity = next((v[len("Entity=") :] for v in row[9].split("|") if v.startswith("Entity=")), "")
        found.append(
            _Token(int(number), Span(begin, len(reading.text)), row[2], row[4], row[3], int(row[6]), row[7], entity)
        )
        if int(number) < glued:
            continue
        if spaced if int(number) == glued else "SpaceAfter=No" not in row[9]:
            reading.text += " "
    return found


def _mentions(sentence: Sequence[_Token]) -> Iterator[_Marked]:
    opened: list[tuple[str, str, int]] = []
    for index, token in enumerate(sentence):
        for part in _PART.findall(token.entity):
            if part.startswith("("):
                whom, kind = part.strip("()").split("-")[:2]
                opened.append((whom, kind, index))
            if part.endswith(")"):
                whom = part.strip("()").split("-")[0]
                at = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == whom), None)
                if at is None:
                    continue
                whom, kind, first = opened.pop(at)
                words = tuple(sentence[first : index + 1])
                yield _Marked(Span(words[0].span.start, words[-1].span.end), whom, kind, words)


def _sources(sentences: Sequence[Sequence[_Token]]) -> Iterator[tuple[int, Span]]:
    """Give the subjects of the verbs of saying: where the head word begins, and the words with all on it."""
    for sentence in sentences:
        below: dict[int, list[_Token]] = {}
        for token in sentence:
            below.setdefault(token.head, []).append(token)
        for token in sentence:
            verb = next((t for t in sentence if t.number == token.head), None)
            if not token.relation.startswith("nsubj") or verb is None or verb.lemma not in pairs_of("reporting_verbs"):
                continue
            if verb.relation in SAID or any(t.relation in SAID for t in below[verb.number]):
                yield token.span.start, _whole(token, below)


def _whole(token: _Token, below: Mapping[int, Sequence[_Token]]) -> Span:
    """Return the words of a noun phrase, without a clause that hangs on it."""
    spans, ahead = [token.span], [token]
    while ahead:
        for child in below.get(ahead.pop().number, ()):
            if child.relation not in {"acl:relcl", "punct", "parataxis", "appos"}:
                spans.append(child.span)
                ahead.append(child)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _questions(marked: Sequence[_Marked], sources: Mapping[int, Span]) -> Iterator[Question]:
    seen = set[str]()
    named = {m.whom for m in marked if not m.head.tag.startswith("PRP")}
    for mention in sorted(marked, key=lambda m: (m.span.start, -m.span.end)):
        head = mention.head
        kind = _kind(mention, is_known=mention.whom in seen)
        seen.add(mention.whom)
        if kind is None or mention.whom not in named:
            continue
        is_source = head.span.start in sources
        span = sources[head.span.start] if is_source else mention.span
        yield Question(span, mention.whom, kind, is_source)


def _kind(mention: _Marked, *, is_known: bool) -> Kind | None:
    head = mention.head
    may_speak = mention.kind in SPEAKERS or (mention.kind in PLACES and head.lemma == "it")
    if not may_speak:
        return None
    if head.tag.startswith("PRP"):
        if len(mention.tokens) > 1:
            return None
        return Kind.PRONOUN if head.lemma in THIRD else Kind.SPEAKER if head.lemma in FIRST else None
    first = mention.tokens[0]
    is_definite = first.lemma in DEFINITE or first.tag == "PRP$"
    return Kind.DESCRIPTION if head.part == "NOUN" and is_definite and is_known else None
