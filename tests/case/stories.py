"""Reports that are made by the dozen, and a tagger that reads them at once, for cases of the tests."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from stemma.model import Role, Span, TaggedSpan, TagLink, Tags
from stemma.stores.shelving import SqlShelf

__all__ = ["ScriptedTagger", "loaded_stories", "report", "write_reports"]

NAMES = ("Iva Tran", "Olek Brandt", "Mira Sol", "Ansel Roux", "Dina Park", "Yuri Vale", "Nora Quist")
_SAID = re.compile(r"(?P<source>[A-Z]\w+ [A-Z]\w+) (?P<cue>said) that (?P<content>[^.]+)\.")


class ScriptedTagger:
    """Finds "NAME NAME said that …."."""

    name = "scripted"

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        spans: list[TaggedSpan] = []
        links: list[TagLink] = []
        for block in blocks:
            for found in _SAID.finditer(text, block.start, block.end):
                at = len(spans)
                for role in Role:
                    spans.append(TaggedSpan(Span(*found.span(role.value)), role, 1.0))
                links += [TagLink(at + 2, at, 1.0), TagLink(at + 2, at + 1, 1.0)]
        return Tags(tuple(spans), tuple(links))


def report(number: int) -> str:
    """Return a report that shares its event, and some of its statements, with the others."""
    name, other = NAMES[number % len(NAMES)], NAMES[(number // 7 + 3) % len(NAMES)]
    return (
        f"Ferry burns off Port Maro, report {number}\n\n"
        f"May 14, 2024\n\n"
        f"The ferry Aurelia caught fire off Port Maro on Tuesday night. {name} said that {number % 9 + 2} people"
        f" were taken to hospital after the fire. Divers go down at dawn to look for those who are missing.\n\n"
        f"{other} said that all exits of the ferry Aurelia were open when the fire began. The owner of the ferry"
        f" has not answered questions that report number {number} sent him on the morning after.\n"
    )


def write_reports(folder: Path, count: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(report(number), encoding="utf-8")


def loaded_stories(patch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which each story is added whenever one is loaded from now on."""
    loaded: list[str] = []
    tale = SqlShelf.tale

    def counting(shelf: SqlShelf, story: str, *, is_head: bool = False):
        loaded.append(story)
        return tale(shelf, story, is_head=is_head)

    patch.setattr(SqlShelf, "tale", counting)
    return loaded
