"""Which claims and sources of a case hold which words, from the database and from memory."""

from pathlib import Path

import pytest

from stemma.case import CaseView, add_files, init_case
from stemma.case.looking import concordance as looked_up
from stemma.case.looking.concordance import Concordance
from stemma.prose.tokens import read_terms
from stemma.stores import open_store
from stemma.stores.rows import SqlRows
from stemma.stores.voices import SqlVoices

SAYINGS = (
    "Ilse Brandt said the lock at the mill was open.",
    "Karl Holt denied that the gate was open.",
    "The harbour office said that Ilse Brandt had shut the gate beside the mill.",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("words")
    path = str(folder / "case.stemma")
    for number, words in enumerate(SAYINGS):
        Path(folder, f"outlet{number}.txt").write_text(f"Gate\n\n{words}\n", encoding="utf-8")
    init_case(path)
    list(add_files(path, [str(folder)]))
    CaseView(path).close()
    return path


@pytest.mark.parametrize("words", [["gate"], ["open"], ["mill", "gate"], ["brandt"], ["holt"], ["rain"]])
def test_memory_and_database_tell_the_same(case: str, words: list[str]):
    asked, loaded = Concordance(open_store(case)), Concordance(open_store(case))
    loaded.load()
    for count in (1, 9):
        assert loaded.claims(words, count, None) == asked.claims(words, count, None)
        assert loaded.sources(words, count) == asked.sources(words, count)


def test_of_lists_that_are_too_long_for_memory_the_database_is_asked(case: str, monkeypatch: pytest.MonkeyPatch):
    asked = Concordance(open_store(case)).claims(["gate"], 9, None)
    monkeypatch.setattr(looked_up, "MOST", 0)
    monkeypatch.delattr(SqlRows, "words")
    monkeypatch.delattr(SqlVoices, "source_words")
    unloaded = Concordance(open_store(case))
    unloaded.load()
    assert asked
    assert unloaded.claims(["gate"], 9, None) == asked


def test_of_some_stories_only_their_claims_are_told(case: str):
    concordance = Concordance(open_store(case))
    concordance.load()
    assert concordance.claims(["open"], 9, None)
    assert not concordance.claims(["open"], 9, [])


def test_documents_are_known_by_all_their_words(case: str):
    concordance = Concordance(open_store(case))
    assert len(concordance.holding(read_terms("gate mill")) or ()) == 2
