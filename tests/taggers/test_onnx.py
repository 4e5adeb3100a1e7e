"""The shipped tagger: exact places, the same answer whatever stands beside it, nothing loaded before it is asked."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from stemma.model import Role, Span, Tags
from stemma.taggers import OnnxTagger

STORY = (
    "Heavy rain fell on Veldhaven on Monday.",
    "“The dam will hold,” Mayor Ilse Brandt said. “We have checked every gate.”",
    "According to the water board, the river rose by two metres in a day.",
    "Farmers near the coast warned that their cattle could drown.",
)


@pytest.fixture(scope="module")
def tagger():
    return OnnxTagger(threads=2)


def lay_out(*paragraphs: str, between: str = "\n\n") -> tuple[str, tuple[Span, ...]]:
    text = between.join(paragraphs)
    starts = [len(between.join((*paragraphs[:n], ""))) for n in range(len(paragraphs))]
    return text, tuple(Span(start, start + len(part)) for start, part in zip(starts, paragraphs, strict=True))


def cut(tags: Tags, text: str, role: Role) -> list[str]:
    return [tagged.span.cut(text) for tagged in tags.spans if tagged.role is role]


def find_other(tags: Tags, text: str, content: str, role: Role) -> str:
    """Return the likeliest source or cue of the content that begins so."""
    offers = [
        (link.score, tags.spans[link.other].span.cut(text))
        for link in tags.links
        if tags.spans[link.content].span.cut(text).startswith(content) and tags.spans[link.other].role is role
    ]
    return max(offers)[1]


def test_it_finds_who_said_what(tagger):
    text, blocks = lay_out(*STORY)
    tags = tagger.tag(text, blocks)
    assert "Mayor Ilse Brandt" in cut(tags, text, Role.SOURCE)
    assert "said" in cut(tags, text, Role.CUE)
    assert "the river rose by two metres in a day" in cut(tags, text, Role.CONTENT)


def test_it_ties_each_content_to_its_source_and_its_cue(tagger):
    text, blocks = lay_out(*STORY)
    tags = tagger.tag(text, blocks)
    assert find_other(tags, text, "“The dam", Role.SOURCE) == "Mayor Ilse Brandt"
    assert find_other(tags, text, "“We have", Role.SOURCE) == "Mayor Ilse Brandt"
    assert find_other(tags, text, "the river", Role.SOURCE) == "the water board"
    assert find_other(tags, text, "the river", Role.CUE) == "According to"


def test_what_stands_outside_the_blocks_is_not_read(tagger):
    text, blocks = lay_out("Home | News | Sport", *STORY, "Subscribe now, the editor said.")
    tags = tagger.tag(text, blocks[1:-1])
    inside, _ = lay_out(*STORY)
    shift = blocks[1].start
    alone = tagger.tag(inside, [Span(block.start - shift, block.end - shift) for block in blocks[1:-1]])
    assert [tagged.score for tagged in tags.spans] == [tagged.score for tagged in alone.spans]
    assert [tagged.span.start - shift for tagged in tags.spans] == [tagged.span.start for tagged in alone.spans]


def test_places_survive_letters_that_the_model_reads_otherwise(tagger):
    text, blocks = lay_out("İn Köln, \u200bMayor José\u0301 Ångström said 🙂 it was quiet.")
    tags = tagger.tag(text, blocks)
    assert "said" in cut(tags, text, Role.CUE)


def test_the_answer_does_not_depend_on_the_number_of_threads_nor_on_what_was_read_before(tagger):
    text, blocks = lay_out(*STORY * 12)
    assert OnnxTagger(threads=1).tag(text, blocks) == tagger.tag(text, blocks)


def test_a_sentence_has_the_same_vector_alone_as_among_others(tagger):
    among = tagger.embed(STORY)
    alone = np.concatenate([tagger.embed([sentence]) for sentence in STORY])
    assert among.tobytes() == alone.tobytes()


def test_vectors_have_length_one_and_like_sentences_are_near(tagger):
    vectors = tagger.embed(["Two soldiers were killed.", "A pair of troops died.", "The bakery sells bread.", ""])
    assert vectors.shape == (4, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]


def test_no_sentences_make_an_empty_array(tagger):
    assert tagger.embed([]).shape == (0, 384)


def test_a_very_long_sentence_has_a_vector(tagger):
    assert np.isfinite(tagger.embed(["word " * 2000])).all()


def test_the_name_tells_the_weights(tagger):
    assert tagger.name.startswith("minilm-polnear-")


def test_importing_it_does_not_load_the_runtime():
    code = "import sys, stemma.taggers; sys.exit('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_report_inside_a_report_is_marked_one_deeper(tagger):
    nested = "The Tarn Herald reported that Mayor Anna Lind said the dam had cracked on Sunday."
    text, blocks = lay_out(nested, *STORY)
    spans = tagger.tag(text, blocks).spans
    told = {(span.depth, span.role): span.span.cut(text) for span in spans if blocks[0].holds(span.span)}
    assert told[0, Role.SOURCE] == "The Tarn Herald"
    assert told[1, Role.SOURCE] == "Mayor Anna Lind"
    assert told[1, Role.CONTENT] == "the dam had cracked on Sunday"


def test_a_sentence_alone_is_read_as_it_is_among_others(tagger):
    for sentence, source, content in (
        ("Officials said the dam broke.", "Officials", "the dam broke"),
        ("“The dam will hold,” Mayor Ilse Brandt said.", "Mayor Ilse Brandt", "“The dam will hold,”"),
    ):
        text, blocks = lay_out(sentence)
        told = {span.role: span.span.cut(text) for span in tagger.tag(text, blocks).spans if not span.depth}
        assert (told[Role.SOURCE], told[Role.CUE], told[Role.CONTENT]) == (source, "said", content)


def test_what_a_short_text_is_read_with_leaves_no_mark(tagger):
    text, blocks = lay_out("No.")
    tags = tagger.tag(text, blocks)
    assert all(blocks[0].holds(span.span) for span in tags.spans)


def test_nothing_is_reported_to_the_maker_of_the_runtime(tmp_path: Path):
    """Its telemetry keeps an id of the machine in the user's home, where it is on."""
    program = "from stemma.taggers import OnnxTagger; OnnxTagger().embed(['The ferry sank.'])"
    home = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    silenced = {"ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "CI"}
    environment = {name: value for name, value in os.environ.items() if name not in silenced} | home
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)
    assert list(tmp_path.rglob("*")) == []
