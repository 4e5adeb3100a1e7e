"""JSON objects out of a list in a file of any length, one after another."""

from collections.abc import Iterator, Mapping
from typing import IO

from stemma.errors import MissingExtraError, UnreadableError
from stemma.intake.bounded import Bounded

__all__ = ["Listed", "list_objects"]

MOST_PARTS = 200_000
"""Keys and values in one object, and objects before one list."""
LONGEST_NAME = 1_000
"""Characters of a key, and of a value that is kept to say what stands beside a list."""
DEEPEST = 60
"""Objects within objects; what nests deeper was made to stop its reader."""
_STARTS, _ENDS = ("start_map", "start_array"), ("end_map", "end_array")
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
        for listed in _listed(ijson.basic_parse(bounded, use_float=True), bounded, f"{key}.item" if key else "item"):
            done += 1
            yield listed
    except ijson.IncompleteJSONError as error:
        after = f"; what stands before is read, {done:,} in number" if done else ""
        raise UnreadableError(path, f"is cut off in the middle, or damaged{after}; get the whole file again") from error
    except (ijson.JSONError, ValueError, OverflowError) as error:  # bytes that are no UTF-8, numbers without end
        raise UnreadableError(path, f"is no JSON from some place on, behind {done:,} documents") from error


def _listed(events: Iterator[tuple[str, object]], bounded: Bounded, ending: str) -> Iterator[Listed]:
    beside: dict[str, dict[str, object]] = {}
    # ijson's own prefixes are made anew for each event: among brackets without end they are longer than all memory.
    place: list[str] = []
    for event, value in events:
        bounded.restart()
        if event == "start_map" and _ends(".".join(place), ending):
            about = ".".join(place).removesuffix(ending).removesuffix(".")
            yield beside.get(about, {}), _built(events)
            continue
        if event in _SCALARS:
            _remember(beside, ".".join(place), value)
        elif event == "map_key":
            place[-1] = str(value)
            if len(place[-1]) > LONGEST_NAME:
                raise ValueError("a key without end")
        elif event in _ENDS:
            place.pop()
            beside.pop(".".join(place), None)
        else:
            place.append("item" if event == "start_array" else "")
            if len(place) > DEEPEST:
                raise ValueError("brackets without end")


def _built(events: Iterator[tuple[str, object]]) -> Mapping[str, object]:
    """Return the object that *events* have just begun."""
    import ijson

    builder, depth, parts = ijson.ObjectBuilder(), 1, 0
    builder.event("start_map", None)
    while depth:
        event, value = next(events)
        builder.event(event, value)
        parts += 1
        if event in _STARTS:
            depth += 1
        elif event in _ENDS:
            depth -= 1
        if parts > MOST_PARTS or depth > DEEPEST:
            raise ValueError("an object without end")
    built: Mapping[str, object] = builder.value
    return built


def _ends(prefix: str, ending: str) -> bool:
    return prefix == ending or (ending != "item" and prefix.endswith(f".{ending}"))


def _remember(beside: dict[str, dict[str, object]], prefix: str, value: object) -> None:
    place, _, name = prefix.rpartition(".")
    known = beside.setdefault(place, {})
    if len(known) < MOST_PARTS and len(str(value)) <= LONGEST_NAME:
        known[name] = value
