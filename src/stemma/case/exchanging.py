"""A whole case given away as one file, and what colleagues give merged into one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemma.case.files.opening import Progress
from stemma.case.files.writing import writing_file
from stemma.case.holding import opened_case
from stemma.errors import CaseError, CopyError, JudgementError
from stemma.model.archive import Capture, Held
from stemma.model.copy import Article
from stemma.model.journal import JournalLine
from stemma.model.judgement import KIND, Judgement
from stemma.ports import Store
from stemma.read import are_editions
from stemma.stores import Received, create_store, is_case, is_server, receiving, send

__all__ = ["Merged", "export_case", "import_case"]

TRIES = 20
"""Times that an article is merged anew because another program was quicker."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import brought."""

    documents: int
    """Documents that are new here, or have a layer or a reading more."""
    known: int
    """Documents that were here as they are."""
    judgements: int
    """Lines of the journal that are new here."""


def export_case(case: str, path: Path, progress: Progress = lambda done, total, path: None) -> int:
    """
    Write all that *case* holds to *path*, and return how many documents that is.

    Raises:
        CaseError: The case cannot be opened or is damaged.
        OutputError: *path* cannot be written; what was there stays.
    """
    with opened_case(case) as store, writing_file(path) as file:
        return send(store, file, progress)


def import_case(case: str, path: Path, progress: Progress = lambda done, total, path: None) -> Merged:
    """
    Put into *case* what the export at *path* has more; a case that is not there yet is made.

    Documents are the same by their bytes, their address or their words, judgements by all that they say:
    nothing is doubled, whichever copy is merged into which, however often.

    Raises:
        CopyError: *path* is no export of a case, or a damaged one; documents before the damage are in. A journal
            that this Stemma cannot read is found before anything is written, since no line is ever taken out.
        CaseError: The case cannot be opened or written to.
    """
    with receiving(path) as received:
        lines = _readable(received, path)
        if not is_server(case) and not is_case(case) and not Path(case).exists():
            create_store(case)
        with opened_case(case) as store:
            return _merge(store, received, lines, case, progress)


def _readable(received: Received, path: Path) -> list[JournalLine]:
    lines = list(received.lines())
    for line in lines:
        if line.kind == KIND:
            try:
                Judgement.of(line)
            except JudgementError as error:
                raise CopyError(str(path), f"nothing was imported: {error}") from error
    return lines


def _merge(store: Store, received: Received, lines: Sequence[JournalLine], case: str, progress: Progress) -> Merged:
    new = known = 0
    for done, article in enumerate(received.articles()):
        progress(done, done + 1, article.layers[-1].path)
        is_new = _merge_article(store, article, received.data, case)
        new, known = new + is_new, known + (not is_new)
    _merge_captures(store, received)
    return Merged(new, known, store.write(lines))


def _merge_article(store: Store, article: Article, data: Callable[[str], bytes], case: str) -> bool:
    for _ in range(TRIES):
        into = [held.document for held in store.kin(article) if _is_same(held, article)]
        is_new = store.merge(article, data, into)
        if is_new is not None:
            return is_new
    raise CaseError(case, "others write to it all the time; run it again")


def _is_same(held: Held, article: Article) -> bool:
    """Tell whether the document with the newest layer *held* is *article*, by bytes, address or words."""
    newest = article.layers[-1]
    if held.document == article.document or held.sha256 in {layer.sha256 for layer in article.layers}:
        return True
    is_fetched = "://" in held.path and held.path == newest.path
    return is_fetched or are_editions(held.layer.text, newest.layer.text)


def _merge_captures(store: Store, received: Received) -> None:
    known: set[Capture] = set(store.captures())
    for capture in received.captures():
        if capture not in known and store.held(capture.sha256) is not None:
            store.note(capture)
            known.add(capture)
