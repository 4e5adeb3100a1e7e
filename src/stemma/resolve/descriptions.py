"""Whom a description means: "the governor", "the department", "Freedonia's army", "our reporter"."""

import re

from stemma.model import SourceKind, Span
from stemma.resolve.aging import find_aged
from stemma.resolve.bodies import function_of
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.fitting import is_called, role_fits, telling
from stemma.resolve.mentions import Text
from stemma.resolve.papers import is_paper, resolve_paper
from stemma.resolve.phrase import OWNERS, Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.pronouns import resolve_pronoun
from stemma.resolve.salient import last_speaking_body, salient_body
from stemma.resolve.speaking import SAYS
from stemma.resolve.words import is_collective, is_group, read_words

__all__ = ["known_as", "resolve_description"]

_SPEAKS = re.compile(rf"\s+{SAYS}")
_ALSO = re.compile(rf"\s+also\s+{SAYS}")
OFFICIALS = frozenset(("official", "authority"))
CORRESPONDENTS = frozenset(("reporter", "correspondent", "journalist", "editor", "photographer"))


def resolve_description(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """Return whom *phrase* at *span* means, a new entity where nobody fits; None where it cannot be told."""
    if is_paper(phrase):
        if phrase.owner in OWNERS:
            return _owner(cast, phrase, span, text)
        return resolve_paper(cast, phrase, span, text, lambda who: resolve_description(cast, who, span, text))
    function = function_of(phrase.text)
    if function and phrase.head != "official":
        return _of_state(cast, phrase, function)
    found = find_aged(cast, phrase, text.text)
    if found:
        return found
    if phrase.owner == "our" and phrase.head in CORRESPONDENTS:
        found = _own_reporter(cast, span)
    elif phrase.is_plural:
        found = _group(cast, phrase, span)
    elif phrase.is_definite or _is_placed_body(phrase):
        found = last_speaking_body(cast, phrase, span, text) if _ALSO.match(text.text, span.end) else None
        found = found or _named_since(cast, phrase, span, text, _definite(cast, phrase, span, text))
    found = found or _beside_name(cast, phrase, span, text) or _same_wording(cast, phrase)
    found = found or _waiting(cast, phrase) or salient_body(cast, phrase, span, text)
    if found:
        return cast.admit(found)
    made = cast.new(phrase.kind, is_plural=phrase.is_plural)
    made.roles.append(phrase)
    made.sex = phrase.sex
    made.owner = _owner(cast, phrase, span, text)
    return made


def _named_since(cast: Cast, phrase: Phrase, span: Span, text: Text, found: Entity | None) -> Entity | None:
    """
    Return the body named after *found*, which has no name or is named only later: "An airline says … Corvex said …
    The airline".
    """
    if found is None or (found.names and _last_before(found, span) >= 0):
        return found
    named = salient_body(cast, phrase, span, text)
    return named if named and _last_before(named, span) > _last_before(found, span) else found


def known_as(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """Return who of those known so far is meant by *phrase* at *span*, which is no source; None where nobody is."""
    if not phrase.is_definite or is_paper(phrase):
        return None
    found = _group(cast, phrase, span) if phrase.is_plural else _definite(cast, phrase, span, text)
    return found or _waiting(cast, phrase)


def _waiting(cast: Cast, phrase: Phrase) -> Entity | None:
    """Return the last one without a name whom *phrase* can take up: "a man … the man"."""
    if not phrase.is_definite or phrase.owner:
        return None
    own = telling(phrase)
    fitting = (e for e in cast.waiting if e.is_plural == phrase.is_plural)
    return next(
        (e for e in reversed(list(fitting)) if e.roles[0].head == phrase.head and own <= e.roles[0].qualifiers), None
    )


def _beside_name(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """Return the one whose name stands right before the description: "Ann Roe, [a spokeswoman for …]"."""
    if phrase.is_plural or _SPEAKS.match(text.text, span.end):
        return None  # "… in Freedonia, a spokesman said"
    for entity in cast:
        for place in entity.places:
            if 0 < span.start - place.span.end <= 3 and text.text[place.span.end : span.start].strip() == ",":
                is_body = entity.kind in {SourceKind.ORGANISATION, SourceKind.OUTLET}
                return entity if (entity.is_person if phrase.has_office else is_body) else None
    return None


def _same_wording(cast: Cast, phrase: Phrase) -> Entity | None:
    low = _bare(phrase.text)
    return next((e for e in cast if not e.names and any(_bare(w) == low for w in e.wordings)), None)


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|a|an|some|several|many)\s+", "", words.casefold())


def _of_state(cast: Cast, phrase: Phrase, function: tuple[str, str]) -> Entity:
    for entity in cast:
        if any(function_of(name) == function for name in entity.names):
            return entity
    made = cast.new(SourceKind.ORGANISATION, is_plural=phrase.is_plural)
    words = re.sub(r"^(?:the|an?)\s+", "", phrase.text, flags=re.I)
    made.names.append(words)
    return made


def _own_reporter(cast: Cast, span: Span) -> Entity | None:
    """Return the paper's own reporter who is named or was called so before."""
    for entity in sorted((e for e in cast if e.is_person), key=lambda e: -_last_before(e, span)):
        if any(r.head in CORRESPONDENTS or (not r.head and r.owner) for r in entity.roles):
            return entity
    return None


def _group(cast: Cast, phrase: Phrase, span: Span) -> Entity | None:
    """Return the group of the text that *phrase* takes up again ("Several residents of the camp … The residents")."""
    same = _same_wording(cast, phrase)
    if same or not phrase.is_definite:
        return same
    own = telling(phrase)
    groups = [e for e in cast if e.is_plural and _last_before(e, span) >= 0]
    for entity in sorted(groups, key=lambda e: -_last_before(e, span)):
        for role in entity.roles:
            if role.head == phrase.head and own <= role.qualifiers:
                return entity
            if phrase.head in role.qualifiers and not own:
                return entity
    officials = [e for e in groups if _is_official(e)] if phrase.head in OFFICIALS and not own else []
    return officials[0] if len(officials) == 1 else None


def _is_official(entity: Entity) -> bool:
    """Tell whether they are officials: "Freedonian officials said … The authorities denied"."""
    functions = (function_of(name) for name in entity.names)
    return any(role.head in OFFICIALS for role in entity.roles) or any(f and f[1] == "officials" for f in functions)


def _definite(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    owner = _owner(cast, phrase, span, text)
    if phrase.owner in OWNERS and owner is None and phrase.owner != "our":
        return None
    fitting = [
        (score, _last_before(e, span), e)
        for e in cast
        if (score := _fit(e, phrase, owner)) > 0 and _last_before(e, span) >= 0
    ]
    if not fitting:  # named only later in the text
        fitting = [(score, -e.begins, e) for e in cast if e.names and (score := _fit(e, phrase, owner)) > 1]
    if not fitting:  # of the only one in the text who holds that office, the text need not repeat of what
        bare = [
            (1, 0, e)
            for e in cast
            if e.names and any(r.head == phrase.head for r in e.roles) and _fit(e, phrase, owner)
        ]
        fitting = bare if len(bare) == 1 else []
    best = max(fitting, key=lambda row: row[:2], default=None)
    return best[2] if best else None


def _fit(entity: Entity, phrase: Phrase, owner: Entity | None) -> int:
    """Return how well a definite description fits: 0 not, more with each thing that agrees."""
    if phrase.sex and entity.sex and phrase.sex != entity.sex:
        return 0
    best = 0
    for role in entity.roles:
        points = role_fits(role, phrase)
        if points and owner is not None and entity.owner is not owner and not _is_owner(role, owner):
            points = 0
        best = max(best, points)
    if not best and not phrase.has_office and entity.names and is_called(entity.full_name, phrase.head):
        words = {word.low for word in read_words(entity.full_name)}
        best = int(telling(phrase) <= words)  # "Halen police" are the Halen Police Department
    return best


def _is_placed_body(phrase: Phrase) -> bool:
    """Tell whether *phrase* needs no article to mean one body: "Halen police"."""
    return is_collective(phrase.head) and is_group(phrase.head) and bool(telling(phrase)) and not phrase.is_plural


def _is_owner(role: Phrase, owner: Entity) -> bool:
    if owner.state:
        return owner.state in role.qualifiers
    words = {w.low for name in owner.names for w in read_words(name)}
    return bool(words & role.qualifiers)


def _owner(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    if not phrase.owner:
        return None
    if phrase.owner in OWNERS:
        forms = {"his": "he", "her": "she", "its": "it", "their": "they"}
        if phrase.owner not in forms:
            return None
        return resolve_pronoun(cast, read_phrase(forms[phrase.owner]), Span(span.start, span.start + 1), text)
    named = read_phrase(phrase.owner)
    return cast.find(named) if named.name else None


def _last_before(entity: Entity, span: Span) -> int:
    return max((p.span.start for p in entity.places if p.span.start < span.start), default=-1)
