import gzip
import json

import pytest

from stemma.errors import UnreadableError
from stemma.intake.bounded import MOST_OF_ITEM
from stemma.model.item import Item
from tests.intake.taking import lines, read_all, take

RECORD = {
    "headline": "Dam holds",
    "body": "The dam holds, the mayor said.\n\nSchools stay closed.",
    "link": "https://post.example/dam",
    "publishedAt": "2023-03-04T10:00:00Z",
    "source": {"id": None, "name": "Orvane Post"},
    "likes": 3,
}


def test_the_names_that_data_sets_use_are_known():
    (layer,) = read_all(lines(RECORD), "dump.jsonl")
    assert layer.text == "Dam holds\n\nThe dam holds, the mayor said.\n\nSchools stay closed.\n\n"
    assert (layer.outlet, layer.url, layer.published) == (
        "Orvane Post",
        "https://post.example/dam",
        "2023-03-04T10:00:00+00:00",
    )


def test_a_key_that_the_user_names_counts_before_those_that_are_known():
    record = {**RECORD, "deep": {"words": "Other words, the mayor said."}}
    (layer,) = read_all(lines(record), "dump.jsonl", {"text": "deep.words"})
    assert layer.text == "Dam holds\n\nOther words, the mayor said.\n\n"


def test_a_record_keeps_all_that_came_with_it():
    (item,) = take(lines(RECORD), "dump.jsonl")
    assert isinstance(item, Item)
    assert json.loads(item.data)["likes"] == 3


@pytest.mark.parametrize("published", ["Sat, 04 Mar 2023 10:00:00 GMT", 1677924000, 1677924000000, "2023-03-04"])
def test_a_date_is_read_in_each_of_its_forms(published):
    (layer,) = read_all(lines({"text": "The dam holds.", "published": published}), "a.jsonl")
    assert (layer.published or "")[:10] == "2023-03-04"


def test_a_broken_line_is_told_and_the_others_are_read():
    first, second, third, fourth = take(lines(RECORD) + b"{broken\n[1]\n" + lines(RECORD), "dump.jsonl")
    assert isinstance(first, Item)
    assert str(second) == "dump.jsonl#2: is no JSON"
    assert str(third) == "dump.jsonl#3: is no record"
    assert isinstance(fourth, Item)


def test_a_line_larger_than_any_report_is_left_out_and_the_next_one_read():
    data = lines({"text": "x" * (MOST_OF_ITEM + 10)}, RECORD)
    large, good = take(data, "dump.jsonl")
    assert isinstance(large, UnreadableError)
    assert isinstance(good, Item)
    assert good.path == "dump.jsonl#2"


def test_a_list_of_records_is_read_as_lines_of_them_are():
    pytest.importorskip("ijson")
    assert [layer.title for layer in read_all(json.dumps([RECORD, RECORD]).encode(), "dump.json")] == ["Dam holds"] * 2


def test_packed_lines_are_unpacked_on_the_way():
    assert len(take(gzip.compress(lines(RECORD, RECORD)), "dump.jsonl.gz")) == 2


def test_packed_lines_that_are_cut_off_say_so():
    *_, error = take(gzip.compress(lines(RECORD) * 5000)[:-30], "dump.jsonl.gz")
    assert "cut off" in str(error)


def test_half_a_character_in_a_record_harms_nothing():
    (layer,) = read_all(b'{"text": "The dam \\ud83d holds, the mayor said."}\n', "a.jsonl")
    assert layer.text == "The dam ? holds, the mayor said.\n\n"


def test_html_in_a_record_is_read_as_what_it_shows():
    (layer,) = read_all(lines({"html": "<p>The <b>dam</b> holds.</p><p>So far.</p>"}), "a.jsonl")
    assert layer.text == "The dam holds.\n\nSo far.\n\n"
