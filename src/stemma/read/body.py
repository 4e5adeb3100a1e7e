"""Which lines of scraped plain text are the report, and which belong to the page."""

import re
from collections import Counter
from collections.abc import Sequence

from stemma.read.captions import says, without_credit
from stemma.read.credits import authors_in, bare_name, url_in
from stemma.read.datelines import is_dateline
from stemma.read.furniture import is_comment_heading, is_furniture, is_related_heading
from stemma.read.kinds import Kind, Sorted
from stemma.read.lines import LONG, Line
from stemma.read.nameplates import find_nameplate
from stemma.read.strays import HEADLINE_WORDS, drop_biography, drop_pairs, drop_repeats, drop_teasers, keep_densest
from stemma.read.teasers import stems_of

__all__ = ["sort_lines"]

TITLE_WORDS = (2, 32)
CROSSHEAD_WORDS = 16
"""Longer lines without a stop are teasers or captions, not sub-headings."""
NAME_WORDS = 3
LEAD_LINES = 4
"""Paragraphs from the top whose words the title is held against."""

# The end of an embedded post: "— Name (@handle) May 28, 2016". What someone posted is part of the report.
_POST = re.compile(r"—\s*[^—]{2,50}\(@\w{1,30}\)\s+\w+\.?\s+\d{1,2},?\s+\d{4}$")
# A channel's mark of whose post it passes on is no headline.
_FORWARDED = re.compile(r"(?:forwarded|reposted|shared)\s+(?:from|by)\b", re.IGNORECASE)
_CREDITING = re.compile(r"(?:From|Per|Via)(?: the)?(?: [A-Z][\w’'&.-]+){1,5}:")


def sort_lines(lines: Sequence[Line]) -> Sorted:
    """Return *lines*, each told apart by its own shape, its words, its repetition and its neighbours."""
    kinds: list[Kind | None] = [_alone(line) for line in lines]
    nameplate = find_nameplate(lines)
    if nameplate is not None:
        kinds[nameplate] = Kind.NAMEPLATE
    drop_repeats(lines, kinds)
    drop_teasers(lines, kinds)
    drop_pairs(lines, kinds)
    keep_densest(lines, kinds)
    first, last = _ends(kinds)
    title = _find_title(lines, kinds, first)
    if title is not None:
        kinds[title] = Kind.TITLE
        first = max(first, title + 1) if first <= title else first
    _settle_head(lines, kinds, first, title)
    _settle_middle(lines, kinds, first, last)
    drop_biography(lines, kinds)
    if last < 0:
        _take_what_is_there(lines, kinds)
    told = (
        without_credit(one) if kind is Kind.BODY and says(one) else one for one, kind in zip(lines, kinds, strict=True)
    )
    return Sorted(tuple(told), tuple(kind or Kind.FURNITURE for kind in kinds))


def _alone(line: Line) -> Kind | None:
    """What *line* is by itself; None for a line without a stop, which its place will tell."""
    if _POST.search(line.tail):
        return Kind.BODY
    if url_in(line):
        return Kind.ADDRESS
    if _FORWARDED.match(line.sample) and line.words <= LONG:
        return Kind.FURNITURE
    if is_dateline(line):
        return Kind.DATE
    if line.sample[:3].casefold() == "by " and authors_in(line):
        return Kind.BYLINE
    return _by_words(line)


def _by_words(line: Line) -> Kind | None:
    is_told = without_credit(line) is not line and says(line)
    if is_related_heading(line) or is_comment_heading(line) or (is_furniture(line) and not is_told):
        return Kind.FURNITURE
    if line.is_prose or (line.is_sentence and not _is_question_heading(line)):
        return Kind.BODY
    return None


