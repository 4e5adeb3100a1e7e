"""Readers: the bytes of each format to a text layer."""

from stemma.readers.choosing import choose_reader
from stemma.readers.html import HtmlReader
from stemma.readers.plain import PlainReader

__all__ = ["HtmlReader", "PlainReader", "choose_reader"]
