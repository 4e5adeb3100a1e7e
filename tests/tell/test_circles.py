"""A circle in words leads to the places where its outlets name each other."""

from dataclasses import replace

from stemma.model import Place
from stemma.tell.circles import circle_in_words
from stemma.tell.desk import Desk
from tests.factories import span_of
from tests.tell.stories import A_CIRCLE, brief_of


def test_a_step_is_told_where_it_stands_beside_the_claim():
    brief = brief_of("weather: kesh post | Daily Herald | it rained", *(f"sinking: {line}" for line in A_CIRCLE))
    text = next(d.text for d in brief.documents if d.id == "kesh post")
    mentions = tuple(Place("kesh post", span_of(text, "Daily Herald", nth)) for nth in range(2))
    derivations = tuple(replace(d, places=mentions) if d.document == "kesh post" else d for d in brief.derivations)
    desk = Desk.of(replace(brief, derivations=derivations))
    (circle,) = brief.circles
    assert f"]:{mentions[1].span.start}" in circle_in_words(circle, desk)