def _take_what_is_there(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """A post or a note has no paragraph by its shape: then every line that the page does not own is its body."""
    left = [i for i, line in enumerate(lines) if kinds[i] is not Kind.DATE and _alone(line) is None]
    for i in left:
        if kinds[i] is not Kind.TITLE or len(left) == 1:
            kinds[i] = Kind.BODY


def _is_question_heading(line: Line) -> bool:
    return line.words < 14 and line.tail.endswith("?") and not line.sample.startswith(("“", '"', "‘", "'"))


def _ends(kinds: Sequence[Kind | None]) -> tuple[int, int]:
    body = [i for i, kind in enumerate(kinds) if kind is Kind.BODY]
    return (body[0], body[-1]) if body else (len(kinds), -1)


def _find_title(lines: Sequence[Line], kinds: Sequence[Kind | None], first: int) -> int | None:
    """The headline above the body: given twice, speaking of what the body speaks of, or else the first."""
    head = [i for i in range(min(first, len(lines))) if kinds[i] is None and _can_be_title(lines[i])]
    keys = Counter(lines[i].key for i in head)
    lead = [line for line, kind in zip(lines[first:], kinds[first:], strict=True) if kind is Kind.BODY][:LEAD_LINES]
    told = set().union(*(stems_of(line) for line in lead))

    def fitness(i: int) -> tuple[bool, int, bool]:
        shared = len(stems_of(lines[i]) & told)
        return keys[lines[i].key] > 1 and shared > 0, min(shared, 3), lines[i].words >= HEADLINE_WORDS

    return max(head, key=lambda i: (*fitness(i), -i), default=None)


def _can_be_title(line: Line) -> bool:
    low, high = TITLE_WORDS
    if line.is_bullet or line.tail.endswith(":") or not low <= line.words <= high:
        return False
    return not authors_in(line) and not (bare_name(line) and line.words <= NAME_WORDS)


def _settle_head(lines: Sequence[Line], kinds: list[Kind | None], first: int, title: int | None) -> None:
    dated = [i for i in range(min(first + 4, len(lines))) if kinds[i] in {Kind.DATE, Kind.BYLINE}]
    later_body = sum(kind is Kind.BODY for kind in kinds[first + 1 :])
    # A single sentence between the headline and the line with the date belongs to the headline.
    if title is not None and dated and title < first < max(dated) and later_body and lines[first].words <= 40:
        kinds[first] = Kind.STANDFIRST
    names = _repeated_names(lines)
    for i in range(min(first, len(lines))):
        if kinds[i] is None:
            beside = {kinds[k] for k in (i - 1, i + 1) if 0 <= k < len(lines)}
            bare = bare_name(lines[i]) and (lines[i].key in names or beside & {Kind.DATE, Kind.TITLE})
            kinds[i] = Kind.BYLINE if authors_in(lines[i]) or bare else Kind.FURNITURE


def _repeated_names(lines: Sequence[Line]) -> set[str]:
    """Names that stand in a line of their own more than once, or above an address for letters: authors'."""
    bare = [(i, line) for i, line in enumerate(lines) if bare_name(line)]
    counts = Counter(line.key for _, line in bare)
    signed = {line.key for i, line in bare if i + 1 < len(lines) and "@" in lines[i + 1].sample}
    credited = {" ".join(name.casefold().split()) for line in lines if (b := authors_in(line)) for name in b.names}
    return {key for key in counts if counts[key] > 1 or key in credited} | signed


def _settle_middle(lines: Sequence[Line], kinds: list[Kind | None], first: int, last: int) -> None:
    names = _repeated_names(lines)
    for i in range(min(first, len(lines)), len(lines)):
        if kinds[i] is not None:
            continue
        following = next((kinds[k] for k in range(i + 1, len(lines)) if kinds[k] is not Kind.FURNITURE), None)
        before = next((kinds[k] for k in range(i - 1, -1, -1) if kinds[k] is not Kind.FURNITURE), None)
        inside = i < last and following is Kind.BODY and before in {Kind.BODY, Kind.CROSSHEAD}
        if (inside and _introduces(lines[i])) or (i < last and says(lines[i])):
            kinds[i] = Kind.BODY
        elif inside and lines[i].words <= CROSSHEAD_WORDS:
            kinds[i] = Kind.CROSSHEAD
        elif i > last and (authors_in(lines[i]) or lines[i].key in names):
            kinds[i] = Kind.BYLINE
        else:
            kinds[i] = Kind.FURNITURE


def _introduces(line: Line) -> bool:
    """Whether *line* leads into what follows ("The ministry said:", "From the Herald:") or is an item of a list."""
    if line.tail.endswith(":"):
        return (line.words >= 3 and line.stops > 0) or _CREDITING.fullmatch(line.sample.strip()) is not None
    return line.is_bullet and line.words >= 8 and line.stops >= 0.2
