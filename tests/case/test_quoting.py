"""The quotes of files: one document after another, nothing kept, nothing missed."""

from pathlib import Path

import pytest

from stemma.case import Wanted, quote_files, verify_brief
from stemma.errors import NothingToReadError
from stemma.model import Notice
from stemma.tell import quotes_as_json_lines
from tests.sayings import SayingTagger

TEXT = """The bridge of Lund Bay

The crack was found on Monday, and the bridge has not been open since then for any traffic.

Ines Volk said the bridge was closed. “Nobody was in danger,” said Ines Volk. Otto Brahm denied that it was late.
"""


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


EVERYTHING_SAID = Wanted()


def contents(folder: Path, wanted: Wanted = EVERYTHING_SAID) -> list[str]:
    return [
        a.content for quotes in quote_files([str(folder)], wanted, tagger=SayingTagger()) for a in quotes.attributions
    ]


def test_what_is_said_is_found_and_what_the_text_itself_says_is_left_out(tmp_path: Path):
    assert contents(write(tmp_path, a=TEXT)) == ["the bridge was closed", "Nobody was in danger", "it was late"]


def test_what_the_text_itself_says_comes_where_it_is_wanted(tmp_path: Path):
    assert any("crack was found" in content for content in contents(write(tmp_path, a=TEXT), Wanted(narrated=True)))


def test_direct_quotes_may_be_all_that_is_wanted(tmp_path: Path):
    assert contents(write(tmp_path, a=TEXT), Wanted(direct=True)) == ["Nobody was in danger"]


@pytest.mark.parametrize("name", ["Brahm", "brahm", "OTTO B"])
def test_a_source_is_wanted_by_any_part_of_its_name(tmp_path: Path, name: str):
    assert contents(write(tmp_path, a=TEXT), Wanted(source=name)) == ["it was late"]


def test_a_document_is_given_out_before_the_next_is_read(tmp_path: Path):
    write(tmp_path, **{f"n{number:03}": TEXT.replace("Monday", f"day {number}") for number in range(300)})
    tagger = SayingTagger()
    for number, quotes in enumerate(quote_files([str(tmp_path)], tagger=tagger), 1):
        assert quotes.document.path.endswith(f"n{number - 1:03}.txt")
        assert len(tagger.texts) == number
        if number == 20:
            break


def test_the_same_bytes_are_read_once_and_a_notice_says_so(tmp_path: Path):
    write(tmp_path, a=TEXT, b=TEXT)
    notices: list[Notice] = []
    tagger = SayingTagger()
    assert len(list(quote_files([str(tmp_path)], tagger=tagger, notify=notices.append))) == 1
    assert len(tagger.texts) == 1
    assert "the same bytes as" in notices[0].text


def test_a_named_file_that_cannot_be_read_is_kept_in_mind_and_the_others_are_read(tmp_path: Path):
    write(tmp_path, a=TEXT)
    notices: list[Notice] = []
    quoting = quote_files([str(tmp_path), str(tmp_path / "gone.txt")], tagger=SayingTagger(), notify=notices.append)
    assert len(list(quoting)) == 1
    assert [error.path for error in quoting.unreadable] == [str(tmp_path / "gone.txt")]
    assert "no such file" in notices[0].text


def test_an_empty_folder_is_an_error(tmp_path: Path):
    with pytest.raises(NothingToReadError):
        list(quote_files([str(tmp_path)], tagger=SayingTagger()))


def test_a_document_that_quotes_nobody_is_told_of(tmp_path: Path):
    notices: list[Notice] = []
    (quotes,) = quote_files(
        [str(write(tmp_path, a="Rain fell on the town all night.\n"))], tagger=SayingTagger(), notify=notices.append
    )
    assert quotes.attributions == ()
    assert "nothing that anybody said was found" in notices[0].text


def test_verify_opens_every_segment_of_the_lines_again(tmp_path: Path):
    write(tmp_path, a=TEXT, b=TEXT.replace("Monday", "Sunday"))
    told = "".join(map(quotes_as_json_lines, quote_files([str(tmp_path)], tagger=SayingTagger())))
    assert verify_brief(told, [str(tmp_path)]).agrees
    assert verify_brief(told, [str(tmp_path)]).documents == 2
    mismatches = verify_brief(
        told.replace("the bridge was closed", "the bridge was opened"), [str(tmp_path)]
    ).mismatches
    assert any("content of attribution" in mismatch for mismatch in mismatches)
    write(tmp_path, a=TEXT.replace("Nobody", "Everybody"))
    assert "its bytes have changed" in verify_brief(told, [str(tmp_path)]).mismatches[0]
