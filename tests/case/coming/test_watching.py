"""Pages and feeds of the web taken into a case, and what they change in its brief."""

import gzip
import json
from collections.abc import Iterator

import pytest

pytest.importorskip("protego", reason="needs stemma-news[fetch]")

from stemma.case import (
    Adding,
    Outcome,
    Round,
    add_files,
    init_case,
    prove_case,
    stop_following,
    tell_no_more,
    verify_brief,
    watch_case,
)
from stemma.case.coming.following import feeds_of, state_of
from stemma.case.coming.gathering import Gathering
from stemma.case.coming.starting import add_gathered
from stemma.case.holding import opened_case
from stemma.errors import CaseError
from stemma.intake.fetching import Fetcher, Limits
from stemma.model.news import NewsKind
from stemma.taggers import OnnxTagger
from stemma.tell import news_as_json_lines, news_as_terminal
from tests.intake.serving import Question, Server, serving

INSIDE = Adding(private=True)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for place in ("starting", "watching"):
        monkeypatch.setattr(
            f"stemma.case.coming.{place}.make_fetcher",
            lambda **_: Fetcher(Limits(private=True, pause=0, tries=1), lambda seconds: None),
        )
    with serving() as server:
        yield server


@pytest.fixture
def case(tmp_path) -> str:
    path = str(tmp_path / "dam.stemma")
    init_case(path)
    return path


