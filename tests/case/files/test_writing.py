"""Results are written whole or not at all."""

import pytest

from stemma.case import write_whole
from stemma.errors import OutputError


def test_the_file_holds_the_text_and_nothing_else_is_left(tmp_path):
    write_whole(tmp_path / "brief.md", "ligne à ligne\n")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]
    assert (tmp_path / "brief.md").read_text(encoding="utf-8") == "ligne à ligne\n"


def test_a_missing_folder_says_what_to_do(tmp_path):
    with pytest.raises(OutputError, match="choose another place with -o"):
        write_whole(tmp_path / "no" / "brief.md", "x")


def test_a_folder_of_that_name_is_not_replaced(tmp_path):
    (tmp_path / "brief.md").mkdir()
    with pytest.raises(OutputError):
        write_whole(tmp_path / "brief.md", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]
