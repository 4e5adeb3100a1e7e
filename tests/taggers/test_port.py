"""What every tagger keeps to, whatever reads: held by all adapters alike."""

import json
import re

import pytest

from stemma.model import Role, Span, Tags
from stemma.ports import Tagger
from stemma.taggers import Endpoint, LlmTagger, OnnxTagger
from tests.taggers.scripted import entry, lay_out, reports, serving

STORY = (
    "Heavy rain fell on Veldhaven on Monday, as the weather office had warned.",
    "“The dam will hold,” Mayor Ilse Brandt said. “We have checked every gate.”",
    "According to the water board, officials said the river rose by two metres in a day.",
    "İn Köln, \u200bMayor José\u0301 Ångström said 🙂 it was quiet.",
    "Farmers near the coast warned that their cattle could drown.\nNobody answered them.",
)
SAID = re.compile(r"\[(\d+)\].*?(\w+) (said|warned) (.+?)\.")


def answer(question: dict):
    """Answer for a model that knows two verbs."""
    shown = question["messages"][-1]["content"]
    found = enumerate(SAID.findall(shown), 1)
    return reports(*(entry(said, who, cue, number=n, paragraph=int(at)) for n, (at, who, cue, said) in found))


@pytest.fixture(params=["onnx", "llm"], scope="module")
def tagger(request):
    if request.param == "onnx":
        yield OnnxTagger(threads=2)
        return
    pytest.importorskip("urllib3")
    with serving(answer) as server:
        yield LlmTagger(Endpoint.of(server.url, "tiny"))


def test_something_is_found(tagger: Tagger):
    text, blocks = lay_out(*STORY)
    assert {one.role for one in tagger.tag(text, blocks).spans} == set(Role)


def test_spans_are_trimmed_and_in_order_and_lie_in_the_blocks(tagger: Tagger):
    text, blocks = lay_out(*STORY)
    spans = [one.span for one in tagger.tag(text, blocks).spans]
    assert spans == sorted(spans)
    assert all(span == span.trim(text) and len(span) for span in spans)
    assert all(any(block.holds(span) for block in blocks) for span in spans)


def test_spans_of_one_depth_do_not_overlap(tagger: Tagger):
    text, blocks = lay_out(*STORY)
    spans = tagger.tag(text, blocks).spans
    for number, one in enumerate(spans):
        assert not any(one.depth == other.depth and one.span.meets(other.span) for other in spans[number + 1 :])


def test_links_lead_from_contents_to_sources_and_cues(tagger: Tagger):
    text, blocks = lay_out(*STORY)
    tags = tagger.tag(text, blocks)
    assert tags.links
    for link in tags.links:
        assert tags.spans[link.content].role is Role.CONTENT
        assert tags.spans[link.other].role is not Role.CONTENT
        assert 0 <= link.score <= 1


def test_what_stands_outside_the_blocks_is_not_read(tagger: Tagger):
    text, blocks = lay_out("Home, the editor said it is.", *STORY, "Subscribe now, the editor said you must.")
    inside = Span(blocks[1].start, blocks[-2].end)
    assert all(inside.holds(one.span) for one in tagger.tag(text, blocks[1:-1]).spans)


def test_the_same_text_has_the_same_tags(tagger: Tagger):
    text, blocks = lay_out(*STORY)
    assert tagger.tag(text, blocks) == tagger.tag(text, blocks)


def test_a_text_without_words_has_no_tags(tagger: Tagger):
    assert tagger.tag("", ()) == Tags()
    assert tagger.tag(" \n ", (Span(0, 3),)) == Tags()


def test_a_name_is_one_line(tagger: Tagger):
    assert tagger.name
    assert json.dumps(tagger.name).isascii()
    assert len(tagger.name.split()) == 1
