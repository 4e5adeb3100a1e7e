"""One system held against the corpus: every rule, both forms, every kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.attribution.kinds import kind_of, quoted_words
from benchmarks.attribution.tally import Tally
from benchmarks.attribution.whole import RULES, Whole, pair
from benchmarks.attribution.words import Words
from training.tagger.corpus import Article, Relation

__all__ = ["ALL", "FORMS", "Score"]

ALL = "all"
FORMS = ("as marked", "trimmed")


@dataclass(slots=True)
class Score:
    """What one system found."""

    name: str
    tally: Tally = field(default_factory=Tally)
    """By form, rule and kind of quote, or ``ALL``."""
    seconds: float = 0.0
    """Processor time, without the loading of models."""
    faults: list[str] = field(default_factory=list)
    """Articles that the system gave up on, with its words; what they hold counts as missed."""

    def add(self, article: Article, found: Sequence[Relation]) -> None:
        words = Words(article.text)
        quoted = quoted_words(article, words)
        true = article.readings[0]
        kinds = [[kind_of(words.cover(one.contents), quoted) for one in side] for side in (found, true)]
        for form in FORMS:
            mine, theirs = ([_form(form, words, article, one) for one in side] for side in (found, true))
            for name, rule in RULES.items():
                pairs = pair(mine, theirs, rule)
                for number, side in enumerate(kinds):
                    right = {taken[number] for taken in pairs}
                    rows = [((form, name, key), i in right) for i, kind in enumerate(side) for key in (ALL, kind)]
                    self.tally.add(*((rows, ()) if number == 0 else ((), rows)))


def _form(form: str, words: Words, article: Article, one: Relation) -> Whole:
    return Whole.as_marked(words, one) if form == FORMS[0] else Whole.trimmed(words, article.text, one)
