import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Document
from stemma.prose import quotations
from stemma.trace import copying
from stemma.trace.copying import LEAST_COPIED, find_copies
from stemma.trace.shingling import NEIGHBOURS, SHINGLE, find_holders, sharing, shingle
from tests.factories import make_document

SENTENCES = [
    f"The {one} of the {two} was carried over the {three} by nine {four} before the {five} had {six} in the {seven}."
    for one, two, three, four, five, six, seven in (
        f"w{n}a w{n}b w{n}c w{n}d w{n}e w{n}f w{n}g".split() for n in range(12)
    )
]
texts = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9), min_size=1, max_size=5)


def documents_of(bodies: list[list[str]]) -> list[Document]:
    return [make_document(f"d{number}", "\n".join(["Title", *body])) for number, body in enumerate(bodies)]


def rows(document: Document) -> list[tuple[str, ...]]:
    found = [word.strip(".").casefold() for span in document.body for word in span.cut(document.text).split()]
    return [tuple(found[at : at + SHINGLE]) for at in range(len(found) - SHINGLE + 1)]


@settings(deadline=None)
@given(texts)
def test_the_spans_of_a_copy_hold_the_same_words(bodies: list[list[str]]):
    documents = {document.id: document for document in documents_of(bodies)}
    for copy in find_copies(tuple(documents.values())):
        for run in copy.runs:
            left, right = (
                span.cut(documents[key].text) for key, span in ((copy.left, run.left), (copy.right, run.right))
            )
            assert left.split() == right.split()
            assert len(left.split()) == run.length


@given(st.lists(st.text("ab .,'’“”\"\n"), max_size=3))
def test_a_word_is_counted_as_unquoted_where_no_quotation_holds_it(paragraphs: list[str]):
    document = make_document("d0", "\n".join(["Title", *paragraphs]))
    (one,) = shingle([document])
    quoted = [mark for paragraph in document.body for mark in quotations(document.text, paragraph)]
    outside = [not any(q.start <= start and end <= q.end for q in quoted) for start, end in one.places.tolist()]
    assert one.unquoted.tolist() == [sum(outside[:at]) for at in range(len(outside) + 1)]


@settings(deadline=None)
@given(texts, st.integers(1, 20))
def test_the_pairs_that_are_looked_at_are_all_that_share_so_many_rows(bodies: list[list[str]], least: int):
    documents = documents_of(bodies)
    found = {(a, b) for a, b, _ in sharing(find_holders(shingle(documents)), least)}
    held = [rows(document) for document in documents]
    for b in range(len(held)):
        for a in range(b):
            shared = max(sum(row in held[b] for row in held[a]), sum(row in held[a] for row in held[b]))
            assert (a, b) in found or shared < least


@settings(deadline=None)
@given(texts)
def test_the_order_of_documents_does_not_change_the_copies(bodies: list[list[str]]):
    documents = documents_of(bodies)
    assert find_copies(documents) == find_copies(documents[::-1])


def test_documents_that_share_a_caption_alone_are_no_copies():
    caption = "A man looks at the harbour on Monday from the hill above the northern quay."
    documents = documents_of([[caption, *SENTENCES[:4]], [caption, *SENTENCES[4:8]]])
    assert len(caption.split()) < LEAST_COPIED
    assert not find_copies(documents)


def test_of_many_copies_each_is_held_against_its_neighbours_alone(monkeypatch: pytest.MonkeyPatch):
    compared: list[object] = []
    match = copying._match
    monkeypatch.setattr(copying, "_match", lambda a, b: compared.append(None) or match(a, b))
    documents = [make_document(f"d{n:03}", "\n".join(["Title", *SENTENCES[:5]])) for n in range(3 * NEIGHBOURS)]
    copies = find_copies(documents)
    assert len(compared) <= NEIGHBOURS * len(documents)
    assert {copy.share for copy in copies} == {1.0}
    assert {key for copy in copies for key in (copy.left, copy.right)} == {document.id for document in documents}


def test_a_text_of_fewer_words_than_a_row_is_no_copy():
    assert not find_copies(documents_of([["Too few words."], ["Too few words."], []]))


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_what_one_of_two_has_in_quotation_marks_is_no_copy_whichever_comes_first(names: tuple[str, str]):
    letter = " ".join(SENTENCES[:5])
    report = f'She wrote: "{letter}"'
    assert len(letter.split()) > LEAST_COPIED
    made = [make_document(name, f"Title\n{text}") for name, text in zip(names, (letter, report), strict=True)]
    assert not find_copies(made)
    assert find_copies([made[0], make_document("c", f"Title\n{letter}")])