def article(server: Server, name: str, outlet: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"""<!doctype html><html lang="en"><head><title>Dam above Orvane</title>
    <meta property="og:site_name" content="{outlet}">
    <meta property="article:published_time" content="2023-03-04T10:00:00Z"></head><body><article>
    <h1>Dam above Orvane</h1>{body}<p>Rain fell through the night and the roads to the town were closed for hours.</p>
    </article></body></html>"""
    return server.page(f"/{name}", page.encode())


def feed(server: Server, *links: str, **headers: str) -> str:
    items = "".join(
        f"<item><title>Dam above Orvane</title><link>{link}</link><description>The dam above Orvane holds, the mayor"
        " said.</description></item>"
        for link in links
    )
    data = f'<rss version="2.0"><channel><title>List</title>{items}</channel></rss>'
    return server.page("/feed.xml", data.encode(), **headers)


def add(case: str, *paths: str) -> list[tuple[Outcome, str]]:
    return [(settled.outcome, settled.address) for settled in add_files(case, paths, adding=INSIDE)]


def watch(case: str) -> Round:
    done = watch_case(case, adding=INSIDE)
    tell_no_more(case)
    return done


HOLLIS = "Mayor Lena Hollis said on Friday that 12 people had died below the dam, in two villages."
DENIED = "Mayor Lena Hollis denied on Saturday that 12 people had died below the dam, in two villages."
BRANDT = "The fire chief Ilse Brandt said on Friday that 12 people had died below the dam, in two villages."


def test_a_page_is_taken_with_its_address_and_proved(server, case):
    url = article(server, "a", "Orvane Post", HOLLIS)
    assert add(case, url) == [(Outcome.ADDED, url)]
    assert add(case, url) == [(Outcome.THERE, url)]
    assert prove_case(case).agrees


def test_a_page_that_has_changed_is_a_newer_version(server, case):
    url = article(server, "a", "Orvane Post", HOLLIS)
    add(case, url)
    article(server, "a", "Orvane Post", HOLLIS.replace("12", "14"))
    assert add(case, url) == [(Outcome.CHANGED, url)]


def test_what_cannot_be_fetched_is_one_line_and_the_rest_goes_on(server, case):
    url = article(server, "a", "Orvane Post", HOLLIS)
    assert add(case, f"{server.url}/none", url) == [(Outcome.UNREADABLE, f"{server.url}/none"), (Outcome.ADDED, url)]


def test_a_page_without_an_article_tells_the_feed_that_it_names(server, case):
    head = '<head><title>Post</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>'
    url = server.page("/", f"<html>{head}<body><a href='/a'>Dam</a></body></html>".encode())
    (settled,) = add_files(case, [url], adding=INSIDE)
    assert settled.reason.endswith(f"it names a feed: {server.url}/feed.xml")


def test_a_feed_gives_its_articles_and_is_followed_from_then_on(server, case):
    url = feed(server, article(server, "a", "Orvane Post", HOLLIS), article(server, "b", "Metro", BRANDT))
    assert [outcome for outcome, _ in add(case, url)] == [Outcome.ADDED, Outcome.ADDED]
    with opened_case(case) as store:
        assert feeds_of(store) == [url]


def test_an_article_that_is_closed_to_us_is_kept_as_the_feed_has_it(server, case):
    closed = server.page("/closed", b"pay", status=403)
    assert add(case, feed(server, closed)) == [(Outcome.ADDED, closed)]
    assert prove_case(case).agrees


def test_an_article_that_is_only_busy_is_tried_again_the_next_time(server, case):
    url = feed(server, server.page("/busy", b"", status=503))
    assert [outcome for outcome, _ in add(case, url)] == [Outcome.UNREADABLE]
    article(server, "busy", "Orvane Post", HOLLIS)
    assert [settled.outcome for settled in watch(case).settled] == [Outcome.ADDED]


def test_a_feed_goes_on_where_it_stopped(server, case):
    first, second = article(server, "a", "Orvane Post", HOLLIS), article(server, "b", "Metro", BRANDT)
    url = feed(server, first, second)
    with opened_case(case) as store:
        gathering = Gathering(store, Fetcher(Limits(private=True, pause=0)))
        next(add_gathered(gathering, [url], OnnxTagger(), lambda done, total, path: None))
        assert state_of(store, url).seen == (first,)
        assert state_of(store, url).etag is None
    server.asked.clear()
    add(case, url)
    assert "/a" not in server.asked
    assert "/b" in server.asked


def test_a_feed_that_has_not_changed_is_not_sent_again(server, case):
    url = feed(server, article(server, "a", "Orvane Post", HOLLIS), etag='"1"')
    add(case, url)
    server.script("/feed.xml", lambda question: _answer(question, 304))
    server.asked.clear()
    assert watch(case).settled == ()
    assert server.headers[-1]["if-none-match"] == '"1"'
    assert server.asked == ["/robots.txt", "/feed.xml"]


def _answer(question: Question, status: int) -> None:
    question.send_response(status)
    question.end_headers()


def test_a_sitemap_leads_to_its_pages_the_newest_first(server, case):
    urls = [article(server, name, "Orvane Post", HOLLIS.replace("12", number)) for name, number in ("a1", "b2")]
    listed = "".join(f"<url><loc>{u}</loc><lastmod>2023-03-0{i}</lastmod></url>" for i, u in enumerate(urls, start=1))
    server.page("/urls.xml", f"<urlset>{listed}</urlset>".encode())
    index = server.page(
        "/map.xml", f"<sitemapindex><sitemap><loc>{server.url}/urls.xml</loc></sitemap></sitemapindex>".encode()
    )
    taken = add_files(case, [index], adding=Adding(private=True, most=1))
    assert [settled.address for settled in taken] == [urls[1]]


def test_a_sitemap_that_is_packed_is_unpacked_and_one_that_is_none_does_not_stop_the_rest(server, case):
    url = article(server, "a1", "Orvane Post", HOLLIS)
    server.page("/none.xml", b"\x00")
    server.page("/urls.xml.gz", gzip.compress(f"<urlset><url><loc>{url}</loc></url></urlset>".encode()))
    listed = "".join(f"<sitemap><loc>{server.url}/{name}</loc></sitemap>" for name in ("none.xml", "urls.xml.gz"))
    index = server.page("/map.xml.gz", gzip.compress(f"<sitemapindex>{listed}</sitemapindex>".encode()))
    assert (Outcome.ADDED, url) in add(case, index)


def test_a_feed_may_name_its_articles_without_the_host(server, case):
    url = article(server, "a", "Orvane Post", HOLLIS)
    assert add(case, feed(server, "/a")) == [(Outcome.ADDED, url)]


def test_items_that_lead_to_one_page_are_each_read_once(server, case):
    article(server, "a", "Orvane Post", HOLLIS)
    links = [server.page(f"/{name}", b"", status=302, location="/a") for name in ("x", "y")]
    url = feed(server, *links)
    add(case, url)
    with opened_case(case) as store:
        assert set(state_of(store, url).seen) == set(links)


def test_a_feed_that_was_followed_no_longer_is_followed_anew_though_it_has_not_changed(server, case):
    url = feed(server, article(server, "a", "Orvane Post", HOLLIS), etag='"1"')
    add(case, url)
    stop_following(case, url)
    server.script("/feed.xml", lambda question: _answer(question, 304))
    add(case, url)
    with opened_case(case) as store:
        assert feeds_of(store) == [url]


def test_new_documents_tell_what_they_change(server, case):
    add(case, feed(server, article(server, "a", "Orvane Post", HOLLIS)))
    tell_no_more(case)
    feed(server, article(server, "a", "Orvane Post", HOLLIS), article(server, "b", "Metro", BRANDT, DENIED))
    done = watch(case)
    assert done.brief is not None
    assert NewsKind.POSITION in {news.kind for news in done.news}
    assert "Hollis, so far for it, is against it" in news_as_terminal(done.news, done.brief)
    lines = [json.loads(line) for line in news_as_json_lines(done.news, done.brief).splitlines()]
    assert {place["document"] for line in lines for place in line["places"]} == {lines[0]["documents"][0]["id"]}
    verdict = verify_brief(news_as_json_lines(done.news, done.brief), [case])
    assert verdict.agrees
    assert verdict.spans == sum(len(line["places"]) for line in lines)


def test_news_that_nobody_was_told_are_told_the_next_time(server, case):
    add(case, feed(server, article(server, "a", "Orvane Post", HOLLIS)))
    feed(server, article(server, "a", "Orvane Post", HOLLIS), article(server, "b", "Metro", BRANDT))
    untold = watch_case(case, adding=INSIDE).news
    assert untold
    assert watch(case).news == untold
    assert watch(case).news == ()


def test_a_case_that_follows_nothing_says_how_to(server, case):
    with pytest.raises(CaseError, match="follows no feed"):
        watch(case)
