"""Who was asked and gave no answer, told by who asked: "the Herald reached out to X but did not receive a reply"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.phrases import is_adverb, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.words import Word
from stemma.lexicon import words_of
from stemma.model import Span, Stance

__all__ = ["find_unanswered"]

Silent = tuple[int, int, Span, Stance]
"""Where the clause begins, the word that tells of the silence, who is silent, and how."""

ADDRESSING = frozenset(("approached", "asked", "called", "contacted", "e-mailed", "emailed", "messaged", "texted"))
REACHED = ("reached", "out", "to")
RECEIVING = frozenset(("get", "got", "gotten", "hear", "heard", "obtain", "receive", "received"))
BEHIND = frozenset(
    ("about", "asking", "concerning", "for", "go", "on", "over", "regarding", "remain", "remained", "seeking", "to",
     "went", "who")
)  # fmt: skip
"""What follows the name of who was asked."""
BACK = frozenset(("answer", "back", "comment", "reply", "response", "word"))
CALLS = frozenset(
    (
        "call", "calls", "e-mail", "e-mails", "email", "emails", "inquiries", "inquiry", "message", "messages",
        "question", "questions", "request", "requests",
    )
)  # fmt: skip
SENDING = frozenset(("addressed", "directed", "left", "made", "placed", "put", "sent", "speak", "submitted", "talk"))
"""How calls go to somebody, or what they ask for with him; "questions linked to the crash" are not put to the crash."""
RETURNED = frozenset(("acknowledged", "answered", "returned"))
UNANSWERED = frozenset(("unanswered", "unreturned"))
REFERRING = frozenset(("deferred", "directed", "refer", "referred", "refers"))
ASKED_FOR = frozenset(
    ("clarification", "comment", "comments", "confirmation", "information", "interview", "reaction", "response")
)
"""Whoever is called for one of these is called by a reporter."""
SENT_ON = CALLS | {"comment", "comments", "journalists", "reporters"}
DIRECTED = frozenset(("call", "calls", "inquiries", "inquiry", "questions", "request", "requests"))
"""What is passed on where it is directed; messages are directed to whom they are for, reporters to a place as well."""
REFERRED = SENT_ON | {"all", "any", "further"}
NEAR = 4
"""Words between "did not" and "receive", and between "receive" and "a response", at most."""
LONGEST = 600
"""Words of a sentence that is looked through: who was asked is sought over all that stands before."""


def find_unanswered(words: Sequence[Word]) -> Iterator[Silent]:
    """Yield who is said among *words*, those of a sentence, to have left unanswered or passed on what was asked."""
    for at, word in enumerate(words if len(words) <= LONGEST else ()):
        if word.low in RECEIVING and (asked := _asked(words, at)) is not None:
            yield _opening(words), at, asked, Stance.SILENCE
        elif (word.low in RETURNED and _is_negated(words, at)) or word.low in UNANSWERED:
            called = _called(words, at)
            if called is not None:
                yield _opening(words), at, called, Stance.SILENCE
        elif word.low in REFERRING and _passes_on(words, at):
            phrase = phrase_before(words, at)
            if phrase is not None:
                source = _span(words, phrase)
                yield source.start, at, source, Stance.DECLINE


def _asked(words: Sequence[Word], at: int) -> Span | None:
    """Return who was reached out to before *at*, where nothing came back."""
    came_back = any(word.low in BACK for word in words[at + 1 : at + 1 + NEAR])
    if not came_back or not _is_negated(words, at):
        return None
    for i in range(at - 1, -1, -1):
        end = i + len(REACHED)
        if tuple(word.low for word in words[i:end]) == REACHED:
            return _after(words[:at], end)
        if words[i].low in ADDRESSING and any(word.low in ASKED_FOR for word in words[i + 1 : at]):
            return _after(words[:at], i + 1)
    return None


def _called(words: Sequence[Word], at: int) -> Span | None:
    """Return to whom the calls before *at* went ("messages left with X were not returned")."""
    first = next((i for i in range(at) if words[i].low in CALLS), None)
    if first is None:
        return None
    for to in range(first + 1, at):
        is_sent = words[to].low in {"to", "with"} and _goes(words[to - 1])
        if not is_sent or any(word.low in words_of("determiners") for word in words[to + 2 : to + 3]):
            continue  # "calls to boycott the shops" go to nobody
        called = phrase_after(words[: _end(words[:at], to + 1)], to + 1)
        if called is not None and _is_callable(words[slice(*called)]):
            return _span(words, called)
    return None


def _is_callable(phrase: Sequence[Word]) -> bool:
    """Tell whether *phrase* can be called; "calls to resign" and "the call to arms" go to nobody either."""
    return phrase[0].is_name or phrase[0].low in words_of("determiners") or can_speak(phrase)


def _goes(word: Word) -> bool:
    """Tell whether what *word* ends goes to whoever follows: calls, how they are sent, or by whom."""
    return word.is_name or word.low in CALLS | ASKED_FOR | SENDING


def _passes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether what is asked is sent on to somebody else ("referred all questions to the ministry")."""
    i = at + 1
    while i < len(words) and (words[i].low in REFERRED or is_adverb(words[i])):
        i += 1
    sent = DIRECTED if words[at].low == "directed" else SENT_ON
    is_sent = any(word.low in sent for word in words[at + 1 : i])
    return is_sent and any(word.low == "to" for word in words[i : i + NEAR])


def _is_negated(words: Sequence[Word], at: int) -> bool:
    return any(word.low in words_of("negations") for word in words[max(0, at - NEAR) : at])


def _after(words: Sequence[Word], start: int) -> Span | None:
    phrase = phrase_after(words[: _end(words, start)], start)
    return None if phrase is None else _span(words, phrase)


def _end(words: Sequence[Word], start: int) -> int:
    """Return where what can name somebody ends, from *start* on."""
    return next((i for i in range(start, len(words)) if words[i].low in BEHIND), len(words))


def _span(words: Sequence[Word], phrase: tuple[int, int]) -> Span:
    return Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)


def _opening(words: Sequence[Word]) -> int:
    """Return where the first word stands, behind a bracket or a dash."""
    return next((word.span.start for word in words if word.is_word), words[0].span.start)
