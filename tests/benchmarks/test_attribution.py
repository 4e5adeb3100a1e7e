from dataclasses import replace

from benchmarks.attribution.kinds import kind_of, quoted_words
from benchmarks.attribution.reading import from_rules, from_tags
from benchmarks.attribution.scoring import ALL, Score
from benchmarks.attribution.whole import RULES, Whole, pair
from benchmarks.attribution.words import Words
from stemma.model import Attribution, Quote, Role, Span, TaggedSpan, TagLink, Tags
from training.tagger.corpus import Article, Relation

TEXT = "Mayor Ada Lind, who is new, said on Monday that the old dam held."


def place(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def relation(source: str, cue: str, content: str) -> Relation:
    return Relation(*((place(part),) if part else () for part in (source, cue, content)))


def fits(rule: str, found: Relation, true: Relation, *, trimmed: bool = False) -> bool:
    words = Words(TEXT)
    sides = [Whole.trimmed(words, TEXT, one) if trimmed else Whole.as_marked(words, one) for one in (found, true)]
    return bool(pair(sides[:1], sides[1:], RULES[rule]))


TRUE = relation("Mayor Ada Lind, who is new,", "said", "that the old dam held")


def test_half_of_the_longer_makes_a_content_right():
    assert fits("content", relation("", "said", "the old dam"), TRUE)
    assert not fits("content", relation("", "said", "held"), TRUE)


def test_a_whole_attribution_needs_all_three_parts():
    assert fits("whole", relation("Mayor Ada Lind, who", "said", "the old dam held"), TRUE)
    assert not fits("whole", relation("Mayor Ada Lind, who", "held", "the old dam held"), TRUE)
    assert not fits("whole", relation("Monday", "said", "the old dam held"), TRUE)


def test_a_source_that_nobody_marked_may_not_be_found():
    unnamed = relation("", "said", "that the old dam held")
    assert fits("source", unnamed, unnamed)
    assert not fits("source", relation("Ada Lind", "said", "that the old dam held"), unnamed)


def test_a_trimmed_source_is_held_against_the_name_alone():
    found = relation("Mayor Ada Lind", "said", "the old dam held.")
    assert not fits("exact", found, TRUE)
    assert fits("exact", found, TRUE, trimmed=True)


def test_each_true_one_is_found_once():
    words = Words(TEXT)
    twice = [Whole.as_marked(words, TRUE)] * 2
    assert pair(twice, twice[:1], RULES["whole"]) == [(0, 0)]


def test_a_missed_and_an_idle_one_both_cost():
    article = Article("a", TEXT, (Span(0, len(TEXT)),), ((TRUE,),))
    score = Score("fake")
    score.add(article, [TRUE, relation("", "", "on Monday")])
    score.add(article, [])
    assert score.tally.precision(("as marked", "whole", ALL)) == 0.5
    assert score.tally.recall(("as marked", "whole", Quote.INDIRECT)) == 0.5


def test_the_marks_tell_direct_from_mixed():
    text = 'He said "we are all right" and the dam "will" hold.'
    article = Article("a", text, (Span(0, len(text)),), ((),))
    words = Words(text)
    quoted = quoted_words(article, words)
    assert kind_of(words.cover([place('"we are all right"', text)]), quoted) is Quote.DIRECT
    assert kind_of(words.cover([place('the dam "will" hold', text)]), quoted) is Quote.MIXED
    assert kind_of(words.cover([place("dam", text)]), quoted) is Quote.INDIRECT


def test_contents_of_one_cue_are_one_attribution():
    spans = [
        TaggedSpan(place(part), role, 0.9)
        for part, role in (("said", Role.CUE), ("on Monday", Role.CONTENT), ("the old dam held", Role.CONTENT))
    ]
    linked = Tags(tuple(spans), (TagLink(1, 0, 0.9), TagLink(2, 0, 0.9)))
    assert [len(one.contents) for one in from_tags(linked)] == [2]
    assert [len(one.contents) for one in from_tags(replace(linked, links=()))] == [1, 1]


def test_what_is_said_inside_another_content_is_left_out():
    outer = Attribution("1", "d", (place("that the old dam held"),), "", cue_span=place("said"))
    inner = Attribution("2", "d", (place("the old dam"),), "", cue_span=place("held"))
    assert len(from_rules([outer])) == len(from_rules([outer, inner])) == 1
