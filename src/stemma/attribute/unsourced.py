"""Sayings whose speaker is not named: "reportedly", "there were reports of", "is accused of"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import STOPS, is_quote_mark, phrase_after, phrase_before
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word
from stemma.lexicon import pairs_of, words_of
from stemma.model import Span, Stance

__all__ = ["clause_end", "find_unsourced", "hides_accuser"]

HEARSAY = frozenset(("allegedly", "purportedly", "reportedly", "supposedly"))
CHARGES = frozenset(("allegations", "charge", "charges", "suspicion"))
REPORTS = frozenset(("allegations", "claims", "indication", "indications", "reports", "rumors", "rumours", "word"))
ACCUSED = frozenset(("face", "faced", "faces", "facing", "stand", "standing", "stands", "stood", "trial"))
"""Words of one who is charged; who "indicted the two on charges of" it charges them."""
FEWEST = 3
"""Words of a statement at least."""
REACH = 3
"""Words between "no" and "reports" at most ("no immediate independent reports")."""


def find_unsourced(words: Sequence[Word]) -> list[Draft]:
    """Return a draft for each saying among *words*, the words of a sentence, that hides its speaker."""
    return [*_hearsay(words), *_absent(words), *_charged(words)]


def hides_accuser(cue: Sequence[Word]) -> bool:
    """Tell whether the subject of *cue* is charged and charges nobody ("is on trial on charges of")."""
    lows = [word.low for word in cue]
    noun = next((at for at, low in enumerate(lows) if low in CHARGES), 0)
    return noun > 0 and bool({*lows[:noun]} & (ACCUSED | words_of("forms_of_be") | {"been"}))


def _hearsay(words: Sequence[Word]) -> Iterator[Draft]:
    """Read "Two bombs reportedly fell": the clause around the adverb is what is told."""
    for at, word in enumerate(words):
        if word.low in HEARSAY:
            start = _clause_start(words, at)
            content = _span(words, start, clause_end(words, at))
            if content is not None:
                yield Draft((content,), cue=word.span)


def _absent(words: Sequence[Word]) -> Iterator[Draft]:
    """Read "there were no immediate reports of A": nobody has seen A."""
    for at, word in enumerate(words[:-1]):
        if word.low not in REPORTS or words[at + 1].low not in {"of", "that"}:
            continue
        if all(w.low != "no" for w in words[max(0, at - REACH) : at]):
            continue
        content = _span(words, at + 2, clause_end(words, at + 2), fewest=1)
        first = next(i for i in range(at, -1, -1) if words[i].low == "no")
        if content is not None:
            yield Draft((content,), cue=Span(words[first].span.start, word.span.end), stance=Stance.NOT_OBSERVED)


def _charged(words: Sequence[Word]) -> Iterator[Draft]:
    """Read "was accused of A", "was charged by X with A", "indicted on charges of A": who brings it says it."""
    charging = pairs_of("charging_verbs")
    for at, word in enumerate(words):
        if word.low not in charging:
            continue
        before = {w.low for w in words[max(0, at - REACH) : at]}
        if before & words_of("negations"):
            continue
        opened = _opened(words, at, frozenset(charging[word.low].split()))
        if opened is None:
            continue
        start = opened + 1
        if start + 1 < len(words) and words[start].low in CHARGES and words[start + 1].low == "of":
            start += 2
        content = _span(words, start, clause_end(words, start))
        if content is not None:
            passive = bool(before & (words_of("forms_of_be") | {"been"}))
            source = _accuser(words, at, opened, passive=passive)
            yield Draft((content,), source=source, cue=word.span, stance=Stance.ASSERT)


def _opened(words: Sequence[Word], at: int, joints: frozenset[str]) -> int | None:
    """Return the preposition that opens what one is accused of."""
    for i in range(at + 1, len(words)):
        if words[i].text in STOPS:
            return None
        if words[i].low in joints:
            return i
    return None


def _accuser(words: Sequence[Word], at: int, opened: int, *, passive: bool) -> Span | None:
    if not passive:
        subject = phrase_before(words, at)
        return None if subject is None else Span(words[subject[0]].span.start, words[subject[1] - 1].span.end)
    agent = next((i for i in range(at + 1, opened) if words[i].low == "by"), None)
    phrase = None if agent is None else phrase_after(words[:opened], agent + 1)
    return None if phrase is None else Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)


def _clause_start(words: Sequence[Word], at: int) -> int:
    """Return the first word of the clause: after the last conjunction or mark that parts clauses."""
    for i in range(at - 1, -1, -1):
        if (
            words[i].text in {";", ":", "—", "–"}
            or words[i].low in words_of("clause_joints")
            or is_quote_mark(words[i])
        ):
            return i + 1
    return 0


def clause_end(words: Sequence[Word], at: int) -> int:
    """Return the word after the clause that goes on at *at*: at a mark, or at a comma that a joint follows."""
    for i in range(at, len(words)):
        follows = words[i + 1].low if i + 1 < len(words) else ""
        if words[i].text in {";", ":", "—", "–"}:
            return i
        if words[i].text == "," and (follows in _resuming() or _is_clause_of_saying(words, i + 1)):
            return i
    return len(words)


def _is_clause_of_saying(words: Sequence[Word], at: int) -> bool:
    """Tell whether a clause begins at *at* that says who says what stands before it (", said X", ", X said")."""
    if _says(words, at):
        return True
    subject = phrase_after(words, at)
    return subject is not None and subject[0] == at and _says(words, subject[1])


def _says(words: Sequence[Word], at: int) -> bool:
    form = verb_form(words[at].low) if at < len(words) else None
    return form is not None and form.takes_bare_clause and (form.is_past or form.lemma == "say")


def _resuming() -> frozenset[str]:
    return words_of("clause_joints") - {"and"} | {"according", "which", "who"}


def _span(words: Sequence[Word], start: int, end: int, *, fewest: int = FEWEST) -> Span | None:
    told = [word for word in words[start:end] if word.is_word]
    return Span(told[0].span.start, told[-1].span.end) if len(told) >= fewest else None
