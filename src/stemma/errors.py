"""
What Stemma raises when the input is at fault.

    StemmaError
    ├── InputError
    │   ├── SpanError        a span lies outside its text
    │   ├── UnreadableError  a file that holds no text we can read
    │   │   └── FetchError   an address that gives no document
    │   ├── NothingToReadError  no document is left to make a brief of
    │   ├── ClaimError       no claim is meant by the user's words, or several are
    │   ├── QueryError       a search holds nothing to search for
    │   ├── TooMuchError     more is to be told at once than anybody can look at
    │   ├── JudgementError   an analyst's word that cannot be kept
    │   └── AccountError     who may look into a case cannot be said so
    ├── UnknownError         a case holds nothing under an id
    ├── CaseError            a case cannot be opened, is none, or cannot be written to
    ├── BatchError           the tables of a batch cannot be written or read
    ├── EndpointError        a model's endpoint cannot be reached, refuses, or gives no usable answer
    ├── MissingExtraError    what was asked for needs a library that is not installed
    ├── OutputError          a file cannot be written
    ├── ServeError           pages cannot be served from where they were asked for
    ├── CopyError            a file is no export of a case
    └── ContractError        a JSON file is not a brief of ours

Each message is one line: what is wrong, and what to do.
"""

from collections.abc import Callable

__all__ = [
    "AccountError",
    "BatchError",
    "CaseError",
    "ClaimError",
    "ContractError",
    "CopyError",
    "EndpointError",
    "FetchError",
    "InputError",
    "JudgementError",
    "MissingExtraError",
    "NothingToReadError",
    "OutputError",
    "QueryError",
    "ServeError",
    "SpanError",
    "StemmaError",
    "TooMuchError",
    "UnknownError",
    "UnreadableError",
]


class StemmaError(Exception):
    """The base of all errors that a user can mend."""

    def __reduce__(self) -> tuple[Callable[..., "StemmaError"], tuple[object, ...], dict[str, object]]:
        """Let it go from one process to another as it is: it cannot be made again of its message alone."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


class InputError(StemmaError):
    """Something that was given to read is at fault."""


class SpanError(InputError):
    """A span does not lie inside the text it points at."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(f"span {start}:{end} is outside a text of {length} characters")
        self.start, self.end, self.length = start, end, length


class UnreadableError(InputError):
    """A file cannot be read as a document."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class FetchError(UnreadableError):
    """Nothing can be had from an address of the network, or not now."""

    def __init__(self, path: str, reason: str, *, is_passing: bool = False) -> None:
        super().__init__(path, reason)
        self.is_passing = is_passing
        """It may be otherwise another time."""


class NothingToReadError(InputError):
    """No document is left after the unreadable ones were set aside."""

    def __init__(self, reason: str = "no document to read: give files or folders with text or HTML") -> None:
        super().__init__(reason)


class ClaimError(InputError):
    """The words that a user gave do not lead to one claim."""


class JudgementError(InputError):
    """An analyst's word that cannot be kept: it does not go with what it is about, or nobody gives it."""


class AccountError(InputError):
    """Somebody cannot be let into a case, or not be kept out of it, as it was asked for."""


class CaseError(StemmaError):
    """A case cannot be opened, is none, or cannot be written to."""

    def __init__(self, case: str, reason: str) -> None:
        super().__init__(f"{case}: {reason}")
        self.case, self.reason = case, reason


class BatchError(StemmaError):
    """The tables of a batch cannot be written or read."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class UnknownError(StemmaError):
    """A case holds nothing under an id."""

    def __init__(self, thing: str, id: str) -> None:
        super().__init__(f"no {thing} {id} in this case; it may have changed since: look for it in the lists")
        self.thing, self.id = thing, id


class CopyError(StemmaError):
    """A file is no export of a case, or a damaged one."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class QueryError(InputError):
    """A search holds nothing to search for."""


class TooMuchError(InputError):
    """More is to be told at once than anybody can look at."""

    def __init__(self, what: str, instead: str) -> None:
        super().__init__(f"{what} is more than anybody can look at; {instead}")
        self.what, self.instead = what, instead


class ContractError(StemmaError):
    """A file is no brief, and no lines of quotes or a table, that Stemma wrote."""


class ServeError(StemmaError):
    """What is asked over HTTP cannot be answered at an address, or not safely."""


class OutputError(StemmaError):
    """A result cannot be written where the user wants it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written: {reason}; choose another place with -o")
        self.path, self.reason = path, reason


class EndpointError(StemmaError):
    """A language model behind an address cannot be asked, or not be understood."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url, self.reason = url, reason


class MissingExtraError(StemmaError):
    """A part of Stemma that is installed on demand is wanted and missing."""

    def __init__(self, wish: str, extra: str) -> None:
        super().__init__(f"{wish} needs what is not installed; run: pip install 'stemma-news[{extra}]'")
        self.wish, self.extra = wish, extra
