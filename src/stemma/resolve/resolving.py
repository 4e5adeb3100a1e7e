"""From mentions to sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Document, Place, Source, SourceKind, Span, Stance
from stemma.model.question import Doubt
from stemma.model.ruling import UNCAST, Recast
from stemma.prose import dateline_credit, is_own_outlet
from stemma.resolve.board import Merged
from stemma.resolve.casting import Casting, cast_document
from stemma.resolve.charging import find_accusers
from stemma.resolve.doubting import doubt_sources, doubt_speakers
from stemma.resolve.entities import Entity
from stemma.resolve.fitting import telling
from stemma.resolve.mentions import read_text
from stemma.resolve.merging import merge
from stemma.resolve.nouns import is_common
from stemma.resolve.parties import Parties, read_places
from stemma.resolve.phrases import read_phrase
from stemma.resolve.recasting import recast_speakers
from stemma.resolve.sources import make_sources
from stemma.resolve.voicing import join_spokesmen
from stemma.resolve.words import read_words

__all__ = ["Resolution", "resolve"]

AFTER_NOUN = frozenset(("about", "for", "of", "that"))
"""What leads from a noun of reporting to what is reported ("reports of A")."""
_MUTE = (Stance.SILENCE, Stance.DECLINE)
"""Of what a document tells itself, these have a source: who does not speak."""
PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


@dataclass(frozen=True, slots=True)
class Resolution:
    """The sources, and the attributions with their ``source`` and ``via`` filled."""

    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    mentions: Mapping[Place, str]
    """Ids of the sources by the words that stand for them; words that may mean several are left out."""
    doubts: tuple[Doubt, ...] = ()


def resolve(documents: Sequence[Document], attributions: Sequence[Attribution], recast: Recast = UNCAST) -> Resolution:
    """Return who speaks in *attributions*; where two readings are possible and *recast* has none, it stays None."""
    documents = sorted(documents, key=lambda d: d.id)
    texts = {document.id: document.text for document in documents}
    attributions = [_freed(a, texts[a.document]) for a in attributions]
    castings: dict[str, Casting] = {}
    said: dict[str, list[Attribution]] = {document.id: [] for document in documents}
    for attribution in attributions:
        said[attribution.document].append(attribution)
    for document in documents:
        own = said[document.id]
        text = read_text(document)
        casting = cast_document(text, [s for a in own for s in _spoken_by(a, document)])
        casting.of.update({a.cue_span: who for a, who in find_accusers(casting, text, own) if a.cue_span})
        _add_hidden(casting, document, own)
        castings[document.id] = casting
    merged, places = merge([castings[d.id].cast for d in documents]), read_places(documents)
    joined = join_spokesmen(merged, Parties(merged, places))
    speakers, spoken = recast_speakers(joined, castings, recast)
    of = {entity: speaker for speaker in speakers for entity in speaker.entities}
    heard = _heard(castings, of) | {*spoken.values()}
    sources, ids = make_sources(speakers, heard, places)
    mentions = {
        Place(document, span): ids[of[entity]]
        for document, casting in castings.items()
        for span, entity in casting.of.items()
        if entity is not None
    }
    filled = (_filled(a, castings[a.document], of, ids) for a in attributions)
    by_id, published = {source.id: source for source in sources}, {d.id: d for d in documents}
    heard_of = (_without_own(a, published[a.document], by_id) for a in filled)
    judged = {id: ids[speaker] for id, speaker in spoken.items()}
    given = tuple(_given(a, judged.get(a.id)) for a in heard_of)
    called = {entity: ids[of[entity]] for entity in of if of[entity] in ids}
    doubts = (
        *doubt_speakers(given, {key: casting.cast for key, casting in castings.items()}, called),
        *doubt_sources(sources),
    )
    return Resolution(sources, given, mentions, doubts)


def _without_own(attribution: Attribution, document: Document, sources: Mapping[str, Source]) -> Attribution:
    """Leave out the outlet that published *document*: what it was told itself, it has from no other."""
    kept = tuple((relay, span) for relay, span in attribution.relays if not _publishes(sources[relay], document))
    return attribution if len(kept) == len(attribution.relays) else replace(attribution, relays=kept)


def _publishes(source: Source, document: Document) -> bool:
    """
    Tell whether *source* is the outlet of *document*, which calls itself by its last word ("told The Times").

    One that a dateline names may stand on another's page: what it was told the page has from it.
    """
    if source.kind is not SourceKind.OUTLET or (document.body and dateline_credit(document.text, document.body[0])):
        return False
    last = (document.outlet or "").casefold().split()[-1:]
    is_short = source.name.casefold().removeprefix("the ").split() == last
    return is_short or any(is_own_outlet(name, document) for name in (source.name, *source.aliases))


def _given(attribution: Attribution, source: str | None) -> Attribution:
    """Return *attribution* with the *source* that an analyst gives it, if one does."""
    if source is None:
        return attribution
    relays = tuple((relay, span) for relay, span in attribution.relays if relay != source)
    return replace(attribution, source=source, narrated=False, relays=relays)


def _freed(attribution: Attribution, text: str) -> Attribution:
    """Take off the source of an adverb of hearsay: in "Ann Roe allegedly knew of it" she is not who alleges it."""
    is_hearsay = attribution.cue_span is not None and _is_hearsay(attribution.cue_span.cut(text))
    return replace(attribution, source_span=None) if attribution.source_span and is_hearsay else attribution


def _is_hearsay(words: str) -> bool:
    """Tell whether *words* are an adverb that hides who says it."""
    low = words.casefold()
    return low.endswith("ly") and low in words_of("agentless_cues")


def _spoken_by(attribution: Attribution, document: Document) -> Iterator[Span]:
    """Yield the words for those who say it and pass it on; an adverb of hearsay names nobody."""
    yield from filter(None, (_named(attribution, document),))
    yield from (span for span in attribution.via_spans if not _is_hearsay(span.cut(document.text)))


def _named(attribution: Attribution, document: Document) -> Span | None:
    """Return the words for the source, unless they are mere words of the cue ("[said in a statement] posted")."""
    source, cue = attribution.source_span, attribution.cue_span
    if source is None or cue is None or not cue.holds(source):
        return source
    phrase = read_phrase(source.cut(document.text))
    return source if phrase.name or phrase.pronoun or is_common(phrase.head) else None


def _add_hidden(casting: Casting, document: Document, attributions: Sequence[Attribution]) -> None:
    """Give a source to what is said to be said, by nobody who is named ("reportedly"): one a document."""
    for attribution in attributions:
        cue = attribution.cue_span
        spans = [span for span in attribution.via_spans if _is_hearsay(span.cut(document.text))]
        if cue and not attribution.narrated and not attribution.source_span:
            spans += [cue] if _hides_speaker(cue.cut(document.text)) else []
        for span in spans:
            hidden = next((e for e in casting.cast if _is_vague(e)), None) or casting.cast.new(SourceKind.UNNAMED)
            if span.cut(document.text) not in hidden.cues:
                hidden.cues.append(span.cut(document.text))
            casting.of[span] = hidden


def _hides_speaker(cue: str) -> bool:
    words = [w.low for w in read_words(cue)]
    hiding, charging = words_of("agentless_cues"), pairs_of("charging_verbs")
    named = words[:-1] if words[-1:] and words[-1] in AFTER_NOUN else words
    if cue.casefold() in hiding or any(word in hiding for word in named[-1:]):
        return True
    at = next((at for at, word in enumerate(words) if word in PASSIVE), len(words))
    # "has often been accused of", "was seen to"; but who indicts is a court
    return any(word in hiding or (_is_participle(word) and word not in charging) for word in words[at + 1 :])


def _is_participle(low: str) -> bool:
    return low.endswith("ed") or low in _irregular_participles()


@cache
def _irregular_participles() -> frozenset[str]:
    """Participles of irregular verbs: "seen", "told"."""
    return frozenset(forms.split()[2] for forms in pairs_of("irregular_verbs").values())


def _is_vague(entity: Entity) -> bool:
    return (
        entity.kind is SourceKind.UNNAMED
        and not entity.names
        and bool(entity.cues or entity.roles)  # "another" and "someone" are people of their own
        and not any(role.head not in words_of("report_nouns") or telling(role) for role in entity.roles)
    )


def _heard(castings: Mapping[str, Casting], of: Mapping[Entity, Merged]) -> set[Merged]:
    return {of[e] for casting in castings.values() for e in casting.of.values() if e is not None}


def _filled(
    attribution: Attribution, casting: Casting, of: Mapping[Entity, Merged], ids: Mapping[Merged, str]
) -> Attribution:
    def id_of(span: Span | None) -> str | None:
        entity = casting.of.get(span) if span else None
        return ids[of[entity]] if entity else None

    if attribution.narrated and attribution.stance not in _MUTE:
        return attribution
    source = id_of(attribution.source_span)
    if attribution.source_span is None:
        source = id_of(attribution.cue_span)
    relays: dict[str, Span] = {}
    for span in attribution.via_spans:
        relay = id_of(span)
        if relay and relay != source:
            relays.setdefault(relay, span)
    return replace(attribution, source=source, relays=tuple(relays.items()))
