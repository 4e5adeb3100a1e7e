"""Where a source stands on what it says: from the cue, negation and hedges."""

import re
from collections.abc import Sequence
from functools import cache

from stemma.attribute.phrases import PRONOUNS, is_auxiliary
from stemma.attribute.seeming import is_seeming
from stemma.attribute.verbs import Form, is_past, noun_stance, verb_form
from stemma.attribute.weighing import (
    CONCEDING,
    FIRST_PERSON,
    OPENING,
    REACH,
    asks,
    evaluates,
    is_form_of_be,
    is_modal,
    withholds,
)
from stemma.attribute.words import Word
from stemma.lexicon import any_of, words_of
from stemma.model import Stance

__all__ = ["find_hedges", "judge_stance"]

SPEAKER_LEAD = 4
"""Words before the inner verb of "he said he fears"."""
INCAPABLE = frozenset(("failed", "fails", "unable", "unwilling"))
UNKNOWING = frozenset(("comment", "confirm", "idea", "information", "know", "recall", "remember"))
PERCEIVING = frozenset(("find", "see"))
"""Verbs whose past, with a thing for its object, tells what somebody met with ("he saw a boat") and judges nothing."""
OPPOSING = frozenset(("argue", "object", "protest", "speak", "testify"))
"""Verbs whose "against" means that the speaker holds the opposite; who "warned against" it gives advice."""
HOLDING = frozenset(("accord", "correspond", "exist", "happen", "happened", "occur", "occurred", "true", "truth"))
"""Words whose negation calls a claim untrue: "does not accord with the facts", "never happened"."""


def judge_stance(cue: Sequence[Word], content: Sequence[Word], source: Sequence[Word]) -> Stance:
    """Return the stance of *source* that *cue* and *content* show together."""
    said = _cue_stance(cue)
    if said in (Stance.DENY, Stance.DECLINE, Stance.NOT_OBSERVED, Stance.QUESTION, Stance.QUALIFY):
        return said
    if is_seeming(cue):
        return Stance.SUGGEST
    if _unobserved(content):
        return Stance.NOT_OBSERVED
    if said in (Stance.ASSERT, Stance.SUGGEST) and (_calls_false(content) or _negates_own(content, source)):
        return Stance.DENY
    if said is Stance.CONFIRM and _only_recognises(cue, content):
        return Stance.ASSERT
    if said is Stance.ASSESS and _tells_course(cue, content):
        said = Stance.ASSERT
    said = _own_verb(content) or said
    return _plain_stance(cue, content, source) if said is Stance.ASSERT else said


