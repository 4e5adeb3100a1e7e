"""A story as lines of the lists that a case is looked through by."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stemma.judge import questions_of
from stemma.model import Brief, Interval
from stemma.model.listing import ClaimLine, DocumentLine, StoryLine
from stemma.model.question import Question
from stemma.tell.desk import Desk

__all__ = ["Listing", "line_of_story", "list_story", "story_id"]

LONGEST_TITLE = 300
"""Characters of a title in a line; a page may come with a title of a megabyte, which its document has whole."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lists show of one story."""

    story: StoryLine
    claims: tuple[ClaimLine, ...]
    documents: tuple[DocumentLine, ...]
    questions: tuple[Question, ...] = ()


def story_id(brief: Brief) -> str:
    """Return what a story is known by: its first document, which later ones do not change."""
    return Desk.of(brief).documents[0].id


def list_story(brief: Brief) -> Listing:
    """Return what lists show of the story that *brief* tells."""
    desk, id = Desk.of(brief), story_id(brief)
    return Listing(
        line_of_story(desk),
        tuple(_claims(desk, id)),
        tuple(_documents(desk, id)),
        questions_of(brief, id),
    )


def line_of_story(desk: Desk) -> StoryLine:
    """Return the line of the one story that is laid out."""
    id, claims = desk.documents[0].id, [claim for claim in desk.brief.claims if claim.attributions]
    shared = [claim for claim in claims if claim.outlets > 1]
    return StoryLine(
        id=id,
        title=_cut(next((document.title for document in desk.documents if document.title), desk.outlet(id))),
        documents=len(desk.documents),
        outlets=len({desk.outlet(document.id) for document in desk.documents}),
        claims=len(claims),
        shared=len(shared),
        loud=sum(claim.origins.high == 1 for claim in shared),
        days=_stretch(document.published.interval for document in desk.documents),
    )


def _claims(desk: Desk, story: str) -> Iterable[ClaimLine]:
    for claim in desk.brief.claims:
        if not claim.attributions:
            continue
        documents = {desk.attributions[id].document for id in claim.attributions}
        yield ClaimLine(
            id=claim.id,
            story=story,
            text=claim.text,
            outlets=claim.outlets,
            documents=len(documents),
            attributions=len(claim.attributions),
            low=claim.origins.low,
            high=claim.origins.high,
            digit=claim.grade.digit if claim.grade else None,
            days=_stretch(desk.document(id).published.interval for id in documents),
        )


def _documents(desk: Desk, story: str) -> Iterable[DocumentLine]:
    said = Counter(attribution.document for attribution in desk.brief.attributions)
    for document in desk.documents:
        yield DocumentLine(
            id=document.id,
            story=story,
            sha256=document.sha256,
            known_as=document.known_as,
            title=_cut(document.title) if document.title else None,
            path=document.path,
            days=document.published.interval,
            attributions=said[document.id],
        )


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"


def _stretch(known: Iterable[Interval | None]) -> Interval | None:
    days = [interval for interval in known if interval]
    return Interval(min(i.earliest for i in days), max(i.latest for i in days)) if days else None
