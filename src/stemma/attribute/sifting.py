"""Drafts that are no reports, left out."""

import re
from collections.abc import Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.phrases import is_auxiliary
from stemma.attribute.seeming import seems_only
from stemma.attribute.stance import judge_stance
from stemma.attribute.verbs import is_past, noun_stance, verb_form
from stemma.attribute.words import Word, words_in
from stemma.lexicon import words_of
from stemma.model import Stance

__all__ = ["sift"]

_TOPIC = re.compile(
    r"\b(?:about|on|over|regarding|(?:accounts?|clips?|images?|photos?|pictures?|videos?) of)\s*\Z", re.I
)
"""What a noun phrase after these is spoken of, or shown: "tweeted about the delay", "shared images of the wreck"."""
_NO_SAYING = re.compile(
    r"^referring to|\bagree(?:s|d|ing|ment)? (?:on|over|upon)$"
    r"|\b(?:(?:had|has|have|needs?|needed) to|must) (?:demonstrate|establish|prove|show)\b",
    re.IGNORECASE,
)
# "…, referring to A" explains what was said before; who agrees on a price has not said one, nor has who must prove it.
_FOUND_SO = re.compile(r"\bfound\Z", re.IGNORECASE)
_SO = re.compile(r"\s+(?:not )?(?:alive|dead|guilty|hanged|innocent|liable|safe|unconscious|unresponsive)\b")
# "An adult found guilty of assault": he is found so, and finds nothing out.
_UNNAMED = re.compile(
    r"not to be (?:identified|named)\b(?! (?:as|among|in)\b)|to be (?:identified|named)(?=\s*[,.;])"
    r"|(?:for )?anonymity(?=\s*(?:[,.;]|because\b|for fear\b|in order\b|as\b|due\b|given\b|\Z))",
    re.IGNORECASE,
)
# "Who asked not to be named" tells how he speaks, and nothing of what he speaks of.
FEWEST = 2
"""Words of a content at least; single words are what a broken span leaves."""
TASKS = frozenset(("how", "what", "when", "where", "whether", "which", "who", "whom"))
LONGEST_NAME = 6
"""Words of a name with what belongs to it."""
LONGEST_PHRASE = 3
"""Words; a longer noun phrase holds enough to be true or false ("the plan to close the mill")."""


def sift(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return the drafts that somebody says in words, each a thing that can be true or false.

    Speech that is not quoted stands in the sentence of its reporting verb; only a quotation
    runs on into the next (PolNeAR dev: precision .745 → .769 for .007 of recall).
    """
    return [
        draft
        for draft in drafts
        if _has_words(passage, draft) and _is_governed(passage, draft) and _is_statement(passage, draft)
    ]


def _has_words(passage: Passage, draft: Draft) -> bool:
    if draft.stance is not None:  # a shape vouches for it: "no reports of casualties"
        return True
    told = [word for span in draft.contents for word in words_in(passage.text, span) if word.is_word]
    return len(told) >= FEWEST


def _is_statement(passage: Passage, draft: Draft) -> bool:
    """
    Tell whether it can be true or false: a name ("castigated the ministry") cannot, nor can a noun
    phrase that is not said but wanted, supported or sent. A quotation always may.
    """
    if draft.cue is None or draft.stance is not None:
        return True
    unit = passage.unit_at(draft.start)
    words = [word for span in draft.contents for word in words_in(passage.text, span) if word.is_word]
    if _is_task(passage, draft, words):
        return False
    if len(words) > LONGEST_NAME or _has_verb(words) or (unit is not None and _is_quoted(unit, draft)):
        return True
    if _is_topic(passage, draft, words):
        return False
    small = words_of("determiners") | words_of("prepositions") | {"and"}
    is_name = all(word.is_name or word.low in small for word in words)
    if is_name or len(words) > LONGEST_PHRASE:
        return not is_name
    return any(_is_of_saying(word.low) for word in words_in(passage.text, draft.cue))


def _is_task(passage: Passage, draft: Draft, words: Sequence[Word]) -> bool:
    """Tell whether it is what there is to do, behind no verb of saying ("a debate about [how to save the mill]")."""
    if draft.cue is None or len(words) < FEWEST or len(draft.contents) > 1:
        return False
    if words[0].low not in TASKS or words[1].low != "to":
        return False
    return not any(verb_form(word.low) is not None for word in words_in(passage.text, draft.cue))


def _is_topic(passage: Passage, draft: Draft, words: Sequence[Word]) -> bool:
    """Tell whether it is only what was spoken of, which nobody holds for true: a refusal may name no more than that."""
    if draft.cue is None or not _TOPIC.search(passage.text, draft.cue.start, draft.start):
        return False
    stance = judge_stance(words_in(passage.text, draft.cue), words, ())
    return stance in (Stance.ASSERT, Stance.ASSESS, Stance.SUGGEST)


def _has_verb(words: Sequence[Word]) -> bool:
    return any(is_auxiliary(w) or is_past(w.low) or w.low == "to" or w.low.endswith(("ing", "n't")) for w in words)


def _is_quoted(unit: Unit, draft: Draft) -> bool:
    return any(quote.meets(span) for quote in unit.quotes for span in draft.contents)


def _is_of_saying(low: str) -> bool:
    """Tell whether it is a verb or a noun of reporting, of seeing, or a word for hearsay."""
    if verb_form(low) is not None or noun_stance(low) is not None:
        return True
    return low in words_of("observing_verbs") or low in words_of("agentless_cues") or low == "according"


def _is_governed(passage: Passage, draft: Draft) -> bool:
    if draft.cue is None or _NO_SAYING.search(draft.cue.cut(passage.text)) or seems_only(passage.text, draft):
        return False
    if _UNNAMED.match(passage.text, draft.start) and draft.stance is None:
        return False
    if _FOUND_SO.search(draft.cue.cut(passage.text)) and _SO.match(passage.text, draft.cue.end):
        return False
    unit = passage.unit_at(draft.start)
    if unit is None or passage.unit_at(draft.cue.start) is unit:
        return True
    return _is_quoted(unit, draft)
