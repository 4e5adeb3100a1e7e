"""Briefs for tests, in the small language of ``tests.trace.telling``: who tells what from whom."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from stemma.model import Brief, Claim
from stemma.weigh import gather_events, grade, take_positions
from tests.trace.telling import tell

__all__ = ["A_CIRCLE", "arbitrary_briefs", "brief_of"]

A_CIRCLE = ("kesh post | Daily Herald | the ferry sank", "daily herald | Kesh Post | the ferry went down")
"""Two papers that have it from each other."""


def brief_of(*lines: str, days: Mapping[str, int] | None = None) -> Brief:
    """Return the brief of what *lines* tell, with the claims that they name."""
    story = tell(*lines, days=days)
    traced = story.trace()
    outlets = {document.id: document.outlet for document in story.documents}
    said = {a.id: a for a in story.attributions}
    claims = []
    for cluster in story.clusters:
        carried = {outlets[said[id].document] for id in cluster.attributions}
        text = said[cluster.attributions[0]].content
        claims.append(Claim(cluster.id, text, cluster.attributions, len(carried), traced.origins[cluster.id]))
    sources = {source.id: source for source in (*story.sources, *traced.sources)}
    brief = Brief(
        documents=story.documents,
        sources=tuple(sources.values()),
        attributions=story.attributions,
        claims=tuple(claims),
        derivations=traced.derivations,
        circles=traced.circles,
        models=("tests/1",),
    )
    brief = replace(brief, positions=tuple(take_positions(brief)), events=gather_events(brief))
    grades = grade(brief)
    return replace(brief, claims=tuple(replace(claim, grade=grades[claim.id]) for claim in brief.claims))


PAPERS = ("kesh post", "daily herald", "inland gazette", "harbour times")
CHAINS = (
    "Ilse Brandt (Maravia)", "Teo Varga denied", "sailors", "reportedly", "-", "?",
    "Kesh Post", "Daily Herald", "Inland Gazette", "Harbour Times", "Kesh Post > Daily Herald > sailors",
)  # fmt: skip


@st.composite
def arbitrary_briefs(draw: st.DrawFn) -> Brief:
    """Papers that have claims from people and from each other, in any way, in circles too."""
    row = st.tuples(st.sampled_from(["first", "second"]), st.sampled_from(PAPERS), st.sampled_from(CHAINS))
    rows = draw(st.lists(row, min_size=1, max_size=9))
    days = draw(st.dictionaries(st.sampled_from(PAPERS), st.integers(1, 9)))
    told = [f"{claim}: {paper} | {chain} | the ferry sank {at}" for at, (claim, paper, chain) in enumerate(rows)]
    return brief_of(*told, days=days)
