import io
import json
from itertools import islice

import pytest

from stemma.errors import UnreadableError
from stemma.intake import items_of
from stemma.intake.sitemaps import places_of_sitemap
from stemma.model.item import Item
from tests.intake.taking import endless, read_all, take

ITEM = """<item><title>Dam holds &amp; schools close - Orvane Post</title><link>https://list.example/dam</link>
<guid isPermaLink="false">77</guid><pubDate>Sat, 04 Mar 2023 10:00:00 GMT</pubDate>
<description>
&lt;p&gt;The dam &lt;b&gt;holds&lt;/b&gt;, the mayor said.&lt;/p&gt;&lt;p&gt;So far.&lt;/p&gt;</description>
<source url="https://post.example">Orvane Post</source></item>"""
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>News list</title><link>https://list.example</link>'
RSS = f"{HEAD}{ITEM}{ITEM.replace('77', '78')}</channel></rss>"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Orvane Post</title><link href="https://post.example"/>
<entry><title>Dam holds</title><link rel="self" href="https://x.example"/><link href="https://post.example/dam"/>
<author><name>Mira Tolen</name></author><published>2023-03-04T10:00:00Z</published>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>The dam holds, she said.</p><p>So far.</p></div></content>
</entry></feed>"""


def test_an_item_was_published_by_the_source_that_it_names_not_by_the_feed():
    first, _ = read_all(RSS.encode(), "feed.xml")
    assert first.outlet == "Orvane Post"
    assert first.title == "Dam holds & schools close"
    assert first.text == "Dam holds & schools close\n\nThe dam holds, the mayor said.\n\nSo far.\n\n"
    assert (first.url, first.published) == ("https://list.example/dam", "2023-03-04T10:00:00+00:00")


def test_an_item_without_a_source_was_published_by_the_feed():
    (layer,) = read_all(f"{HEAD}<item><title>Dam</title></item></channel></rss>".encode(), "feed.xml")
    assert layer.outlet == "News list"


def test_an_entry_of_atom_is_read_with_its_markup():
    (layer,) = read_all(ATOM.encode(), "feed.atom")
    assert layer.text == "Dam holds\n\nThe dam holds, she said.\n\nSo far.\n\n"
    assert (layer.outlet, layer.authors, layer.url) == ("Orvane Post", ("Mira Tolen",), "https://post.example/dam")


def test_an_item_of_rss_1_stands_beside_its_channel():
    data = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Orvane Post</title></channel>
    <item><title>Dam holds</title><dc:date>2023-03-04</dc:date><description>So she said.</description></item>
    </rdf:RDF>"""
    (layer,) = read_all(data.encode(), "feed.rdf")
    assert (layer.outlet, (layer.published or "")[:10]) == ("Orvane Post", "2023-03-04")


def test_an_item_of_a_json_feed_is_read():
    pytest.importorskip("ijson")
    item = {"id": "1", "url": "https://post.example/1", "title": "Dam", "content_html": "<p>It holds, she said.</p>"}
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [item, item]}).encode()
    first, _ = read_all(data, "feed.json")
    assert (first.outlet, first.text, first.url) == ("Post", "Dam\n\nIt holds, she said.\n\n", "https://post.example/1")


def test_an_item_is_a_feed_of_its_own_with_where_it_leads():
    first, _ = take(RSS.encode(), "feed.xml")
    assert isinstance(first, Item)
    assert (first.path, first.url) == ("feed.xml#1", "https://list.example/dam")
    (again,) = take(first.data, "x")
    assert isinstance(again, Item)
    assert again.data == first.data


def test_a_feed_without_end_is_read_as_a_stream():
    found = items_of(endless(HEAD.encode(), ITEM.encode()), "feed.xml")
    assert found is not None
    assert len(list(islice(found, 2000))) == 2000


def test_an_item_without_end_is_refused():
    found = items_of(endless(f"{HEAD}<item><title>".encode(), b"words and words "), "feed.xml")
    assert found is not None
    with pytest.raises(UnreadableError, match="larger than 10 MB"):
        list(found)


def test_a_feed_that_is_cut_off_gives_what_stands_before_and_says_so():
    first, error = take(RSS[:-120].encode(), "feed.xml")
    assert isinstance(first, Item)
    assert "cut off" in str(error)


def test_a_bomb_of_entities_is_not_expanded():
    bomb = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    for a, b in zip("bcdefgh", "cdefghi", strict=True):
        bomb += f'<!ENTITY {b} "{f"&{a};" * 10}">'
    data = RSS.replace("<rss", f"{bomb}]><rss", 1).replace("So far.", "&i;", 1)
    for item in take(data.encode(), "feed.xml"):
        assert isinstance(item, UnreadableError) or len(item.data) < 5000


def test_nothing_is_fetched_from_the_disk_for_a_feed(tmp_path):
    (tmp_path / "secret").write_text("SECRET")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><rss'
    data = RSS.replace("<rss", head, 1).replace("So far.", "&x;")
    for item in take(data.encode(), "feed.xml"):
        assert isinstance(item, UnreadableError) or b"SECRET" not in item.data


def test_a_sitemap_lists_addresses_and_is_no_document():
    data = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> https://post.example/dam </loc>
    <lastmod>2023-03-04</lastmod></url><url><loc>https://post.example/2</loc></url></urlset>"""
    places = list(places_of_sitemap(io.BytesIO(data), "sitemap.xml"))
    assert [place.url for place in places] == ["https://post.example/dam", "https://post.example/2"]
    assert places[0].changed == "2023-03-04"
    with pytest.raises(UnreadableError, match="addresses"):
        items_of(io.BytesIO(data), "sitemap.xml")


def test_a_feed_of_a_thousand_namespaces_is_refused():
    names = " ".join(f'xmlns:a{number}="u{number}"' for number in range(1_000))
    with pytest.raises(UnreadableError, match="no feed"):
        list(items_of(io.BytesIO(f"<rss {names}><channel>{ITEM}</channel></rss>".encode()), "feed.xml") or ())


def test_a_key_as_long_as_a_document_is_no_key():
    feed = {"version": "https://jsonfeed.org/version/1", "k" * 5_000: [1], "items": [{"id": "1"}]}
    with pytest.raises(UnreadableError, match="no JSON"):
        list(items_of(io.BytesIO(json.dumps(feed).encode()), "feed.json") or ())
