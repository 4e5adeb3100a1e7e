"""What a paper says around the words that it quotes, held against what their speaker said around them."""

import re
from collections.abc import Iterator

from stemma.lexicon import words_of
from stemma.model import Attribution, Drift, Quote, Span
from stemma.prose import quotations, word_keys
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["cut_reserves", "hardened_leads"]

# Words of a quoted piece that are enough to know it again in another's full quotation.
PIECE = 4
# Characters before a piece that are its own marks.
OPENING = 2
# Words before it there that may keep a reserve on it: "initial indications suggest that the tram was travelling at …".
RESERVED = 12
_RESERVE = re.compile(
    r"\b(?:may|might|could|indicat\w+|suggest\w*|appears?|appeared|seems?|seemed|believe|believed|likely|possibl[ey]"
    r"|potentially|apparently|preliminary)\b"
)


def hardened_leads(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield "it proved that “…”" where another document quotes the whole, and the speaker proved nothing."""
    items = [a for a in witnesses.brief.attributions if a.source and a.quote in (Quote.DIRECT, Quote.MIXED)]
    whole = [(a, word_keys(a.content)) for a in items]
    for item in items:
        text = witnesses.document[item.document].text
        for content in item.content_spans:
            for piece in quotations(text, content):
                lead = Span(content.start, piece.start)
                certain = _certain(lead.cut(text)) if len(lead) else None
                keys = word_keys(piece.cut(text))
                if certain is None or len(keys) < PIECE:
                    continue
                for other, said in whole:
                    is_other = other.source == item.source and other.document != item.document
                    if is_other and _find(said, keys) > 0 and _certain(" ".join(said)) is None:
                        yield _hardened(witnesses, item, other, Span(content.start, piece.end), certain)
                        break


def cut_reserves(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield a quoted piece that a document states plainly, though its speaker, quoted in full, kept a reserve on it."""
    items = [a for a in witnesses.brief.attributions if a.source and a.quote in (Quote.DIRECT, Quote.MIXED)]
    whole = [(a, word_keys(a.content)) for a in items if a.quote is Quote.DIRECT]
    for item in items:
        text = witnesses.document[item.document].text
        plain = not _RESERVE.search(" ".join(word_keys(witnesses.sentence_of(item).cut(text))))
        for content in item.content_spans if plain else ():
            for piece in quotations(text, content):
                keys = word_keys(piece.cut(text))
                if len(keys) < PIECE or piece.start - content.start <= OPENING:
                    continue
                full = [(a, found) for a, said in whole if (found := _reserve_before(said, keys))]
                if full and all(a.document != item.document for a, _ in full):
                    other, reserve = full[0]
                    title, name = witnesses.title(item.document), witnesses.name(item.source)
                    words = (
                        f"{title} leaves out “{reserve}”, with which {witnesses.title(other.document)} quotes {name}."
                    )
                    place = (item.document, Span(content.start, piece.end))
                    yield drift("hedge_changed", place, (other.document, other.content_spans[0]), words)


def _reserve_before(said: tuple[str, ...], piece: tuple[str, ...]) -> str:
    """Return the word of reserve that *said* has a little before *piece*; none is the empty string."""
    at = _find(said, piece)
    found = _RESERVE.search(" ".join(said[max(0, at - RESERVED) : at])) if at > 0 else None
    return found.group() if found else ""


def _hardened(witnesses: Witnesses, item: Attribution, other: Attribution, span: Span, certain: str) -> Drift:
    title, full = witnesses.title(item.document), witnesses.title(other.document)
    words = f"“{certain}” is {title}'s word; {full} quotes {witnesses.name(item.source)} in full, without it."
    return drift("hedge_changed", (item.document, span), (other.document, other.content_spans[0]), words)


def _certain(text: str) -> str | None:
    """Return the word of *text* that makes what follows certain."""
    return next((w for w in re.findall(r"[a-z]+", text.casefold()) if w in words_of("proving_words")), None)


def _find(keys: tuple[str, ...], piece: tuple[str, ...]) -> int:
    """Return where *piece* stands in *keys*, -1 where it does not."""
    if not frozenset(piece).issubset(keys):  # as in most
        return -1
    starts = range(len(keys) - len(piece) + 1)
    return next((at for at in starts if keys[at : at + len(piece)] == piece), -1)
