from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import UnreadableError
from stemma.readers import HtmlReader, PlainReader, choose_reader

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Dam holds in Orvane - The Orvane Post</title>
<meta property="og:site_name" content="The Orvane Post"><meta name="author" content="Mira Tolen">
<meta property="article:published_time" content="2023-03-04T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Dam holds in Orvane</h1>
<p>The mayor of Orvane said on Friday that the old dam above the town would be watched day and night, after
inspectors found cracks in two of its pillars.</p>
<p>“We will not put anyone at risk,” Mayor Lena Hollis told reporters outside the town hall, adding that the
schools below the dam would stay closed.</p><h2>Water</h2>
<p>About 12,000 people live below the dam, according to the roads department, which has asked drivers to keep
away.</p></article><footer>Subscribe to our newsletter</footer></body></html>"""


def read(data: bytes, path: str = "report.txt"):
    return choose_reader(data, path).read(data, path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_unicode_is_read_in_all_its_forms(encoding):
    assert read("“Café,” she said in Zürich.".encode(encoding)).text == "“Café,” she said in Zürich."


def test_nothing_is_removed_and_no_line_break_changed():
    assert read(b"one\r\ntwo\n\n\tthree\r\n").text == "one\r\ntwo\n\n\tthree\r\n"


def test_an_old_encoding_is_found_and_told():
    russian = "Мэр города заявил в среду, что плотина выдержит и что людей не будут выселять."
    layer = read(russian.encode("cp1251"))
    assert layer.text == russian
    assert "cp1251" in (layer.note or "")


def test_a_few_western_letters_are_not_guessed_as_another_script():
    assert read("Le café est fermé.".encode("cp1252")).text == "Le café est fermé."


def test_mixed_encodings_are_read_and_told():
    layer = read("“Quite” said the café. ".encode() * 30 + b"\x93Old\x94 caf\xe9.")
    assert layer.text.endswith("“Old” café.")
    assert "mixed" in (layer.note or "")


def test_right_to_left_text_is_read_as_it_stands():
    hebrew = "ראש העיר אמר כי הסכר יחזיק."
    assert read(hebrew.encode()).text == hebrew


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "white space"),
        (b"\xef\xbb\xbf \n", "white space"),
        (b"\x00" * 5000, "NUL"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"PK\x03\x04 docx", "ZIP"),
        (b"\x7fELF\x02\x01", "program"),
        (bytes(range(256)) * 40, "binary"),
        (b"{\\rtf1 hello}", "RTF"),
    ],
)
def test_what_is_no_text_is_refused_in_one_clear_line(data, words):
    with pytest.raises(UnreadableError) as caught:
        read(data, "bad.txt")
    assert words in str(caught.value)
    assert str(caught.value).startswith("bad.txt: ")
    assert "\n" not in str(caught.value)


def test_a_text_of_fifty_megabytes_is_refused_as_no_single_document():
    with pytest.raises(UnreadableError, match="one article a file"):
        read(b"The dam held. " * 3_600_000)


def test_one_line_of_a_million_characters_is_read():
    assert len(read(b"The dam held. " * 71_500).text) > 1_000_000


@pytest.mark.parametrize("path", ["page.html", "page.txt", "page"])
def test_a_page_is_known_by_its_content_not_its_name(path):
    assert isinstance(choose_reader(PAGE.encode(), path), HtmlReader)


def test_text_that_speaks_of_tags_is_text():
    assert isinstance(choose_reader(b"The <b> tag, she said, is old. 3 < 4.", "a.txt"), PlainReader)
    assert isinstance(choose_reader(b"Plain words in a file of the wrong name.", "a.html"), PlainReader)


def test_a_page_gives_title_body_and_metadata():
    layer = read(PAGE.encode())
    assert layer.title == "Dam holds in Orvane"
    assert layer.text.startswith("Dam holds in Orvane\n\n")
    assert layer.outlet == "The Orvane Post"
    assert layer.authors == ("Mira Tolen",)
    assert layer.published == "2023-03-04"
    assert layer.blocks is not None
    assert [block.cut(layer.text)[:9] for block in layer.blocks][:2] == ["The mayor", "“We will "]
    assert "newsletter" not in layer.text


def test_a_page_in_another_encoding_says_so_itself():
    page = PAGE.replace("utf-8", "windows-1251").replace("Lena Hollis", "Лена")
    assert "Лена" in read(page.encode("cp1251")).text


def test_the_same_page_gives_the_same_layer():
    assert read(PAGE.encode()) == read(PAGE.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><title>Home</title></head><body><p>Hi</p></body></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(page):
    with pytest.raises(UnreadableError, match="without an article"):
        read(page.encode(), "home.html")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    with suppress(UnreadableError):
        assert PlainReader().read(data, "x").text


@given(st.text(min_size=1, max_size=200).filter(lambda t: t.strip() and "\x00" not in t and t.isprintable()))
def test_utf8_text_comes_back_as_it_was(text):
    assert PlainReader().read(text.encode(), "x").text.lstrip("\ufeff") == text.lstrip("\ufeff")
