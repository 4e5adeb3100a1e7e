"""News outlets that were told what they print: "Kim told the Herald", "told local television", "said to the BBC"."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import PRONOUNS, STOPS, is_auxiliary, is_quote_mark, phrase_after
from stemma.attribute.speakers import is_outlet
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word, span_of
from stemma.lexicon import words_of
from stemma.prose import is_body

__all__ = ["has_own_article", "name_hearer", "prints"]

TELLING = frozenset(("tell", "telling", "tells", "told"))
ANSWERING = frozenset(("object", "reply", "respond"))
"""Verbs whose "to" leads to what is answered."""
NEAR = 3
"""Words between a verb of saying and the "to" of who was told at most ("confirmed on Friday to")."""
ENDING = PRONOUNS | {"about", "after", "at", "by", "during", "for", "from", "in", "on", "over", "the", "there", "via"}
"""Where the hearer ends ("told the agency on Monday he would go")."""
PRINTING = frozenset(
    ("broadcaster", "channel", "daily", "magazine", "media", "newspaper", "newspapers", "outlet", "outlets", "paper",
     "papers", "programme", "radio", "station", "tabloid", "television", "tv", "weekly")
)  # fmt: skip
"""Nouns for who prints or sends what he is told, though no name stands with them."""
OF_NEWS = frozenset(("agency", "channel", "network", "outlet", "portal", "program", "service", "site", "website"))
"""Nouns for many a thing, which behind "news" are such as well."""
MEETINGS = frozenset(("briefing", "gathering", "hearing", "meeting"))
"""Nouns in -ing for who hears it: "told a daily briefing" names no paper."""
REPORTERS = frozenset(("correspondent", "journalist", "reporter"))
DOMAINS = frozenset(("com", "net", "org", "tv"))


def name_hearer(words: Sequence[Word], draft: Draft) -> Draft:
    """Return *draft* with the outlet that was told it as a relay, where one of *words*, its sentence, names it."""
    if draft.cue is None:
        return draft
    for at, word in enumerate(words):
        first = _first_of_hearer(words, at) if draft.cue.meets(word.span) else None
        phrase = None if first is None else phrase_after(words, first)
        if phrase is None:
            continue
        hearer = phrase[0], _end_of_hearer(words, phrase)
        span = span_of(words, hearer)
        is_named = prints(words, hearer) or has_own_article(words, hearer)
        if is_named and not any(v.meets(span) for v in (*draft.via, *filter(None, (draft.source,)))):
            return replace(draft, via=(span, *draft.via))
    return draft


def _first_of_hearer(words: Sequence[Word], at: int) -> int | None:
    """Return where the hearer begins: behind "told", or behind the "to" of another verb of saying."""
    if words[at].low in TELLING:
        return _behind_reporter(words, at + 1)
    form = verb_form(words[at].low)
    if form is None or not form.takes_bare_clause or form.lemma in ANSWERING:
        return None
    for to in range(at + 1, min(len(words) - 1, at + NEAR + 2)):
        if words[to].text in STOPS or is_quote_mark(words[to]) or is_auxiliary(words[to]):
            return None
        if words[to].low == "to":
            return to + 1
    return None


def _behind_reporter(words: Sequence[Word], at: int) -> int:
    """Return where the outlet begins in "told a reporter from the Herald": another's reporter prints there."""
    lows = [word.low for word in words[at : at + 3]]
    is_sent = len(lows) > 2 and lows[0] in {"a", "an"} and lows[1] in REPORTERS
    return at + 3 if is_sent and lows[2] in {"for", "from", "of", "with"} else at


def _end_of_hearer(words: Sequence[Word], hearer: tuple[int, int]) -> int:
    ends = (at for at in range(hearer[0] + 1, hearer[1]) if _ends_hearer(words[at]))
    end = next(ends, hearer[1])
    if end == hearer[1] < len(words) and is_auxiliary(words[end]):  # "told the BBC Kim was safe": whose verb is Kim
        end = next((at for at in range(hearer[0] + 1, end) if is_outlet(words[hearer[0] : at])), end)
    return end + 2 if _is_domain(words, end) else end


def _ends_hearer(word: Word) -> bool:
    return word.low in ENDING or (word.low.endswith("ing") and word.low not in MEETINGS and not word.is_name)


def _is_domain(words: Sequence[Word], end: int) -> bool:
    """Tell whether the name goes on as that of a site: "Herald.com"."""
    if end + 1 >= len(words) or words[end].text != "." or words[end + 1].low not in DOMAINS:
        return False
    return words[end - 1].span.end == words[end].span.start and words[end].span.end == words[end + 1].span.start


def prints(words: Sequence[Word], hearer: tuple[int, int]) -> bool:
    """Tell whether they are a news outlet: by name, as a site, or "a regional paper" and "local television"."""
    phrase = words[slice(*hearer)]
    if is_outlet(phrase) or (len(phrase) > 2 and phrase[-2].text == "." and phrase[-1].low in DOMAINS):
        return True
    last = len(phrase) - 1
    while last > 1 and phrase[last].is_name:  # "the public broadcaster Tarn One"
        last -= 1
    if last < 1 or phrase[0].low in words_of("negations"):
        return False
    return phrase[last].low in PRINTING or (phrase[last].low in OF_NEWS and phrase[last - 1].low == "news")


def has_own_article(words: Sequence[Word], hearer: tuple[int, int]) -> bool:
    """
    Tell whether they are a name with an article of its own, as papers and sites have it ("told The Lantern").

    Inside a sentence only a title keeps its capital; in a line of capitals it says nothing.
    """
    phrase, before = words[slice(*hearer)], words[max(0, hearer[0] - 1) : hearer[0]]
    is_inside = bool(before) and before[0].text.islower()
    is_named = len(phrase) > 1 and phrase[0].text == "The" and all(word.is_name for word in phrase[1:])
    return is_inside and is_named and not is_body(" ".join(word.low for word in phrase[1:]))
