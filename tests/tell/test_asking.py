"""A question as it is put before an analyst; ``ferry_fire`` is the story."""

from stemma.model import Reason, Side
from stemma.model.question import Answer, DoubtKind, Question
from stemma.tell.asking import LONGEST, ask
from stemma.tell.desk import Desk
from tests.factories import ferry_fire

DESK = Desk.of(ferry_fire())
SAID = sorted((a for a in DESK.brief.attributions if a.source_span), key=lambda a: a.id)


def question(kind: DoubtKind, *about: str) -> Question:
    answer = Answer("Same", "same", about, "one claim")
    reasons = (Reason(Side.FOR, "likeness"),)
    return Question("q1", "s", kind, about, "Same?", "a", "b", answer, answer, answer, 3, 0.1, reasons)


def test_both_sides_are_shown_with_the_text_around_their_words():
    asked = ask(question(DoubtKind.CLAIM, SAID[0].id, SAID[1].id), DESK)
    for one, party in zip(SAID, asked.parties, strict=False):
        (passage,) = party.passages
        text = " ".join(DESK.document(one.document).text.split())
        shown = " ".join(f"{passage.before}{passage.words}{passage.after}".replace("…", "").split())
        assert shown in text
        assert passage.anchor == f"a-{one.id}"
        assert party.claim == (one.claim or "")


def test_a_source_is_shown_speaking():
    sources = sorted({a.source for a in SAID if a.source})[:2]
    asked = ask(question(DoubtKind.SOURCE, *sources), DESK)
    assert [party.name for party in asked.parties] == [DESK.name(id) for id in sources]
    assert all(party.passages for party in asked.parties)


def test_who_is_known_by_a_name_alone_is_named():
    asked = ask(question(DoubtKind.SPEAKER, SAID[0].id, str(SAID[0].source), "A Passer-by"), DESK)
    assert [party.name for party in asked.parties][2:] == ["A Passer-by"]


def test_a_figure_is_shown_with_what_it_counts():
    figure = next(f for f in DESK.brief.figures if f.counts)
    (party,) = ask(question(DoubtKind.FIGURE, figure.id), DESK).parties
    assert figure.counts in party.about
    assert party.passages[0].words == " ".join(figure.text.split())


def test_what_is_there_no_longer_is_left_out():
    assert ask(question(DoubtKind.CLAIM, "a000000000000", SAID[0].id), DESK).parties[0].id == SAID[0].id


def test_no_side_shows_more_than_a_screen():
    for one in SAID:
        (party,) = ask(question(DoubtKind.CLAIM, one.id), DESK).parties
        assert len(party.passages[0].words) <= LONGEST + 1
