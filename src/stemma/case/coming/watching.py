"""Feeds followed for a case, and what their documents change in its brief."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.case.briefing import models_of
from stemma.case.coming.adding import Outcome, Settled
from stemma.case.coming.following import feeds_of, unfollow
from stemma.case.coming.gathering import Gathering, make_fetcher
from stemma.case.coming.starting import AS_USUAL, Adding, add_gathered
from stemma.case.edition import reading_edition
from stemma.case.files.opening import Progress
from stemma.case.holding import opened_case
from stemma.case.journal import judgements_of
from stemma.case.shelf.shelving import Shelving
from stemma.case.shelf.telling import story_brief
from stemma.errors import CaseError
from stemma.model import Brief, Reading, make_id
from stemma.model.news import News
from stemma.part import join
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
    """Of the stories of what came, as they are now; None where nothing came."""
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
        Shelving(case, store, tagger, embedder, models_of(tagger, embedder), progress).bring_up()
        before, after = _views(store, untold, tagger, embedder)
        is_first = len(store.stock()) == sum(outcome == Outcome.ADDED for outcome in untold.values())
        news = () if is_first else news_between(before, after)
        return Round(tuple(settled), news, after, is_first=is_first)


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


def _views(store: Store, untold: Mapping[str, str], tagger: Tagger, embedder: OnnxTagger) -> tuple[Brief, Brief]:
    """Return the stories of what is *untold*, without it and with it; no others can have changed."""
    shelf = store.shelf
    came = [make_id("d", one.sha256) for one in store.stock() if one.document in untold]
    stories = sorted({story for id in came if (story := shelf.home(id))})
    after = join([story_brief(shelf, story) for story in stories])
    layers = {layer for story in stories if (tale := shelf.tale(story)) for layer in tale.layers.values()}
    read = store.read(layers, reading_edition(tagger.name))
    known = [reading for held, reading in read if held.document not in untold]
    known += _earlier(store, [id for id, outcome in untold.items() if outcome == Outcome.CHANGED], tagger)
    return compare(known, embedder, (), judgements_of(store)) if known else Brief(()), after


def _earlier(store: Store, documents: Sequence[str], tagger: Tagger) -> Iterator[Reading]:
    """Yield what articles that have changed said before."""
    for document in documents:
        layers = store.layers(document)
        if len(layers) > 1:
            held = layers[-2]
            yield read_alone(held.layer, held.path, held.sha256, tagger)
