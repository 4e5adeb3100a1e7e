from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.trace import trace
from tests.trace.telling import Story, tell

PAPERS = st.sampled_from(["herald", "gazette", "metro"])
CHAINS = st.sampled_from(
    ["Ilse Brandt (Maravia)", "Teo Varga", "Maravia", "Harbour Institute > Ilse Brandt (Maravia)", "reportedly",
     "sailors", "-", "?", "Harbour Institute", "Teo Varga denied", "Kesh Wire > sailors"]
)  # fmt: skip
CLAIMS = st.sampled_from(["claim", "other"])


@st.composite
def stories(draw: st.DrawFn) -> Story:
    rows = draw(st.lists(st.tuples(CLAIMS, PAPERS, CHAINS), min_size=1, max_size=8))
    return tell(*(f"{claim}: {paper} | {chain} | the ferry sank {i}" for i, (claim, paper, chain) in enumerate(rows)))


@settings(max_examples=30, deadline=None)
@given(stories())
def test_every_place_lies_in_its_document_and_every_end_is_known(story):
    traced = story.trace()
    texts = {document.id: document.text for document in story.documents}
    known = texts.keys() | {source.id for source in (*story.sources, *traced.sources)}
    for derivation in traced.derivations:
        assert derivation.places
        assert {derivation.document, derivation.to} <= known
        assert 0 < derivation.score <= 1
        for place in derivation.places:
            assert place.span.cut(texts[place.document]).strip()


@settings(max_examples=30, deadline=None)
@given(stories())
def test_every_claim_has_an_interval_that_holds_its_roots(story):
    traced = story.trace()
    ids = {derivation.id for derivation in traced.derivations}
    for cluster in story.clusters:
        origins = traced.origins[cluster.id]
        assert 1 <= origins.low <= origins.high
        assert len(origins.sources) <= origins.high
        assert origins.settle is None or origins.settle in ids


@settings(max_examples=30, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(story, random):
    shuffled = [list(values) for values in (story.documents, story.attributions, story.sources, story.clusters)]
    for values in shuffled:
        random.shuffle(values)
    documents, attributions, sources, clusters = shuffled
    assert trace(documents, attributions, sources, clusters) == story.trace()
