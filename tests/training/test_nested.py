"""Nested attributions: marks by hand are looked up, made ones are where they say."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from training.tagger.corpus import Article, Relation, find_paragraphs
from training.tagger.making import make_nested
from training.tagger.nested import read_events, read_inner

TEXT = (
    "Officials in Tarn said the dam held.\n“It rains,” Brandt said.\nThe council met. Lind claimed that the mill burnt."
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


RELATIONS = (
    Relation((span("Officials in Tarn"),), (span("said"),), (span("the dam held"),)),
    Relation((span("Brandt"),), (Span(TEXT.index("said."), TEXT.index("said.") + 4),), (span("“It rains,”"),)),
    Relation((span("Lind"),), (span("claimed"),), (span("that the mill burnt"),)),
)
ARTICLE = Article("herald", TEXT, find_paragraphs(TEXT), (RELATIONS,))


def words(article: Article) -> list[tuple[str, ...]]:
    return [
        tuple(" ".join(part.cut(article.text) for part in group) for group in (one.sources, one.cues, one.contents))
        for one in article.readings[0]
    ]


@given(st.integers(0, 200))
def test_what_is_made_keeps_the_words_of_every_attribution(seed):
    made = make_nested(ARTICLE, seed)
    inner = {content.strip(".").casefold() for (*_, content), one in zip(words(made), made.readings[0], strict=True)}
    for _, _, content in words(ARTICLE):
        bare = content.strip(" “”,.").removeprefix("that ").casefold()
        assert any(bare in one for one in inner)
    assert all(part.end <= len(made.text) for one in made.readings[0] for part in one.contents)


def test_some_of_what_is_made_is_nested():
    made = [one for seed in range(20) for one in make_nested(ARTICLE, seed).readings[0]]
    assert any(one.inner for one in made)


@pytest.fixture
def folders(tmp_path: Path):
    (tmp_path / "events").mkdir()
    (tmp_path / "marks").mkdir()
    article = {"text": TEXT, "newsCluster": {"EventId": "7"}}
    (tmp_path / "events" / "one.json").write_text(json.dumps(article), "utf-8")
    return tmp_path


def place(words: str) -> list[list[int]]:
    return [[span(words).start, span(words).end]]


def test_marks_are_places_in_the_text(folders):
    outer = {"source_span": place("Lind"), "cue_span": place("claimed"), "content_span": place("that the mill burnt")}
    inner = {"source_span": [], "cue_span": place("burnt"), "content_span": place("the mill")}
    marks = [{**outer, "inside": None}, {**inner, "inside": 0}, {**inner, "inside": 1}]
    (folders / "marks" / "one.json").write_text(json.dumps([{"file": "one.json", "attributions": marks}]), "utf-8")
    (article,) = read_events(folders / "marks", folders / "events")
    assert words(article) == [("Lind", "claimed", "that the mill burnt"), ("", "burnt", "the mill")]
    assert [one.inner for one in article.readings[0]] == [False, True]


def test_events_kept_for_measuring_are_left_out(folders):
    (folders / "marks" / "one.json").write_text(json.dumps([{"file": "one.json", "attributions": []}]), "utf-8")
    assert not list(read_events(folders / "marks", folders / "events", {"7"}))


def test_inner_marks_count_from_the_start_of_their_content(folders):
    outer = span("that the mill burnt")
    mark = {"source_span": [[5, 13]], "cue_span": [[14, 19]], "content_span": [[0, 4]], "inside": None}
    entry = {"article": "herald", "start": outer.start, "end": outer.end, "inner": [mark]}
    (folders / "marks" / "batch_0.json").write_text(json.dumps([entry]), "utf-8")
    (article,) = read_inner([ARTICLE], folders / "marks")
    assert words(article)[-1] == ("the mill", "burnt", "that")
    assert article.judged == (outer,)
