"""A server that refuses, fails, dawdles or is not there gets one line that says what to do, and never shows the key."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from stemma.errors import EndpointError
from stemma.model import Tags
from stemma.taggers import Endpoint, LlmTagger
from stemma.taggers.llm import Patience
from stemma.taggers.llm.patience import asked_wait
from tests.taggers.scripted import Hangup, Reply, completion, entry, failure, lay_out, reports, serving

pytest.importorskip("urllib3")

TEXT, BLOCKS = lay_out("“The dam will hold,” Mayor Ilse Brandt said.")
GOOD = reports(entry("The dam will hold", "Mayor Ilse Brandt", "said"))
KEY = "sk-very-secret-4711"
HASTY = Patience(total=120, first_wait=0.0)


def tag(url: str, *, key: str = "", patience: Patience = HASTY) -> Tags:
    return LlmTagger(Endpoint.of(url, "tiny", key), patience).tag(TEXT, BLOCKS)


def fails(*replies, key: str = "", patience: Patience = HASTY) -> str:
    """Return the line that the user reads."""
    with serving(*replies) as server, pytest.raises(EndpointError) as caught:
        tag(server.url, key=key, patience=patience)
    line = str(caught.value)
    assert "\n" not in line
    assert "127.0.0.1" in line
    return line


def test_a_key_is_sent_to_the_endpoint_alone_and_only_when_there_is_one():
    with serving(GOOD) as server:
        tag(server.url, key=KEY)
        tag(server.url)
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert "Authorization" not in server.headers[1]
    assert server.paths == ["/v1/chat/completions"] * 2


def test_a_missing_key_and_a_wrong_one_are_told_apart():
    assert "wants a key; put it in STEMMA_LLM_KEY" in fails(failure(401, "no key"))
    assert "refuses the key in STEMMA_LLM_KEY" in fails(failure(401, "wrong key"), key=KEY)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 418, 429, 500])
def test_no_message_shows_the_key_though_the_server_repeats_it(status):
    line = fails(failure(status, f"Incorrect API key provided: {KEY}.\nTry\x1b[31m again"), key=KEY)
    assert KEY not in line
    assert "Incorrect API key provided: …. Try" in line
    assert "\x1b" not in line


def test_the_key_stands_in_no_repr():
    assert KEY not in repr(Endpoint.of("http://localhost:1/v1", "tiny", KEY))


def test_an_unknown_model_is_named():
    line = fails(failure(404, "model 'tiny' not found, try pulling it first"))
    assert "no model 'tiny'" in line
    assert "try pulling it first" in line


def test_what_no_form_of_the_question_mends_is_told_in_the_servers_words():
    line = fails(failure(400, "this model's maximum context length is 512 tokens"))
    assert "maximum context length is 512 tokens" in line


@pytest.mark.parametrize("body", [b"", b"<html>no</html>", b'{"error": {"message": 3}}', b"[]", b"\xff\xfe", b"null"])
def test_a_refusal_without_words_is_still_told(body):
    assert "status 403" in fails(Reply(body, 403))


def test_a_very_long_message_is_cut():
    assert len(fails(failure(403, "no " * 10_000))) < 500


def test_a_busy_server_is_asked_again():
    with serving(failure(429, "slow down", Retry_After="0"), failure(503), failure(500), GOOD) as server:
        assert tag(server.url).spans
    assert len(server.asked) == 4


def test_a_server_that_asks_for_time_gets_it():
    with serving(failure(429, "slow down", Retry_After="0.3"), GOOD) as server:
        before = time.monotonic()
        assert tag(server.url).spans
    assert time.monotonic() - before >= 0.3


def test_a_server_that_asks_for_more_time_than_there_is_is_not_waited_for():
    before = time.monotonic()
    line = fails(failure(429, "quota of the day is used up", Retry_After="86400"))
    assert time.monotonic() - before < 50
    assert "takes no more questions for now" in line
    assert "86400 s" in line


def test_a_server_that_stays_busy_is_given_up():
    line = fails(failure(500, "out of memory"))
    assert "has failed (status 500: out of memory); tried 5 times" in line


def test_waits_grow_when_the_server_names_none():
    assert [Patience().wait(tried, None) for tried in (1, 2, 3)] == [1, 2, 4]
    assert Patience().wait(1, 7.0) == 7.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("3", 3.0),
        ("0.5", 0.5),
        ("-4", 0.0),
        ("Tue, 12 Mar 2024 10:00:30 GMT", 30.0),
        ("Tue, 12 Mar 2024 09:00:00 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("", None),
    ],
)
def test_the_time_that_a_server_asks_for_is_a_number_or_a_date(header, seconds):
    assert asked_wait(header, datetime(2024, 3, 12, 10, 0, tzinfo=UTC)) == seconds


def test_a_redirect_is_not_followed():
    with serving(GOOD) as other:
        line = fails(Reply(b"", 307, {"Location": other.url + "/chat/completions"}), key=KEY)
    assert "sends elsewhere, which is not followed" in line
    assert other.asked == []


def test_a_page_instead_of_an_answer_is_no_endpoint():
    line = fails(Reply("<!doctype html><title>Chat</title>", headers={"Content-Type": "text/html; charset=utf-8"}))
    assert "(text/html) is no chat completion" in line
    assert "ends in /v1" in line


@pytest.mark.parametrize("body", ["[]", "{}", '"yes"', '{"object": "list", "data": []}'])
def test_json_that_is_no_completion_is_no_endpoint(body):
    assert "no chat completion" in fails(Reply(body))


def test_a_failure_that_calls_itself_a_success_is_told():
    assert "upstream is down" in fails(Reply('{"error": {"message": "upstream is down", "code": 502}}'))


def test_a_good_answer_under_a_wrong_type_is_read():
    with serving(Reply(GOOD.body, headers={"Content-Type": "text/plain"})) as server:
        assert tag(server.url).spans


def test_a_connection_that_ends_in_the_middle_is_tried_again():
    half = Reply(GOOD.body[: len(GOOD.body) // 2], missing=200)
    cut = Reply(GOOD.body[: len(GOOD.body) // 2])
    with serving(half, cut, Hangup(), GOOD) as server:
        assert tag(server.url).spans
    assert len(server.asked) == 4


def test_a_connection_that_always_ends_early_is_told():
    assert "the connection ended before the answer did" in fails(Hangup())


def test_a_silent_server_is_given_up_in_time():
    before = time.monotonic()
    line = fails(Reply(GOOD.body, silent=60), patience=Patience(total=0.4))
    assert time.monotonic() - before < 50
    assert "no whole answer within 0.4 s" in line


def test_a_server_that_drips_gets_no_more_time_than_a_silent_one():
    before = time.monotonic()
    line = fails(Reply(GOOD.body, drip=0.1), patience=Patience(total=0.5))
    assert time.monotonic() - before < 50
    assert "no whole answer within 0.5 s" in line


def test_an_endless_answer_is_refused():
    assert "larger than 4 MB" in fails(Reply(b" " * 4_100_000))


def test_where_nothing_listens_the_user_is_asked_whether_the_server_is_started():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(EndpointError, match="is the server started"):
        tag(f"http://127.0.0.1:{port}/v1")


def test_one_failure_ends_it_without_the_questions_that_wait():
    text, blocks = lay_out(*(f"Paragraph {n} has some words in it." for n in range(60)))
    with serving(failure(401)) as server, pytest.raises(EndpointError):
        LlmTagger(Endpoint.of(server.url, "tiny"), HASTY, largest=40).tag(text, blocks)
    assert len(server.asked) < 60


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself Ctrl+C there")
def test_ctrl_c_does_not_wait_for_a_slow_server():
    def interrupt(question: dict) -> Reply:
        os.kill(os.getpid(), signal.SIGINT)
        return Reply(GOOD.body, silent=60)

    before = time.monotonic()
    with serving(interrupt) as server, pytest.raises(KeyboardInterrupt):
        tag(server.url)
    assert time.monotonic() - before < 50


def test_a_model_that_never_answers_in_form_is_given_up():
    with serving(completion("Certainly! Here is a summary.")) as server:
        tagger = LlmTagger(Endpoint.of(server.url, "tiny"), HASTY)
        assert "went unread" in tagger.tag(TEXT, BLOCKS).notes[0]
        tagger.tag(TEXT, BLOCKS)
        with pytest.raises(EndpointError, match="cannot be used \\(not JSON\\); choose a model"):
            tagger.tag(TEXT, BLOCKS)


def test_a_model_that_once_answered_in_form_is_not_given_up():
    with serving(GOOD, completion("Certainly!")) as server:
        tagger = LlmTagger(Endpoint.of(server.url, "tiny"), HASTY)
        assert tagger.tag(TEXT, BLOCKS).spans
        for _ in range(4):
            assert "went unread" in tagger.tag(TEXT, BLOCKS).notes[0]


@pytest.mark.parametrize(
    ("given", "base"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1"),
        ("http://localhost:11434/", "http://localhost:11434/v1"),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1"),
        ("https://llm.example.org/api/v1/chat/completions", "https://llm.example.org/api/v1"),
        (" HTTP://[::1]:8000/v1 ", "http://[::1]:8000/v1"),
    ],
)
def test_an_address_is_understood_as_people_give_it(given, base):
    assert Endpoint.of(given, "tiny").url == base


@pytest.mark.parametrize("url", ["", "localhost:8080", "ftp://host/v1", "http://", "http://a:b:c", "http://[", "x\n"])
def test_what_is_no_address_is_said(url):
    with pytest.raises(EndpointError, match="give its base, such as"):
        Endpoint.of(url, "tiny")


@pytest.mark.parametrize("url", [f"https://me:{KEY}@host/v1", f"https://host/v1?key={KEY}", f"https://host/v1#{KEY}"])
def test_a_key_in_the_address_is_refused_and_not_shown(url):
    with pytest.raises(EndpointError, match="STEMMA_LLM_KEY") as caught:
        Endpoint.of(url, "tiny")
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("key", [f"{KEY}\nX-Evil: 1", f"{KEY} ", f"{KEY}é", f"two {KEY}"])
def test_a_key_that_is_none_is_refused_and_not_shown(key):
    if key.strip() == KEY:
        assert Endpoint.of("http://localhost", "tiny", key).key == KEY
        return
    with pytest.raises(EndpointError, match="characters that no key has") as caught:
        Endpoint.of("http://localhost", "tiny", key)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "is_loopback"),
    [
        ("http://localhost:1", True),
        ("http://127.0.0.9", True),
        ("http://[::1]:8000", True),
        ("http://llm.localhost", True),
        ("https://localhost.example.org", False),
        ("http://192.168.0.7:8080", False),
        ("https://api.example.org", False),
    ],
)
def test_this_machine_is_known_from_others(url, is_loopback):
    assert Endpoint.of(url, "tiny").is_loopback == is_loopback


def test_this_machine_is_asked_without_the_proxy_of_the_environment(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serving(GOOD) as server:
        assert tag(server.url).spans


def test_another_machine_is_asked_through_the_proxy_of_the_environment(monkeypatch):
    with serving(GOOD) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/v1"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert tag("http://llm.example.org/v1").spans
    assert proxy.paths == ["http://llm.example.org/v1/chat/completions"]


def test_the_name_tells_the_model_and_where_it_runs():
    assert (
        LlmTagger(Endpoint.of("https://llm.example.org:8443/v1", "tiny-7b")).name == "llm:tiny-7b@llm.example.org:8443"
    )


def test_letters_that_no_text_should_hold_can_be_asked_about():
    text, blocks = lay_out("Ü\ud800 \x00 Ann Roe said no \N{PILE OF POO}.")
    with serving(reports(entry("no", "Ann Roe", "said"))) as server:
        tags = LlmTagger(Endpoint.of(server.url, "tiny"), HASTY).tag(text, blocks)
    assert [one.span.cut(text) for one in tags.spans] == ["Ann Roe", "said", "no"]


def test_the_taggers_are_imported_without_the_extra():
    code = "import sys; sys.modules['urllib3'] = None; import stemma.taggers; stemma.taggers.OnnxTagger()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
