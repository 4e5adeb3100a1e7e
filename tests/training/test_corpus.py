"""PolNeAR's brat files, as they really are: segments, several annotators, texts that spill over lines."""

from pathlib import Path

import pytest

from stemma.model import Role, cut_all
from training.tagger.corpus import Article, read_articles

TEXT = "“It rains,” Brandt said, “and blows.”\n\n \nIt is thought to stop soon.\n"


def mark(*parts: tuple[str, str]) -> str:
    """Write the brat file of one attribution: pairs of a kind and its segments, parted by bars."""
    lines, event = [], []
    for number, (kind, segments) in enumerate(parts, 1):
        starts = [(TEXT.index(segment), segment) for segment in segments.split("|")]
        places = ";".join(f"{start} {start + len(segment)}" for start, segment in starts)
        lines.append(f"T{number}\t{kind} {places}\t{' '.join(segment for _, segment in starts)}")
        event.append(f"{kind}:T{number}")
    return "\n".join([*lines, f"E1\t{' '.join(event)}"]) + "\n"


@pytest.fixture
def corpus(tmp_path: Path):
    (tmp_path / "dev" / "text").mkdir(parents=True)
    (tmp_path / "dev" / "attributions").mkdir()
    (tmp_path / "dev" / "text" / "herald_1.txt").write_text(TEXT, "utf-8")

    def read(*readings: str) -> Article:
        for number, reading in enumerate(readings):
            (tmp_path / "dev" / "attributions" / f"herald_1_{number:04x}.ann").write_text(reading, "utf-8")
        (article,) = read_articles(tmp_path, "dev")
        return article

    return read


SAID = mark(("Source", "Brandt"), ("Cue", "said"), ("Content", "“It rains,”|“and blows.”"))
THOUGHT = mark(("Cue", "is thought"), ("Content", "to stop soon"))


def test_an_interrupted_quotation_is_one_attribution_of_two_segments(corpus):
    ((relation,),) = corpus(SAID).readings
    assert cut_all(relation[Role.CONTENT], TEXT) == "“It rains,” “and blows.”"
    assert cut_all(relation[Role.SOURCE], TEXT) == "Brandt"


def test_an_attribution_may_have_no_source(corpus):
    ((relation,),) = corpus(THOUGHT).readings
    assert relation.sources == ()
    assert cut_all(relation.cues, TEXT) == "is thought"


def test_each_annotator_gives_a_reading(corpus):
    assert [len(reading) for reading in corpus(SAID, THOUGHT, "").readings] == [1, 1, 0]


def test_a_marked_text_that_spills_over_lines_is_not_taken_for_a_record(corpus):
    spilt = SAID.replace("Brandt\n", "Brandt\nT9 days later\n\n")
    assert corpus(spilt).readings == corpus(SAID).readings


def test_notes_that_are_no_part_of_an_attribution_are_left_out(corpus):
    noted = SAID + "T8\tDiscuss 0 3\t“It\nT7\tDiscard 4 9\trains\n#1\tAnnotatorNotes T8\tunsure\n"
    assert corpus(noted).readings == corpus(SAID).readings


def test_paragraphs_are_the_lines_that_say_something(corpus):
    assert [span.cut(TEXT) for span in corpus(SAID).paragraphs] == [
        "“It rains,” Brandt said, “and blows.”",
        "It is thought to stop soon.",
    ]
