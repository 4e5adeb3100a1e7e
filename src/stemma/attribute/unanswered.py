"""Who was asked and gave no answer, told by who asked: "the Herald reached out to X but did not receive a reply"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.phrases import is_adverb, phrase_after, phrase_before
from stemma.attribute.words import Word
from stemma.lexicon import words_of
from stemma.model import Span, Stance

__all__ = ["find_unanswered"]

Silent = tuple[int, int, Span, Stance]
"""Where the clause begins, the word that tells of the silence, who is silent, and how."""

ADDRESSING = frozenset(("approached", "asked", "called", "contacted", "e-mailed", "emailed", "messaged", "texted"))
REACHED = ("reached", "out", "to")
RECEIVING = frozenset(("get", "got", "gotten", "hear", "heard", "obtain", "receive", "received"))
BEHIND = frozenset(("about", "asking", "concerning", "for", "on", "over", "regarding", "seeking", "to", "went", "who"))
"""What follows the name of who was asked."""
BACK = frozenset(("answer", "back", "comment", "reply", "response", "word"))
CALLS = frozenset(
    (
        "call", "calls", "e-mail", "e-mails", "email", "emails", "inquiries", "inquiry", "message", "messages",
        "question", "questions", "request", "requests",
    )
)  # fmt: skip
RETURNED = frozenset(("acknowledged", "answered", "returned"))
UNANSWERED = frozenset(("unanswered", "unreturned"))
REFERRING = frozenset(("deferred", "directed", "refer", "referred", "refers"))
ASKED_FOR = frozenset(
    ("clarification", "comment", "comments", "confirmation", "information", "interview", "reaction", "response")
)
"""Whoever is called for one of these is called by a reporter."""
LED = frozenset(("journalists", "reporters"))
"""Who may be directed to a place as well."""
SENT_ON = CALLS | LED | {"comment", "comments"}
REFERRED = SENT_ON | {"all", "any", "further"}
NEAR = 4
"""Words between "did not" and "receive", and between "receive" and "a response", at most."""


def find_unanswered(words: Sequence[Word]) -> Iterator[Silent]:
    """Yield who is said among *words*, those of a sentence, to have left unanswered or passed on what was asked."""
    for at, word in enumerate(words):
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
    to = next((i for i in range(first + 1, at) if words[i].low in {"to", "with"}), None)
    if to is None or any(word.low in words_of("determiners") for word in words[to + 2 : to + 3]):
        return None  # "calls to boycott the shops" go to nobody
    return _after(words[:at], to + 1)


def _passes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether what is asked is sent on to somebody else ("referred all questions to the ministry")."""
    i = at + 1
    while i < len(words) and (words[i].low in REFERRED or is_adverb(words[i])):
        i += 1
    sent = SENT_ON - LED if words[at].low == "directed" else SENT_ON
    is_sent = any(word.low in sent for word in words[at + 1 : i])
    return is_sent and any(word.low == "to" for word in words[i : i + NEAR])


def _is_negated(words: Sequence[Word], at: int) -> bool:
    return any(word.low in words_of("negations") for word in words[max(0, at - NEAR) : at])


def _after(words: Sequence[Word], start: int) -> Span | None:
    end = next((i for i in range(start, len(words)) if words[i].low in BEHIND), len(words))
    phrase = phrase_after(words[:end], start)
    return None if phrase is None else _span(words, phrase)


def _span(words: Sequence[Word], phrase: tuple[int, int]) -> Span:
    return Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)


def _opening(words: Sequence[Word]) -> int:
    """Return where the first word stands, behind a bracket or a dash."""
    return next((word.span.start for word in words if word.is_word), words[0].span.start)
