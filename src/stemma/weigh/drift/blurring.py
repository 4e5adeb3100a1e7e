"""Sources that were named, and became "analysts" or "a newspaper" on the way."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from stemma.lexicon import words_of
from stemma.model import Attribution, Drift, Evidence, Source, SourceKind, Span
from stemma.weigh.counts.blocking import Blocks
from stemma.weigh.drift.publishers import is_publisher
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.naming import holds_name

__all__ = ["blurred_sources", "can_be", "is_blurred", "is_told_apart"]

# Likeness (0 to 100) from which on two wordings are one sentence, and the words that it needs.
SAME_SENTENCE = 80
SENTENCE_WORDS = 8
# A name this near an indefinite description is in apposition to it: "a think tank, the Harbour Institute".
APPOSITION = 60

# Claims that an unnamed voice shares with a named one before they are one voice: one claim two may make.
SHARED_CLAIMS = 2

# "a newspaper", "some officials", "analysts"; what points back ("the agency") is no blur.
_INDEFINITE = re.compile(
    r"^(?:an?|some|several|many|other)\s|^(?!the\b|this\b|that\b|these\b|those\b|his\b|her\b|their\b)\w[\w -]*s$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"^\w+(?:ed|ing)\b")
_BEHIND_HEAD = re.compile(r"\s(?:of|from|in|with|at|for)\s.*$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_PRONOUN = re.compile(r"^(?:us|others|ours|theirs|his|hers)$", re.IGNORECASE)
_BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET)


def blurred_sources(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield the places where someone whom another place names is "analysts" or "a newspaper", one for each pair."""
    once: dict[tuple[str, str], Drift] = {}
    for document, source, made in (
        *_blurred_mentions(witnesses),
        *_blurred_copies(witnesses),
        *_blurred_reports(witnesses),
        *_blurred_papers(witnesses),
        *_blurred_voices(witnesses),
    ):
        if is_told_apart(witnesses, document, source, made):
            once.setdefault((document, source), made)
    yield from (once[key] for key in sorted(once))


def is_told_apart(witnesses: Witnesses, document: str, source: str, made: Drift) -> bool:
    """Tell whether the one is a description without any name, the other somebody, and not the outlet itself."""
    known = witnesses.source.get(source)
    blurred, named = (witnesses.cut(place.document, place.span) for place in (made.place, made.against))
    is_own = known is not None and is_publisher(witnesses, document, known)
    opens = witnesses.names.within(blurred.split()[0])  # "Harbour officials" have a name
    is_led_by_name = any(witnesses.is_named(key) for key in opens)
    return not is_own and not is_led_by_name and not _PARTICIPLE.match(named)


def _blurred_mentions(witnesses: Witnesses) -> Iterator[tuple[str, str, Drift]]:
    """Yield sources that are known, but are only described where they are first heard."""
    mentions = _mentions(witnesses)
    everywhere: dict[str, list[tuple[str, Span]]] = {}
    for (document, key), spans in mentions.items():
        everywhere.setdefault(key, []).extend((document, span) for span in spans)
    for (document, key), spans in sorted(mentions.items()):
        source, first = witnesses.source[key], spans[0]
        text = witnesses.document[document].text
        around = text[max(0, first.start - APPOSITION) : first.end + APPOSITION]
        if not is_blurred(first.cut(text)) or not _is_proper(source) or _names_any(around, source):
            continue
        named = [(d, span) for d, span in everywhere[key] if _is_naming(witnesses.cut(d, span))]
        if named:
            against = min(named, key=lambda pair: (pair[0] == document, pair))
            words = f"“{first.cut(text)}” is {source.name}, whom {witnesses.title(against[0])} names."
            yield document, key, drift("source_blurred", (document, first), against, words)


def _mentions(witnesses: Witnesses) -> dict[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], set[Span]] = {}
    for item in witnesses.brief.attributions:
        if item.source in witnesses.source and item.source_span:
            found.setdefault((item.document, item.source or ""), set()).add(item.source_span)
        for key, span in item.relays:
            if key in witnesses.source:
                found.setdefault((item.document, key), set()).add(span)
    return {key: sorted(spans) for key, spans in found.items()}


