"""The stories of a case as a list."""

import json
from collections.abc import Iterable

from stemma.model.listing import StoryLine
from stemma.tell.days import days
from stemma.tell.layout import Ink, Run, clean, paint
from stemma.tell.records import ends
from stemma.tell.sheet import Sheet, faint
from stemma.tell.wording import several

__all__ = ["stories_as_json_lines", "stories_as_terminal"]


def stories_as_terminal(stories: Iterable[StoryLine], width: int = 80) -> str:
    """Return two lines a story: its id and title, and how much there is in it."""
    sheet = Sheet(width)
    for story in stories:
        sheet.write(Run(clean(story.title), Ink.STRONG), first=f"{story.id}  ", rest="    ")
        loud = f", {story.loud} of them from one origin" if story.loud else ""
        when = f"{days(story.days)} · " if story.days else ""
        counts = f"{several(story.documents, 'document')} of {several(story.outlets, 'outlet')}"
        shared = f"{several(story.shared, 'claim')} by several outlets{loud}"
        sheet.write(faint(f"{when}{counts} · {shared}"), first="    ")
    return "".join(paint(line, color=False) + "\n" for line in sheet.lines)


def stories_as_json_lines(stories: Iterable[StoryLine]) -> str:
    """Return a JSON object a story."""
    return "".join(json.dumps(_record(story), ensure_ascii=False) + "\n" for story in stories)


def _record(story: StoryLine) -> dict[str, object]:
    counts = {name: getattr(story, name) for name in ("documents", "outlets", "claims", "shared", "loud")}
    return {"id": story.id, "title": story.title, **counts, "published": ends(story.days)}
