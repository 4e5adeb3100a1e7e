"""What more documents change."""

from dataclasses import replace

from stemma.model import (
    Attribution,
    Brief,
    Claim,
    Document,
    Entry,
    Fold,
    Origins,
    Position,
    Relation,
    Source,
    SourceKind,
    Stance,
    Tally,
)
from stemma.model.news import News, NewsKind
from stemma.weigh import news_between
from tests.factories import make_attribution, make_document, make_figure

OLD = make_document("old", "Dam\nThe mayor said the dam holds. It holds 12 men.")
NEW = make_document("new", "Dam\nBrandt said the dam holds, for 14 men. The mayor said no.")
MAYOR, BRANDT = (Source(id, name, SourceKind.PERSON, (name,)) for id, name in (("s1", "The mayor"), ("s2", "Brandt")))
SAID = make_attribution(OLD, "a1", "the dam holds", source="The mayor", source_id="s1", claim="c1")
ALSO = make_attribution(NEW, "a2", "the dam holds", source="Brandt", source_id="s2", claim="c2")
AGAIN = make_attribution(NEW, "a3", "no", source="The mayor", source_id="s1", claim="c2")


def brief(*attributions: Attribution, origins: tuple[str, ...], stands: tuple[Position, ...] = (), **more) -> Brief:
    documents: list[Document] = [OLD, NEW] if any(a.document == "new" for a in attributions) else [OLD]
    found = Origins(len(origins), len(origins), origins, len(origins), folds=more.pop("folds", ()))
    claim = Claim(attributions[-1].claim or "", "the dam holds", tuple(a.id for a in attributions), 1, found)
    return Brief(
        tuple(documents), (MAYOR, BRANDT), attributions, claims=(claim,), positions=stands, **more
    )  # fmt: skip


BEFORE = brief(SAID, origins=("s1",), stands=(Position("c1", "s1", Stance.ASSERT, None, ("a1",)),))


def only(after: Brief, before: Brief = BEFORE) -> News:
    (news,) = news_between(before, after)
    return news


def test_the_same_brief_has_no_news():
    assert news_between(BEFORE, BEFORE) == ()


def test_a_claim_that_goes_back_to_one_more_source_has_a_new_origin():
    news = only(brief(SAID, replace(ALSO, claim="c2"), origins=("s1", "s2")))
    assert news.kind is NewsKind.ORIGIN
    assert news.text == "Brandt is a new origin of “the dam holds”"
    assert [(place.document, place.span.cut(NEW.text)) for place in news.places] == [("new", "the dam holds")]


def test_one_more_report_of_the_same_origin_is_no_news():
    assert news_between(BEFORE, brief(SAID, ALSO, origins=("s1",))) == ()


def test_a_source_that_was_known_to_pass_it_on_is_no_new_origin():
    before = brief(SAID, origins=("s1",), folds=(Fold("s2", "s1", "it passes it on", True),))
    assert news_between(before, brief(SAID, ALSO, origins=("s1", "s2"))) == ()


def stood(stance: Stance) -> Brief:
    return brief(SAID, origins=("s1",), stands=(Position("c1", "s1", stance, None, ("a1",)),))


def stands(stance: Stance) -> Brief:
    both = (Position("c2", "s1", Stance.ASSERT, None, ("a1",)), Position("c2", "s1", stance, None, ("a3",)))
    return brief(SAID, AGAIN, origins=("s1",), stands=both)


def test_who_denies_what_they_said_has_changed_position():
    news = only(stands(Stance.DENY))
    assert (news.kind, news.claim) == (NewsKind.POSITION, "c2")
    assert news.text == "The mayor, so far for it, is against it: “the dam holds”"


def test_who_confirms_what_they_said_has_not():
    assert news_between(BEFORE, stands(Stance.CONFIRM)) == ()


def test_who_speaks_after_silence_has_ended_it():
    assert only(stands(Stance.DENY), stood(Stance.SILENCE)).kind is NewsKind.SILENCE
    assert only(stands(Stance.CONFIRM), stood(Stance.DECLINE)).kind is NewsKind.SILENCE


def test_not_to_be_in_the_documents_is_no_silence():
    assert news_between(stood(Stance.NOT_OBSERVED), stands(Stance.DENY)) == ()


def counted(new: float, relation: Relation = Relation.UPDATES, old: tuple[float, ...] = (12,)) -> tuple[News, ...]:
    figures = [make_figure(OLD, f"f{value}", "12 men", value) for value in old]
    fresh = make_figure(NEW, "new", "14 men", new)
    entries = [Entry(f.id, (f.id,), None, None, None) for f in figures]
    last = Entry(fresh.id, (fresh.id,), None, None, None, relation)
    before = replace(BEFORE, figures=tuple(figures), ledger=(Tally("t1", "men", None, tuple(entries), None),))
    after = replace(before, documents=(OLD, NEW), figures=(*figures, fresh))
    tallied = replace(after, ledger=(Tally("t2", "men", None, (*entries, last), None),))
    return news_between(before, tallied)


def test_a_figure_outside_all_that_was_given_is_news():
    (news,) = counted(14, old=(10, 12))
    assert news.kind is NewsKind.FIGURE
    assert news.text == "“14 men” (men) is above all that was given before: 10 to 12"


def test_a_figure_within_what_was_given_is_none():
    assert counted(11, old=(10, 12)) == ()


def test_a_figure_that_an_article_gave_before_it_changed_is_none():
    first = make_document("first", "Dam\nBrandt said 14 men are there.")
    old = make_figure(OLD, "old", "12 men", 12)
    was, now = (make_figure(document, document.id, "14 men", 14) for document in (first, NEW))
    entries = tuple(Entry(figure.id, (figure.id,), None, None, None) for figure in (old, now))
    before = replace(BEFORE, documents=(OLD, first), figures=(old, was))
    after = replace(BEFORE, documents=(OLD, NEW), figures=(old, now), ledger=(Tally("t", "men", None, entries, None),))
    assert news_between(before, after) == ()
    assert len(news_between(replace(before, figures=(old,)), after)) == 1


def test_a_figure_of_something_else_is_none():
    assert counted(14, Relation.COUNTS_ELSE) == ()
