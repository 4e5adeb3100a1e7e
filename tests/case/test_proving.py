"""A case is proved story by story."""

from pathlib import Path

import pytest

from stemma.case import add_files, brief_files, init_case, prove_case, verify_brief
from stemma.case.holding import opened_case
from stemma.tell import as_json
from tests.case.stories import write_reports

DAM = "The Tarn dam holds\n\nMarch 3, 2019\n\nAna Bell said that the dam of Tarn holds 40 boats.\n"


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "two.stemma")
    init_case(path)
    write_reports(tmp_path / "reports", 2)
    (tmp_path / "reports" / "dam.txt").write_text(DAM, encoding="utf-8")
    list(add_files(path, [str(tmp_path / "reports")]))
    return path


def test_the_proof_of_a_case_is_that_of_its_whole_brief(case: str):
    proved = prove_case(case)
    assert proved == verify_brief(as_json(brief_files([case]).brief), [case])
    assert proved.agrees
    assert proved.documents == 3
    with opened_case(case) as store:
        assert len(store.shelf.stories()) == 2


def test_an_empty_case_has_nothing_to_prove(tmp_path: Path):
    path = str(tmp_path / "empty.stemma")
    init_case(path)
    assert prove_case(path).agrees
