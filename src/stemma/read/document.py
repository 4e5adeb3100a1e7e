"""A document from a text layer."""

import re
from collections.abc import Sequence
from itertools import accumulate

from stemma.lexicon import pairs_of
from stemma.model import Document, Layer, Span, make_id
from stemma.prose import dateline_credit
from stemma.read.body import sort_lines
from stemma.read.credits import authors_in, bare_name, host_of, name_of_file, name_of_host, outlet_in, url_in
from stemma.read.cutting import cut_block
from stemma.read.datelines import end_of_head, leading_date
from stemma.read.inferring import infer_date
from stemma.read.kinds import Kind, Sorted
from stemma.read.language import detect_language, function_words
from stemma.read.lines import Line, lines_of
from stemma.read.nameplates import outlet_of_nameplate
from stemma.read.published import stated_date
from stemma.read.trimming import trim_paragraph
from stemma.read.written import date_writing

__all__ = ["read_document"]

MOST_READ = 200_000
"""Characters of body. A report of a hundred pages is shorter; what is longer is a dump, read as far as this so that
later stages, which hold statements against each other, stay within a minute or two."""
ORIGIN_LINE = re.compile(r"^\W*original\s+source", re.IGNORECASE)
FOOT_LINES = 12
"""Lines below the body in which an outlet or an author may be named."""


def read_document(layer: Layer, path: str, sha256: str) -> Document:
    """
    Return the document in *layer*: its body, title, outlet, authors and date.

    Where the format marks no paragraphs the body is found among the lines of the page by their
    shape, their words and their neighbours.
    """
    text = layer.text
    language = detect_language(text)
    found = sort_lines(lines_of(text, function_words(language)))
    whole = _body(text, found) if layer.blocks is None else _of_blocks(text, layer.blocks, found)
    body = _first(whole)
    title_span = _title_span(layer, found)
    url = layer.url or _url(found)
    published = stated_date(text, found, layer, url)
    if published.interval is None:
        inferred = infer_date(text, body)
        published = inferred if inferred.interval or not published.evidence else published
    published = date_writing(text, body, published)
    return Document(
        id=make_id("d", sha256),
        path=path,
        sha256=sha256,
        text=text,
        reader=layer.reader,
        body=body,
        title=layer.title or (title_span.cut(text) if title_span else None),
        title_span=title_span,
        outlet=_outlet(layer, found, url, path),
        authors=layer.authors or _authors(found),
        language=language,
        published=published,
        url=url,
        forwarded_from=layer.forwarded_from,
        furniture=() if layer.blocks is not None else tuple(line.span for line in found.of(Kind.FURNITURE)),
        unread=sum(map(len, whole)) - sum(map(len, body)),
    )


def _first(blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the blocks from the first on that hold no more than is read of one document; at least one."""
    lengths = accumulate(len(block) for block in blocks)
    return tuple(block for block, end in zip(blocks, lengths, strict=True) if end <= MOST_READ) or blocks[:1]


def _body(text: str, found: Sorted) -> tuple[Span, ...]:
    blocks: list[Span] = []
    for line in found.of(Kind.BODY):
        span = line.span
        lead = leading_date(line.sample) if not blocks else None
        if lead:
            span = Span(span.start + end_of_head(line.sample, lead), span.end).trim(text)
        span = trim_paragraph(text, span)
        blocks += cut_block(text, span)
    return tuple(block for block in blocks if len(block))


def _of_blocks(text: str, blocks: tuple[Span, ...], found: Sorted) -> tuple[Span, ...]:
    """The paragraphs that the format marks, without the sub-headings and notices among them."""
    body = {line.span.start for line in found.of(Kind.BODY)}
    kept = [block for block in blocks if block.start in body] or blocks
    return tuple(piece for block in kept for piece in cut_block(text, block))


def _title_span(layer: Layer, found: Sorted) -> Span | None:
    if layer.title:
        at = layer.text.find(layer.title)
        return Span(at, at + len(layer.title)) if at >= 0 else None
    return next((line.span for line in found.of(Kind.TITLE)), None)


def _url(found: Sorted) -> str | None:
    """The document's own address, which stands above its body; "Original source" names another's."""
    for line, kind in zip(found.lines, found.kinds, strict=True):
        if kind is Kind.BODY:
            return None
        if kind is Kind.ADDRESS and not ORIGIN_LINE.match(line.sample):
            return url_in(line)
    return None


def _outlet(layer: Layer, found: Sorted, url: str | None, path: str) -> str | None:
    """Return who published it; a known host that served the page goes before the agencies that it credits."""
    if layer.outlet:
        return layer.outlet
    if url and (name := name_of_host(host_of(url))):
        return name
    nameplates = (outlet_of_nameplate(line) for line in found.of(Kind.NAMEPLATE))
    credits = (outlet_in(line) for line in _edges(found))
    host = name_of_file(path)
    served = host if host in pairs_of("outlets").values() else None
    return next((name for name in (*nameplates, served, *credits, host, _dateline_outlet(found)) if name), None)


def _dateline_outlet(found: Sorted) -> str | None:
    """Return the agency that wrote what no page shows to have been printed by another."""
    for line in found.of(Kind.BODY)[:1]:
        credit = dateline_credit(line.sample, Span(0, len(line.sample)))
        return credit.name.cut(line.sample) if credit and credit.is_loud else None
    return None


def _edges(found: Sorted) -> Sequence[Line]:
    """The lines around the body, where credits stand, and the body's first, which a wire marks."""
    body = [i for i, kind in enumerate(found.kinds) if kind is Kind.BODY]
    if not body:
        return found.lines[:FOOT_LINES]
    return [
        *found.lines[max(0, body[0] - FOOT_LINES) : body[0] + 1],
        *found.lines[body[-1] + 1 : body[-1] + 1 + FOOT_LINES],
    ]


def _authors(found: Sorted) -> tuple[str, ...]:
    names: list[str] = []
    for line in found.of(Kind.BYLINE):
        byline = authors_in(line) or bare_name(line)
        names += [name for name in (byline.names if byline else ()) if name not in names]
    return tuple(names)
