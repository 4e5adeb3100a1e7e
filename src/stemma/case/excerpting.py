"""One story of a batch, as a case of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime

from stemma.case.coming.adding import Settled, add_arrivals
from stemma.case.coming.starting import init_case
from stemma.case.holding import opened_case
from stemma.errors import BatchError, MissingExtraError
from stemma.model.archive import Arrival
from stemma.model.batch import Original, StoryFound
from stemma.stores import is_case
from stemma.taggers import OnnxTagger

__all__ = ["case_of_story", "find_story"]

SHOWN = 8
"""Stories that a message lists."""


def find_story(out: str, words: str) -> StoryFound:
    """
    Return the story of the batch at *out* that *words* speak of, or whose id they are.

    Raises:
        BatchError: None is, or several are, or *out* holds no batch.
        MissingExtraError: The extra ``batch`` is not installed.
    """
    try:
        from stemma.engines.finding import find_stories
    except ImportError as error:
        raise MissingExtraError("a batch", "batch") from error
    found = find_stories(out, words)
    if not found:
        raise BatchError(out, f"no story in it speaks of “{words}”; try fewer words, or other ones")
    if len(found) > 1:
        listed = "; ".join(f"{one.id} “{one.title}” ({one.documents:,})" for one in found[:SHOWN])
        more = f"; and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
        raise BatchError(out, f"several stories speak of “{words}”: {listed}{more}; give more words, or an id")
    return found[0]


def case_of_story(case: str, out: str, story: StoryFound) -> Iterator[Settled]:
    """
    Put the documents of *story* of the batch at *out* into *case*, which is made where there is none.

    Raises:
        CaseError: The case cannot be made or written to.
        BatchError: *out* cannot be read.
    """
    from stemma.engines.finding import originals_of

    if not is_case(case):
        init_case(case)
    with opened_case(case) as store:
        yield from add_arrivals(store, map(_arrival, originals_of(out, story.id)), OnnxTagger())


def _arrival(original: Original) -> Arrival:
    address = original.url if original.url and original.fetched else original.path
    at = datetime.fromisoformat(original.fetched) if original.fetched else datetime.now(UTC)
    return Arrival(address, original.data, at)