def _only_recognises(cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Tell whether a bare thing is recognised ("recognised the council"): no statement that could be confirmed."""
    form = _main_form(cue)
    is_recognising = form is not None and form.lemma in {"recognise", "recognize"}
    return is_recognising and not any(is_auxiliary(word) or is_past(word.low) for word in content)


def _tells_course(cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Tell whether it is described how something went ("described how the dam broke", "described men as running")."""
    form = _main_form(cue)
    lows = [word.low for word in content if word.is_word]
    if form is None or form.lemma != "describe" or not lows:
        return False
    behind_as = next((lows[at + 1] for at in range(len(lows) - 1) if lows[at] == "as"), "")
    return lows[0] == "how" or lows[0].endswith("ing") or behind_as.endswith("ing")


def _plain_stance(cue: Sequence[Word], content: Sequence[Word], source: Sequence[Word]) -> Stance:
    """Read the stance off a statement whose cue says no more than "said"."""
    if _is_corroborated(content):
        return Stance.CONFIRM
    if asks(content):
        return Stance.QUESTION
    if withholds(content):
        return Stance.DECLINE
    if is_modal(content):
        return Stance.SUGGEST
    is_judged = _is_judgement(cue, source) and not _is_own_deed(content)
    return Stance.ASSESS if is_judged or evaluates(content) else Stance.ASSERT


def find_hedges(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the hedges of a statement in order, each once, as written in the list."""
    text = " ".join(word.low for word in words)
    return tuple(dict.fromkeys(hit.group() for hit in _hedges().finditer(text)))


@cache
def _hedges() -> re.Pattern[str]:
    """Match any hedge, the longest where several begin."""
    hedges = any_of("hedges")
    return re.compile(rf"(?<!\w)(?:{hedges})(?!\w)")


def _cue_stance(cue: Sequence[Word]) -> Stance:
    lows = [word.low for word in cue]
    negated = any(low in words_of("negations") or low.endswith("n't") or low in INCAPABLE for low in lows)
    form = _main_form(cue)
    stance = form.stance if form is not None else None
    if stance is None or stance is Stance.ASSERT:
        nouns = [found for low in lows if (found := noun_stance(low)) is not None]
        stance = next((found for found in nouns if found is not Stance.ASSERT), stance or Stance.ASSERT)
    phrased = _phrased_stance(lows, form, negated=negated)
    if phrased is not None or not negated:
        return phrased or stance
    if any(low in words_of("observing_verbs") for low in lows) or "reports" in lows or "evidence" in lows:
        return Stance.NOT_OBSERVED
    if stance is Stance.DENY:
        return Stance.QUALIFY
    if stance is Stance.ASSESS:
        return Stance.DENY
    return Stance.DECLINE


def _phrased_stance(lows: Sequence[str], form: Form | None, *, negated: bool) -> Stance | None:
    """Return the stance of a verb that only its company tells: "pleaded not guilty", "spoke out against"."""
    if form is not None and form.lemma == "plead" and "guilty" in lows:
        return Stance.DENY if negated else Stance.CONFIRM
    if lows[-1] == "against" and (form is None or form.lemma in OPPOSING):
        return Stance.QUALIFY if negated else Stance.DENY
    return None


def _main_form(cue: Sequence[Word]) -> Form | None:
    """Return the strongest verb of the cue: "emerged confirming" confirms, "told reporters" tells."""
    forms = [form for word in cue if (form := verb_form(word.low)) is not None]
    telling = [form for form in forms if form.stance is not Stance.ASSERT]
    return next(iter(telling or forms), None)


def _own_verb(content: Sequence[Word]) -> Stance | None:
    """Return what "he fears", "the group confirmed" at the head of a statement adds to the reporting verb."""
    lows = [word.low for word in content if word.is_word][: SPEAKER_LEAD + 1]
    if lows and lows[0] == "that":
        lows = lows[1:]
    for at, low in enumerate(lows):
        form = verb_form(low)
        if form is None or at == 0:
            continue
        if _is_thing_s(lows, at, form) or (form.lemma in PERCEIVING and _meets_thing(lows, at, form)):
            return None
        if lows[0] in PRONOUNS or (lows[0] == "the" and at == 2):
            negated = any(word in words_of("negations") for word in lows[:at])
            if negated:
                return Stance.DENY if form.stance is Stance.ASSESS else None
            return form.stance if form.stance is not Stance.ASSERT else None
    return None


def _is_thing_s(lows: Sequence[str], at: int, form: Form) -> bool:
    """Tell whether a thing suggests it ("it suggests that A"): whoever says so holds it for true."""
    return at == 1 and lows[0] in {"it", "this", "that"} and form.stance is Stance.SUGGEST


def _meets_thing(lows: Sequence[str], at: int, form: Form) -> bool:
    """Tell whether a verb of perceiving stands in the past and governs no clause."""
    is_present = form.is_present and not form.is_past and not form.is_participle
    return not is_present and (at + 1 >= len(lows) or lows[at + 1] not in {"as", "that"})


def _unobserved(content: Sequence[Word]) -> bool:
    """Tell whether it says that something was not seen ("had not observed", "saw no sign of")."""
    lows = [word.low for word in content if word.is_word][:OPENING]
    for at, low in enumerate(lows):
        if low not in words_of("observing_verbs"):
            continue
        if any(word in words_of("negations") for word in lows[max(0, at - 3) : at]) and "was" not in lows[:at]:
            return True
        if at + 1 < len(lows) and lows[at + 1] == "no":
            return True
    return False


def _calls_false(content: Sequence[Word]) -> bool:
    """Tell whether it says of a claim that it is untrue ("the rumours were exaggerated")."""
    lows = [word.low for word in content if word.is_word][: 2 * OPENING]
    return any(
        (low in words_of("falsity_words") and any(is_form_of_be(word) for word in lows[max(0, at - REACH) : at]))
        or (
            at < OPENING
            and low in HOLDING
            and any(word in words_of("negations") for word in lows[max(0, at - REACH) : at])
        )
        for at, low in enumerate(lows)
    )


def _negates_own(content: Sequence[Word], source: Sequence[Word]) -> bool:
    """
    Tell whether the speaker negates a deed of his own side.

    The subject is "we", or a name that the source holds too ("Kim, of Norland's army, said
    Norland had not …").
    """
    own = {_stem(word.low) for word in source if word.is_name}
    for sentence in _sentences(content):
        lows = [word.low for word in sentence][:OPENING]
        negation = next((at for at, low in enumerate(lows) if low in words_of("negations")), None)
        if (
            negation is None
            or negation > SPEAKER_LEAD + 1
            or any(low in UNKNOWING for low in lows[negation : negation + REACH])
        ):
            continue
        subject = sentence[: min(negation, SPEAKER_LEAD)]
        names = [word for word in subject if word.is_name and word.low not in FIRST_PERSON]
        if any(word.low in FIRST_PERSON for word in subject) or (names and all(_stem(w.low) in own for w in names)):
            return True
    return False


def _sentences(content: Sequence[Word]) -> list[list[Word]]:
    """Part the words at stops, without the marks."""
    parts: list[list[Word]] = [[]]
    for word in content:
        if word.text in {".", "?", "!", ";"}:
            parts.append([])
        elif word.is_word:
            parts[-1].append(word)
    return parts


def _stem(low: str) -> str:
    """Bring a country and its people to one beginning: "sudan's" and "sudanese"."""
    return low.removesuffix("'s")[:5]


def _is_corroborated(content: Sequence[Word]) -> bool:
    """Tell whether it says that something has been confirmed."""
    lows = [word.low for word in content if word.is_word]
    if lows and lows[0] in CONCEDING:
        return False
    return any(
        (form := verb_form(low)) is not None
        and form.stance is Stance.CONFIRM
        and form.is_participle
        and any(is_form_of_be(word) for word in lows[max(0, at - 2) : at])
        and not any(word in words_of("negations") for word in lows[max(0, at - REACH) : at])
        for at, low in enumerate(lows)
    )


def _is_judgement(cue: Sequence[Word], source: Sequence[Word]) -> bool:
    """Tell whether experts, who were not there, "say" it."""
    says = any((form := verb_form(word.low)) is not None and form.lemma in {"say", "argue", "warn"} for word in cue)
    return says and any(word.low in words_of("expert_nouns") for word in source)


def _is_own_deed(content: Sequence[Word]) -> bool:
    """Tell whether the speakers tell what they themselves did or have done ("they have found a new star")."""
    lows = [word.low for word in content if word.is_word][: SPEAKER_LEAD + 1]
    if len(lows) < 2 or lows[0] not in PRONOUNS - {"it", "who", "you"}:
        return False
    return lows[1] in {"had", "have", "has"} or is_past(lows[1])
