"""What the network is shown: labels where the annotator put them, links that stay inside the window."""

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from stemma.model import Span
from stemma.taggers.pieces import read_pieces
from training.tagger.corpus import Article, Relation, find_paragraphs
from training.tagger.examples import IGNORE, LAYERS, label_pieces, make_examples

TEXT = "it rains Brandt said and blows"


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SAID = Relation((span("Brandt"),), (span("said"),), (span("it rains"), span("and blows")))
SOURCELESS = Relation((), (span("said"),), (span("and blows"),))


@pytest.fixture(scope="module")
def tokenizer():
    words = Tokenizer(WordLevel({"[UNK]": 100, **{word: n for n, word in enumerate(TEXT.split(), 2000)}}, "[UNK]"))
    words.pre_tokenizer = Whitespace()
    return words


def show(*readings: tuple[Relation, ...], tokenizer: Tokenizer, text: str = TEXT, epoch: int = 0):
    return list(make_examples(Article("herald", text, find_paragraphs(text), readings), tokenizer, epoch))


def test_each_segment_begins_anew(tokenizer):
    pieces = read_pieces(tokenizer, TEXT, find_paragraphs(TEXT))
    assert label_pieces(pieces, [SAID]).tolist() == [5, 6, 1, 3, 5, 6]


def test_contents_and_cues_point_at_the_first_piece_of_their_source(tokenizer):
    (example,) = show((SAID,), tokenizer=tokenizer)
    assert example.sources[0].tolist() == [IGNORE, 3, 3, IGNORE, 3, 3, 3, IGNORE]
    assert example.cues[0].tolist() == [IGNORE, 4, 4, IGNORE, IGNORE, 4, 4, IGNORE]


def test_a_content_without_a_source_points_at_nothing(tokenizer):
    (example,) = show((SOURCELESS,), tokenizer=tokenizer)
    assert example.sources[0].tolist() == [IGNORE, IGNORE, IGNORE, IGNORE, 0, 0, 0, IGNORE]


def test_a_source_outside_the_window_teaches_nothing(tokenizer):
    text = TEXT + " word" * 600
    far = Relation((Span(len(text) - 4, len(text)),), (span("said"),), (span("it rains"),))
    first, *_ = show((far,), tokenizer=tokenizer, text=text)
    assert set(first.sources.flatten().tolist()) == {IGNORE}


def test_annotators_take_turns_from_epoch_to_epoch(tokenizer):
    labels = [show((SAID,), (), tokenizer=tokenizer, epoch=epoch)[0].labels.any() for epoch in range(4)]
    assert labels == [True, False, True, False]


def test_the_same_epoch_is_cut_the_same_way_again(tokenizer):
    text = TEXT + " word" * 600
    once, again = (show((SAID,), tokenizer=tokenizer, text=text, epoch=3) for _ in range(2))
    assert [example.ids.tolist() for example in once] == [example.ids.tolist() for example in again]


def test_an_attribution_inside_another_is_learnt_by_the_second_layer(tokenizer):
    inner = Relation((), (span("said"),), (span("and blows"),), inner=True)
    (example,) = show((SAID, inner), tokenizer=tokenizer)
    assert example.labels.tolist() == [[0, 5, 6, 1, 3, 5, 6, 0], [0, 0, 0, 0, 3, 5, 6, 0]]


def test_where_nobody_looked_for_a_further_speaker_the_second_layer_learns_nothing(tokenizer):
    outer = Relation((), (), (span("Brandt said and blows"),))
    (example,) = show((outer,), tokenizer=tokenizer)
    assert example.labels[1].tolist() == [0, 0, 0, IGNORE, IGNORE, IGNORE, IGNORE, 0]
    judged = Article("herald", TEXT, find_paragraphs(TEXT), ((outer,),), judged=(Span(0, len(TEXT)),))
    (example,) = make_examples(judged, tokenizer, 0)
    assert not example.labels[1].any()


def test_an_unread_article_teaches_by_advice_alone(tokenizer):
    advice = np.full((6, 7), 1 / 7, np.float32)
    (example,) = make_examples(Article("herald", TEXT, find_paragraphs(TEXT), ()), tokenizer, 0, advice)
    assert set(example.labels.flatten().tolist()) == {IGNORE}
    assert example.labels.shape == (LAYERS, 8)
    assert example.advice.sum(axis=1) == pytest.approx([0, 1, 1, 1, 1, 1, 1, 0])
