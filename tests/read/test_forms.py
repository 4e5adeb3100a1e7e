"""What form some bytes have."""

import pytest

from stemma.read.forms import Form, form_of
from stemma.readers.sniffing import is_html


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b'{"name": "Post", "type": "public_channel", "id": 1, "messages": [{}]}', Form.TELEGRAM),
        (b'{"about": "Here is the data you requested.", "contacts": {}', Form.TELEGRAM),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', Form.JSON_FEED),
        (b'{"text": "The dam holds."}\n{"text": "So far."}\n', Form.RECORD_LINES),
        (b'[{"text": "The dam holds."}]', Form.RECORDS),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!-- made by hand --><rss version="2.0">', Form.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', Form.FEED),
        (b'<rdf:RDF xmlns:rdf="x">', Form.FEED),
        (b"<urlset><url>", Form.SITEMAP),
        ('<?xml version="1.0"?><rss>'.encode("utf-16"), Form.FEED),
        (b'<html><body><div class="page_wrap"><div class="page_header">', Form.TELEGRAM_PAGE),
    ],
)
def test_a_form_is_told_by_the_first_bytes(head, form):
    assert form_of(head, "whatever.txt") is form


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"The dam holds.",
        b"{curly} words, he said.",
        b"[1] The dam holds.",
        b"<p>The dam</p>",
        b'{\n  "text": "a"\n}\n',
    ],
)
def test_other_bytes_have_none(head):
    assert form_of(head, "a.txt") is None


def test_a_line_longer_than_what_is_looked_at_is_known_by_its_name():
    assert form_of(b'{"text": "' + b"a" * 70_000, "dump.jsonl.gz") is Form.RECORD_LINES


@pytest.mark.parametrize(
    "head", [b"<!---->" * 9000, b"<?a?>" * 9000, b"<!DOCTYPE a>" * 5000, b'{"a": 1}' + b"\n" * 60_000 + b"x"]
)
def test_bytes_made_to_stop_their_reader_do_not(head):
    assert form_of(head, "a.txt") is None
    assert not is_html(head)
