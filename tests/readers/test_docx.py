import io
import zipfile

import pytest

from stemma.errors import UnreadableError
from stemma.readers import choose_reader
from stemma.readers import docx as reading
from tests.readers.making import make_docx, make_zip

pytest.importorskip("docx", reason="needs stemma-news[formats]")

PARAGRAPH = "The mayor said on Friday that the dam would be watched day and night."


def read(data: bytes, path: str = "report.docx"):
    return choose_reader(data, path).read(data, path)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert str(caught.value).startswith("report.docx: ")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_docx_gives_its_title_and_its_paragraphs_those_in_tables_too():
    layer = read(make_docx("Dam holds in Orvane", PARAGRAPH, cells=["Schools stay closed.", "Roads stay open."]))
    assert layer.title == "Dam holds in Orvane"
    assert [block.cut(layer.text) for block in layer.blocks or ()] == [
        PARAGRAPH,
        "Schools stay closed.",
        "Roads stay open.",
    ]
    assert layer.reader.startswith("docx/1 python-docx/")
    assert layer.published is None


def test_a_docx_is_known_by_its_content_whatever_its_name():
    data = make_docx(None, PARAGRAPH)
    assert choose_reader(data, "x.txt").read(data, "x.txt").text == f"{PARAGRAPH}\n\n"


def test_a_docx_that_is_cut_off_is_refused():
    data = make_docx(None, PARAGRAPH)
    assert "cut off" in refusal(data[: len(data) // 2])


def test_a_docx_without_words_is_refused():
    assert "without text" in refusal(make_docx(None))


def test_a_bomb_is_told_by_what_it_would_unpack_to_and_not_unpacked():
    assert "unpacks to" in refusal(make_zip(word__document_xml=b"0" * (reading.MOST_OF_A_PART + 1)))


def test_an_xml_bomb_in_a_docx_is_not_expanded():
    lol = '<!DOCTYPE w [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    source = zipfile.ZipFile(io.BytesIO(make_docx(None, PARAGRAPH)))
    parts = {name: source.read(name) for name in source.namelist()}
    main = parts["word/document.xml"].decode()
    main = main.replace("?>", f"?>{lol}]>", 1).replace(PARAGRAPH, "&i;")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, main if name == "word/document.xml" else data)
    assert "report.docx" in refusal(file.getvalue())


def test_a_zip_archive_that_is_no_docx_says_so():
    assert "ZIP" in refusal(make_zip(notes_txt=b"words"))


@pytest.mark.parametrize("said", [b'<w:gridSpan w:val="1000000000"/>', b"<w:vMerge/>"])
def test_a_cell_that_says_it_is_a_billion_columns_wide_or_goes_on_from_nothing_is_read_once(said):
    cell = b"<w:tc><w:tcPr>" + said + b"</w:tcPr><w:p><w:r><w:t>Schools stay closed.</w:t></w:r></w:p></w:tc>"
    source = zipfile.ZipFile(io.BytesIO(make_docx(None, PARAGRAPH)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in source.namelist():
            table = b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cell + b"</w:tr></w:tbl>"
            data = source.read(name)
            archive.writestr(
                name, data.replace(b"</w:p>", b"</w:p>" + table, 1) if name.endswith("ument.xml") else data
            )
    assert read(file.getvalue()).text.split("\n\n")[:2] == [PARAGRAPH, "Schools stay closed."]
