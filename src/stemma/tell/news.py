"""What is new in a case, for a terminal and for programs."""

from collections.abc import Mapping, Sequence

from stemma.model import Brief, Document, titles_of
from stemma.model.news import News
from stemma.tell.layout import clean
from stemma.tell.records import JSON, as_lines, document_record, segment

__all__ = ["news_as_json_lines", "news_as_terminal"]


def news_as_terminal(news: Sequence[News], brief: Brief) -> str:
    """Return each piece of *news* on a line, with where it stands under it; *brief* is the newer one."""
    documents, titles = {document.id: document for document in brief.documents}, titles_of(brief.documents)
    return "".join(f"{clean(one.text)}\n{_places(one, documents, titles)}" for one in news)


def news_as_json_lines(news: Sequence[News], brief: Brief) -> str:
    """Return each piece of *news* as a line of JSON that can be verified, its places with their words."""
    documents = {document.id: document for document in brief.documents}
    return as_lines(_record(one, documents) for one in news)


def _record(news: News, documents: Mapping[str, Document]) -> dict[str, JSON]:
    pointed = dict.fromkeys(place.document for place in news.places)
    return {
        "stemma": "news/1",
        "kind": news.kind,
        "text": news.text,
        "claim": news.claim,
        "documents": [document_record(documents[id]) for id in pointed],
        "places": [
            {"document": place.document, **segment(place.span, documents[place.document].text)} for place in news.places
        ],
    }


def _places(news: News, documents: Mapping[str, Document], titles: Mapping[str, str]) -> str:
    lines = (
        f"    {clean(titles[place.document])}: “{clean(place.span.cut(documents[place.document].text))}”"
        f" ({clean(documents[place.document].path)}:{place.span.start})\n"
        for place in news.places
    )
    return "".join(lines)
