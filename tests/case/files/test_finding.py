"""The files behind the paths that a user gives."""

import pytest

from stemma.case.files.finding import MAX_BYTES, File, find_files
from stemma.errors import UnreadableError


def read(path) -> bytes:
    file = File(str(path), is_named=True)
    with file.opened() as stream:
        return file.read(stream)


def found(*paths) -> list[str]:
    return [file.path for file in find_files([str(path) for path in paths])]


def test_a_folder_gives_its_texts_and_pages_at_any_depth(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in (
        "b.txt",
        "deep/a.html",
        "deep/er/c.HTM",
        "e.pdf",
        "f.warc.gz",
        "g.tar.gz",
        "picture.png",
        "table.xlsx",
    ):
        (tmp_path / name).write_text("x")
    kept = ("b.txt", "deep/a.html", "deep/er/c.HTM", "e.pdf", "f.warc.gz")
    assert found(tmp_path) == [str(tmp_path / name) for name in kept]


def test_hidden_files_are_left_out(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    (tmp_path / ".b.txt").write_text("x")
    assert found(tmp_path) == []


def test_the_order_of_the_paths_does_not_matter(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x")
    assert found(tmp_path / "b.txt", tmp_path / "a.txt") == found(tmp_path / "a.txt", tmp_path / "b.txt")


def test_a_file_that_is_named_and_lies_in_a_named_folder_is_found_once(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (file,) = find_files([str(tmp_path), str(tmp_path / "a.txt")])
    assert file.is_named


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path):
    (tmp_path / "post.export").write_text("x")
    assert found(tmp_path / "post.export") == [str(tmp_path / "post.export")]


def test_a_file_that_is_too_large_says_what_to_do(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(UnreadableError, match="larger than 10 MB, which no report is; split it"):
        read(tmp_path / "a.txt")
