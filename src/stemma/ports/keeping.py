"""What keeps a case, as protocols that adapters fulfil."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Protocol

from stemma.model import Reading
from stemma.model.account import Account
from stemma.model.archive import Capture, Deposit, Held, Stocked
from stemma.model.copy import Article
from stemma.model.journal import JournalLine
from stemma.ports.shelving import Shelf
from stemma.prose.tokens import Term

__all__ = ["Accounts", "Archive", "Copies", "Journal", "Marks", "Readings", "Store", "Words"]


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

    def latest(self) -> tuple[int, int]:
        """Return the numbers of the last coming of bytes and of the last line of the journal; 0 where there is none."""
        ...

    def came_after(self, number: int) -> set[str]:
        """Return the hashes of the bytes that came for the first time after the coming with this *number*."""
        ...

    def judged_after(self, number: int, but: str) -> int:
        """Count the judgements after the line of the journal with this *number*, those of *but* left out."""
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

    def holding(self, terms: Sequence[Term], newest: Mapping[int, str] | None = None) -> set[str]:
        """
        Return the hashes of the bytes whose newest layers hold every word of *terms*, in any order.

        Args:
            newest: These hashes by the ids of the layers, where they are known, and all of them in the index.
        """
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

    def keep_account(self, account: Account, line: JournalLine, require: Callable[[Sequence[Account]], None]) -> None:
        """
        Put *account* in the place of one with its name, and *line* into the journal, all or nothing.

        Args:
            account: Somebody.
            line: What is said of it.
            require: Is shown who has an account at this moment, in which nobody else changes any; what it raises stops
                the change.
        """
        ...

    def drop_account(self, name: str, line: JournalLine, require: Callable[[Sequence[Account]], None]) -> bool:
        """Take out the account with this name, as `keep_account` puts one in; False where there is none."""
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