def _blurred_copies(witnesses: Witnesses) -> Iterator[tuple[str, str, Drift]]:
    """Yield unnamed sources of a sentence that another document has, with a name, in nearly the same words."""
    items = [a for a in witnesses.brief.attributions if not a.narrated and a.source_span]
    named = [(a, _sentence(witnesses, a)) for a in items if _names_someone(witnesses, a)]
    named = [(a, sentence) for a, sentence in named if len(sentence.split()) >= SENTENCE_WORDS]
    blocks = Blocks([sentence.split() for _, sentence in named])
    for item in items:
        if item.source_span is None or not is_blurred(blurred := witnesses.cut(item.document, item.source_span)):
            continue
        own = _sentence(witnesses, item)
        near = (named[number] for number in blocks.near(own.split()))
        same = [a for a, other in near if a.document != item.document and _is_same(own, other)]
        same = [a for a in same if can_be(blurred, witnesses.source.get(a.source or ""))]
        if same:
            best = witnesses.best(same)
            against = (best.document, best.source_span or best.content_spans[0])
            words = f"{witnesses.title(item.document)} has “{blurred}” where {witnesses.title(best.document)} names "
            words += f"{witnesses.name(best.source) if best.source else witnesses.cut(*against)}."
            yield (
                item.document,
                best.source or "",
                drift("source_blurred", (item.document, item.source_span), against, words),
            )


def can_be(blurred: str, source: Source | None) -> bool:
    """Tell whether *blurred* may be words for *source*: no other way to write its name, no person for a body."""
    if source is None:
        return True
    called = {_bare(name) for name in (source.name, *source.aliases)}
    head = _BEHIND_HEAD.sub("", _bare(blurred)).rsplit(" ", 1)[-1]
    is_person = head in words_of("offices") | words_of("person_nouns")
    return _bare(blurred) not in called and not (is_person and source.kind in _BODIES)


def _bare(words: str) -> str:
    return _ARTICLE.sub("", " ".join(words.casefold().split()))


def _names_someone(witnesses: Witnesses, item: Attribution) -> bool:
    """Tell whether the words for the source of *item* hold a name; a first word may be a capital for other reasons."""
    words = witnesses.cut(item.document, item.source_span) if item.source_span else ""
    return holds_name(words, 1) or (witnesses.is_named(item.source) and holds_name(words))


def _blurred_reports(witnesses: Witnesses) -> Iterator[tuple[str, str, Drift]]:
    """Yield the unnamed relay of a document that retells, in its order, a report that another one names."""
    for derivation in witnesses.brief.derivations:
        source = witnesses.source.get(derivation.to)
        if derivation.evidence is not Evidence.SAME_ORDER or source is None:
            continue
        vague = _vague_spans(witnesses, derivation.document)
        spans = [span for span in vague if can_be(witnesses.cut(derivation.document, span), source)]
        others = [p for p in derivation.places if p.document != derivation.document]
        if spans and others:
            blurred = spans[0].cut(witnesses.document[derivation.document].text)
            other = witnesses.title(others[0].document)
            words = f"“{blurred}” stands where {other}, with the same claims in the same order, names {source.name}."
            place, against = (derivation.document, spans[0]), (others[0].document, others[0].span)
            yield derivation.document, source.id, drift("source_blurred", place, against, words)


def _blurred_papers(witnesses: Witnesses) -> Iterator[tuple[str, str, Drift]]:
    """Yield the paper without a name to which somebody spoke, where another report of it names the paper."""
    for derivation in witnesses.brief.derivations:
        here, there = (
            [p for p in derivation.places if (p.document == derivation.document) is own] for own in (True, False)
        )
        source = witnesses.source.get(derivation.to)
        if source is None or derivation.evidence is not Evidence.CITES or not there:
            continue
        spans = [place.span for place in here if is_blurred(witnesses.cut(place.document, place.span))]
        if spans:
            blurred, other = witnesses.cut(derivation.document, spans[0]), witnesses.title(there[0].document)
            words = f"“{blurred}” stands where {other}, which has it from the same speaker, names {source.name}."
            place, against = (derivation.document, spans[0]), (there[0].document, there[0].span)
            yield derivation.document, source.id, drift("source_blurred", place, against, words)


