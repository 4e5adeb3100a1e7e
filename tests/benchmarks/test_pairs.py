import numpy as np
import pytest

from benchmarks.pairs import Sentence, area, fit, mean_precision, pairs_of, read_topics


def test_sentences_that_share_half_of_their_events_say_the_same():
    topic = [
        Sentence("a", "The dam broke.", frozenset("b")),
        Sentence("b", "The dam broke and a village fled.", frozenset("bf")),
        Sentence("c", "A bank closed.", frozenset("c")),
        Sentence("d", "The dam broke, trains stopped and roads sank.", frozenset("btr")),
    ]
    assert list(pairs_of(topic)) == [(0, 1, True), (0, 2, False), (1, 2, False), (2, 3, False)]


def test_sentences_of_one_document_are_no_pair():
    assert not list(pairs_of([Sentence("a", "One.", frozenset("x")), Sentence("a", "Two.", frozenset("x"))]))


def test_the_best_order_has_area_and_precision_one():
    scores, same = np.array([3.0, 2.0, 1.0, 0.0]), np.array([True, True, False, False])
    assert area(scores, same) == mean_precision(scores, same) == 1.0
    assert area(-scores, same) == 0.0


def test_the_fit_finds_the_weights_that_made_the_pairs():
    draw = np.random.default_rng(7)
    rows = draw.normal(size=(20_000, 2))
    chance = 1 / (1 + np.exp(-(rows @ [2.0, -1.0] + 0.5)))
    assert fit(rows, draw.random(len(rows)) < chance) == pytest.approx([2.0, -1.0, 0.5], abs=0.1)


def test_only_annotated_sentences_are_read_and_reporting_is_no_event(tmp_path):
    words = ["The", "dam", "broke", "today", "Mayors", "said", "so", "twice"]
    tokens = "".join(f'<token t_id="{n}" sentence="{n // 4}">{word}</token>' for n, word in enumerate(words))
    marks = (
        '<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>'
        '<ACTION_REPORTING m_id="2"><token_anchor t_id="5"/></ACTION_REPORTING>'
    )
    tie = '<CROSS_DOC_COREF r_id="9" note="ACT7"><source m_id="1"/><target m_id="3"/></CROSS_DOC_COREF>'
    xml = f"<Document>{tokens}<Markables>{marks}</Markables><Relations>{tie}</Relations></Document>"
    (tmp_path / "ECB+" / "5").mkdir(parents=True)
    (tmp_path / "ECB+" / "5" / "5_1ecb.xml").write_text(xml, encoding="utf-8")
    rows = "Topic,File,Sentence Number\n5,1ecb,0\n5,1ecb,1\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(rows, encoding="utf-8")
    assert read_topics(tmp_path) == {"5": [Sentence("5_1ecb", "The dam broke today", frozenset({"ACT7"}))]}
    assert read_topics(tmp_path, ["5"]) == {}
