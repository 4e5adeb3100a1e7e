import pytest

from stemma.errors import UnreadableError
from stemma.readers import choose_reader

CLIP = """---
title: "Dam holds in Orvane"
source: https://post.example/dam
author: Mira Tolen
published: 2023-03-04
---
# Dam holds in Orvane

The **mayor** said on Friday that [the old dam](https://dam.example) would
be watched.

![a picture](dam.png)

- “We will not put anyone at risk,” she said.

```
code
```
"""


def read(text: str, path: str):
    data = text.encode()
    return choose_reader(data, path).read(data, path)


def test_a_clipped_page_gives_its_front_matter_and_its_paragraphs_without_marks():
    layer = read(CLIP, "dam.md")
    assert (layer.title, layer.url, layer.published) == (
        "Dam holds in Orvane",
        "https://post.example/dam",
        "2023-03-04",
    )
    assert layer.authors == ("Mira Tolen",)
    assert layer.text == (
        "Dam holds in Orvane\n\nThe mayor said on Friday that the old dam would be watched.\n\n"
        "“We will not put anyone at risk,” she said.\n\n"
    )


@pytest.mark.parametrize("path", ["dam.txt", "dam"])
def test_markdown_is_known_by_a_heading_and_a_link_whatever_its_name(path):
    assert read(CLIP, path).reader.startswith("markdown/1")


def test_text_with_a_number_sign_is_plain_text():
    assert read("# 3 on the list was Orvane, the mayor said.\n", "a.txt").reader == "plain/1"


def test_markdown_of_nothing_but_pictures_is_refused():
    with pytest.raises(UnreadableError, match="without a paragraph"):
        read("![a](b.png)\n", "a.md")