def _blurred_voices(witnesses: Witnesses) -> Iterator[tuple[str, str, Drift]]:
    """Yield unnamed voices that say, claim by claim, what other documents have from one who is named."""
    for document in sorted(witnesses.document):
        own = [a for a in witnesses.said_in[document] if not a.narrated]
        heard = {a.source for a in own}
        for key in sorted({a.source for a in own if a.source and not witnesses.is_named(a.source)}):
            said = [a for a in own if a.source == key and a.claim]
            spans = sorted(span for a in said if (span := a.source_span) and is_blurred(span.cut(_text(witnesses, a))))
            named: dict[str, list[Attribution]] = {}
            for item in said:
                for other in witnesses.told.get(item.claim or "", ()):
                    if other.document != document and other.source and other.source not in heard:
                        named.setdefault(other.source, []).append(other)
            found = [k for k in sorted(named) if witnesses.is_named(k) and _may_be(witnesses.source[key], named[k])]
            if spans and len(found) == 1:
                yield _as_voice(witnesses, document, spans[0], named[found[0]])


def _text(witnesses: Witnesses, item: Attribution) -> str:
    return witnesses.document[item.document].text


def _may_be(voice: Source, shared: Sequence[Attribution]) -> bool:
    """Tell whether *voice* says enough of what one named source says: two claims, and no eyewitness says them."""
    nouns = {form for word in voice.name.casefold().split() for form in (word, word.removesuffix("s"))}
    return len({item.claim for item in shared}) >= SHARED_CLAIMS and not nouns & words_of("eyewitness_nouns")


def _as_voice(witnesses: Witnesses, document: str, span: Span, named: Sequence[Attribution]) -> tuple[str, str, Drift]:
    other = witnesses.best([a for a in named if _names_someone(witnesses, a)] or named)
    blurred, name = witnesses.cut(document, span), witnesses.name(other.source)
    words = f"“{blurred}” say in {witnesses.title(document)} what {witnesses.title(other.document)} has from {name}."
    against = (other.document, other.source_span or other.content_spans[0])
    return document, other.source or "", drift("source_blurred", (document, span), against, words)


def _vague_spans(witnesses: Witnesses, document: str) -> Sequence[Span]:
    found: set[Span] = set()
    for item in witnesses.said_in[document]:
        pairs = [*item.relays, (item.source, item.source_span)]
        unnamed = {span for key, span in pairs if span and not witnesses.is_named(key)}
        found |= {span for span in unnamed if is_blurred(witnesses.cut(document, span))}
    return sorted(found)


def _names_any(text: str, source: Source) -> bool:
    return any(name in text for name in (source.name, *source.aliases) if holds_name(name))


def _is_naming(words: str) -> bool:
    return holds_name(words) and not _INDEFINITE.match(words)


def _sentence(witnesses: Witnesses, item: Attribution) -> str:
    return witnesses.cut(item.document, witnesses.sentence_of(item)).casefold()


def _is_same(sentence: str, other: str) -> bool:
    """Tell whether the two are one sentence, but for a word or two; short ones never are."""
    is_near = fuzz.ratio(sentence, other, score_cutoff=SAME_SENTENCE) >= SAME_SENTENCE
    return is_near and min(len(sentence.split()), len(other.split())) >= SENTENCE_WORDS


def is_blurred(words: str) -> bool:
    """Tell whether *words* describe without a name and without pointing back."""
    return bool(_INDEFINITE.match(words)) and not _PRONOUN.match(words) and not holds_name(words, 1)


def _is_proper(source: Source) -> bool:
    is_named = holds_name(source.name) and not _INDEFINITE.match(source.name)
    return is_named and source.kind not in (SourceKind.GROUP, SourceKind.UNNAMED)
