import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.case import verify_brief
from stemma.tell import as_json
from tests.factories import ferry_fire, write_story

BRIEF = as_json(ferry_fire())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    write_story(ferry_fire(), folder)
    return folder


def test_a_brief_agrees_with_its_documents(folder: Path):
    verdict = verify_brief(BRIEF, [str(folder)])
    assert verdict.agrees
    assert verdict.mismatches == ()
    assert str(verdict) == f"{verdict.spans} spans in 6 documents agree with the archived bytes"
    assert verdict.spans > 80


def test_documents_are_known_by_their_bytes_not_by_their_names(folder: Path, tmp_path: Path):
    for at, file in enumerate(sorted(folder.iterdir())):
        (tmp_path / f"renamed-{at}.txt").write_bytes(file.read_bytes())
    assert verify_brief(BRIEF, [str(tmp_path)]).agrees


def test_a_missing_document_is_a_mismatch(folder: Path):
    files = [str(file) for file in folder.iterdir() if file.name != "d-wire.txt"]
    verdict = verify_brief(BRIEF, files)
    assert len(verdict.mismatches) == 1
    assert verdict.mismatches[0].startswith("d-wire.txt: no file given has its bytes")


def test_a_missing_path_is_said(folder: Path):
    verdict = verify_brief(BRIEF, [str(folder / "gone")])
    assert len(verdict.mismatches) == 6


def test_another_text_from_the_same_bytes_is_a_mismatch(folder: Path):
    value = json.loads(BRIEF)
    value["documents"][0]["layer_sha256"] = "0" * 64
    verdict = verify_brief(json.dumps(value), [str(folder)])
    assert "another text is drawn from the same bytes" in verdict.mismatches[0]


def test_a_span_beyond_the_text_is_a_mismatch(folder: Path):
    value = json.loads(BRIEF)
    value["documents"][0]["body"] = [[0, 1_000_000]]
    verdict = verify_brief(json.dumps(value), [str(folder)])
    assert "outside a text of" in verdict.mismatches[0]


def test_a_changed_word_in_the_brief_is_caught(folder: Path):
    value = json.loads(BRIEF)
    value["attributions"][0]["content"] += "!"
    verdict = verify_brief(json.dumps(value), [str(folder)])
    assert len(verdict.mismatches) == 1
    assert "content of attribution" in verdict.mismatches[0]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changed_byte_in_any_document_is_caught(data: st.DataObject, tmp_path: Path):
    write_story(ferry_fire(), tmp_path)
    file = data.draw(st.sampled_from(sorted(tmp_path.glob("*.txt"))))
    content = bytearray(file.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    file.write_bytes(content)
    verdict = verify_brief(BRIEF, [str(tmp_path)])
    assert not verdict.agrees


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_offset_is_caught_where_it_changes_the_text(folder: Path, data: st.DataObject):
    value = json.loads(BRIEF)
    texts = {document.id: document.text for document in ferry_fire().documents}
    attribution = data.draw(st.sampled_from(value["attributions"]))
    names = [name for name in ("source_span", "cue_span") if attribution[name]]
    span = attribution[data.draw(st.sampled_from(names))] if names else attribution["content_spans"][0]
    before = texts[attribution["document"]][slice(*span)]
    span[1] = max(span[0], span[1] + data.draw(st.integers(-3, 3)))
    after = texts[attribution["document"]][slice(*span)]
    assert verify_brief(json.dumps(value), [str(folder)]).agrees == (before == after)
