"""News outlets in which words stand: "writing in the Herald", "in an interview with the agency", "told on air"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import phrase_after
from stemma.attribute.speakers import is_outlet
from stemma.attribute.telling import has_own_article, prints
from stemma.attribute.verbs import noun_stance, verb_form
from stemma.attribute.words import Word, span_of
from stemma.lexicon import words_of
from stemma.model import Span, Stance

__all__ = ["CARRIED", "SENT", "name_opening_venue", "name_station", "name_venue"]

APPEARING = frozenset(
    ("account", "article", "column", "comments", "e-mail", "editorial", "email", "essay", "interview", "message",
     "op-ed", "piece", "remarks", "speaking", "statement", "talking", "writing")
)  # fmt: skip
"""Words of how somebody came to stand in a news outlet."""
CONVERSING = frozenset(("article", "column", "essay", "interview", "op-ed"))
"""Words before which the outlet may stand: "in a Herald interview"."""
CARRIED = frozenset(("aired", "broadcast", "carried", "distributed", "published", "relayed"))
"""How the words of somebody came into a news outlet ("in a statement carried by the agency")."""
SENT = frozenset(("e-mailed", "emailed", "given", "handed", "issued", "provided", "read", "released", "sent", "texted"))
"""How they came to one that they were meant for ("a statement sent to the agency")."""
WRITING = frozenset(("argued", "argues", "write", "writes", "written", "wrote"))
"""Verbs behind which the place is that of what is written; who "said in Times Square" was there himself."""
PLACED = frozenset(("during", "in"))
"""What leads from "said" to the interview or the statement in which it was said."""
REACTED = frozenset(("about", "over", "to"))
"""What leads to the words of others that he speaks of ("asked about comments in the Herald")."""
NEAR = 3
"""Words between such a preposition and its noun at most."""
REACH = 14
"""Words from a statement to who carried it at most ("a statement issued by the guild and carried by the agency")."""
LONGEST = 600
"""Words of a sentence that is looked through: for each place in it the verb is sought over all that stands before."""


def name_venue(words: Sequence[Word], draft: Draft) -> Draft:
    """
    Return *draft* with the outlet that its words stand in as a relay, where one of *words*, its sentence, names it.

    "Writing in the Herald, Kim said", "Kim said in an interview with the agency", "… carried by the agency".
    """
    for venue in _venues(words, draft):
        span = span_of(words, venue)
        if (prints(words, venue) or has_own_article(words, venue)) and not _has(draft, span):
            return replace(draft, via=(span, *draft.via))
    return draft


def _venues(words: Sequence[Word], draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield the phrases that are a venue if they name an outlet."""
    for at, word in enumerate(words[:-1] if len(words) <= LONGEST else ()):
        follows = words[at + 1].low
        joint = _behind_day(words, at + 1) if word.low in APPEARING else at + 1
        is_appearing = word.low in APPEARING and words[joint].low in {"for", "in", "on", "to", "with"}
        is_carried = word.low in CARRIED and follows in {"by", "in", "on"} and _has_words(words, at)
        is_sent = word.low in SENT and follows == "to" and _has_words(words, at)
        is_written = word.low in WRITING and follows in {"for", "in"} and _is_cue(word, draft)
        if is_written or ((is_appearing or is_carried or is_sent) and _is_his(words, at, draft)):
            phrase = phrase_after(words, joint + 1)
            if phrase is not None:
                yield phrase
        elif word.low in CONVERSING and at > 1:
            yield from _named_before(words, at)


def name_station(words: Sequence[Word], draft: Draft) -> Draft:
    """Return *draft* with the outlet as a relay on which it was said ("Kim said on CNN"), where *words* name it."""
    for at, word in enumerate(words[:-1] if len(words) <= LONGEST else ()):
        station = phrase_after(words, at + 1) if word.low == "on" and _is_on_air(words, at, draft) else None
        if station is not None and prints(words, station) and not _has(draft, span_of(words, station)):
            return replace(draft, via=(span_of(words, station), *draft.via))
    return draft


