"""Readings of other rules are never taken for those of these."""

from pathlib import Path

import pytest

from stemma.case import edition


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("pipeline.py", "read/dates.py", "lexicon/data/hedges.txt", "tell/page.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr("stemma.__file__", str(tmp_path / "__init__.py"))
    return tmp_path


def reading_rules() -> str:
    return edition._rules.__wrapped__(edition.ROOMS)


def all_rules() -> str:
    return edition._rules.__wrapped__(("",))


@pytest.mark.parametrize("name", ["pipeline.py", "read/dates.py", "lexicon/data/hedges.txt"])
def test_a_rule_or_a_word_that_changes_makes_another_edition(house: Path, name: str):
    before = reading_rules()
    (house / name).write_text("other")
    assert reading_rules() != before


def test_a_rule_that_moves_to_another_file_makes_another_edition(house: Path):
    before = reading_rules()
    (house / "read/dates.py").rename(house / "read/days.py")
    assert reading_rules() != before


def test_how_things_are_told_does_not_matter_to_what_is_read(house: Path):
    before, all_before = reading_rules(), all_rules()
    (house / "tell/page.py").write_text("other")
    assert reading_rules() == before
    assert all_rules() != all_before


def test_each_model_has_its_edition():
    assert edition.reading_edition("one") != edition.reading_edition("other")
    assert edition.brief_edition(["one"]) != edition.brief_edition(["one", "other"])
