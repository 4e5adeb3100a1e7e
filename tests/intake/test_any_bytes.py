"""Whatever stands in a file, it is read or refused in one line."""

import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pypdf", reason="needs stemma-news[formats]")

from stemma.errors import UnreadableError
from stemma.intake import items_of
from stemma.model.item import Item
from stemma.readers import choose_reader
from stemma.readers.layout import lay_out
from tests.intake.taking import lines, message, telegram
from tests.intake.test_crawls import warc
from tests.intake.test_feeds import ATOM, RSS
from tests.intake.test_telegram import PAGE as CHAT
from tests.readers.making import LINES, make_docx, make_letter, make_pdf, make_zip
from tests.readers.test_archived import PAGE as ARCHIVED
from tests.readers.test_mail import BODY, HEAD, saved_page
from tests.readers.test_markdown import CLIP
from tests.readers.test_readers import PAGE

WHOLE = {
    "a.pdf": make_pdf(LINES),
    "a.docx": make_docx("Dam holds", *LINES, cells=["Schools stay closed."]),
    "a.eml": make_letter(*HEAD, "Content-Type: text/plain; charset=utf-8", "", BODY, ""),
    "a.mhtml": saved_page(PAGE),
    "a.md": CLIP.encode(),
    "a.html": ARCHIVED.encode(),
    "result.json": telegram(message(1, ["The dam ", {"type": "bold", "text": "holds"}], forwarded_from="чайка ⚓")),
    "messages.html": CHAT.encode(),
    "feed.xml": RSS.encode(),
    "feed.atom": ATOM.encode(),
    "dump.jsonl": lines({"body": BODY, "headline": "Dam", "source": {"name": "Post"}}),
    "crawl.warc": warc(PAGE.encode(), packed=False),
    "crawl.wacz": make_zip(datapackage_json=b"{}", archive__a_warc=warc(PAGE.encode())),
}


def read(data: bytes, path: str) -> None:
    with suppress(UnreadableError):
        items = items_of(io.BytesIO(data), path)
        for item in [Item(path, data)] if items is None else items:
            if isinstance(item, UnreadableError):
                raise item
            layer = choose_reader(item.data, item.path).read(item.data, item.path)
            assert all(block.cut(layer.text) for block in layer.blocks or ())
            assert layer.forwarded_from is None or layer.forwarded_from.cut(layer.text)
            assert layer == choose_reader(item.data, item.path).read(item.data, item.path)


@pytest.mark.parametrize("path", WHOLE)
@settings(max_examples=25, deadline=None)
@given(at=st.floats(0, 1), put=st.binary(max_size=6), cut=st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused(path, at, put, cut):
    data = WHOLE[path]
    place = int(at * len(data))
    read(data[:place] + put + data[place + cut :], path)


@pytest.mark.parametrize("path", WHOLE)
@settings(max_examples=10, deadline=None)
@given(end=st.floats(0, 1))
def test_a_file_that_is_cut_off_is_read_or_refused(path, end):
    read(WHOLE[path][: int(end * len(WHOLE[path]))], path)


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=30), max_size=5))
def test_a_paragraph_stands_where_the_layout_says(head, paragraphs):
    text, blocks = lay_out(head, paragraphs)
    assert [block.cut(text) for block in blocks] == [p.encode("utf-8", "replace").decode() for p in paragraphs]