def _is_on_air(words: Sequence[Word], at: int, draft: Draft) -> bool:
    """Tell whether the "on" at *at* leads right from the verb of saying, or from who said it, to where he was heard."""
    cue = draft.cue
    if cue is None or cue.end > words[at].span.start or any(span.meets(words[at].span) for span in draft.contents):
        return False
    said = next((word for word in reversed(words[:at]) if cue.meets(word.span)), None)
    form = None if said is None else verb_form(said.low)
    source = draft.source if draft.source is not None and draft.source.start >= cue.end else None
    loose = words_of("time_words") | {",", "also", "early", "late", "on"}
    between = [word for word in words[:at] if word.span.start >= cue.end]
    return (
        form is not None
        and form.takes_bare_clause
        and all(word.low in loose or (source is not None and source.meets(word.span)) for word in between)
    )


def _behind_day(words: Sequence[Word], at: int) -> int:
    """Step over the day between an interview and whom it was given to ("an interview on Friday with the agency")."""
    end = at
    while end < min(len(words) - 1, at + NEAR) and words[end].low in words_of("time_words") | {"late", "on"}:
        end += 1
    return end if end > at and words[end - 1].low in words_of("time_words") else at


def _is_his(words: Sequence[Word], at: int, draft: Draft) -> bool:
    """Tell whether it is where he said it, not what he speaks of ("said the article in the Herald was wrong")."""
    noun = next((i for i in range(at, max(-1, at - REACH), -1) if _is_of_words(words[i])), at)
    before = [word.low for word in words[max(0, noun - NEAR) : noun]]
    leads = next((low for low in reversed(before) if low in words_of("prepositions")), "")
    if leads in REACTED and "according" not in before:
        return False
    is_spoken_of = any(span.meets(words[at].span) for span in draft.contents) or _is_denied(words, at, draft)
    return not is_spoken_of or leads in PLACED or (noun == at and at > 0 and words[at - 1].text == ",")


def _is_denied(words: Sequence[Word], at: int, draft: Draft) -> bool:
    """Tell whether he contradicts the words before *at* ("denied a report published by the Herald")."""
    cues = [i for i in range(at) if _is_cue(words[i], draft)]
    form = verb_form(words[cues[-1]].low) if cues else None
    return form is not None and form.stance is Stance.DENY


def _named_before(words: Sequence[Word], at: int) -> Iterator[tuple[int, int]]:
    """Read "in a Herald interview": the name right before the noun."""
    first = at
    while first and words[first - 1].is_name:
        first -= 1
    if 1 < first < at and words[first - 1].low in {"a", "an", "the"} and words[first - 2].low in {"in", "during"}:
        yield first, at


def _is_cue(word: Word, draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.meets(word.span)


def _has_words(words: Sequence[Word], at: int) -> bool:
    """Tell whether it is said of what somebody said or wrote ("a statement")."""
    return any(_is_of_words(word) for word in words[max(0, at - REACH) : at])


def _is_of_words(word: Word) -> bool:
    return noun_stance(word.low) is not None or word.low in words_of("speaking_documents") | APPEARING


def name_opening_venue(words: Sequence[Word], draft: Draft) -> Draft:
    """Return *draft* with the outlet as a relay that opens its sentence: "In the Herald, Kim says A"."""
    venue = _opening(words)
    return draft if venue is None or _has(draft, venue) else replace(draft, via=(venue, *draft.via))


def _opening(words: Sequence[Word]) -> Span | None:
    """Return the news outlet that opens the sentence before a comma or a colon."""
    if not words or words[0].low not in {"at", "from", "in", "on", "via"}:
        return None
    phrase = phrase_after(words, 1)
    if phrase is None or phrase[1] >= len(words) or words[phrase[1]].text not in {",", ":"}:
        return None
    last = phrase[1] - 1
    if not words[last].is_name or not is_outlet(words[last : phrase[1]]):
        return None
    inner = [at + 1 for at in range(phrase[0], last) if words[at].low in words_of("prepositions")]
    return span_of(words, (max(inner, default=phrase[0]), phrase[1]))


def _has(draft: Draft, span: Span) -> bool:
    return any(v.meets(span) for v in (*draft.via, *filter(None, (draft.source,))))
