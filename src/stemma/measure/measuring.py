"""From a document to its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.lexicon import pairs_of
from stemma.measure.amounts import read_amount
from stemma.measure.articles import ARTICLES
from stemma.measure.belonging import Voices
from stemma.measure.bounds import Limit, read_limit
from stemma.measure.circumstances import Places, read_per, read_who
from stemma.measure.counting import counted, counted_noun, in_other_unit
from stemma.measure.exclusions import is_no_figure
from stemma.measure.found import Found
from stemma.measure.labels import read_body, read_label
from stemma.measure.names import Names
from stemma.measure.none import Nothing, read_nothing
from stemma.measure.parts import link_parts
from stemma.measure.phrases import read_phrase
from stemma.measure.pointers import is_between_events
from stemma.measure.seeds import beginnings, may_measure
from stemma.measure.states import is_subject, read_state
from stemma.measure.tokens import Tokens, tokenize
from stemma.measure.wholes import in_wholes
from stemma.model import Attribution, Bound, Document, Figure, make_id
from stemma.prose import sentences

__all__ = ["measure"]

# A bound carries into a parenthesis: "less than 25 km (15 miles)".
_OPENERS = frozenset("([")
# "One day" and "one second" tell of a moment more often than of a length.
_MOMENTS = frozenset({"second", "minute", "day", "night", "week", "point"})


@dataclass(frozen=True, slots=True)
class _Page:
    """What the figures of a document share."""

    document: Document
    voices: Voices
    names: Names


def measure(document: Document, attributions: Sequence[Attribution]) -> tuple[Figure, ...]:
    """Return the figures in the body of *document*, each tied to the innermost attribution it stands in."""
    text = document.text
    spans = dict.fromkeys(span for block in document.body for span in sentences(text, block))
    told = [tokenize(text, span) for span in spans if may_measure(text, span)]
    page = _Page(document, Voices.of(document, attributions), Names(text, tuple(spans)))
    figures = {figure.span: figure for tokens in told for figure in link_parts(_measure_sentence(page, tokens), tokens)}
    return tuple(figures[span] for span in sorted(figures))


def _measure_sentence(page: _Page, tokens: Tokens) -> Iterator[tuple[Figure, Found | None]]:
    end, floor, previous, noun, told = 0, 0, None, None, None
    starts = beginnings(tokens)
    if not starts:
        return
    places = Places.of(tokens)
    for at in starts:
        if at < end:
            continue
        nothing = read_nothing(tokens, at)
        if nothing is not None:
            yield _none_figure(page, tokens, places, nothing), None
            end, previous = nothing.end, None
            continue
        amount = read_amount(tokens, at)
        if amount is None:
            continue
        phrase = read_phrase(tokens, amount)
        amount = in_wholes(tokens, amount, phrase)
        found = Found(amount, phrase, read_limit(tokens, amount, phrase.end, floor))
        is_loose_one = _is_pronoun_one(tokens, found) and not _is_beside(tokens, previous, found)
        if is_no_figure(tokens, amount, phrase) or is_loose_one:
            end, previous = amount.number_end, None
            continue
        found = _carry_bound(tokens, previous, found)
        figure = _figure(page, tokens, places, found, noun)
        if figure.counts is None and figure.unit is None:
            figure = replace(figure, counts=noun if is_subject(tokens, found.end) else told)
        elif _points_back(tokens, found):
            figure = replace(figure, counts=told or figure.counts)
        elif previous is not None and _is_given_again(tokens, previous, found):
            figure = replace(
                figure, counts=in_other_unit(figure.counts or "", figure.unit or "", told, previous.amount.unit or "")
            )
        yield figure, found
        noun, told = _noun_to_elide(tokens, found) or noun, figure.counts
        end = floor = found.end if phrase.head is not None else max(amount.end, found.limit.end)
        previous = found


def _is_pronoun_one(tokens: Tokens, found: Found) -> bool:
    """Tell "one of them" and "one day" from "one" that counts: under a bound, or for somebody harmed."""
    amount = found.amount
    is_one = amount.low == amount.high == 1 and not amount.numeral.in_digits
    if not is_one or amount.numeral.end - amount.numeral.start > 1 or amount.numeral.is_fraction:
        return False
    is_title = amount.start > 0 and tokens[amount.start].is_capitalised
    if is_title or tokens[amount.numeral.start].lower in ARTICLES:
        return is_title or found.limit.bound is Bound.EXACT  # "just a year" is as good as "a year"
    is_moment = amount.unit in _MOMENTS and not is_between_events(tokens, amount.end)
    if amount.unit and not amount.is_compound and not is_moment:
        return False  # "one month after the strike", "one mile", but not "one day he left"
    if tokens[amount.end].lower == "of" or found.phrase.is_partitive or tokens[amount.start - 1].lower == "no":
        return True
    if found.limit.bound not in (Bound.EXACT, Bound.ABOUT) or (amount.unit and amount.is_compound):
        return False
    state = read_state(tokens, amount, found.phrase, found.limit.start)
    return state not in ("killed", "wounded", "injured", "killed or wounded", "missing", "captured", "arrested")


def _is_beside(tokens: Tokens, previous: Found | None, found: Found) -> bool:
    """Tell the "one woman" of "17 men and one woman", who is counted with them."""
    if previous is None or previous.end != found.limit.start - 1 or tokens[previous.end].lower not in ("and", "plus"):
        return False
    are_counts = all(one.phrase.head is not None and not one.amount.unit for one in (previous, found))
    return are_counts and not found.phrase.is_partitive


def _carry_bound(tokens: Tokens, previous: Found | None, found: Found) -> Found:
    if previous is None or found.limit.bound is not Bound.EXACT or not (previous.amount.unit and found.amount.unit):
        return found
    opener = found.limit.start - 1
    if tokens[opener].text not in _OPENERS or not _is_measured(tokens, previous.end, opener):
        return found
    bound = previous.limit.bound
    if bound in (Bound.RANGE, Bound.EXACT):
        return found
    return Found(found.amount, found.phrase, Limit(bound, found.limit.start, found.limit.end))


def _is_given_again(tokens: Tokens, previous: Found, found: Found) -> bool:
    """Tell the second amount of "12 feet (3.7 metres)" and "12 feet, or 3.7 metres"."""
    at = found.limit.start - 1
    if tokens[at].lower == "or":
        return previous.end == at - (tokens[at - 1].text == ",")
    return tokens[at].text in _OPENERS and _is_measured(tokens, previous.end, at)


def _is_measured(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether nothing stands from *start* to *end* but what was measured: "about 40 metres deep (131 feet)"."""
    between = [tokens[at].lower for at in range(start, end)]
    return all(word in ("-", "in") or word in pairs_of("dimensions") for word in between)


