"""Headlines that say more than the report below them."""

import re
from collections.abc import Iterator

from stemma.model import Attribution, Document, Drift, Span, Stance
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.likeness import content_of, stems_of
from stemma.weigh.stands.silences import find_silence

__all__ = ["overstating_headlines"]

_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|refut(?:es?|ed)|reject(?:s|ed)?|rebuff(?:s|ed)?)\b", re.IGNORECASE)
_CONFIRMS = re.compile(r"\b(?:confirm(?:s|ed)?|prov(?:es?|ed)|admit(?:s|ted)?|acknowledg(?:es?|ed))\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"\b(?:confirm|corroborat|verif|admi(?:t|ssion)|acknowledg|concede)", re.IGNORECASE)
# Content words that headline and saying share before they speak of one thing.
SAME_THING = 2
# Content words that make a headline a statement, and the part of them that a sentence has to share.
HEADED = 3
MOST_OF_TITLE = 0.5
_RESERVE = re.compile(
    r"\b(?:may|might|could)(?= (?:\w+ )?(?:have|be|affect|[a-z]{4,})\b)|\b(?:possibly|potentially|reportedly|allegedly"
    r"|apparently|supposedly|unconfirmed|(?:believed|thought|suspected|feared) to)\b",
    re.IGNORECASE,
)
# A headline that asks, quotes, names who says it, looks ahead or keeps a reserve itself says nothing plainly.
_TITLE_RESERVE = re.compile(
    r"[:?|‘’“”\"]|(?<!\w)'|'(?!\w)|\b(?:says?|said|tells?|told|reports?|reported\w*|accus\w+|alleg\w+|claims?|claimed"
    r"|suspect\w*|may|might|could|can|likely|possibl[ey]|appears?|seems?|fears?|feared|charg\w+|plans?|wants?|to|will"
    r"|if|whether|why|how|what|denies|denied|warns?|expects?|believes?)\b",
    re.IGNORECASE,
)
_RESERVED = {Stance.SUGGEST, Stance.ASSESS, Stance.QUALIFY}
# "Ministry: Valdia denies …": who speaks for the whole headline stands before the colon.
_SPEAKER = re.compile(r"^[^:]{1,60}: ")


def overstating_headlines(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield the headlines whose verb is stronger than the body's."""
    for document in witnesses.brief.documents:
        if document.title and document.title_span:
            yield from _denial_of_the_silent(witnesses, document, document.title, document.title_span)
            found = tuple(_confirmation_with_reserve(witnesses, document, document.title, document.title_span))
            yield from found or _confirmation_of_the_said(witnesses, document, document.title, document.title_span)
            yield from _fact_of_the_uncertain(witnesses, document, document.title, document.title_span)


def _denial_of_the_silent(witnesses: Witnesses, document: Document, title: str, span: Span) -> Iterator[Drift]:
    """Yield "X denies" above a body in which X only has not spoken."""
    verb = _DENIES.search(title)
    actors = _subject(witnesses, title, verb)
    if not verb or not actors:
        return
    spoken = [a for a in witnesses.said_in[document.id] if _is_by(witnesses, a, actors)]
    if any(a.stance is Stance.DENY for a in spoken):
        return
    for sentence in witnesses.sentences[document.id]:
        silence = find_silence(sentence.cut(document.text))
        if (
            silence
            and not span.meets(sentence)
            and actors & _with_party(witnesses, set(_named(witnesses, silence.who)))
        ):
            place = Span(span.start + _start_of_subject(title, verb), span.start + verb.end())
            said = title[_start_of_subject(title, verb) : verb.end()]
            words = f"The headline says “{said}”; the body only that they have not spoken."
            yield drift("headline_overstates", (document.id, place), (document.id, sentence), words)
            return


def _confirmation_with_reserve(witnesses: Witnesses, document: Document, title: str, span: Span) -> Iterator[Drift]:
    """Yield "X confirms" above a body in which X says it with reserve alone."""
    verb = _CONFIRMS.search(title)
    if not verb:
        return
    headed = [a for a in witnesses.said_in[document.id] if span.holds(a.content_spans[0])]
    for head in headed:
        told = [a for a in witnesses.told.get(head.claim or "", ()) if a.document == document.id and a not in headed]
        same = [a for a in told if a.source == head.source is not None]
        if same and all(a.stance in _RESERVED or a.hedges for a in same):
            place = Span(span.start, span.start + verb.end())
            words = f"The headline has {witnesses.name(head.source)} confirm what the body gives with reserve."
            yield drift("headline_overstates", (document.id, place), (document.id, same[0].content_spans[0]), words)
            return


def _confirmation_of_the_said(witnesses: Witnesses, document: Document, title: str, span: Span) -> Iterator[Drift]:
    """Yield "Officials confirm" above a body in which officials say so, and nobody anywhere confirms anything."""
    verb = _CONFIRMS.search(title)
    if not verb or verb.group().casefold().startswith("prov"):  # a proof is the paper's word, not the speaker's
        return
    start = _start_of_subject(title, verb)
    body = [a for a in witnesses.said_in[document.id] if not span.holds(a.content_spans[0])]
    if any(a.stance is Stance.CONFIRM for a in body):
        return
    if any(_CONFIRMED.search(sentence.cut(document.text)) for sentence in witnesses.sentences[document.id]):
        return
    subject, rest = content_of(title[start : verb.start()]), content_of(title[verb.end() :])
    for item in sorted(body, key=lambda a: a.content_spans):
        speaker = witnesses.cut(document.id, item.source_span) if item.source_span else ""
        shared = rest & content_of(item.content)
        if item.stance is Stance.ASSERT and subject & content_of(speaker) and len(shared) >= SAME_THING:
            place, cue = Span(span.start + start, span.start + verb.end()), item.cue_span or item.content_spans[0]
            head, plain = title[start : verb.end()], cue.cut(document.text)
            words = f"The headline says “{head}”; the body only that they “{plain}” so."
            yield drift("headline_overstates", (document.id, place), (document.id, item.content_spans[0]), words)
            return


def _fact_of_the_uncertain(witnesses: Witnesses, document: Document, title: str, span: Span) -> Iterator[Drift]:
    """Yield a plain headline over a body that has it with a reserve wherever it has it."""
    said = stems_of(title)
    if len(said) < HEADED or _TITLE_RESERVE.search(title):
        return
    body = [s for s in witnesses.sentences[document.id] if not span.meets(s)]
    same = [s for s in body if len(said & stems_of(s.cut(document.text))) >= max(HEADED, MOST_OF_TITLE * len(said))]
    reserved = [(s, found.group()) for s in same if (found := _RESERVE.search(s.cut(document.text)))]
    if same and len(reserved) == len(same):
        words = f"The headline says it plainly; the body only with “{reserved[0][1]}”."
        yield drift("headline_overstates", (document.id, span), (document.id, reserved[0][0]), words)


def _subject(witnesses: Witnesses, title: str, verb: re.Match[str] | None) -> set[str]:
    if verb is None:
        return set()
    return _with_party(witnesses, set(_named(witnesses, title[_start_of_subject(title, verb) : verb.start()])))


def _start_of_subject(title: str, verb: re.Match[str]) -> int:
    speaker = _SPEAKER.match(title[: verb.start()])
    return speaker.end() if speaker else 0


def _named(witnesses: Witnesses, text: str) -> Iterator[str]:
    return witnesses.names.within(text)


def _with_party(witnesses: Witnesses, actors: set[str]) -> set[str]:
    parties = {party for key in actors if (party := witnesses.source[key].party)}
    return actors | parties


def _is_by(witnesses: Witnesses, item: Attribution, actors: set[str]) -> bool:
    return bool(item.source) and bool(_with_party(witnesses, {item.source or ""} & witnesses.source.keys()) & actors)
