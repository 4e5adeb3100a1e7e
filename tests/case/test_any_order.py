"""In whichever order a case came to be, it tells what its files tell at once."""

import itertools
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stemma.case import add_files, brief_files, init_case, judge_case, read_wish
from stemma.case.briefing import _in_passing
from stemma.case.files.opening import Progress
from stemma.case.holding import opened_case
from stemma.model import Brief
from stemma.tell import as_json
from tests.case.stories import ScriptedTagger, report
from tests.judge.judging import BagOfWords

TAGGER = ScriptedTagger()
EVENTS = (
    "The dam of Tarn holds\n\nMarch 3, 2019\n\nAna Bell said that the dam of Tarn holds for {} days. Mira Sol said that"
    " the dam of Tarn holds.\n\nThe river Tarn rose by {} metres on Sunday.\n",
    "Orchestra of Ostrava strikes\n\nMay 7, 2021\n\nTomas Birkeland said that {} players want their pensions. Mira Sol"
    " said that the orchestra plays on.\n\nTickets of {} concerts are paid back.\n",
)
TELLING = """
import sys
from tests.case.test_any_order import told
told(sys.argv[1], progress=lambda done, total, path: print(path, flush=True))
"""


class Words(BagOfWords):
    """Likeness by words alone, in the place of a model that takes seconds to load."""

    name = "words"


@contextmanager
def words_alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("stemma.case.briefing.OnnxTagger", Words)
        patch.setattr("stemma.case.shelf.shelving.AT_ONCE", 1)
        yield


def told(path: str, progress: Progress = lambda done, total, path: None) -> Brief:
    with words_alone():
        return brief_files([path], progress, TAGGER).brief


def told_at_once(case: str) -> Brief:
    """What the reports of *case* tell with the judgements on them, where nothing is told before."""
    with opened_case(case) as store:
        return _in_passing(store, TAGGER, Words(), lambda done, total, path: None)


def text(number: int, version: int) -> str:
    event = number % 3
    return report(number + version) if event == 2 else EVENTS[event].format(number + version + 2, number + 3)


def judge(case: str, brief: Brief, chance: random.Random) -> None:
    said = [one.id for one in brief.attributions if not one.narrated]
    one, other = chance.sample(said, 2)
    wishes = (
        ("same", one, other),
        ("different", one, other),
        ("wrong", one),
        ("date", chance.choice(brief.documents).id, "2019-03-05"),
        ("same", "Ana Bell", "Mira Sol"),
        ("different", "Ana Bell", "Mira Sol"),
        ("source", one, "Mira Sol"),
        ("note", one, "rang them"),
    )
    judge_case(case, [read_wish(chance.choice(wishes))], "ana", tagger=TAGGER)


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "case.stemma")
    init_case(path)
    (tmp_path / "reports").mkdir()
    return path


@pytest.mark.parametrize("seed", range(3))
def test_a_case_tells_what_its_files_tell_at_once(case: str, tmp_path: Path, seed: int):
    chance = random.Random(seed)
    for step in range(10):
        file = tmp_path / "reports" / f"{(number := chance.randrange(9)):03}.txt"
        file.write_text(text(number, step if file.exists() else 0))
        list(add_files(case, [str(file)], tagger=TAGGER))
        brief = told(case)
        if step > 2 and chance.random() < 0.7:
            judge(case, brief, chance)
        if step == 8:
            judge_case(case, [read_wish(("withdraw", "1"))], "ana", tagger=TAGGER)
        brief = told(case)
        assert as_json(brief) == as_json(told_at_once(case))
    assert brief.rulings


def test_who_is_killed_while_stories_are_told_tells_the_same_the_next_time(case: str, tmp_path: Path):
    chance = random.Random(7)
    for number in range(12):
        (tmp_path / "reports" / f"{number:03}.txt").write_text(text(number, 0))
    list(add_files(case, [str(tmp_path / "reports")], tagger=TAGGER))
    for lines in (1, 2, 2):
        process = subprocess.Popen([sys.executable, "-c", TELLING, case], stdout=subprocess.PIPE, text=True)
        with process:
            assert process.stdout
            assert any(itertools.islice(process.stdout, lines))
            time.sleep(chance.uniform(0, 0.2))
            process.send_signal(signal.SIGKILL)
    assert as_json(told(case)) == as_json(told(str(tmp_path / "reports")))
