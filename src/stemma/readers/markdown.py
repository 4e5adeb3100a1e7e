"""Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.layout import lay_out, single_spaced
from stemma.readers.plain import decode_report, refuse_empty

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["MarkdownReader", "is_markdown"]

HEAD = 16_384
_NAMES = (".md", ".markdown", ".mdown")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<lines>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_LINK = re.compile(rb"\[[^\]\n]{1,200}\]\(https?://[^)\s]+\)")
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site", "site_name"),
    "authors": ("author", "authors", "by"),
    "published": ("published", "date", "created"),
    "url": ("url", "link", "source", "canonical"),
}
"""What front matter calls what we want; clippers of web pages differ in it."""


class MarkdownReader:
    """Markdown: the text layer is its title and its paragraphs without marks; a link leaves its words."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the Markdown *data*.

        Raises:
            UnreadableError: It is empty, binary, too long, or holds nothing but code and pictures.
        """
        refuse_empty(data, path)
        decoded = decode_report(data, path)
        front = _FRONT.match(decoded.text)
        fields = _fields(front["lines"]) if front else {}
        title, paragraphs = _drawn(decoded.text[front.end() if front else 0 :], fields.get("title"))
        if not paragraphs:
            raise UnreadableError(path, "is Markdown without a paragraph of text; save the article's text in it")
        text, blocks = lay_out(title, paragraphs)
        return Layer(
            text=text,
            reader=f"markdown/1 markdown-it-py/{version('markdown-it-py')}",
            blocks=blocks,
            title=title,
            outlet=fields.get("outlet"),
            authors=tuple(filter(None, map(str.strip, fields.get("authors", "").strip("[]").split(",")))),
            published=fields.get("published"),
            url=fields["url"] if fields.get("url", "").startswith("http") else None,
            note=decoded.note,
        )


def is_markdown(data: bytes, path: str) -> bool:
    """Tell whether *data* is Markdown: by its name, else by a heading and a link that no other text writes so."""
    if path.casefold().endswith(_NAMES):
        return True
    head = data[:HEAD]
    return bool(_HEADING.search(head) and _LINK.search(head))


def _fields(lines: str) -> Mapping[str, str]:
    """Return the fields of front matter that stand on one line each."""
    given = {found["key"].casefold(): found["value"].strip().strip("\"'") for found in _FIELD.finditer(lines)}
    named = {ours: [given[key] for key in keys if given.get(key)] for ours, keys in _KEYS.items()}
    return {ours: values[0] for ours, values in named.items() if values}


def _drawn(text: str, title: str | None) -> tuple[str | None, list[str]]:
    """Return the title and the paragraphs; where front matter names no title, the first heading is it."""
    from markdown_it import MarkdownIt

    title = single_spaced(title) or None
    paragraphs: list[str] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        is_heading = before is not None and before.type == "heading_open"
        lines = [line for line in map(single_spaced, "".join(_words(token.children or ())).split("\n")) if line]
        if is_heading and title is None and not paragraphs:
            title = " ".join(lines) or None
        elif not (is_heading and " ".join(lines) == title):
            paragraphs += lines
    return title, paragraphs


def _words(tokens: "Sequence[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " " if token.type == "softbreak" else "\n"
