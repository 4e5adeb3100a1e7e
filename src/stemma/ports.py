"""What the pipeline needs from outside, as protocols that adapters fulfil."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stemma.errors import UnreadableError
from stemma.model import Brief, Layer, Reading, Span, Tags
from stemma.model.account import Account
from stemma.model.archive import Capture, Deposit, Held, Stocked
from stemma.model.batch import Job, Stage, Summary
from stemma.model.copy import Article
from stemma.model.item import Item
from stemma.model.journal import JournalLine
from stemma.model.shelf import Counts, Found, Named, Row, RowKind, Sought, Tale, Voice
from stemma.prose.tokens import Term

__all__ = [
    "Accounts",
    "Archive",
    "BatchProgress",
    "Copies",
    "Embedder",
    "Engine",
    "Journal",
    "Marks",
    "Reader",
    "Readings",
    "Shelf",
    "Stages",
    "Store",
    "Tagger",
    "Words",
]


class Reader(Protocol):
    """Turns the bytes of one format into a text layer."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of *data*.

        Raises:
            UnreadableError: The bytes hold no text of this format.
        """
        ...


class Tagger(Protocol):
    """Finds sources, cues and contents."""

    @property
    def name(self) -> str:
        """The model's identity, with a hash of its weights where they are at hand."""
        ...

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        """
        Read *blocks*, paragraphs of *text* in order; spans count in *text*.

        Raises:
            EndpointError: The tagger asks a server, and there is no answer.
        """
        ...


class Embedder(Protocol):
    """Turns sentences into vectors whose cosine is their likeness in meaning."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape [len(texts), width], each row of length 1."""
        ...


class Archive(Protocol):
    """Keeps the bytes that came, and the layers of each document. Whatever returns is on the disk."""

    def keep(self, deposit: Deposit) -> Held | None:
        """
        Keep all of *deposit* or nothing, and return what is held now.

        None where another program was quicker, so that its keys lead elsewhere by now or its bytes are
        there: look again, and decide anew.
        """
        ...

    def note(self, capture: Capture) -> None:
        """Remember that bytes which the archive holds came again, from another address, say."""
        ...

    def knows(self, address: str, sha256: str) -> bool:
        """Tell whether these bytes were the last that came from *address*."""
        ...

    def find(self, keys: Sequence[str]) -> Sequence[Held | None]:
        """Return for each key the newest layer of the document that it leads to."""
        ...

    def held(self, sha256: str) -> Held | None:
        """Return the layer that was drawn from these bytes last, whether a newer one has replaced it or not."""
        ...

    def newest(self) -> Sequence[Held]:
        """Return the layer that counts of each document, sorted by path."""
        ...

    def stock(self) -> Sequence[Stocked]:
        """Return which layer counts of each document, sorted by path; no text is loaded."""
        ...

    def pulse(self) -> tuple[int, int]:
        """Return how many layers and how many judgements there are: what comes makes them more."""
        ...

    def layers(self, document: str) -> Sequence[Held]:
        """Return all layers of a document, oldest first."""
        ...

    def captures(self) -> Iterator[Capture]:
        """Yield all comings, in their order."""
        ...

    def captures_of(self, sha256: str) -> Sequence[Capture]:
        """Return the comings of these bytes, in their order."""
        ...

    def data(self, sha256: str) -> bytes:
        """
        Return the bytes as they came.

        Raises:
            CaseError: The archive does not hold them, or holds others under their name.
        """
        ...


class Readings(Protocol):
    """Keeps what was read in each layer, by which rules and which model."""

    def keep_reading(self, held: Held, version: str, reading: Reading) -> None:
        """Keep *reading* of *held* in the place of one by the same *version*."""
        ...

    def readings(self, version: str) -> Mapping[str, Reading]:
        """Return the readings of the newest layers by *version*, by the id of the document in the case."""
        ...

    def unread(self, version: str) -> Sequence[Held]:
        """Return the newest layers of which there is no reading by *version*, sorted by path."""
        ...

    def read(self, layers: Collection[int], version: str) -> Sequence[tuple[Held, Reading]]:
        """Return *layers* with their readings by *version*, those that have one."""
        ...

    def recall(self, names: Sequence[str]) -> Mapping[str, bytes]:
        """Return what was remembered under those of *names* under which something was."""
        ...

    def remember(self, values: Mapping[str, bytes]) -> None:
        """Keep what can be computed again at any time, in the place of what was under its name."""
        ...

    def forget(self, kind: str, keep: Collection[str]) -> None:
        """Drop what is remembered under names that begin with *kind*, but for those of *keep*."""
        ...


