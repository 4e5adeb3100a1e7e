"""From tagged spans to attributions."""

import re
from collections.abc import Iterator, Sequence

from stemma.attribute.carrying import carry
from stemma.attribute.draft import Draft
from stemma.attribute.enclosing import enclose
from stemma.attribute.framed import framed_inside
from stemma.attribute.hearing import find_heard
from stemma.attribute.interviews import tell_him
from stemma.attribute.introducing import under_introductions
from stemma.attribute.linking import link
from stemma.attribute.narrating import is_to_readers, narrate
from stemma.attribute.nesting import is_saying, nest
from stemma.attribute.passage import Passage
from stemma.attribute.quoting import quote_of
from stemma.attribute.relaying import name_relays
from stemma.attribute.repairing import repair
from stemma.attribute.rumours import find_rumours
from stemma.attribute.sifting import sift
from stemma.attribute.signing import sign
from stemma.attribute.silence import find_silences
from stemma.attribute.speakers import trim_source
from stemma.attribute.splitting import split_statements
from stemma.attribute.stance import find_hedges, judge_stance
from stemma.attribute.trimming import trim_contents
from stemma.attribute.turns import find_turns, in_turns, told_in_turns
from stemma.attribute.words import Word, words_in
from stemma.model import Attribution, Document, Span, Stance, Tags, cut_all, make_id

__all__ = ["attribute", "attribute_outermost", "finish"]

# Right before a verb of granting, these say that it was not granted ("avoid acknowledging", "unlikely to admit").
_SHUNNED = re.compile(
    r"\b(?:avoid(?:s|ed|ing)?|without|(?:unlikely|reluctan(?:t|ce)|hesitan(?:t|cy)|unwilling) to) (?:\w+ly )?\w+\Z"
)


def attribute(document: Document, tags: Tags) -> tuple[Attribution, ...]:
    """Return what *document* says that others said, and its own statements as narrated candidates."""
    passage, captions = Passage.of(document), Passage.of_captions(document)
    turns = find_turns(passage)
    told = told_in_turns(passage, _tell(passage, tags), turns)
    own = in_turns(passage, narrate(passage, told), turns)
    told += split_statements(passage, [draft for draft in own if not is_to_readers(document.text, draft)])
    beside = [draft for draft in _tell(captions, tags) if _is_said(document.text, draft)]
    return _distinct([*_finished(document, passage, told), *_finished(document, captions, beside)])


def attribute_outermost(document: Document, tags: Tags) -> tuple[Attribution, ...]:
    """
    Return what *document* says that others said, each with the speaker whom the document itself names for it.

    A report inside it stays part of what he says. This is how the corpora mark it that nest nothing.
    """
    passage = Passage.of(document)
    spoken, silences = _read(passage, tags)
    return _finished(document, passage, [*split_statements(passage, spoken), *silences])


def _tell(passage: Passage, tags: Tags) -> list[Draft]:
    """Return what is said, report by report, with who passed it on; and the silences."""
    spoken, silences = _read(passage, tags)
    inner = link(passage, tags, depth=1)
    inner += [*find_heard(passage, inner), *framed_inside(passage, spoken)]
    nested = name_relays(passage, nest(passage, enclose(passage, spoken, inner)))
    nested = under_introductions(passage, tell_him(passage, nested))
    nested = [*nested, *find_rumours(passage, nested)]
    return [*(draft for draft in split_statements(passage, nested) if not _is_only_source(draft)), *silences]


def _is_said(text: str, draft: Draft) -> bool:
    """Tell whether somebody says it in so many words: what else a caption tells is what its picture shows."""
    return draft.cue is not None and draft.source is not None and is_saying(text, draft.cue)


def _read(passage: Passage, tags: Tags) -> tuple[list[Draft], list[Draft]]:
    """Return what is said, and the silences, which are nothing said."""
    spoken = sift(passage, carry(passage, repair(passage, link(passage, tags))))
    spoken = sign(passage, spoken)
    silences = find_silences(passage, spoken)
    cues = [silence.cue for silence in silences if silence.cue]
    return [draft for draft in spoken if not any(draft.cue and cue.meets(draft.cue) for cue in cues)], silences


def _finished(document: Document, passage: Passage, told: list[Draft]) -> tuple[Attribution, ...]:
    drafts = (trim_contents(document.text, draft) for draft in told)
    return _distinct([finish(document, passage, draft) for draft in drafts if draft is not None])


def _is_only_source(draft: Draft) -> bool:
    """Tell whether a relay's object was read as what it says ("citing aid workers")."""
    return draft.source is not None and all(draft.source.holds(span) for span in draft.contents)


def finish(document: Document, passage: Passage, draft: Draft) -> Attribution:
    """Return *draft* as the attribution that it is: with its stance, its hedges and its id."""
    text = document.text
    content = [word for span in draft.contents for word in words_in(text, span)]
    places = [place for span in draft.contents for place in (span.start, span.end)]
    return Attribution(
        id=make_id("a", document.id, *places),
        document=document.id,
        content_spans=draft.contents,
        content=cut_all(draft.contents, text),
        source_span=next(_named(text, draft.source), None),
        cue_span=draft.cue,
        via_spans=tuple(_named(text, *draft.via)),
        quote=quote_of(passage, draft),
        narrated=draft.narrated,
        stance=draft.stance or _stance(text, draft, content),
        hedges=find_hedges(content),
    )


def _named(text: str, *sources: Span | None) -> Iterator[Span]:
    """Yield the parts that name speakers; of a name that was blacked out ("███ reported") nothing is left."""
    trimmed = (trim_source(text, source) for source in sources if source is not None)
    return (span for span in trimmed if len(span))


def _stance(text: str, draft: Draft, content: list[Word]) -> Stance:
    if draft.cue is None:
        return Stance.ASSERT
    source = () if draft.source is None else words_in(text, draft.source)
    stance = judge_stance(words_in(text, draft.cue), content, source)
    return Stance.DECLINE if stance is Stance.CONFIRM and _SHUNNED.search(text, 0, draft.cue.end) else stance


def _distinct(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Keep the first of those with the same content, in reading order."""
    kept: dict[str, Attribution] = {}
    for attribution in attributions:
        kept.setdefault(attribution.id, attribution)
    return tuple(sorted(kept.values(), key=lambda a: (a.content_spans, a.id)))
