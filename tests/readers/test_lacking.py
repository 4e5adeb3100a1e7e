"""What is said where the extras are not installed."""

import sys

import pytest

from stemma.case import add_files, brief_files, init_case
from stemma.errors import MissingExtraError, NothingToReadError
from tests.readers.making import make_pdf, make_zip

ADVICE = "needs what is not installed; run: pip install 'stemma-news[formats]'"


@pytest.mark.parametrize(
    ("name", "data", "library", "kind"),
    [
        ("a.pdf", make_pdf(["The dam holds."]), "pypdf", "is a PDF; reading it"),
        ("a.docx", make_zip(word__document_xml=b"<w/>"), "docx", "is a DOCX; reading it"),
        ("a.warc", b"WARC/1.0\r\n\r\n", "warcio", "the archive of a crawl"),
        ("a.json", b'[{"text": "The dam holds."}]', "ijson", "a large JSON file"),
    ],
)
def test_a_file_that_needs_an_extra_is_set_aside_with_what_to_install(tmp_path, monkeypatch, name, data, library, kind):
    for module in {library, *(name for name in sys.modules if name.startswith(f"{library}."))}:
        monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NothingToReadError) as caught:
        brief_files([str(tmp_path / name)])
    assert str(caught.value) == f"{tmp_path}/{name}: {kind} {ADVICE}"


def test_an_address_that_needs_an_extra_says_what_to_install(tmp_path, monkeypatch):
    for module in [name for name in sys.modules if name.startswith("stemma.intake.fetching")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "protego", None)
    init_case(str(tmp_path / "dam.stemma"))
    with pytest.raises(MissingExtraError, match=r"stemma-news\[fetch\]"):
        list(add_files(str(tmp_path / "dam.stemma"), ["https://post.example/dam"]))
