import gzip
from datetime import UTC, datetime

import pytest

from stemma.errors import UnreadableError
from stemma.intake.bounded import MOST_OF_ITEM
from stemma.model.item import Item
from tests.intake.taking import read_all, take
from tests.readers.making import make_zip
from tests.readers.test_readers import PAGE

pytest.importorskip("warcio", reason="needs stemma-news[formats]")


def warc(*pages: bytes, packed: bool = True, status: str = "200 OK", kind: str = "text/html", **headers: str) -> bytes:
    """A crawl of *pages*, each record packed by itself as crawlers do."""
    told = "".join(f"{name}: {value}\r\n" for name, value in {"Content-Type": kind, **headers}.items())
    records = [_record("warcinfo", "x.warc", "application/warc-fields", b"software: test\r\n")]
    for number, page in enumerate(pages):
        answer = f"HTTP/1.1 {status}\r\n{told}\r\n".encode() + page
        records.append(_record("response", f"https://post.example/{number}", "application/http", answer))
    return b"".join(gzip.compress(record) if packed else record for record in records)


def _record(type: str, uri: str, kind: str, data: bytes) -> bytes:
    head = f"WARC-Type: {type}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2023-03-05T08:00:00Z\r\nContent-Type: {kind}"
    return f"WARC/1.0\r\n{head}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_of_a_crawl_comes_with_its_address_time_and_headers(packed):
    (item,) = take(warc(PAGE.encode(), packed=packed), "x.warc.gz")
    assert isinstance(item, Item)
    assert item.data == PAGE.encode()
    assert (item.path, item.url) == ("x.warc.gz#1", "https://post.example/0")
    assert item.at == datetime(2023, 3, 5, 8, tzinfo=UTC)
    assert ("content-type", "text/html") in item.headers


def test_a_page_that_the_server_packed_is_unpacked():
    (item,) = take(warc(gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"}), "x.warc")
    assert isinstance(item, Item)
    assert item.data == PAGE.encode()


def test_pictures_and_what_was_not_found_are_no_pages():
    assert take(warc(b"...", kind="image/png"), "x.warc") == []
    assert take(warc(PAGE.encode(), status="404 Not Found"), "x.warc") == []


def test_the_text_that_a_crawler_notes_of_a_page_is_no_second_page():
    noted = _record("resource", "urn:text:https://post.example/0", "text/plain", b"The dam holds, the mayor said.")
    assert len(take(warc(PAGE.encode()) + gzip.compress(noted), "x.warc")) == 1


def test_a_page_that_unpacks_to_more_than_any_report_is_left_out():
    bomb = gzip.compress(b"0" * (MOST_OF_ITEM + 10))
    (error,) = take(warc(bomb, **{"Content-Encoding": "gzip"}), "x.warc")
    assert isinstance(error, UnreadableError)


def test_a_crawl_that_is_cut_off_gives_what_stands_before_and_says_so():
    data = warc(PAGE.encode(), PAGE.encode() * 2, packed=False)
    first, error = take(data[:-400], "x.warc")
    assert isinstance(first, Item)
    assert str(error) == "x.warc: is cut off or damaged behind 1 pages; get the whole file again"


def test_the_crawls_in_a_wacz_are_read_and_their_pages_numbered_through():
    data = make_zip(datapackage_json=b"{}", archive__a_warc=warc(PAGE.encode()), archive__b_warc=warc(PAGE.encode()))
    assert [layer.title for layer in read_all(data, "x.wacz")] == ["Dam holds in Orvane"] * 2
    assert [item.path for item in take(data, "x.wacz") if isinstance(item, Item)] == ["x.wacz#1", "x.wacz#2"]


def test_a_record_whose_head_has_no_end_is_refused():
    (error,) = take(gzip.compress(b"WARC/1.0\r\n" + b"a" * 30_000_000, 1), "x.warc.gz")
    assert "larger than 10 MB" in str(error)


def test_what_the_library_remarks_is_not_printed(capfd):
    data = warc(PAGE.encode(), PAGE.encode(), packed=False)
    take(data.replace(b"Content-Length: 1", b"Content-Length: 2", 1), "x.warc")
    take(data.replace(b"post.example/0", b"post.example/a b"), "x.warc")
    assert capfd.readouterr().err == ""


def test_a_wacz_that_is_cut_off_is_refused():
    (error,) = take(make_zip(datapackage_json=b"{}", archive__a_warc=warc(PAGE.encode()))[:-50], "x.wacz")
    assert "cut off" in str(error)


@pytest.mark.parametrize("kept", [300, 420, 600, 700, 1000])
def test_a_packed_crawl_that_is_cut_off_in_its_first_kilobytes_gives_what_it_holds(kept):
    pages = [f"{PAGE}<!-- {number} -->".encode() for number in range(9)]
    whole = warc(*pages)
    whole = gzip.compress(gzip.decompress(whole)) if kept % 200 == 100 else whole
    *found, error = take(whole[:kept], "x.warc.gz")
    assert [item.data for item in found if isinstance(item, Item)] == pages[: len(found)]
    assert str(error) == f"x.warc.gz: is cut off or damaged behind {len(found)} pages; get the whole file again"


def test_a_packed_crawl_that_is_cut_off_within_any_record_says_so():
    whole = warc(PAGE.encode(), PAGE.encode())
    packed_starts = {place for place in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", place)}
    lasts = [take(whole[:place], "x.warc.gz")[-1] for place in set(range(40, len(whole), 7)) - packed_starts]
    assert all("is cut off or damaged behind" in str(last) for last in lasts)


def test_a_crawl_of_which_nothing_can_be_unpacked_is_said_to_be_cut_off():
    with pytest.raises(UnreadableError, match="cut off or damaged behind 0 documents"):
        take(warc(PAGE.encode())[:12], "x.warc.gz")
