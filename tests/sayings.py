"""A tagger for tests that need no model: it knows "X said Y", "X denied Y" and “Y” said X, and nothing else."""

import re
from collections.abc import Callable, Sequence

from stemma.model import Role, Span, TaggedSpan, TagLink, Tags

__all__ = ["SayingTagger"]

NAME = r"[A-Z]\w+(?: [A-Z]\w+)*"
SAYING = re.compile(
    rf"“(?P<t1>[^”\n]*)” (?P<c1>said) (?P<s1>{NAME})|(?P<s2>{NAME}) (?P<c2>said|denied) (?:that )?(?P<t2>[^.\n]+)"
)
ROLES = {"s": Role.SOURCE, "c": Role.CUE, "t": Role.CONTENT}


class SayingTagger:
    """Reads by one pattern; *before* is called with each text as it is asked of."""

    name = "sayings/1"

    def __init__(self, before: Callable[[str], None] = lambda text: None) -> None:
        self.before = before
        self.texts: list[str] = []

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        self.before(text)
        self.texts.append(text)
        spans: list[TaggedSpan] = []
        links: list[TagLink] = []
        for block in blocks:
            for found in SAYING.finditer(text, block.start, block.end):
                groups = [name for name, words in found.groupdict().items() if words]
                parts = sorted((Span(*found.span(name)), ROLES[name[0]]) for name in groups)
                first = len(spans)
                spans += [TaggedSpan(span, role, 0.9) for span, role in parts]
                content = first + [role for _, role in parts].index(Role.CONTENT)
                links += [TagLink(content, other, 0.9) for other in range(first, len(spans)) if other != content]
        return Tags(tuple(spans), tuple(links))
