"""Places where a batch reads and writes."""

from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="pip install 'stemma-news[batch]'")

from stemma.engines import folders
from stemma.engines.folders import Folder, files_at, open_file, reason_of
from stemma.errors import BatchError
from tests.engines.limits import no_file_above


def test_what_a_library_says_is_told_in_one_line():
    looked = "Unable to load libjvm\ndlopen(/usr/lib/libjvm.so) failed\ndlopen(/opt/libjvm.so) failed"
    assert reason_of(OSError(looked)) == "Unable to load libjvm"
    assert reason_of(ValueError("\nNo such bucket. Detail: [errno 2] of us")) == "No such bucket"
    assert reason_of(ValueError("")) == "ValueError"


def test_a_url_of_a_kind_that_arrow_does_not_know_is_left_to_fsspec():
    fsspec = pytest.importorskip("fsspec", reason="pip install fsspec")
    with fsspec.open("memory://crawl/a.jsonl", "wb") as file:
        file.write(b"{}")
    assert files_at("memory://crawl") == ["memory://crawl/a.jsonl"]
    with open_file("memory://crawl/a.jsonl") as file:
        assert file.read() == b"{}"


@pytest.mark.parametrize("url", ["zeppelin://crawl/a.jsonl", "file:///tmp/a b"])
def test_a_url_that_nobody_knows_is_said(url: str):
    with pytest.raises(BatchError, match="is on no file system that can be reached"):
        open_file(url)


GOOGLE = "gs://anonymous@crawl/a.jsonl?scheme=http&endpoint_override=127.0.0.1:1"


def test_google_s_storage_is_given_up_after_a_while_and_why_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("pyarrow._gcsfs", reason="this build of Arrow does not know it")
    monkeypatch.setattr(folders, "GOOGLE_SECONDS", 1)
    with pytest.raises(BatchError, match=r"cannot be read: PerformWork\(\) - CURL error \[7\]=[^()]*$"):
        files_at(GOOGLE)


def test_how_long_google_s_storage_is_asked_a_url_may_say():
    pytest.importorskip("pyarrow._gcsfs", reason="this build of Arrow does not know it")
    with pytest.raises(BatchError, match="must be a positive integer, got 'long'"):
        files_at(f"{GOOGLE}&retry_limit_seconds=long")


def test_a_url_without_a_part_that_its_kind_asks_for_is_said():
    pytest.importorskip("fsspec", reason="pip install fsspec")
    with pytest.raises(BatchError, match="missing 2 required positional arguments"):
        open_file("github://crawl/a.jsonl")


def test_a_place_that_can_only_be_read_is_said():
    fsspec = pytest.importorskip("fsspec", reason="pip install fsspec")

    class OnlyRead(fsspec.AbstractFileSystem):
        protocol = "onlyread"

        def _open(self, path, mode="rb", **_):
            raise NotImplementedError

    fsspec.register_implementation("onlyread", OnlyRead, clobber=True)
    with pytest.raises(BatchError, match="cannot be written to: NotImplementedError; mend it"):
        Folder("onlyread://tables").write("a.parquet", b"PAR1")


def test_what_a_full_disk_cuts_off_is_taken_away(tmp_path: Path):
    with no_file_above(2_000), pytest.raises(BatchError, match="cannot be written to: File too large; mend it"):
        Folder(str(tmp_path)).write("lot.parquet", bytes(4_000))
    assert not [*tmp_path.iterdir()]
