"""Where a source stands on what it says: from the cue, negation and hedges."""

import re
from collections.abc import Sequence
from functools import cache

from stemma.attribute.denying import calls_false, negates_own, unobserved
from stemma.attribute.phrases import PRONOUNS, is_auxiliary
from stemma.attribute.seeming import is_seeming
from stemma.attribute.verbs import Form, is_past, noun_stance, verb_form
from stemma.attribute.weighing import (
    CONCEDING,
    REACH,
    asks,
    evaluates,
    is_form_of_be,
    is_modal,
    is_month,
    judges_by_name,
    withholds,
)
from stemma.attribute.words import Word
from stemma.lexicon import any_of, words_of
from stemma.model import Stance

__all__ = ["find_hedges", "judge_stance"]

SPEAKER_LEAD = 4
"""Words before the inner verb of "he said he fears"."""
INCAPABLE = frozenset(("failed", "fails", "unable", "unwilling"))
PERCEIVING = frozenset(("feel", "find", "see"))
"""Verbs whose past, with a thing for its object, tells what somebody met with ("he saw a boat") and judges nothing."""
PERCEIVING_HELPERS = frozenset(("can", "could", "did", "didn't"))
"""Before a verb of perceiving they do what its past does: "you can see the wreck", "he did see a boat"."""
CALLING = frozenset(("brand", "call", "hail"))
"""Verbs whose object is given a name, which may judge it."""
OPPOSING = frozenset(("argue", "object", "protest", "speak", "testify"))
"""Verbs whose "against" means that the speaker holds the opposite; who "warned against" it gives advice."""


def judge_stance(cue: Sequence[Word], content: Sequence[Word], source: Sequence[Word]) -> Stance:
    """Return the stance of *source* that *cue* and *content* show together."""
    said = _cue_stance(cue)
    if said in (Stance.DENY, Stance.DECLINE, Stance.NOT_OBSERVED, Stance.QUESTION, Stance.QUALIFY):
        return said
    if is_seeming(cue):
        return Stance.SUGGEST
    if unobserved(content):
        return Stance.NOT_OBSERVED
    if said in (Stance.ASSERT, Stance.SUGGEST) and (calls_false(content) or negates_own(content, source)):
        return Stance.DENY
    if said is Stance.CONFIRM and (_only_recognises(cue, content) or _undertakes(cue, content)):
        return Stance.ASSERT
    if said is Stance.ASSESS and (_tells_course(cue, content) or _perceives(cue, content)):
        said = Stance.ASSERT
    said = _own_verb(content) or said
    return _plain_stance(cue, content, source) if said is Stance.ASSERT else said


def _only_recognises(cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Tell whether a bare thing is recognised ("recognised the council"): no statement that could be confirmed."""
    form = _main_form(cue)
    is_recognising = form is not None and form.lemma in {"recognise", "recognize"}
    return is_recognising and not any(is_auxiliary(word) or is_past(word.low) for word in content)


def _undertakes(cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Tell whether it is agreed to do something ("agreed to open the gates"), which confirms nothing."""
    form = _main_form(cue)
    joint = (cue[-1], *content[:1])
    return form is not None and form.lemma == "agree" and any(word.low == "to" for word in joint)


def _perceives(cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Tell whether a thing was met with ("did see a boat"); "sees it as a threat" judges."""
    lows = [word.low for word in (*cue, *content) if word.is_word]
    at, form = next(((at, form) for at, low in enumerate(lows) if (form := verb_form(low))), (0, None))
    is_perceiving = form is not None and form.lemma in PERCEIVING and not form.is_participle
    return is_perceiving and form is not None and _meets_thing(lows, at, form) and "as" not in lows


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
    form = _main_form(cue)
    is_naming = form is not None and form.lemma in CALLING and cue[-1].low not in {"for", "on"}
    is_name = is_naming and judges_by_name(content)
    return Stance.ASSESS if is_judged or is_name or evaluates(content) else Stance.ASSERT


def find_hedges(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the hedges of a statement in order, each once, as written in the list."""
    text = " ".join("May" if is_month(words, at) else word.low for at, word in enumerate(words))
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
        if _is_planned(lows, at, form):
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


def _is_planned(lows: Sequence[str], at: int, form: Form) -> bool:
    """Tell whether it is of something to be done: "they agreed to pay", "it is considering an appeal"."""
    agreed = form.lemma == "agree" and at + 1 < len(lows) and lows[at + 1] == "to"
    return agreed or (form.lemma == "consider" and form.is_gerund)


def _meets_thing(lows: Sequence[str], at: int, form: Form) -> bool:
    """Tell whether a verb of perceiving stands in the past, or with a helper, and governs no clause."""
    is_present = form.is_present and not form.is_past and not form.is_participle
    if is_present and not PERCEIVING_HELPERS & set(lows[max(0, at - 2) : at]):
        return False
    behind = lows[at + 1 : at + 2 + REACH]
    if form.lemma == "feel" and any(is_form_of_be(low) for low in behind):
        return False  # "he felt the dam was safe"
    return not behind or behind[0] not in {"as", "that"}


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
