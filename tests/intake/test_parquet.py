"""Records of Parquet files."""

import json
from datetime import datetime
from io import BytesIO

import pytest

pytest.importorskip("pyarrow", reason="pip install 'stemma-news[batch]'")

import pyarrow as pa
import pyarrow.parquet as pq

from stemma.errors import UnreadableError
from stemma.intake import items_of
from stemma.intake.bounded import MOST_OF_ITEM
from stemma.model.item import Item


def written(rows: list[dict[str, object]]) -> BytesIO:
    file = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), file)
    file.seek(0)
    return file


def test_each_row_is_a_document_under_our_names():
    rows = [{"headline": "A", "body": f"Text {n}.", "seen": datetime(2024, 3, 5, 12)} for n in range(40)]
    items = list(items_of(written(rows), "news.parquet", {"text": "body"}) or ())
    assert [item.path for item in items] == [f"news.parquet#{n}" for n in range(1, 41)]
    assert all(isinstance(item, Item) for item in items)
    first = json.loads(items[0].data)
    assert first["text"] == "Text 0."
    assert first["seen"] == "2024-03-05T12:00:00"


def test_a_file_that_is_cut_off_is_said():
    whole = written([{"text": f"Text {n}."} for n in range(100)]).getvalue()
    with pytest.raises(UnreadableError, match="cut off or damaged"):
        list(items_of(BytesIO(whole[: len(whole) // 2]), "news.parquet") or ())


def test_text_that_is_no_utf_8_and_a_moment_that_is_none_stop_nothing():
    latin = pa.array([b"Caf\xe9 closed."], pa.binary())
    text = pa.Array.from_buffers(pa.string(), 1, latin.buffers())
    far = pa.array([9_223_372_036_854_775], pa.timestamp("ms"))
    fine = pa.array([1_709_600_000_123_456_789], pa.timestamp("ns"))
    file = BytesIO()
    pq.write_table(pa.table({"text": text, "far": far, "fine": fine}), file)
    (item,) = items_of(BytesIO(file.getvalue()), "news.parquet") or ()
    assert isinstance(item, Item)
    assert json.loads(item.data) == {
        "text": "Caf\N{REPLACEMENT CHARACTER} closed.",
        "far": None,
        "fine": "2024-03-05T00:53:20.123456",
    }


def test_a_file_of_which_no_column_holds_text_is_refused_in_one_line():
    rows = [{"id": n, "score": 0.5} for n in range(40)]
    with pytest.raises(UnreadableError, match=r"no column with text \(id, score\); say which one holds it"):
        list(items_of(written(rows), "news.parquet") or ())


@pytest.mark.parametrize(("column", "names"), [("Body", {}), ("words", {"text": "words"}), ("a", {"text": "a.b"})])
def test_text_may_stand_in_any_column_that_is_known_or_named(column, names):
    value = {"b": "Text."} if column == "a" else "Text."
    (item,) = items_of(written([{column: value}]), "news.parquet", names) or ()
    assert isinstance(item, Item)
    assert json.loads(item.data)["text"] == "Text."


def test_a_row_that_is_larger_than_any_report_is_left_out_alone():
    rows = [{"text": "One."}, {"text": "0" * (MOST_OF_ITEM + 1)}, {"text": "Three."}]
    one, large, three = items_of(written(rows), "news.parquet") or ()
    assert (one.path, three.path) == ("news.parquet#1", "news.parquet#3")
    assert str(large) == "news.parquet#2: is larger than a report"
