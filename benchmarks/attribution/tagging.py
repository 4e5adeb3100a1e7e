"""The tagger alone: its tokens, its spans and its links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.attribution.tally import Tally
from benchmarks.attribution.words import Words
from stemma.model import Role, Span, TagLink, Tags
from training.tagger.corpus import Article, Relation

__all__ = ["Tagging", "likeliest"]

Marked = tuple[Role, int, int]


class Tagging:
    """
    Token F1, exact-span F1 and the share of right links.

    Tokens are words and single punctuation marks; a span counts only when both its ends are exact; a link counts
    when the likeliest source (or cue) of a content shares a character with the true one. Only the outermost
    attributions count: the corpus marks none inside another.
    """

    def __init__(self) -> None:
        self.tokens, self.spans, self.links = Tally(), Tally(), Tally()

    def add(self, article: Article, tags: Tags) -> None:
        words = Words(article.text)
        true = [(role, span) for relation in article.readings[0] for role in Role for span in relation[role]]
        found = [(tagged.role, tagged.span) for tagged in tags.spans if not tagged.depth]
        _compare(self.tokens, set(_tokens(words, found)), set(_tokens(words, true)))
        _compare(self.spans, set(_ends(article.text, found)), set(_ends(article.text, true)))
        for relation in article.readings[0]:
            for content in _find_again(relation, tags):
                for role in (Role.SOURCE, Role.CUE):
                    best = likeliest(tags, content, role)
                    true_spans = relation[role]
                    is_right = not true_spans if best is None else _meets(tags.spans[best].span, true_spans)
                    self.links.add([(role, is_right)], [(role, is_right)])


def likeliest(tags: Tags, content: int, role: Role) -> int | None:
    """Return the number of the span that *content* is linked to best as its *role*."""
    offers = [link for link in tags.links if link.content == content and tags.spans[link.other].role is role]
    return max(offers, key=_score).other if offers else None


def _score(link: TagLink) -> float:
    return link.score


def _compare(tally: Tally, found: set[Marked], true: set[Marked]) -> None:
    tally.add(((one[0], one in true) for one in found), ((one[0], one in found) for one in true))


def _tokens(words: Words, spans: Sequence[tuple[Role, Span]]) -> Iterator[Marked]:
    for role, span in spans:
        for number in words.cover([span]):
            yield role, number, number


def _ends(text: str, spans: Sequence[tuple[Role, Span]]) -> Iterator[Marked]:
    for role, span in spans:
        trimmed = span.trim(text)
        yield role, trimmed.start, trimmed.end


def _find_again(relation: Relation, tags: Tags) -> Iterator[int]:
    """Ask for the links of each content that was found well enough to know it again."""
    for span in relation.contents:
        for number, tagged in enumerate(tags.spans):
            shared = min(span.end, tagged.span.end) - max(span.start, tagged.span.start)
            if tagged.role is Role.CONTENT and not tagged.depth and 2 * shared > max(len(span), len(tagged.span)):
                yield number


def _meets(span: Span, true: Sequence[Span]) -> bool:
    return any(span.meets(one) for one in true)
