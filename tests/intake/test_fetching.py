import gzip
import time
from collections.abc import Iterator

import pytest

pytest.importorskip("protego", reason="needs stemma-news[fetch]")

from stemma.errors import FetchError
from stemma.intake.fetching import Fetcher, Limits
from stemma.intake.fetching.asking import Answer
from stemma.intake.fetching.guarding import is_public
from stemma.intake.fetching.robots import MOST_RULES, Robots
from tests.intake.serving import Question, Server, serving

QUICK = Limits(size=100_000, seconds=1.0, connect=0.5, silence=0.5, tries=2, pause=0.0, private=True)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


class Waits(list[float]):
    """Instead of a sleep: what would have been slept."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def fetch(url: str, limits: Limits = QUICK):
    return Fetcher(limits, Waits()).fetch(url)


def refusal(url: str, limits: Limits = QUICK) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, limits)
    assert str(caught.value).startswith(f"{url}: ")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_comes_with_its_bytes_address_time_and_headers(server):
    url = server.page("/dam", b"<p>The dam holds.</p>", etag='"7"')
    found = fetch(url)
    assert (found.data, found.url) == (b"<p>The dam holds.</p>", url)
    assert ("etag", '"7"') in found.headers
    assert found.at.tzinfo is not None


def test_a_packed_page_is_unpacked(server):
    assert fetch(server.page("/a", gzip.compress(b"words"), content_encoding="gzip")).data == b"words"


def test_it_says_who_it_is(server):
    fetch(server.page("/a", b"words"))
    assert server.headers[-1]["user-agent"].startswith("stemma-news/")


def test_what_has_not_changed_is_not_sent_again(server):
    def answer(question: Question) -> None:
        question.send_response(304 if question.headers.get("If-None-Match") == '"7"' else 200)
        question.send_header("ETag", '"7"')
        question.end_headers()
        question.wfile.write(b"" if question.headers.get("If-None-Match") else b"words")

    url = server.script("/a", answer)
    first = fetch(url)
    again = Fetcher(QUICK, Waits()).fetch(url, first.known)
    assert (first.is_unchanged, again.is_unchanged, again.data) == (False, True, b"")


def test_what_a_host_forbids_is_not_asked_for(server):
    server.page("/robots.txt", b"User-agent: *\nDisallow: /private/\n")
    assert "robots" in refusal(server.page("/private/a", b"words"))
    assert server.asked == ["/robots.txt"]
    assert fetch(server.page("/open", b"words")).data == b"words"


def test_a_redirect_to_what_a_host_forbids_is_not_followed(server):
    server.page("/robots.txt", b"User-agent: stemma-news\nDisallow: /private/\n")
    server.page("/private/a", b"words")
    assert "robots" in refusal(server.page("/go", b"", status=302, location="/private/a"))


def test_a_host_whose_rules_cannot_be_had_is_left_alone(server):
    server.page("/robots.txt", b"", status=500)
    assert "robots.txt" in refusal(server.page("/a", b"words"))


def test_no_more_rules_of_a_host_are_minded_than_the_standard_wants():
    first = b"User-agent: *\nDisallow: /private/\n"
    rules = first + b"Disallow: /a\n" * (MOST_RULES // 13) + b"Disallow: /late/\n"
    robots = Robots(lambda url: Answer(200, (), rules))
    assert robots.pause("https://host.test", "https://host.test/late/a") == 0.0
    with pytest.raises(FetchError, match=r"robots\.txt"):
        robots.pause("https://host.test", "https://host.test/private/a")


def test_the_rules_of_a_host_are_asked_for_once(server):
    fetcher = Fetcher(QUICK, Waits())
    for name in "abc":
        fetcher.fetch(server.page(f"/{name}", b"words"))
    assert server.asked.count("/robots.txt") == 1


def test_pages_of_one_host_are_fetched_with_pauses_as_long_as_it_wants(server):
    server.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n")
    waits = Waits()
    fetcher = Fetcher(QUICK, waits)
    for name in "ab":
        fetcher.fetch(server.page(f"/{name}", b"words"))
    assert [round(wait) for wait in waits] == [7, 7]


def test_a_busy_server_is_asked_again_after_as_long_as_it_says(server):
    busy = iter([True, False])

    def answer(question: Question) -> None:
        question.send_response(503 if next(busy) else 200)
        question.send_header("Retry-After", "9")
        question.end_headers()
        question.wfile.write(b"words")

    waits = Waits()
    assert Fetcher(QUICK, waits).fetch(server.script("/a", answer)).data == b"words"
    assert waits == [9]


def test_a_server_that_wants_to_be_left_alone_for_long_is(server):
    assert "try again in 9,000 s" in refusal(server.page("/a", b"", status=429, retry_after="9000"))


@pytest.mark.parametrize(("status", "words"), [(404, "not there"), (403, "by hand"), (451, "by hand"), (418, "418")])
def test_what_is_not_given_says_why(server, status, words):
    assert words in refusal(server.page("/a", b"no", status=status))


def test_redirects_that_go_in_a_circle_end(server):
    server.page("/b", b"", status=302, location="/a")
    assert "redirects" in refusal(server.page("/a", b"", status=302, location="/b"))
    assert len(server.asked) < 12


def test_where_a_redirect_ends_is_the_address(server):
    end = server.page("/dam", b"words")
    found = fetch(server.page("/short", b"", status=301, location="/dam"))
    assert (found.url, found.asked) == (end, f"{server.url}/short")


def drip(question: Question) -> None:
    question.send_response(200)
    question.end_headers()
    for _ in range(100):
        question.wfile.write(b"x")
        question.wfile.flush()
        time.sleep(0.1)


def drip_headers(question: Question) -> None:
    for _ in range(100):
        question.wfile.write(b"H")
        question.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize("slow", [drip, drip_headers])
def test_a_server_that_sends_a_byte_now_and_then_is_cut_off(server, slow):
    limits = Limits(seconds=0.4, silence=0.3, tries=1, pause=0, private=True)
    begun = time.monotonic()
    assert "no whole answer" in refusal(server.script("/a", slow), limits)
    assert time.monotonic() - begun < 8  # all of it takes ten seconds


def test_a_silent_server_is_left(server):
    limits = Limits(seconds=5, silence=0.2, tries=1, pause=0, private=True)
    assert "silent" in refusal(server.script("/a", lambda question: time.sleep(0.6)), limits)


def endless(question: Question) -> None:
    question.send_response(200)
    question.end_headers()
    while True:
        question.wfile.write(b"x" * 65536)


def test_a_body_without_end_is_cut_off(server):
    assert "larger than 0.1 MB" in refusal(server.script("/a", endless))


def test_a_body_that_unpacks_to_more_than_a_report_is_cut_off(server):
    assert "larger" in refusal(server.page("/a", gzip.compress(b"0" * 10_000_000), content_encoding="gzip"))


def test_a_body_that_is_not_packed_as_it_says_is_refused(server):
    assert "not packed as it says" in refusal(server.page("/a", b"words", content_encoding="gzip"))


def test_this_machine_is_not_asked_unless_told_otherwise(server):
    public = Limits(seconds=1, pause=0)
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]"):
        url = server.page("/a", b"words").replace("127.0.0.1", host)
        assert "--allow-private" in refusal(url, public)
    assert server.asked == []


def test_a_name_that_leads_elsewhere_when_it_is_connected_to_is_refused(server, monkeypatch):
    from stemma.intake.fetching import guarding

    monkeypatch.setattr(guarding.Guard, "look_up", lambda *_: ["127.0.0.1"])
    assert "--allow-private" in refusal(server.page("/a", b"words"), Limits(seconds=1, tries=1, pause=0))
    assert server.asked == []


def test_a_name_with_many_silent_addresses_takes_no_more_time_than_one(monkeypatch):
    from stemma.intake.fetching import guarding

    monkeypatch.setattr(guarding.Guard, "look_up", lambda *_: ["192.0.2.1"] * 100)
    monkeypatch.setattr("urllib3.connection.connection.create_connection", _silent)
    begun = time.monotonic()
    refusal("http://many.example/a", Limits(seconds=0.2, connect=0.05, tries=1, pause=0))
    assert time.monotonic() - begun < 4  # all of them take five seconds


def _silent(*_: object, **__: object):
    time.sleep(0.05)
    raise TimeoutError


def test_an_address_with_a_password_is_refused_for_it_would_be_kept_in_the_case(server):
    assert "password" in refusal("https://me:secret@x.example/a")
    assert "password" in refusal(server.page("/a", b"", status=302, location="https://me:secret@x.example/b"))


def test_that_nothing_changed_is_no_answer_to_who_knows_nothing(server):
    assert "304" in refusal(server.page("/a", b"", status=304))


@pytest.mark.parametrize("url", ["ftp://x.example/a", "file:///etc/passwd", "http://", "no address", "http://[::1"])
def test_what_is_no_address_of_the_web_is_refused(url):
    refusal(url)


INSIDE = """127.0.0.1 10.1.2.3 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1%1 fd00::1 ::
::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ::7f00:1 fec0::1"""


@pytest.mark.parametrize("address", INSIDE.split())
def test_an_address_inside_is_known_in_each_of_its_spellings(address):
    assert not is_public(address)


def test_addresses_outside_are_public():
    assert is_public("93.184.215.14")
    assert is_public("::ffff:93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
