"""What stands in words that somebody marked, by the rules by which all else is read."""

from dataclasses import replace

from stemma.attribute.attributing import finish
from stemma.attribute.dating import date_sayings
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.model import Attribution, Document, Span

__all__ = ["draw_attribution"]


def draw_attribution(
    document: Document, content: tuple[Span, ...], source: Span | None, cue: Span | None
) -> Attribution:
    """Return the attribution with these spans: its stance, hedges and day; without source and cue it is narrated."""
    draft = Draft(content, source, cue, narrated=source is None and cue is None)
    drawn = replace(finish(document, Passage.of(document), draft), source_span=source)  # not a character less
    return date_sayings(document, [drawn])[0]
