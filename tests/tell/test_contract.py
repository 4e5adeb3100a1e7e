import json
from dataclasses import replace

import pytest

from stemma.errors import ContractError
from stemma.model import titles_of
from stemma.tell import as_json, read_pins
from tests.factories import ferry_fire


def test_it_holds_the_keys_of_the_contract():
    value = json.loads(as_json(ferry_fire()))
    assert value["stemma"] == "1"
    assert {
        "documents", "sources", "attributions", "claims", "derivations", "positions", "figures", "checks", "drift",
        "ledger", "events",
    } <= set(value)  # fmt: skip


def test_every_content_is_the_cut_of_its_spans():
    value = json.loads(as_json(ferry_fire()))
    texts = {document.id: document.text for document in ferry_fire().documents}
    for attribution in value["attributions"]:
        text = texts[attribution["document"]]
        assert attribution["content"] == " ".join(text[start:end] for start, end in attribution["content_spans"])


def test_every_place_of_a_brief_is_a_pin():
    documents, pins = read_pins(as_json(ferry_fire()))
    kinds = {pin.what.split()[0] for pin in pins}
    assert kinds == {
        "body",
        "content",
        "cue",
        "date",
        "derivation",
        "drift",
        "event",
        "figure",
        "furniture",
        "relay",
        "source",
        "time",
        "title",
        "what",
    }
    assert len(documents) == 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "no Stemma brief"),
        ('{"type": "bundle"}', "no Stemma brief"),
        ('{"stemma": "2"}', "version '2'"),
        ('{"stemma": "1"}', "not a whole Stemma brief"),
        ('{"stemma": "1", "documents": [3]}', "not a whole Stemma brief"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_not_a_brief_is_refused_in_one_line(text: str, words: str):
    with pytest.raises(ContractError, match=words) as caught:
        read_pins(text)
    assert "\n" not in str(caught.value)


def test_a_place_in_an_unknown_document_is_refused():
    value = json.loads(as_json(ferry_fire()))
    value["figures"][0]["document"] = "d-other"
    with pytest.raises(ContractError, match="does not list: d-other"):
        read_pins(json.dumps(value))


def test_a_document_has_the_number_that_sentences_call_it_by():
    brief = ferry_fire()
    mute = tuple(replace(d, outlet=None, path=f"{at}23456789.txt") for at, d in enumerate(brief.documents))
    told = json.loads(as_json(replace(brief, documents=mute)))["documents"]
    assert {d["id"]: f"document {d['number']}" for d in told} == titles_of(mute)
