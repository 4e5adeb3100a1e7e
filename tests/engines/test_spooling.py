"""Documents in the order in which they are told, however many."""

import random
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="pip install 'stemma-news[batch]'")

import pyarrow as pa

from stemma.engines.folders import Folder
from stemma.engines.schemas import HOMES, READ
from stemma.engines.spooling import in_order
from stemma.errors import BatchError
from tests.engines.limits import no_file_above

COUNT = 200


@pytest.fixture
def read(tmp_path: Path) -> Folder:
    folder = Folder(str(tmp_path / "read"))
    for chunk in range(0, COUNT, 10):
        rows = [{"id": f"d{n:03}", "path": f"{n}", "data": b"%d" % n} for n in range(chunk, chunk + 10)]
        folder.write_rows(f"{chunk:032x}.parquet", pa.Table.from_pylist(rows, READ))
    return folder


def homes_of(count: int) -> pa.Table:
    dice = random.Random(8)
    rows = [
        {"id": f"d{n:03}", "path": f"{n}", "lot": dice.randrange(9), "story": f"s{dice.randrange(30):02}", "name": "x"}
        for n in range(count)
    ]
    return pa.Table.from_pylist(rows, HOMES)


def test_documents_come_by_lot_story_and_id_each_with_what_was_read_of_it(read: Folder):
    found = list(in_order(homes_of(COUNT), read))
    keys = [(row["lot"], row["story"], row["id"]) for row in found]
    assert (len(found), keys) == (COUNT, sorted(keys))
    assert all(row["data"] == str(row["path"]).encode() for row in found)


def test_documents_that_are_told_already_are_left_out(read: Folder):
    assert {row["id"] for row in in_order(homes_of(30), read)} == {f"d{n:03}" for n in range(30)}
    assert list(in_order(homes_of(0), read)) == []


def test_no_document_is_told_with_the_text_of_another_where_one_is_gone(read: Folder):
    with pytest.raises(BatchError, match="1 of 201 documents read are gone; run this again"):
        next(in_order(homes_of(COUNT + 1), read))


def test_where_there_is_no_room_for_it_that_is_said(tmp_path: Path):
    large = [{"id": f"d{n:03}", "path": f"{n}", "data": bytes(100_000)} for n in range(COUNT)]
    Folder(str(tmp_path)).write_rows(f"{0:032x}.parquet", pa.Table.from_pylist(large, READ))
    with no_file_above(1_000_000), pytest.raises(BatchError, match="make room or set TMPDIR, and run this again"):
        list(in_order(homes_of(COUNT), Folder(str(tmp_path))))
