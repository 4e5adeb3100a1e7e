"""Which reader for which bytes."""

from collections.abc import Callable, Mapping, Sequence

from stemma.ports import Reader
from stemma.read.forms import Form, form_of
from stemma.readers.archived import ArchivedReader, is_archived
from stemma.readers.docx import DocxReader, is_docx
from stemma.readers.feeds import FeedReader, JsonFeedReader
from stemma.readers.html import HtmlReader
from stemma.readers.mail import MailReader, is_mail
from stemma.readers.markdown import MarkdownReader, is_markdown
from stemma.readers.pdf import PdfReader, is_pdf
from stemma.readers.plain import PlainReader
from stemma.readers.records import RecordReader, is_record
from stemma.readers.sniffing import is_html
from stemma.readers.telegram import TelegramPageReader, TelegramReader

__all__ = ["choose_reader"]

_PAGE_NAMES = (".html", ".htm", ".xhtml")
_OF_FORM: Mapping[Form, type[Reader]] = {
    Form.TELEGRAM: TelegramReader,
    Form.TELEGRAM_PAGE: TelegramPageReader,
    Form.FEED: FeedReader,
    Form.JSON_FEED: JsonFeedReader,
    Form.RECORD_LINES: RecordReader,
}
_TESTS: Sequence[tuple[Callable[[bytes, str], bool], type[Reader]]] = (
    (lambda data, path: is_pdf(data), PdfReader),
    (lambda data, path: is_docx(data), DocxReader),
    (lambda data, path: is_mail(data), MailReader),
    (lambda data, path: is_record(data), RecordReader),
    (lambda data, path: is_archived(data), ArchivedReader),
    (lambda data, path: is_html(data), HtmlReader),
    (is_markdown, MarkdownReader),
    (lambda data, path: path.casefold().endswith(_PAGE_NAMES) and b"</" in data, HtmlReader),
)
"""What some bytes are, asked in turn until one says yes."""


def choose_reader(data: bytes, path: str) -> Reader:
    """
    Return the reader for *data*, by its first characters more than by the name of its file.

    A saved page is often called .txt, and text .html; the name decides only for a page that
    begins like text but has tags throughout, and for Markdown.
    """
    form = form_of(data, path)
    if form is not None and form in _OF_FORM:
        return _OF_FORM[form]()
    return next((reader() for test, reader in _TESTS if test(data, path)), PlainReader())
