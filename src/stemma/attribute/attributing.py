"""From tagged spans to attributions."""

from stemma.attribute.draft import Draft
from stemma.attribute.linking import link
from stemma.attribute.passage import Passage
from stemma.model import Attribution, Document, Tags, cut_all, make_id

__all__ = ["attribute"]


def attribute(document: Document, tags: Tags) -> tuple[Attribution, ...]:
    """Return what *document* says that others said, and its own statements as narrated candidates."""
    passage = Passage.of(document)
    drafts = link(passage, tags)
    return tuple(_finish(document, draft) for draft in drafts)


def _finish(document: Document, draft: Draft) -> Attribution:
    places = [place for span in draft.contents for place in (span.start, span.end)]
    return Attribution(
        id=make_id("a", document.id, *places),
        document=document.id,
        content_spans=draft.contents,
        content=cut_all(draft.contents, document.text),
        source_span=draft.source,
        cue_span=draft.cue,
        via_spans=draft.via,
    )
