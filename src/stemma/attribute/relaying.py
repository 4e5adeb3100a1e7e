"""Relays that the words of the sentence name: citing, quoted by, told a news outlet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.citing import CITED, CITING, read_citing
from stemma.attribute.draft import Draft
from stemma.attribute.interviews import go_on_telling
from stemma.attribute.passage import Passage
from stemma.attribute.passives import read_passive
from stemma.attribute.phrases import phrase_after
from stemma.attribute.speakers import can_speak, is_outlet, shows
from stemma.attribute.telling import name_hearer
from stemma.attribute.unsourced import HEARSAY
from stemma.attribute.venues import CARRIED, SENT, name_opening_venue, name_station, name_venue
from stemma.attribute.words import Word, span_of, words_in
from stemma.model import Span

__all__ = ["name_relays"]

_GOT_BY = re.compile(
    r",?\s+(?:and\s+|(?:that|which)\s+(?:was|were|has been|have been)\s+"
    r"|(?:a\s+)?cop(?:y|ies) of which (?:was|were)\s+)?"
    r"(?:(?:seen|obtained|reviewed|viewed|examined|accessed|read|heard)\s+by|(?:leaked|shown|handed|provided)\s+to"
    r"|shared\s+with|(?P<print>(?:published|printed|carried|broadcast|aired)\s+(?:by|in|on)))\s+(?=\S)",
    re.IGNORECASE,
)


def name_relays(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return *drafts* with the relays that a "citing", a "quoted by" or a "told" names."""
    relayed = []
    told: dict[Span, Span] = {}
    contents: dict[int | None, list[Span]] = {}
    for draft in drafts:
        contents.setdefault(passage.index_at(draft.start), []).extend(draft.contents)
    for draft in drafts:
        number = passage.index_at(draft.cue.start if draft.cue is not None else draft.start)
        if number is None or draft.cue is None:
            relayed.append(draft)
            continue
        unit = passage.units[number]
        words = [word for word in unit.words if not unit.quoted(word.span.start)]
        cited = read_citing(words, draft, contents.get(number, ()))
        passed = _got_by(passage.text, read_passive(words, cited))
        named = name_venue(words, name_hearer(words, passed))
        is_quoted = any(word.low in CITING | CITED for word in words)
        if named.cue is not None and named.via and (is_quoted or named.via != draft.via):
            told[named.cue] = named.via[0]
        named = name_opening_venue(unit.words, named if named.via else name_station(words, named))
        relayed.append(_through_hearsay(passage.text, named))
    return go_on_telling(passage, _alike(relayed), told)


def _through_hearsay(text: str, draft: Draft) -> Draft:
    """Read "the police reportedly warned A": that they did somebody says who is not named."""
    if draft.source is None or draft.cue is None or draft.via:
        return draft
    adverb = next((word for word in words_in(text, draft.cue) if word.low in HEARSAY), None)
    is_alone = adverb is None or adverb.span == draft.cue
    return draft if adverb is None or is_alone else replace(draft, via=(adverb.span,))


def _got_by(text: str, draft: Draft) -> Draft:
    """Read "a letter seen by the agency", "papers leaked to the Herald": the paper speaks, through who got it."""
    if draft.source is None:
        return draft
    is_before = draft.cue is not None and draft.cue.start > draft.source.end
    end = draft.cue.start if draft.cue is not None and is_before else draft.source.end
    found = _GOT_BY.search(text, draft.source.start, end)
    if found is None:
        return draft
    paper, rest = Span(draft.source.start, found.start()), words_in(text, Span(found.end(), end))
    phrase = phrase_after(rest, 0)
    if phrase is None or not _is_paper(words_in(text, paper)) or not can_speak(rest[slice(*phrase)]):
        return draft
    relay = span_of(rest, phrase)
    if found["print"] and not is_outlet(rest[slice(*phrase)]):
        return draft
    return replace(draft, source=paper, via=(relay, *draft.via))


def _is_paper(words: Sequence[Word]) -> bool:
    """Tell whether a noun phrase names a paper, alone or with who wrote it ("a statement issued by the guild")."""
    made = (at for at, word in enumerate(words) if at and word.low in CARRIED | SENT)
    return shows(words) or any(shows(words[:at]) for at in made)


def _alike(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each sentence of one quotation, under one cue, the same relays and the same source."""
    told = {draft.cue: draft for draft in drafts if draft.via and draft.cue is not None}
    return [
        replace(draft, via=told[draft.cue].via, source=told[draft.cue].source)
        if draft.cue in told and not draft.via
        else draft
        for draft in drafts
    ]
