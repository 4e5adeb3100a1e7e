"""``POST /judgements``: an analyst's word, kept before anything else is done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Header, Path, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from pydantic_core import to_json

from stemma.case import Passage, Wish, decide, find_judgement
from stemma.model.judgement import LONGEST_VALUE, Judgement, Verb
from stemma.web.answering import change, site_of
from stemma.web.door.visitor import analyst_of
from stemma.web.leading import own_way, with_query
from stemma.web.problems import ProblemError, wants_json

__all__ = ["Kept", "Word", "router"]

router = APIRouter()
WAIT = 2.0
"""Seconds that a page waits for the case to be told anew, so that it shows what was judged; a large case takes longer,
and the page says so."""
REVIEW = "/review"
Text = Annotated[str, Form(max_length=LONGEST_VALUE)]
Line = Annotated[str, Form(max_length=2000)]
Named = Annotated[str, Form(max_length=2000, pattern=r"^[^\x00]*$")]
"""An id, or words that are looked for as one: PostgreSQL takes no NUL in a text."""


class Word(BaseModel):
    """A judgement as a form sends it; ids lead to what it speaks of."""

    verb: Verb
    of: Annotated[list[Named], Form(max_length=2)]
    value: Text = ""
    content: Annotated[list[Line], Form(max_length=20, description="The words that are said, or 120:155.")] = []
    source: Line = ""
    cue: Line = ""
    figure: Annotated[str, Form(max_length=2000, description="The words of a quantity, or 120:155.")] = ""
    next: Annotated[str, Form(max_length=2000, description="The page to go on to.")] = "/"
    token: Annotated[str, Form(max_length=200, description="What the page of the form was given.")] = ""

    def wish(self) -> Wish:
        """Return what is to be judged."""
        passage = Passage(tuple(filter(None, self.content)), self.source, self.cue, self.figure)
        return Wish(self.verb, tuple(word.strip() for word in self.of), self.value.strip(), passage=passage)


@dataclass(frozen=True, slots=True)
class Kept:
    """A judgement as it stands in the journal."""

    id: str
    verb: Verb
    by: str
    at: datetime
    is_told: bool
    """Whether pages follow it already; else they will in a moment."""


Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200, description="Sent again, it is done once.")]


@change(router, "/judgements", twin=Kept, fails=(404,))
def judge(request: Request, word: Annotated[Word, Form()], key: Key = None) -> Response:
    """Keep what an analyst says; sent a second time, it is kept once."""
    if word.verb is Verb.WITHDRAW:
        raise ProblemError(422, "a judgement is withdrawn at /judgements/{id}/withdraw; nothing was kept")
    return _decide(request, word.wish(), word.next, key)


@change(router, "/judgements/{id}/withdraw", twin=Kept, fails=(404,))
def withdraw(
    request: Request,
    id: Annotated[str, Path(max_length=200)],
    next: Annotated[str, Form(max_length=2000)] = "/log",
    key: Key = None,
) -> Response:
    """Take a judgement back; it stays in the journal."""
    return _decide(request, Wish(Verb.WITHDRAW, (), id), next, key)


def _decide(request: Request, wish: Wish, next: str, key: str | None) -> Response:
    site, visitor = site_of(request), analyst_of(request)
    known = site.repeats.find(visitor.name, key) if key else None
    if known and known[0] != wish:
        raise ProblemError(422, "this Idempotency-Key came with another judgement; nothing was kept: take a new one")
    made = find_judgement(site.view, known[1]) if known else decide(site.view, wish, visitor.name)
    if key and not known:
        site.repeats.keep(visitor.name, key, wish, made.id)
    way = own_way(next)
    if wish.verb is Verb.WITHDRAW:
        site.retelling.take_back(wish.value)
    site.retelling.ask(made.id, wish.of)
    is_told = False if way.startswith(REVIEW) else site.retelling.wait(WAIT)
    return _led(request, made, way, is_told=is_told)


def _led(request: Request, made: Judgement, way: str, *, is_told: bool) -> Response:
    if wants_json(request):
        return Response(to_json(Kept(made.id, made.verb, made.by, made.at, is_told)), media_type="application/json")
    if way.startswith(REVIEW):
        way = with_query(way, f"done={made.id}")
    return RedirectResponse(way, 303)
