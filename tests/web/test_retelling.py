import threading

from stemma.errors import CaseError
from stemma.web.repeats import Repeats
from stemma.web.retelling import Retelling


def test_what_is_judged_while_the_case_is_told_is_told_once_more():
    begun, may_end, told = threading.Event(), threading.Event(), []

    def tell() -> None:
        told.append(None)
        begun.set()
        may_end.wait(10)

    retelling = Retelling(tell)
    retelling.ask("j1", ("a1", "a2"))
    assert begun.wait(10)
    retelling.ask("j2", ("a3", "a4"))
    retelling.ask("j3", ("a5", "a6"))
    assert frozenset(("a1", "a2")) in retelling.answered
    may_end.set()
    assert retelling.wait(10)
    assert len(told) == 2
    assert retelling.waiting == 0


def test_what_is_taken_back_is_asked_again_at_once():
    may_end = threading.Event()
    retelling = Retelling(lambda: may_end.wait(10))
    retelling.ask("j1", ("a1", "a2"))
    retelling.take_back("j1")
    assert not retelling.answered
    may_end.set()
    assert retelling.wait(10)


def test_a_case_that_cannot_be_read_now_loses_nothing():
    def tell() -> None:
        raise CaseError("case.stemma", "is locked")

    retelling = Retelling(tell)
    retelling.ask("j1", ("a1", "a2"))
    assert not retelling.wait(10)
    assert retelling.answered == {frozenset(("a1", "a2"))}


def test_a_page_does_not_wait_longer_than_it_is_told_to():
    may_end = threading.Event()
    retelling = Retelling(lambda: may_end.wait(10))
    retelling.ask("j1")
    assert not retelling.wait(0.01)
    may_end.set()
    assert retelling.wait(10)


def test_what_was_done_under_a_key_is_known_to_its_owner_alone():
    repeats = Repeats()
    repeats.keep("ann", "k1", "wish", "j1")
    assert repeats.find("ann", "k1") == ("wish", "j1")
    assert repeats.find("bob", "k1") is None
