"""From tagged spans to attributions."""

from stemma.model import Attribution, Document, Role, Tags, make_id

__all__ = ["attribute"]


def attribute(document: Document, tags: Tags) -> tuple[Attribution, ...]:
    """Return what *document* says that others said, and its own statements as narrated candidates."""
    found = []
    for index, tagged in enumerate(tags.spans):
        if tagged.role is not Role.CONTENT:
            continue
        links = sorted((link for link in tags.links if link.content == index), key=lambda link: -link.score)
        best = {
            role: next((tags.spans[k.other].span for k in links if tags.spans[k.other].role is role), None)
            for role in (Role.SOURCE, Role.CUE)
        }
        found.append(
            Attribution(
                id=make_id("a", document.id, tagged.span.start, tagged.span.end),
                document=document.id,
                content_spans=(tagged.span,),
                content=tagged.span.cut(document.text),
                source_span=best[Role.SOURCE],
                cue_span=best[Role.CUE],
            )
        )
    return tuple(found)
