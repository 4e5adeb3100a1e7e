"""What a paper says around the words that it quotes, held against what their speaker said around them."""

import re
from collections.abc import Iterator

from stemma.lexicon import words_of
from stemma.model import Attribution, Drift, Quote, Span
from stemma.prose import quotations, word_keys
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["hardened_leads"]

# Words of a quoted piece that are enough to know it again in another's full quotation.
PIECE = 4


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


def _hardened(witnesses: Witnesses, item: Attribution, other: Attribution, span: Span, certain: str) -> Drift:
    title, full = witnesses.title(item.document), witnesses.title(other.document)
    words = f"“{certain}” is {title}'s word; {full} quotes {witnesses.name(item.source)} in full, without it."
    return drift("hedge_changed", (item.document, span), (other.document, other.content_spans[0]), words)


def _certain(text: str) -> str | None:
    """Return the word of *text* that makes what follows certain."""
    return next((w for w in re.findall(r"[a-z]+", text.casefold()) if w in words_of("proving_words")), None)


def _find(keys: tuple[str, ...], piece: tuple[str, ...]) -> int:
    """Return where *piece* stands in *keys*, -1 where it does not."""
    starts = range(len(keys) - len(piece) + 1)
    return next((at for at in starts if keys[at : at + len(piece)] == piece), -1)
