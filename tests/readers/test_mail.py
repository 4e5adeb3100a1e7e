import pytest

from stemma.errors import UnreadableError
from stemma.readers import choose_reader
from tests.readers.making import make_letter
from tests.readers.test_readers import PAGE

BODY = "The ministry said on Friday that the dam above the town would be watched day and night."
HEAD = (
    "MIME-Version: 1.0",
    "From: =?utf-8?q?Ministry_of_Roads_=E2=80=93_Press?= <press@roads.example>",
    "Subject: Dam above Orvane",
    "Date: Fri, 03 Mar 2023 16:20:00 +0100",
)


def read(data: bytes, path: str = "letter.eml"):
    return choose_reader(data, path).read(data, path)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_letter_gives_its_subject_sender_day_and_text():
    layer = read(make_letter(*HEAD, "Content-Type: text/plain; charset=utf-8", "", BODY, ""))
    assert layer.title == "Dam above Orvane"
    assert layer.outlet == "Ministry of Roads – Press"
    assert layer.published == "2023-03-03T16:20:00+01:00"
    assert layer.text.split() == ["Dam", "above", "Orvane", *BODY.split()]


def test_the_plain_half_of_a_letter_is_read_unless_it_only_points_at_the_other():
    def halves(plain: str) -> bytes:
        return make_letter(
            *HEAD, 'Content-Type: multipart/alternative; boundary="b"', "", "--b", "Content-Type: text/plain", "",
            plain,
            "--b", "Content-Type: text/html", "", f"<p>{BODY} In pages.</p><p>Second.</p>", "--b--", "",
        )  # fmt: skip

    assert "In pages" not in read(halves(BODY)).text
    assert read(halves("Open this in your browser.")).text.endswith("In pages.\n\nSecond.\n\n")


def test_what_is_attached_is_named_and_not_read():
    layer = read(
        make_letter(
            *HEAD, 'Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain", "", BODY,
            "--b", "Content-Type: text/plain", 'Content-Disposition: attachment; filename="list.txt"', "", "SECRET",
            "--b--", "",
        )
    )  # fmt: skip
    assert "SECRET" not in layer.text
    assert "list.txt" in (layer.note or "")


def saved_page(page: str, end: str = "--b--") -> bytes:
    return make_letter(
        "From: <Saved by a browser>", "Snapshot-Content-Location: https://post.example/dam",
        "Date: Mon, 2 Jun 2025 10:00:00 +0200", "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="b"', "", "--b", "Content-Type: text/html",
        "Content-Transfer-Encoding: 8bit", "Content-Location: https://post.example/dam", "", page, end, "",
    )  # fmt: skip


def test_a_saved_page_is_read_as_the_page_and_dated_by_it_not_by_the_day_it_was_saved():
    layer = read(saved_page(PAGE), "dam.mhtml")
    assert layer.title == "Dam holds in Orvane"
    assert layer.published == "2023-03-04"
    assert layer.url == "https://post.example/dam"
    assert layer.reader.startswith("mhtml/1 html/1 ")


def test_a_saved_page_that_is_cut_off_is_refused():
    assert "cut off" in refusal(saved_page(PAGE[: len(PAGE) // 2], end=""))


def test_text_with_a_head_that_people_wrote_is_plain_text():
    data = b"From: our correspondent\nDate: 3 March 2023\n\nThe mayor said the dam would hold.\n"
    assert read(data, "a.txt").reader == "plain/1"


def test_a_letter_without_text_is_refused():
    assert "without text" in refusal(make_letter(*HEAD, "Content-Type: image/png", "", "xx", ""))


def test_boxes_in_boxes_in_boxes_are_refused_or_read():
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000))
    refusal(b"MIME-Version: 1.0\r\n" + head.encode() + b"Content-Type: text/plain\r\n\r\nwords\r\n")


def test_a_letter_of_a_million_parts_is_refused_at_once():
    head = make_letter(*HEAD, 'Content-Type: multipart/mixed; boundary="b"', "", "")
    assert "more parts" in refusal(head + b"--b\r\n\r\nx\r\n" * 1_000_000)


def test_a_letter_that_lies_about_its_charset_is_read():
    layer = read(make_letter(*HEAD, "Content-Type: text/plain; charset=no-such", "", f"Café. {BODY}", ""))
    assert "Café" in layer.text


@pytest.mark.parametrize("name", ["From", "Subject", "Date"])
def test_a_head_with_brackets_in_brackets_does_not_stop_its_reader(name):
    assert BODY in read(make_letter("MIME-Version: 1.0", "Message-ID: <a@b>", f"{name}: {'(' * 4_000}", "", BODY)).text


@pytest.mark.parametrize("name", ["From", "Content-Type"])
def test_a_head_that_would_take_minutes_is_refused(name):
    data = make_letter("MIME-Version: 1.0", "Message-ID: <a@b>", f"{name}: {'a,' * 9_000}", "", BODY)
    assert "its head" in refusal(data)
