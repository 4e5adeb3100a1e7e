"""``/sources/{id}``: all that one source says, over time."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.errors import UnknownError
from stemma.tell.oddities import oddities_in
from stemma.tell.voice import Voice, hear
from stemma.web.answering import Windowed, answer, page, view_of
from stemma.web.laid import laid_out

__all__ = ["SourcePage", "router"]

router = APIRouter()
STORIES = 10
"""Stories that one page tells of, those with most of its words first: a police force may be heard in a thousand."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a source says in some stories."""

    voice: Voice
    """With a part of its sayings."""
    sayings: int
    """How many there are in these stories, of those with the words that are sought."""
    stories: int
    """That it is heard in."""
    told: int
    """Stories that are told here."""


@page(router, "/sources/{id}", SourcePage, fails=(404,))
def source(request: Request, id: str, window: Windowed) -> Response:
    """Tell what one source says."""
    view = view_of(request)
    speaker = view.source(id)
    try:
        stories = view.heard_in(id)
    except UnknownError:  # others speak for it, or it only passes on
        stories = ()
    voice = hear(speaker, [(story, laid_out(request, story).desk) for story in stories[:STORIES]])
    words = window.words.casefold().split()
    found = [s for s in voice.sayings if all(word in f"{s.content} {s.outlet}".casefold() for word in words)]
    part = replace(voice, sayings=tuple(found[window.start : window.start + window.count]))
    shown = SourcePage(part, len(found), len(stories), min(len(stories), STORIES))
    context = {"source": shown, "window": window, "odd": oddities_in(voice.name)}
    return answer(request, "source.html.j2", context, shown)