def _points_back(tokens: Tokens, found: Found) -> bool:
    """Tell "13 of them" and ", not 64": they count what the figure before counts, unless a verb says more."""
    start, phrase = found.limit.start, found.phrase
    if phrase.is_partitive and tokens[phrase.start + 1].lower in ("them", "whom", "which"):
        return read_state(tokens, found.amount, phrase, start) is None
    is_contrast = tokens[start - 1].lower == "not" and tokens[start - 2].kind == "sign"
    return is_contrast and phrase.head is None  # but "rumours are not 100% correct"


def _noun_to_elide(tokens: Tokens, found: Found) -> str | None:
    """Return the noun that *found* counts, which figures after it in the sentence may leave out."""
    if found.amount.unit or found.amount.is_compound:
        return None
    return counted_noun(tokens, found.amount, found.phrase)


def _figure(page: _Page, tokens: Tokens, places: Places, found: Found, elided: str | None) -> Figure:
    document = page.document
    amount, phrase, limit = found.amount, found.phrase, found.limit
    span = tokens.span(limit.start, max(found.end, amount.number_end))
    state = read_state(tokens, amount, phrase, limit.start)
    label, body = read_label(tokens, amount, phrase), read_body(tokens, amount, phrase, limit.start)
    return Figure(
        id=make_id("f", document.id, span.start, span.end),
        document=document.id,
        span=span,
        text=span.cut(document.text),
        low=amount.low,
        high=amount.high,
        bound=limit.bound,
        unit=amount.unit or ("share" if amount.numeral.is_fraction else None),
        counts=label or counted(tokens, amount, phrase, state, elided, limit.start) or body,
        who=read_who(tokens, phrase, limit.start, page.names),
        where=places.nearest(limit.start, found.end),
        per=read_per(tokens, found.end),
        attribution=page.voices.at(span),
    )


def _none_figure(page: _Page, tokens: Tokens, places: Places, nothing: Nothing) -> Figure:
    document = page.document
    span = tokens.span(nothing.start, nothing.end)
    return Figure(
        id=make_id("f", document.id, span.start, span.end),
        document=document.id,
        span=span,
        text=span.cut(document.text),
        low=0.0,
        high=0.0,
        bound=Bound.EXACT,
        counts=nothing.counts,
        where=places.nearest(nothing.start, nothing.end),
        attribution=page.voices.at(span),
    )
