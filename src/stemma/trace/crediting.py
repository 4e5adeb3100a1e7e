"""What a document itself says of where its text is from: credits, datelines, forwards and links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.lexicon import pairs_of
from stemma.model import Document, Evidence, Place, Span
from stemma.prose import dateline_credit, is_own_outlet
from stemma.trace.edge import Edge, Material
from stemma.trace.outlets import is_outlet_name

__all__ = ["Credit", "credited", "find_credits"]


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a document names the outlet that its text is from."""

    name: str
    evidence: Evidence
    span: Span


# A word of a name; a stop inside it holds, a stop behind it ends the name.
_PART = r"[A-Z][\w&’'/-]*(?:\.[\w-]+)*"
_NAME = rf"(?:[Tt]he )?{_PART}(?: (?:of|the|for|and|{_PART})){{0,4}}"
_SITE = rf"(?:https?://\S+|www\.\S+|{_NAME})"

# The words alone prove it, whatever is named.
_STATED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\boriginal(?:ly)? (?:source|article|story|text|report)) ?[:–—-] ?(?P<name>{_SITE})"
        r"(?=\s*(?:[.,;|)]|$|\n))",
        r"(?i:\b(?:first|originally|previously) (?:appeared|published|printed))"
        rf"(?: (?i:by|in|on|at))+ (?P<name>{_SITE})",
        rf"(?i:\bre(?:published|printed|posted) (?:with permission )?(?:from|by permission of)) (?P<name>{_SITE})",
        rf"(?i:\bwith (?:the )?permission (?:of|from)) (?P<name>{_SITE})",
        rf"(?i:\bread the original (?:article|story) (?:on|at|in)) (?P<name>{_SITE})",
    )
)
# The words are used for much else, so that the name has to be an outlet's.
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?P<name>{_NAME}) contributed to this (?:report|story|article)",
        rf"(?i:\b(?:reporting (?:by|from)|with (?:files|material|information) from)) (?P<name>{_NAME})",
        rf"(?m:^[ \t]*(?:By|Source|Via)[ :]+(?P<name>{_SITE})[ \t]*$)",
    )
)
# A page claims the rights in its own text; only beside a known outlet of its own does another's name tell.
_RIGHTS = re.compile(rf"(?:Copyright|©)\s*(?:\(c\)\s*)?(?:\d{{4}}\s*)?(?P<name>{_NAME})")
_FORWARDED = re.compile(rf"(?m:^[ \t]*(?i:forwarded from|reposted from|RT)[ :]+(?P<name>@\w+|{_NAME}))")
_LINK = re.compile(r"https?://[^\s)\]>\"']+")
# Who made the report may be all that the line under it holds, behind the initials of the desk: "jm/dm (AFP, dpa)".
_UNDER = re.compile(r"[ \t(–—-]*(?:[a-z]{2,3}(?:/[a-z]{2,3})* \()?(?P<names>[^\n()]+?)[ \t).]*(?:\n|$)")
_BETWEEN = re.compile(r"\s+[-–—]+\s+|\s*[/,;|&•+]\s*|\s+and\s+")
# An agency's dateline opens the report: below a lead or a summary, hardly further down.
DATELINE_PARAGRAPHS = 4
STATED = 1.0


def credited(material: Material) -> Iterator[Edge]:
    """Yield what each document states itself to be taken from; a link counts where it leads into the case."""
    at: dict[str, list[Document]] = {}
    for document in material.documents:
        if document.url:
            at.setdefault(_address(document.url), []).append(document)
    for document in material.documents:
        for credit in find_credits(document, material.published_by):
            place = (Place(document.id, credit.span),)
            if credit.evidence is not Evidence.LINKS:
                source = material.outlets.find(credit.name)
                yield Edge(document.id, source, credit.evidence, place, STATED)
                continue
            for other in at.get(_address(credit.name), ()):
                if other.id != document.id:
                    yield Edge(document.id, other, Evidence.LINKS, place, STATED)
            for source in material.outlets.called(credit.name):
                yield Edge(document.id, source, Evidence.LINKS, place, STATED)


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url)