class Journal(Protocol):
    """What people said of a case: lines are added, never changed, never taken out."""

    def write(self, lines: Sequence[JournalLine]) -> int:
        """Add those of *lines* whose ids are new, all or nothing, and return how many they are."""
        ...

    def lines(self) -> Iterator[JournalLine]:
        """Yield all lines, in the order in which they were added."""
        ...


class Copies(Protocol):
    """Gives all that a case holds to another copy of it, and takes in what that one has more."""

    def articles(self) -> Iterator[Article]:
        """Yield all documents in all their layers, sorted by id."""
        ...

    def kin(self, article: Article) -> Sequence[Held]:
        """Return the newest layer of each document here that has the id, bytes or a key of *article*."""
        ...

    def merge(self, article: Article, data: Callable[[str], bytes], into: Sequence[str]) -> bool | None:
        """
        Make one document of *article* and of those here named *into*, all or nothing.

        Args:
            article: From another copy.
            data: Gives the bytes with a hash.
            into: Ids of the documents here that are the same article.

        Returns:
            Whether anything was new; None where another program was quicker: look again.
        """
        ...


class Words(Protocol):
    """Knows which documents hold which words."""

    def index(self, progress: Callable[[int, int, str], None]) -> bool:
        """Take in the words of newest layers that are new; tell whether those of all are in it now."""
        ...

    def holding(self, terms: Sequence[Term]) -> set[str]:
        """Return the hashes of the bytes whose newest layers hold every word of *terms*, in any order."""
        ...


class Marks(Protocol):
    """Where long work stands: what a feed was asked for last, and what it said."""

    def mark(self, name: str) -> str | None:
        """Return what was set last, if anything was."""
        ...

    def set_mark(self, name: str, value: str) -> None:
        """Put *value* in the place of what was there."""
        ...


class Accounts(Protocol):
    """Knows who may look into a case over a network; what changes here is said in the journal at once."""

    def accounts(self) -> Sequence[Account]:
        """Return all of them, sorted by name."""
        ...

    def keep_account(self, account: Account, line: JournalLine) -> None:
        """Put *account* in the place of one with its name, and *line* into the journal."""
        ...

    def drop_account(self, name: str, line: JournalLine) -> bool:
        """Take out the account with this name, and put *line* into the journal; False where there is none."""
        ...


