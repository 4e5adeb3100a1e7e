"""JSON objects out of a list in a file of any length, one after another."""

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING

from stemma.errors import MissingExtraError, UnreadableError
from stemma.intake.bounded import Bounded

if TYPE_CHECKING:
    from ijson import ObjectBuilder

__all__ = ["Listed", "list_objects"]

MOST_PARTS = 200_000
"""Keys and values in one object, and objects before one list."""
DEEPEST = 60
"""Objects within objects; what nests deeper was made to stop its reader."""
_SCALARS = ("string", "number", "boolean", "null")

Listed = tuple[Mapping[str, object], Mapping[str, object]]
"""What was said of the list before it, and one object of it."""


def list_objects(file: IO[bytes], path: str, key: str) -> Iterator[Listed]:
    """
    Yield the objects in each list called *key*, at any depth, or in the list that the file is where *key* is empty.

    With each comes what stands beside its list, as far as it was written before.

    Raises:
        UnreadableError: The file is cut off or no JSON from some place on; what was yielded before is good.
        MissingExtraError: ijson is not installed.
    """
    try:
        import ijson
    except ImportError as error:
        raise MissingExtraError(f"{path}: a large JSON file", "formats") from error
    bounded, done = Bounded(file, path), 0
    try:
        for listed in _listed(ijson.parse(bounded, use_float=True), bounded, f"{key}.item" if key else "item"):
            done += 1
            yield listed
    except ijson.IncompleteJSONError as error:
        after = f"; what stands before is read, {done:,} in number" if done else ""
        raise UnreadableError(path, f"is cut off in the middle, or damaged{after}; get the whole file again") from error
    except (ijson.JSONError, ValueError, OverflowError) as error:  # bytes that are no UTF-8, numbers without end
        raise UnreadableError(path, f"is no JSON from some place on, behind {done:,} documents") from error


def _listed(events: Iterator[tuple[str, str, object]], bounded: Bounded, ending: str) -> Iterator[Listed]:
    import ijson

    beside: dict[str, dict[str, object]] = {}
    builder: ObjectBuilder | None = None
    inside, parts = "", 0
    for prefix, event, value in events:
        parts += 1
        if builder is None:
            bounded.restart()
            if event == "start_map" and _ends(prefix, ending):
                builder, inside, parts = ijson.ObjectBuilder(), prefix, 0
            elif event in _SCALARS:
                _remember(beside, prefix, value)
            elif event == "end_map":
                beside.pop(prefix, None)
        if builder is not None:
            if parts > MOST_PARTS or prefix.count(".") > DEEPEST:
                raise ValueError("an object without end")
            builder.event(event, value)
            if event == "end_map" and prefix == inside:
                yield beside.get(inside.removesuffix(ending).removesuffix("."), {}), builder.value
                builder = None
                bounded.restart()


def _ends(prefix: str, ending: str) -> bool:
    return prefix == ending or (ending != "item" and prefix.endswith(f".{ending}"))


def _remember(beside: dict[str, dict[str, object]], prefix: str, value: object) -> None:
    place, _, name = prefix.rpartition(".")
    known = beside.setdefault(place, {})
    if len(known) < MOST_PARTS:
        known[name] = value
