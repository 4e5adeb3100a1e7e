"""Relays that the words of the sentence name: citing, quoted by, told a news outlet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.citing import read_citing
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.passives import read_passive
from stemma.attribute.phrases import phrase_after
from stemma.attribute.speakers import can_speak, is_outlet, shows
from stemma.attribute.telling import name_hearer
from stemma.attribute.verbs import noun_stance
from stemma.attribute.words import Word, span_of, words_in
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["name_relays"]

APPEARING = frozenset(
    ("column", "comments", "e-mail", "editorial", "email", "essay", "interview", "message", "op-ed", "remarks",
     "speaking", "statement", "talking", "writing")
)  # fmt: skip
"""Words of how somebody came to stand in a news outlet."""
CARRIED = frozenset(("aired", "broadcast", "carried", "distributed", "published", "relayed"))
"""How the words of somebody came into a news outlet ("in a statement carried by the agency")."""
_GOT_BY = re.compile(
    r",?\s+(?:(?:that|which)\s+(?:was|were|has been|have been)\s+|(?:a\s+)?cop(?:y|ies) of which (?:was|were)\s+)?"
    r"(?:(?:seen|obtained|reviewed|viewed|examined|accessed|read|heard)\s+by|(?:leaked|shown|handed|provided)\s+to"
    r"|shared\s+with)\s+(?=\S)",
    re.IGNORECASE,
)


def name_relays(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return *drafts* with the relays that a "citing", a "quoted by" or a "told" names."""
    relayed = []
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
        told = name_hearer(words, _got_by(passage.text, read_passive(words, cited)))
        relayed.append(_standing_in(unit.words, _appearing(words, told)))
    return _alike(relayed)


def _got_by(text: str, draft: Draft) -> Draft:
    """Read "a letter seen by the agency", "papers leaked to the Herald": the paper speaks, through who got it."""
    found = None if draft.source is None else _GOT_BY.search(text, draft.source.start, draft.source.end)
    if found is None or draft.source is None:
        return draft
    paper, relay = Span(draft.source.start, found.start()), Span(found.end(), draft.source.end)
    if not shows(words_in(text, paper)) or not can_speak(words_in(text, relay)):
        return draft
    return replace(draft, source=paper, via=(relay, *draft.via))


def _appearing(words: Sequence[Word], draft: Draft) -> Draft:
    """Read "Writing in the Herald, Kim said", "Kim said in an interview with the agency", "… carried by the agency"."""
    for at, word in enumerate(words[:-1]):
        is_carried = (
            word.low in CARRIED and words[at + 1].low in {"by", "in", "on"} and at > 0 and _is_words(words[at - 1])
        )
        if not is_carried and not (word.low in APPEARING and words[at + 1].low in {"for", "in", "on", "to", "with"}):
            continue
        venue = phrase_after(words, at + 2)
        if venue is not None and is_outlet(words[slice(*venue)]) and not _has(draft, span_of(words, venue)):
            return replace(draft, via=(span_of(words, venue), *draft.via))
    return draft


def _is_words(word: Word) -> bool:
    """Tell whether it is a noun for what somebody said or wrote ("a statement")."""
    return noun_stance(word.low) is not None or word.low in words_of("speaking_documents") | APPEARING


def _standing_in(words: Sequence[Word], draft: Draft) -> Draft:
    """Read "In the Herald, Kim says A"."""
    venue = _venue(words)
    return draft if venue is None or _has(draft, venue) else replace(draft, via=(venue, *draft.via))


def _venue(words: Sequence[Word]) -> Span | None:
    """Return the news outlet that opens the sentence before a comma or a colon."""
    if not words or words[0].low not in {"at", "from", "in", "via"}:
        return None
    phrase = phrase_after(words, 1)
    if phrase is None or phrase[1] >= len(words) or words[phrase[1]].text not in {",", ":"}:
        return None
    last = phrase[1] - 1
    if not words[last].is_name or not is_outlet(words[last : phrase[1]]):
        return None
    inner = [at + 1 for at in range(phrase[0], last) if words[at].low in words_of("prepositions")]
    return span_of(words, (max(inner, default=phrase[0]), phrase[1]))


def _alike(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each sentence of one quotation, under one cue, the same relays and the same source."""
    told = {draft.cue: draft for draft in drafts if draft.via and draft.cue is not None}
    return [
        replace(draft, via=told[draft.cue].via, source=told[draft.cue].source)
        if draft.cue in told and not draft.via
        else draft
        for draft in drafts
    ]


def _has(draft: Draft, span: Span) -> bool:
    return any(v.meets(span) for v in (*draft.via, *filter(None, (draft.source,))))
