"""Documents out of files of one and of many, and back to them."""

import io
import json
import os
import sys
import threading

import pytest

from stemma.case import add_files, brief_files, init_case, prove_case, verify_brief
from stemma.case.files.finding import STDIN, File
from stemma.case.files.taking import take
from stemma.errors import UnreadableError
from stemma.model.item import Item
from stemma.tell import as_json
from tests.intake.taking import lines, message, telegram

FIRST = "Mayor Lena Hollis said on Friday that the dam above the town would hold."
SECOND = "Two bridges fell below the dam, the fire service of Orvane said on Friday."
RECORDS = lines({"body": FIRST, "headline": "Dam holds"}, {"body": SECOND}, {"body": ""})


def taken(path, **options) -> list[Item | UnreadableError]:
    return list(take(File(str(path), is_named=True), **options))


def test_a_file_of_one_document_is_that_document(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST)
    assert taken(tmp_path / "a.txt") == [Item(str(tmp_path / "a.txt"), FIRST.encode())]


def test_what_comes_by_a_pipe_is_taken_apart_too(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RECORDS)))
    assert [item.path for item in take(File(STDIN, is_named=True)) if isinstance(item, Item)] == ["-#1", "-#2", "-#3"]
    reading, writing = os.pipe()
    threading.Thread(target=lambda: (os.write(writing, RECORDS), os.close(writing))).start()
    assert len(taken(f"/dev/fd/{reading}")) == 3
    os.close(reading)


def test_a_file_for_many_with_none_in_it_says_so(tmp_path):
    (tmp_path / "feed.xml").write_text("<rss><channel><title>News</title></channel></rss>")
    (error,) = taken(tmp_path / "feed.xml")
    assert str(error) == f"{tmp_path}/feed.xml: has no documents in it"


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    (error,) = taken(tmp_path / "none.json")
    assert str(error) == f"{tmp_path}/none.json: no such file or folder; check the path"


def test_each_document_of_a_file_is_briefed_and_found_again_by_its_bytes(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_bytes(RECORDS)
    done = brief_files([str(path)])
    assert [document.path for document in done.brief.documents if document.title] == [f"{path}#1"]
    assert any("of 3 documents 1 left out" in notice.text for notice in done.brief.notices)
    assert done.unreadable == ()
    assert verify_brief(as_json(done.brief), [str(tmp_path)]).agrees
    path.write_bytes(RECORDS.replace(b"dam", b"DAM"))
    assert not verify_brief(as_json(done.brief), [str(path)]).agrees


def test_keys_that_the_user_names_are_named_again_to_verify(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_bytes(lines({"body": "No words of interest here.", "mine": FIRST}))
    names = {"text": "mine"}
    brief = as_json(brief_files([str(path)], names=names).brief)
    assert verify_brief(brief, [str(path)], names).agrees
    assert not verify_brief(brief, [str(path)]).agrees


def test_the_posts_of_an_export_are_kept_in_a_case_and_proved(tmp_path):
    pytest.importorskip("ijson")
    case, path = str(tmp_path / "dam.stemma"), tmp_path / "result.json"
    path.write_bytes(telegram(message(1, FIRST), message(2, SECOND, forwarded_from="чайка ⚓")))
    init_case(case)
    assert [settled.address for settled in add_files(case, [str(path)])] == [f"{path}#1", f"{path}#2"]
    assert prove_case(case).agrees
    (forward,) = [d for d in brief_files([case]).brief.derivations if d.evidence == "forwards"]
    assert forward.places


def test_a_brief_of_ours_beside_the_documents_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "brief.json").write_text(json.dumps({"stemma": "1", "documents": []}))
    done = brief_files([str(tmp_path)])
    assert len(done.brief.documents) == 1
    assert any("a brief that Stemma wrote" in notice.text for notice in done.brief.notices)
