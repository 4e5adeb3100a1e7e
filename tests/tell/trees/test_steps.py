"""A claim's tree as lines of text."""

from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.trees.steps import steps_of
from tests.factories import ferry_fire
from tests.tell.stories import brief_of


def test_the_line_that_would_settle_the_interval_comes_first():
    desk = Desk.of(ferry_fire())
    told = [steps_of(account, desk) for account in accounts_of(desk)]
    opened = [steps for steps in told if any(step.is_open for step in steps)]
    assert opened
    assert all(steps[0].is_open for steps in opened)


def test_each_line_leads_to_the_words_that_it_rests_on():
    desk = Desk.of(brief_of("kesh post | Ilse Brandt | the ferry sank", "daily herald | Kesh Post | the ferry went"))
    texts = {number: document.text for number, document in enumerate(desk.documents, 1)}
    steps = [step for account in accounts_of(desk) for step in steps_of(account, desk)]
    assert steps
    for quotation in (quotation for step in steps for quotation in step.places):
        assert " ".join(quotation.span.cut(texts[quotation.number]).split()) == quotation.text


def test_what_a_document_says_itself_is_not_told_as_inferred():
    desk = Desk.of(brief_of("kesh post | Ilse Brandt | the ferry sank"))
    (step,) = steps_of(accounts_of(desk)[0], desk)
    assert step.parent.name == "Ilse Brandt"
    assert not step.is_inferred
