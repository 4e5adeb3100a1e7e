"""Speakers without the reports inside what they say."""

from stemma.attribute import attribute, attribute_outermost
from tests.attribute.marking import mark


def test_the_outermost_speaker_keeps_what_others_say_in_his_words():
    document, tags = mark("<s The Tarn Institute> <c reported> <t that villagers claimed the water rose>.")
    (chain,) = attribute(document, tags)
    (outer,) = attribute_outermost(document, tags)
    assert chain.source_span is not None
    assert outer.source_span is not None
    assert chain.source_span.cut(document.text) == "villagers"
    assert (outer.source_span.cut(document.text), outer.content) == (
        "The Tarn Institute",
        "villagers claimed the water rose",
    )
