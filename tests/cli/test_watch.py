"""``stemma add`` with addresses, and ``stemma watch``, against a real server on this machine."""

import json
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

pytest.importorskip("protego", reason="needs stemma-news[fetch]")

from stemma.cli.app import app
from stemma.errors import CaseError
from tests.intake.serving import Server, serving
from tests.meters.metering import free_port, told_at

STORY = "Mayor Lena Hollis said on Friday that 12 people had died below the dam, in two villages."
SECOND = "The fire chief Ilse Brandt said on Friday that 12 people had died below the dam, in two villages."


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.page("/robots.txt", b"", status=404)
        yield server


@pytest.fixture
def case(tmp_path) -> str:
    path = str(tmp_path / "dam.stemma")
    assert stemma("init", path).exit_code == 0
    return path


def stemma(*words: str):
    return CliRunner().invoke(app, list(words))


def article(server: Server, name: str, story: str) -> str:
    rain = "Rain fell through the night and the roads to the town were closed for hours."
    body = f"<article><p>{story}</p><p>{rain}</p></article>"
    page = f"<html><head><title>Dam {name}</title></head><body>{body}</body></html>"
    return server.page(f"/{name}", page.encode())


def feed(server: Server, *links: str) -> str:
    items = "".join(f"<item><title>Dam</title><link>{link}</link></item>" for link in links)
    return server.page("/feed", f"<rss><channel><title>List</title>{items}</channel></rss>".encode())


def test_addresses_of_this_machine_are_refused_unless_they_are_allowed(server, case):
    url = article(server, "a", STORY)
    refused = stemma("add", case, url)
    assert (refused.exit_code, "--allow-private" in refused.output) == (1, True)
    taken = stemma("add", case, url, "--allow-private")
    assert (taken.exit_code, taken.stdout) == (0, f"added\t{url}\n")


def test_a_page_that_is_not_there_is_one_line_and_exit_1(server, case):
    result = stemma("add", case, f"{server.url}/none", "--allow-private")
    assert result.exit_code == 1
    assert f"stemma: {server.url}/none: is not there (status 404); look at the address\n" in result.output


def test_a_page_without_an_article_behind_a_redirect_is_exit_1_too(server, case):
    server.page("/end", b"<html><body><p>Menu</p></body></html>")
    result = stemma("add", case, server.page("/short", b"", status=302, location="/end"), "--allow-private")
    assert (result.exit_code, f"{server.url}/end: " in result.output) == (1, True)


def test_an_address_cannot_steer_the_terminal(server, case):
    link = article(server, "a", STORY).replace("/a", "/no\u001b[2J\nadded")
    item = {"url": link, "content_text": STORY}
    listed = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [item]})
    result = stemma("add", case, server.page("/feed", listed.encode()), "--allow-private")
    assert ("\x1b" in result.output, result.stdout.count("added\t")) == (False, 1)


def test_watch_tells_what_a_new_article_changes_and_is_quiet_when_nothing_is_new(server, case):
    first = article(server, "a", STORY)
    assert stemma("add", case, feed(server, first), "--allow-private").exit_code == 0
    feed(server, first, article(server, "b", SECOND))
    told = stemma("watch", case, "--once", "--allow-private", "--format", "jsonl")
    assert told.exit_code == 0
    kinds = [json.loads(line)["kind"] for line in told.stdout.splitlines()]
    assert kinds == ["new_origin"]
    assert "1 document came" in told.stderr
    quiet = stemma("watch", case, "--once", "--allow-private")
    assert (quiet.stdout, quiet.exit_code) == ("", 0)
    assert "0 documents came, no news" in quiet.stderr


def test_what_watch_brings_is_counted_where_prometheus_looks(server, case):
    pytest.importorskip("prometheus_client", reason="needs stemma-news[metrics]")
    port, first = free_port(), article(server, "a", STORY)
    assert stemma("add", case, feed(server, first), "--allow-private").exit_code == 0
    feed(server, first, article(server, "b", SECOND))
    assert stemma("watch", case, "--once", "--allow-private", "--metrics", str(port)).exit_code == 0
    told = told_at(port)
    assert 'stemma_came_total{outcome="added"} 1.0' in told
    assert "stemma_news_total 1.0" in told
    assert "stemma_last_look_timestamp_seconds 0.0" not in told


def test_a_feed_is_followed_until_it_is_stopped(server, case):
    url = feed(server, article(server, "a", STORY))
    stemma("add", case, url, "--allow-private")
    assert stemma("watch", case, "--stop", url).exit_code == 0
    assert isinstance(stemma("watch", case, "--once").exception, CaseError)


def test_a_part_that_no_document_has_is_refused_with_those_that_there_are(case):
    result = stemma("add", case, "a.jsonl", "--map", "words=body")
    assert result.exit_code == 2
    assert "published" in result.output
