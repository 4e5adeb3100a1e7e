"""Feeds followed for a case, and what their documents change in its brief."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.case.adding import Outcome, Settled
from stemma.case.following import feeds_of, unfollow
from stemma.case.gathering import Gathering, make_fetcher
from stemma.case.holding import opened_case, readings_of
from stemma.case.journal import judgements_of
from stemma.case.opening import Progress
from stemma.case.starting import AS_USUAL, Adding, add_gathered
from stemma.errors import CaseError
from stemma.model import Brief, Notice, Reading
from stemma.model.news import News
from stemma.pipeline import compare, read_alone
from stemma.ports import Store, Tagger
from stemma.taggers import OnnxTagger
from stemma.weigh import news_between

__all__ = ["Round", "stop_following", "tell_no_more", "watch_case"]

UNTOLD = "watch untold"
"""The mark with the documents that came and whose news nobody has been told yet."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at all feeds brought."""

    settled: tuple[Settled, ...]
    news: tuple[News, ...]
    brief: Brief | None
    """Of the case as it is now; None where nothing came."""
    is_first: bool = False
    """There was nothing in the case before, so that all of it is new."""


def watch_case(
    case: str,
    tagger: Tagger | None = None,
    adding: Adding = AS_USUAL,
    progress: Progress = lambda done, total, path: None,
    notify: Callable[[Settled], None] = lambda settled: None,
) -> Round:
    """
    Look at each feed that *case* follows once, take what is new in it, and return what that changes.

    Whoever is stopped in between goes on the next time: what came by then is in the case, and its news are told then.

    Raises:
        CaseError: The case cannot be opened or written to, or follows no feed.
        EndpointError: *tagger* asks a server, and there is no answer.
        MissingExtraError: The extra ``fetch`` is not installed.
    """
    fetcher, embedder = make_fetcher(private=adding.private), OnnxTagger()
    tagger = tagger or embedder
    with opened_case(case) as store:
        feeds = feeds_of(store)
        if not feeds:
            raise CaseError(case, "follows no feed; give it one with `stemma add CASE FEED`")
        untold = _untold(store)
        settled: list[Settled] = []
        gathering = Gathering(store, fetcher, adding.names, adding.most)
        for one in add_gathered(gathering, feeds, tagger, progress):
            if one.document is not None and one.outcome in (Outcome.ADDED, Outcome.CHANGED):
                untold.setdefault(one.document, one.outcome)
                store.set_mark(UNTOLD, json.dumps(untold))
            settled.append(one)
            notify(one)
        if not untold:
            return Round(tuple(settled), (), None)
        before, after = _views(store, untold, tagger, embedder)
        news = news_between(before, after) if before is not None else ()
        return Round(tuple(settled), news, after, is_first=before is None)


def tell_no_more(case: str) -> None:
    """
    Remember that the news have been told.

    Raises:
        CaseError: The case cannot be written to.
    """
    with opened_case(case) as store:
        store.set_mark(UNTOLD, "{}")


def stop_following(case: str, url: str) -> None:
    """
    Have *case* follow the feed at *url* no longer.

    Raises:
        CaseError: It does not follow it, or cannot be written to.
    """
    with opened_case(case) as store:
        if not unfollow(store, url):
            known = ", ".join(feeds_of(store)) or "none"
            raise CaseError(case, f"does not follow {url}; it follows: {known}")


def _untold(store: Store) -> dict[str, str]:
    written = store.mark(UNTOLD)
    known: dict[str, str] = json.loads(written) if written else {}
    return known


def _views(store: Store, untold: Mapping[str, str], tagger: Tagger, embedder: OnnxTagger) -> tuple[Brief | None, Brief]:
    """Return the brief of the case without what is *untold*, if anything is left then, and with it."""
    notices: list[Notice] = []
    readings = dict(zip((h.document for h in store.newest()), readings_of(store, tagger, notices.append), strict=True))
    judgements = judgements_of(store)
    known = [reading for document, reading in readings.items() if document not in untold]
    known += _earlier(store, [id for id, outcome in untold.items() if outcome == Outcome.CHANGED], tagger)
    after = compare(list(readings.values()), embedder, notices, judgements)
    return compare(known, embedder, (), judgements) if known else None, after


def _earlier(store: Store, documents: Sequence[str], tagger: Tagger) -> Iterator[Reading]:
    """Yield what articles that have changed said before."""
    for document in documents:
        layers = store.layers(document)
        if len(layers) > 1:
            held = layers[-2]
            yield read_alone(held.layer, held.path, held.sha256, tagger)