def find_credits(document: Document, published_by: frozenset[str] = frozenset()) -> Sequence[Credit]:
    """
    Return the credits in *document*, those to its own outlet left out, one for each name and kind.

    Args:
        document: The one that may be taken from elsewhere.
        published_by: Names of outlets that publish in the case, case-folded, without the article.
    """
    first: dict[tuple[str, Evidence], Credit] = {}
    for credit in sorted(_all_credits(document, published_by), key=lambda c: c.span):
        if not is_own_outlet(credit.name, document):
            first.setdefault((credit.name.casefold(), credit.evidence), credit)
    return tuple(first.values())


def _all_credits(document: Document, published_by: frozenset[str]) -> Iterator[Credit]:
    text = document.text
    yield from (_credit(found, Evidence.REPUBLISHES) for pattern in _STATED for found in pattern.finditer(text))
    named = (*_NAMED, *((_RIGHTS,) if document.outlet else ()))
    for found in (found for pattern in named for found in pattern.finditer(text)):
        name = _trimmed(found["name"])
        if is_outlet_name(name) or name.casefold().removeprefix("the ") in published_by:
            yield _credit(found, Evidence.REPUBLISHES)
    yield from _datelines(document)
    yield from _forwards(document)
    yield from _named_below(document)
    for paragraph in document.body:
        for found in _LINK.finditer(text, paragraph.start, paragraph.end):
            yield Credit(found.group().rstrip(".,;:"), Evidence.LINKS, Span(found.start(), found.end()))


def _forwards(document: Document) -> Iterator[Credit]:
    """A forward that the format marks is one whatever the name looks like; else the words and the name tell."""
    marked = document.forwarded_from
    if marked is not None:
        yield Credit(marked.cut(document.text), Evidence.FORWARDS, marked)
        return
    yield from (_credit(found, Evidence.FORWARDS) for found in _FORWARDED.finditer(document.text))


def _named_below(document: Document) -> Iterator[Credit]:
    """Yield the outlets named in the last line of the body or the next, where it holds nothing else."""
    text = document.text
    if not document.body:
        return
    end = document.body[-1].end
    for start in (text.rfind("\n", 0, end) + 1, end + len(text[end:]) - len(text[end:].lstrip())):
        line = _UNDER.match(text, start)
        names = list(_parted(line["names"], line.start("names"))) if line else []
        if names and all(_signs(name) for name, _ in names):
            yield from (Credit(name, Evidence.REPUBLISHES, span) for name, span in names)


def _signs(name: str) -> bool:
    """Tell whether *name* is an outlet's; agencies that write themselves small ("dpa") do so here as well."""
    return ":" not in name and (is_outlet_name(name) or (" " not in name and is_outlet_name(name.upper())))


def _parted(names: str, start: int) -> Iterator[tuple[str, Span]]:
    edges = [0, *(edge for found in _BETWEEN.finditer(names) for edge in found.span()), len(names)]
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        yield names[begin:end], Span(start + begin, start + end)


def _datelines(document: Document) -> Iterator[Credit]:
    text = document.text
    for paragraph in document.body[:DATELINE_PARAGRAPHS]:
        opening = text.rfind("\n", 0, paragraph.start) + 1  # a paragraph may begin behind its dateline
        found = dateline_credit(text, Span(opening, paragraph.end))
        name = found.name.cut(text) if found else ""
        if found and (is_outlet_name(name) or (found.is_loud and _may_be_agency(name.casefold()))):
            yield Credit(name, Evidence.REPUBLISHES, found.name)


def _may_be_agency(name: str) -> bool:
    """Tell whether what stands in brackets behind places in capitals is no day, country or reporter."""
    is_other = re.search(r"\d", name) or name in pairs_of("countries") or name.split()[0] in pairs_of("given_names")
    return not is_other


def _credit(found: re.Match[str], evidence: Evidence) -> Credit:
    name = _trimmed(found["name"])
    return Credit(name, evidence, Span(found.start("name"), found.start("name") + len(name)))


def _trimmed(name: str) -> str:
    return re.sub(r"(?:[.,;:]+|\s+(?:of|the|for|and))+$", "", name)
