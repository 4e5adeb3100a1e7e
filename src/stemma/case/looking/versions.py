"""The versions of each article of a case, and what was changed from one to the next."""

from dataclasses import replace
from itertools import pairwise

from stemma.case.holding import distinct_versions, opened_case
from stemma.measure import measure
from stemma.model import Brief, Document, Drift
from stemma.read import read_document
from stemma.weigh import find_edits

__all__ = ["compare_versions"]


def compare_versions(case: str) -> Brief:
    """
    Return the articles of *case* that came in several versions, each version a document, and the edits as their drift.

    Raises:
        CaseError: It cannot be opened.
    """
    documents: dict[str, Document] = {}
    edits: list[Drift] = []
    with opened_case(case) as store:
        for newest in store.newest():
            versions = distinct_versions(store, newest)
            if len(versions) < 2:
                continue
            read = [read_document(held.layer, held.path, held.sha256) for held in versions]
            documents |= {document.id: document for document in read}
            for number, (older, newer) in enumerate(pairwise(read), 2):
                said = f" (version {number}, which came on {versions[number - 1].at:%Y-%m-%d})"
                found = find_edits(older, newer, measure(older, ()), measure(newer, ()))
                edits += [replace(edit, explanation=edit.explanation + said) for edit in found]
    return Brief(tuple(documents.values()), drift=tuple(edits))
