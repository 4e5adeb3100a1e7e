"""``/review``: what waits for a judgement, one question at a time."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.case import Window, find_judgement
from stemma.errors import UnknownError
from stemma.model.judgement import Verb
from stemma.tell.asking import Asked, ask
from stemma.tell.judged import judged_in_words
from stemma.web.answering import Windowed, answer, page, site_of, view_of
from stemma.web.laid import laid_out

__all__ = ["Done", "Review", "router"]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Done:
    """What was judged last, to be taken back."""

    id: str
    says: str
    is_withdrawal: bool


@dataclass(frozen=True, slots=True)
class Review:
    """One question of the queue."""

    start: int
    """How many come before it."""
    total: int
    """How many wait."""
    asked: Asked | None
    """None where nothing waits at this place."""
    done: Done | None


@page(router, "/review", Review)
def review(
    request: Request,
    window: Windowed,
    done: Annotated[str, Query(max_length=200, description="What was judged last.")] = "",
) -> Response:
    """Ask what is uncertain, the most consequential first."""
    site = site_of(request)
    answered = site.retelling.answered
    first = 0 if answered else window.start  # what was answered and is still listed counts at no place
    part = view_of(request).questions(Window(first, window.start - first + 1 + len(answered), window.words))
    left = [one for one in part.lines if answered.isdisjoint(frozenset(answer.of) for answer in one.answers)]
    here = left[window.start - first :]
    asked = ask(here[0], laid_out(request, here[0].story).desk) if here else None
    total = part.total - (len(part.lines) - len(left))
    shown = Review(window.start, total, asked, _done(request, done))
    return answer(request, "review.html.j2", {"review": shown, "window": window}, shown)


def _done(request: Request, id: str) -> Done | None:
    if not id:
        return None
    try:
        made = find_judgement(view_of(request), id)
    except UnknownError:
        return None
    if made.verb is Verb.WITHDRAW:
        return Done(made.id, "taken back; the question is asked again", is_withdrawal=True)
    return Done(made.id, judged_in_words(made), is_withdrawal=False)
