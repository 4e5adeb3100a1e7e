import io

import pytest

from stemma.errors import UnreadableError
from stemma.readers import choose_reader
from stemma.readers.sheets import paragraphs_of
from tests.readers.making import LINES, make_pdf

pypdf = pytest.importorskip("pypdf", reason="needs stemma-news[formats]")

FIRST = "The mayor of Orvane said on Friday that the old dam above the town would be watched day and night, after "
FIRST += "inspectors found cracks in two of its pillars."


def read(data: bytes, path: str = "report.pdf"):
    return choose_reader(data, path).read(data, path)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    message = str(caught.value)
    assert message.startswith("report.pdf: ")
    assert "\n" not in message
    return message


def test_lines_of_a_page_become_paragraphs_and_broken_words_whole():
    assert read(make_pdf(LINES)).text.split("\n\n")[0] == FIRST


def test_the_same_pdf_gives_the_same_layer_with_the_version_of_what_drew_it():
    data = make_pdf(LINES)
    assert read(data) == read(data)
    assert read(data).reader == f"pdf/1 pypdf/{pypdf.__version__}"


def test_a_pdf_is_known_by_its_content_whatever_its_name():
    data = make_pdf(LINES)
    assert choose_reader(data, "report.txt").read(data, "report.txt").text.startswith("The mayor")


def test_running_heads_and_page_numbers_are_left_out_and_a_paragraph_goes_on_over_the_page():
    words = ("The town above the dam", "and the schools below", "with two roads beside it", "and a bridge at its end")
    pages = [
        ["Orvane dam inquiry", "", f"{name} belongs to what was looked at", "", str(n)] for n, name in enumerate(words)
    ]
    text = read(make_pdf(*pages)).text
    assert "inquiry" not in text
    assert "looked at and the schools below belongs to" in text
    assert not any(line.strip().isdigit() for line in text.splitlines())


def test_a_pdf_that_is_cut_off_is_refused():
    data = make_pdf(LINES)
    for end in (20, len(data) // 2, len(data) - 40):
        assert "cut off" in refusal(data[:end])


def test_a_pdf_with_a_password_is_refused_and_one_that_anybody_may_read_is_read():
    assert "password" in refusal(encrypted("secret"))
    assert read(encrypted("")).text.startswith("The mayor")


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(LINES)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_of_pictures_says_that_ocr_is_needed():
    assert "ocrmypdf" in refusal(make_pdf(["3"], ["4"]))


def test_a_pdf_whose_pages_are_their_own_ancestors_is_refused():
    looped = make_pdf(LINES).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    refusal(looped)


def test_a_pdf_of_garbage_between_a_good_head_and_end_is_refused():
    refusal(b"%PDF-1.7\nendobj" + bytes(range(256)) * 40 + b"%%EOF")


def test_a_stream_that_unpacks_to_a_gigabyte_is_refused():
    import zlib

    packed = zlib.compress(b"(bomb) Tj " * 20_000_000, 9)
    data = make_pdf(LINES)
    start = data.index(b"<< /Length")
    end = data.index(b"endstream") + len(b"endstream")
    bomb = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    refusal(data[:start] + bomb + data[end:])


def test_a_page_that_takes_too_long_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("stemma.readers.pdf.MOST_SECONDS", -1.0)
    assert "more in it than a report has" in refusal(make_pdf(LINES))


def test_a_short_line_ends_a_paragraph_and_a_bullet_begins_one():
    lines = [
        "The first paragraph fills this line to its very end and",
        "then stops.",
        "The second one has a line that is just as long as that",
        "• a bullet is a paragraph",
    ]
    assert paragraphs_of([lines]) == [f"{lines[0]} {lines[1]}", lines[2], lines[3]]


def test_no_pages_have_no_paragraphs():
    assert paragraphs_of([]) == []


def test_a_paragraph_of_a_hundred_thousand_lines_takes_no_longer_for_each():
    (paragraph,) = paragraphs_of([["of the dam and"] * 100_000])
    assert len(paragraph) == 100_000 * 15 - 1
