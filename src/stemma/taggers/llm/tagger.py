"""The tagger that asks a large language model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from stemma.errors import EndpointError
from stemma.model import Span, Tags
from stemma.taggers.llm.answer import Unusable, read_answer
from stemma.taggers.llm.chunks import LARGEST, Chunk, cut_chunks
from stemma.taggers.llm.client import Client, Refusal
from stemma.taggers.llm.endpoint import Endpoint
from stemma.taggers.llm.patience import Patience
from stemma.taggers.llm.placing import Placed, place
from stemma.taggers.llm.question import Form, put
from stemma.taggers.llm.tags import as_tags, keep
from stemma.taggers.llm.together import ask_all

__all__ = ["LlmTagger"]

AT_ONCE = 4
"""Questions under way at a time; local servers answer as many or fewer, hosted ones begin to refuse far above."""
MISSES = 3
"""Unusable answers, with no usable one before them, after which a model is taken to be unfit."""


class LlmTagger:
    """
    A tagger behind an OpenAI-compatible endpoint.

    The model decides who said what; the words are the text's own. Whatever it answers, only what
    stands in the text becomes a span, and what does not is counted in the notes of the tags.
    """

    def __init__(self, endpoint: Endpoint, patience: Patience | None = None, *, largest: int = LARGEST) -> None:
        """
        Ask about parts of up to *largest* characters.

        Raises:
            MissingExtraError: The extra ``llm`` is not installed.
        """
        self._endpoint = endpoint
        self._client = Client(endpoint, patience or Patience(), AT_ONCE)
        self._largest = largest
        self._form = Form.SCHEMA
        self._usable = 0
        self._unusable = 0

    @property
    def name(self) -> str:
        """The model's name and where it runs; what it answers may change under the same name."""
        return f"llm:{self._endpoint.model}@{self._endpoint.host}"

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        """
        Read *blocks*, paragraphs of *text* in order; spans count in *text*.

        Raises:
            EndpointError: The endpoint cannot be asked, or its model answers in no usable form.
        """
        chunks = cut_chunks(text, blocks, self._largest)
        parts = [part for parts in ask_all(partial(self._read, text), chunks, AT_ONCE) for part in parts]
        placed = [part for part in parts if isinstance(part, Placed)]
        unusable = [part for part in parts if isinstance(part, Unusable)]
        self._judge(len(placed), unusable)
        kept = keep(report for part in placed for report in part.reports)
        counts = _Counts(
            parts=len(parts),
            unread=tuple(one.reason for one in unusable),
            strays=sum(part.strays for part in placed),
            unfit=sum(part.unfit for part in placed) + kept.unplaced,
        )
        return as_tags(kept.reports, tuple(counts.notes()))

    def _read(self, text: str, chunk: Chunk) -> list[Placed | Unusable]:
        """Ask about *chunk*, and where the answer cannot be used about each of its halves, once."""
        answer = self._ask(text, chunk)
        if isinstance(answer, Placed) or not chunk.halves():
            return [answer]
        return [self._ask(text, half) for half in chunk.halves()]

    def _ask(self, text: str, chunk: Chunk) -> Placed | Unusable:
        answer = read_answer(self._complete(text, chunk))
        return answer if isinstance(answer, Unusable) else place(text, chunk, answer)

    def _complete(self, text: str, chunk: Chunk) -> Mapping[str, object]:
        """Ask in the strictest form that the endpoint takes; what it refused once it is not asked again."""
        form: Form | None = self._form
        while form is not None:
            completion = self._client.post(put(self._endpoint.model, form, text, chunk))
            if not isinstance(completion, Refusal):
                self._form = max(self._form, form)
                return completion
            form, reason = form.next, completion.reason
        raise EndpointError(self._endpoint.url, reason)

    def _judge(self, usable: int, unusable: Sequence[Unusable]) -> None:
        self._usable += usable
        self._unusable += len(unusable)
        if unusable and self._unusable >= MISSES and not self._usable:
            raise EndpointError(
                self._endpoint.url,
                f"the answers of {self._endpoint.model} cannot be used ({unusable[-1].reason});"
                " choose a model, or a server, with structured output",
            )


@dataclass(frozen=True, slots=True)
class _Counts:
    """What did not become tags."""

    parts: int
    unread: tuple[str, ...]
    """Why, for each part that went unread."""
    strays: int
    unfit: int

    def notes(self) -> Iterator[str]:
        """Yield a line for each kind."""
        if self.unread:
            why = ", ".join(sorted(set(self.unread)))
            yield f"{len(self.unread)} of its {self.parts} parts went unread, as the model's answer was no use: {why}"
        if self.strays:
            yield _left_out(self.strays, "passage that is not in the text", "passages that are not in the text")
        if self.unfit:
            yield _left_out(self.unfit, "entry of no use", "entries of no use")


def _left_out(count: int, one: str, many: str) -> str:
    what, were = (one, "it was") if count == 1 else (many, "they were")
    return f"the model gave {count} {what}; {were} left out"
