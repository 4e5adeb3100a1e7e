"""Who does what a statement says, where the statement begins without it."""

import re
from functools import cache

from stemma.lexicon import any_of, words_of

__all__ = ["subject_of", "unseen"]

LONGEST_SUBJECT = 6
"""Words; what stands longer before the verb of the clause before is more than its subject."""
LEAST_UNSEEN = 3
"""Words behind "has not seen" at least for them to be what was not seen."""

_PREDICATE = re.compile(
    r"^(?:(?:also|already|still|now|even|not|never)\s+)*"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|don['’]t|doesn['’]t|didn['’]t)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\s")
_SAYING = re.compile(r"\b(?:said|says|say|told|that|confirmed|stated|added|noted)\s+(?:that\s+)?", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:and|but)\s+$", re.IGNORECASE)
_GERUND = re.compile(r"^(?:\w+ly\s+)*[a-z]{3,}ing\b")
_PAST = re.compile(r"^(?:\w+ly\s+)*(?P<verb>[a-z]+)\b")
_DOER = re.compile(r"(?P<doer>(?:[\w'’-]+\s+){1,3})(?:\w+ly\s+)?[a-z]{3,}ing\b")
"""Who does what a first -ing says ("shows *foreign troops* moving to the front and joining the battle")."""
_NO_DOER = re.compile(r"\b(?:by|in|of|for|with|from|without|while|before|after|is|are|was|were|been)\s+$")


def subject_of(before: str, content: str) -> str | None:
    """Return the subject of *content* from the words of its sentence *before* it, or None where it has its own."""
    if _PREDICATE.match(content):
        return _of_clause(before)
    if _JOINT.search(before) is None:
        return None
    if _GERUND.match(content):
        doers = [found["doer"].strip() for found in _DOER.finditer(before) if not _NO_DOER.search(found["doer"])]
        return doers[0] if doers else _of_clause(before)
    past = _PAST.match(content)
    if past and (past["verb"].endswith("ed") or past["verb"] in words_of("irregular_pasts")):
        return _of_clause(before)
    return None


def unseen(content: str) -> str:
    """Return what *content* says was not seen: "has not seen troops at the border" is about troops at the border."""
    found = _unseeing().search(content)
    rest = content[found.end() :] if found else ""
    return rest if len(rest.split()) >= LEAST_UNSEEN else content


def _of_clause(before: str) -> str | None:
    """Return what stands before the first finite verb behind the cue."""
    said = list(_SAYING.finditer(before))
    clause = before[said[-1].end() :] if said else before
    verb = _FINITE.search(clause)
    subject = clause[: verb.start()] if verb else clause
    subject = subject.strip(" ,;:\"“”'‘’—–-\n")
    return subject if 0 < len(subject.split()) <= LONGEST_SUBJECT else None


@cache
def _unseeing() -> re.Pattern[str]:
    verbs = any_of("observing_verbs")
    return re.compile(
        rf"(?:\b(?:not|never)|n['’]t)\s+(?:\w+\s+){{0,2}}?(?:{verbs})\s+"
        r"(?:that\s+|any\s+)?(?:(?:evidence|signs?|indications?)\s+(?:of|that)\s+)?",
        re.IGNORECASE,
    )
