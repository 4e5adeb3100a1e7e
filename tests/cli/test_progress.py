"""Progress is one line that goes away, and only where somebody looks."""

import io
import sys

import pytest

from stemma.cli.progress import showing_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stderr: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, is_wanted: bool = True) -> str:
    monkeypatch.setattr(sys, "stderr", stderr)
    with showing_progress(is_wanted=is_wanted) as progress:
        progress(0, 3, "a.txt")
        progress.say("b.txt: is empty")
    return stderr.getvalue()


def test_a_notice_takes_the_place_of_the_line(monkeypatch):
    text = shown(Terminal(), monkeypatch)
    assert "reading 1 of 3  a.txt\r\x1b[Kstemma: b.txt: is empty\n" in text
    assert text.endswith("\r\x1b[K")


@pytest.mark.parametrize(("stderr", "is_wanted"), [(io.StringIO(), True), (Terminal(), False)])
def test_where_nobody_looks_or_lines_are_shown_anyway_there_is_no_line(stderr, is_wanted, monkeypatch):
    assert shown(stderr, monkeypatch, is_wanted=is_wanted) == "stemma: b.txt: is empty\n"
