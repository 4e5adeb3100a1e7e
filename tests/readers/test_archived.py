import pytest

from stemma.errors import UnreadableError
from stemma.readers import choose_reader

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>https://post.example/7</title></head><body>
<h2>Archived media for <span class="copy">https://post.example/7</span> - <a href="https://post.example/7">open</a></h2>
<table class="content"><tr><th>about</th><th>files and preview</th></tr></table>
<h2 class="center">metadata</h2><table class="metadata"><tr><th>key</th><th>value</th></tr>
<tr><td>url</td><td><span class="copy">https://post.example/7</span></td></tr>
<tr><td>title</td><td><span class="copy">Dam holds</span></td></tr>
<tr><td>content</td><td><span class="copy">The dam holds, the mayor said.
Schools stay closed.</span></td></tr>
<tr><td>timestamp</td><td><span class="copy">2023-03-04 10:00:00+00:00</span></td></tr></table></body></html>"""


def read(page: str):
    data = page.encode()
    return choose_reader(data, "a1b2.html").read(data, "a1b2.html")


def test_a_page_of_auto_archiver_is_read_as_the_post_that_it_kept():
    layer = read(PAGE)
    assert layer.text == "Dam holds\n\nThe dam holds, the mayor said.\n\nSchools stay closed.\n\n"
    assert (layer.url, layer.published) == ("https://post.example/7", "2023-03-04T10:00:00")


def test_a_page_that_notes_no_text_says_what_to_give():
    with pytest.raises(UnreadableError, match="give the page that it kept"):
        read(PAGE.replace("<td>title</td>", "<td>a</td>").replace("<td>content</td>", "<td>b</td>"))
