"""Relays that the words of the sentence name: citing, quoted by, told a news outlet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.passives import read_passive
from stemma.attribute.phrases import is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak, is_outlet, shows
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word, span_of, words_in
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["name_relays"]

CITING = frozenset(("citing", "quoting"))
CITED = frozenset(("cited", "cites", "quoted", "quotes"))
APPEARING = frozenset(("column", "editorial", "essay", "interview", "op-ed", "speaking", "talking", "writing"))
"""Words of how somebody came to stand in a news outlet."""
_GOT_BY = re.compile(
    r",?\s+(?:(?:that|which)\s+(?:was|were|has been|have been)\s+|(?:a\s+)?cop(?:y|ies) of which (?:was|were)\s+)?"
    r"(?:(?:seen|obtained|reviewed|viewed|examined|accessed|read|heard)\s+by|(?:leaked|shown|handed|provided)\s+to"
    r"|shared\s+with)\s+(?=\S)",
    re.IGNORECASE,
)
NEAR = 6
"""Words between a verb of telling and the outlet that was told at most."""


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
        told = _told(words, _got_by(passage.text, read_passive(words, _citing(words, draft, contents.get(number, ())))))
        relayed.append(_standing_in(unit.words, _appearing(words, told)))
    return _alike(relayed)


def _citing(words: Sequence[Word], draft: Draft, contents: Sequence[Span]) -> Draft:
    """Read "X reported, citing Y, that A", "A, X said, citing Y", "X cited a report by Y, saying A", "X quoted Y"."""
    for at, word in enumerate(words):
        if word.low not in CITING | CITED or not _is_near(words, at, draft):
            continue
        after = phrase_after(words, at + 1)
        if after is None or not can_speak(words[after[0] : after[1]]) or _is_told(words, after, contents):
            continue
        cited = span_of(words, after)
        if word.low in CITED:
            before = phrase_before(words, at)
            if before is None or _is_passive(words, at):
                continue
            citing = span_of(words, before)
            is_known = any(span.meets(citing) for span in draft.via)
            return replace(draft, source=cited, via=draft.via if is_known else (*draft.via, citing))
        if draft.source is None or draft.source.meets(cited):
            return replace(draft, source=cited)
        return replace(draft, source=cited, via=(*draft.via, draft.source))
    return draft


def _is_told(words: Sequence[Word], cited: tuple[int, int], contents: Sequence[Span]) -> bool:
    """Tell whether no speaker is cited but what he did or said ("citing the arrest of Broz and Lind")."""
    follows = words[cited[1]] if cited[1] < len(words) else None
    if follows is None or follows.low in {"as", "that"}:
        return False
    goes_on = follows.low == "and" or follows.low in words_of("prepositions")
    return is_auxiliary(follows) or (goes_on and any(span.holds(span_of(words, cited)) for span in contents))


def _is_near(words: Sequence[Word], at: int, draft: Draft) -> bool:
    """Tell whether the citing verb is the cue or belongs to its clause: no other reporting verb between."""
    cue = draft.cue
    if cue is None:
        return False
    if cue.meets(words[at].span):
        return True
    first, second = sorted((cue, words[at].span))
    between = [w for w in words if first.end <= w.span.start and w.span.end <= second.start]
    is_gerund = words[at].low in CITING
    others = [w for w in between if (form := verb_form(w.low)) is not None and not form.is_gerund and form.is_past]
    return not others and (is_gerund or any(w.low.endswith("ing") for w in words if cue.meets(w.span)))


def _is_passive(words: Sequence[Word], at: int) -> bool:
    return any(word.low in {"was", "were", "is", "are", "been", "being"} for word in words[max(0, at - 3) : at])


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
    """Read "Writing in the Herald, Kim said", "Kim said in an interview with the agency"."""
    for at, word in enumerate(words[:-1]):
        if word.low not in APPEARING or words[at + 1].low not in {"for", "in", "on", "to", "with"}:
            continue
        venue = phrase_after(words, at + 2)
        if venue is not None and is_outlet(words[slice(*venue)]) and not _has(draft, span_of(words, venue)):
            return replace(draft, via=(span_of(words, venue), *draft.via))
    return draft


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


def _told(words: Sequence[Word], draft: Draft) -> Draft:
    """Read "told the agency": who was told and prints it is a relay where it is a news outlet."""
    if draft.cue is None:
        return draft
    for at, word in enumerate(words):
        if not draft.cue.meets(word.span) or word.low not in {"told", "tells", "telling", "tell"}:
            continue
        hearer = phrase_after(words, at + 1)
        if hearer is None:
            return draft
        hearer = hearer[0], _end_of_hearer(words, hearer)
        if is_outlet(words[hearer[0] : hearer[1]]) and not _has(draft, span_of(words, hearer)):
            return replace(draft, via=(span_of(words, hearer), *draft.via))
    return draft


def _end_of_hearer(words: Sequence[Word], hearer: tuple[int, int]) -> int:
    """End the hearer at the first preposition or pronoun ("told the agency on Monday he would go")."""
    for at in range(hearer[0] + 1, hearer[1]):
        if words[at].low in {"in", "on", "at", "by", "from", "he", "she", "they", "it", "the", "there"}:
            return at
    return hearer[1]


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
