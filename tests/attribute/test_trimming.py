import pytest

from stemma.attribute.draft import Draft
from stemma.attribute.trimming import trim_contents
from stemma.model import Span


def trimmed(text: str, content: str) -> str:
    start = text.index(content)
    draft = trim_contents(text, Draft((Span(start, start + len(content)),)))
    assert draft is not None
    return draft.contents[0].cut(text)


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("It has not published the dam's log for the night.", "the dam", "the dam's log"),
        ("It has not published the dam’s old log.", "the dam", "the dam’s old log"),
        ("She asked for the mayor's. Nobody came.", "the mayor", "the mayor"),
    ],
)
def test_what_is_possessed_belongs_to_the_statement_that_names_who_has_it(text: str, content: str, whole: str):
    assert trimmed(text, content) == whole


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("They came from a third-party shop, she said.", "They came from a third", "They came from a third-party"),
        ("He saw them in question- but not for long.", "He saw them in question", "He saw them in question"),
    ],
)
def test_no_word_is_cut_through(text: str, content: str, whole: str):
    assert trimmed(text, content) == whole


def test_a_joint_to_what_follows_is_no_part_of_a_statement():
    assert trimmed("He said it passed the tests and is on its way.", "it passed the tests and") == "it passed the tests"