class Shelf(Protocol):
    """Stories that were told, whole and as the rows of lists. All of it can be computed again at any time."""

    def state(self) -> str:
        """Return what all that is told follows from; empty where the telling has not come to its end."""
        ...

    def about(self) -> str:
        """Return what was said of the case as a whole when it was settled; empty before."""
        ...

    def keys(self) -> set[str]:
        """Return the keys of all stories that are there or wait."""
        ...

    def wait(self, written: Mapping[str, str]) -> None:
        """Keep stories, by key, until all of them are told."""
        ...

    def put(self, keys: Collection[str], name: Callable[[Sequence[tuple[str, Voice]]], Named]) -> set[str] | None:
        """
        Let there be the stories of *keys* and no others, all at once.

        Args:
            keys: Of stories that are there or wait.
            name: Names a source as the stories have it that hear it; each comes with its id.

        Returns:
            The ids of those that have come since all was settled last, by whichever program; None where one of *keys*
            is neither there nor waiting, since another program was quicker.
        """
        ...

    def settle(self, keys: Collection[str], state: str, about: str, asked: Mapping[str, Sequence[Row]]) -> bool:
        """
        Write down what all that is there follows from, and what is said of the case as a whole.

        Args:
            keys: Of all stories; where others are there by now, nothing is written, and False is returned.
            state: What it follows from.
            about: What is said.
            asked: What is asked of an analyst from now on, by story; of the others as before.
        """
        ...

    def rows(self, sought: Sought) -> Sequence[str]:
        """Return the values of the rows that are *sought*, in the order of their list."""
        ...

    def places(self, sought: Sought) -> Sequence[tuple[str, str, str]]:
        """Return id, story and topic of the rows that are *sought*, in the order of their list."""
        ...

    def count(self, sought: Sought) -> int:
        """Return how many rows are *sought*, wherever they start."""
        ...

    def count_topics(self, kind: RowKind) -> int:
        """Return how many topics the rows of a list have."""
        ...

    def numbers(self, kind: RowKind, ids: Collection[str]) -> Mapping[str, int]:
        """Return for each of *ids* where it comes in its list, from 1, in their order."""
        ...

    def counts(self) -> Sequence[Counts]:
        """Return how much there is in each story."""
        ...

    def stories(self) -> Sequence[str]:
        """Return the ids of all stories, sorted."""
        ...

    def key(self, story: str) -> str | None:
        """Return the key of the story with an id; None where there is none."""
        ...

    def tale(self, story: str, *, is_head: bool = False) -> Tale | None:
        """Return what a story tells, or its head alone; None where there is no such story."""
        ...

    def texts(self, layers: Collection[int]) -> Mapping[int, str]:
        """Return the texts of *layers*."""
        ...

    def home(self, id: str) -> str | None:
        """Return the id of the story that holds a claim, document, attribution or figure."""
        ...

    def beginning(self, start: str, most: int) -> Sequence[str]:
        """Return the ids of such things, *most* of them at most, that begin with *start*."""
        ...

    def found(self, hashes: Collection[str]) -> Sequence[Found]:
        """Return what judgements may speak of in the documents with these hashes."""
        ...

    def sources(self, start: int = 0, count: int | None = None, words: Sequence[str] = ()) -> Sequence[str]:
        """Return sources that are heard and have *words* in their names, the most heard first."""
        ...

    def count_sources(self, words: Sequence[str] = ()) -> int:
        """Return how many sources are heard and have *words* in their names."""
        ...

    def named(self, ids: Collection[str]) -> Sequence[str]:
        """Return the sources with these ids."""
        ...

    def called(self, name: str) -> Sequence[str]:
        """Return the sources that may go by *name*, heard or not."""
        ...

    def weightiest(self, count: int) -> Sequence[str]:
        """Return the sources with the weightiest positions, the weightiest first."""
        ...

    def heard_in(self, source: str) -> Sequence[str]:
        """Return the ids of the stories in which a source is heard, the one with most of its words first."""
        ...


class Store(Archive, Readings, Journal, Copies, Words, Marks, Accounts, Protocol):
    """A case."""

    @property
    def is_writable(self) -> bool:
        """Whether anything can be kept in it now."""
        ...

    @property
    def shelf(self) -> Shelf:
        """The stories of the case."""
        ...

    def close(self) -> None:
        """Let go of the file or the server."""
        ...


class Stages(Protocol):
    """What is done with documents, wherever it is done; it can be sent to other processes."""

    def files(self, inputs: Sequence[str]) -> Sequence[str]:
        """
        Return the files behind *inputs*, each once, sorted.

        Raises:
            NothingToReadError: There are none.
        """
        ...

    def open(self, file: str) -> Iterator[tuple[Item | UnreadableError, float]]:
        """Yield the documents in *file*, or why one cannot be taken out, and which part of the file lies behind."""
        ...

    def read(self, item: Item) -> Reading:
        """
        Return what one document says.

        Raises:
            UnreadableError: It holds no text that we can read.
        """
        ...

    def tell(self, readings: Sequence[Reading]) -> Brief:
        """Return what the documents of one story say together."""
        ...


class BatchProgress(Protocol):
    """Is told how far a batch is."""

    def at(self, part: float, file: str) -> None:
        """Note that *part* (0 to 1) of the input lies behind, and which file is open."""
        ...

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Note that so many documents are through *stage*; they were so before where not *is_new*."""
        ...


class Engine(Protocol):
    """Reads and compares many documents; every engine writes the same rows."""

    def run(self, job: Job, stages: Stages, progress: BatchProgress) -> Summary:
        """
        Do *job*, going on from where it was stopped, and return what became of it.

        Raises:
            NothingToReadError: There is nothing to read.
            BatchError: The tables cannot be written, or a service that is needed does not answer.
        """
        ...
