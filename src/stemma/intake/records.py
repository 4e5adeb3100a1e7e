"""Records of JSON Lines, and of lists in JSON, under our names for the parts of a document."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import IO

from stemma.errors import UnreadableError
from stemma.intake.bounded import MOST_OF_ITEM
from stemma.intake.objects import list_objects
from stemma.lexicon import pairs_of
from stemma.model.item import Item

__all__ = ["PARTS", "can_hold_text", "item_of_record", "records_of_lines", "records_of_list"]

MOST_SKIPPED = 20
"""Times the size of a document that a line may be too long before the file is taken for none of lines."""
PARTS = ("text", "html", "title", "outlet", "authors", "published", "url")
"""What a record may say of its document."""


def records_of_lines(file: IO[bytes], path: str, names: Mapping[str, str]) -> Iterator[Item | UnreadableError]:
    """
    Yield the record on each line, or why a line holds none.

    Args:
        file: JSON Lines.
        path: What the user knows the file as.
        names: Which key holds which of `PARTS`; other parts are found under the names that data sets use.
    """
    number = 0
    while line := file.readline(MOST_OF_ITEM + 1):
        number += 1
        place = f"{path}#{number}"
        if len(line) > MOST_OF_ITEM:
            _skip_line(file, line, path)
            yield UnreadableError(place, "is larger than a report")
        elif line.strip():
            yield _read_line(line, place, names)


def records_of_list(file: IO[bytes], path: str, names: Mapping[str, str]) -> Iterator[Item]:
    """
    Yield each record of a list; *names* as in `records_of_lines`.

    Raises:
        UnreadableError: The list is cut off or damaged.
        MissingExtraError: ijson is not installed.
    """
    for number, (_, record) in enumerate(list_objects(file, path, ""), start=1):
        yield item_of_record(record, f"{path}#{number}", names)


def _skip_line(file: IO[bytes], line: bytes, path: str) -> None:
    for _ in range(MOST_SKIPPED):
        if not line or line.endswith(b"\n"):
            return
        line = file.readline(MOST_OF_ITEM)
    raise UnreadableError(path, "has a line without end; give JSON Lines, with a record on each")


def _read_line(line: bytes, place: str, names: Mapping[str, str]) -> Item | UnreadableError:
    try:
        record: object = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        if isinstance(record, dict):
            return item_of_record(record, place, names)
    except (ValueError, RecursionError):
        return UnreadableError(place, "is no JSON")
    return UnreadableError(place, "is no record")


def item_of_record(record: Mapping[str, object], place: str, names: Mapping[str, str]) -> Item:
    """Return *record* with our names for its parts before all that it has under other names."""
    keys = {part: names.get(part) or _key_of(part, record) for part in PARTS}
    ours = {part: value for part, key in keys.items() if key and (value := _value(record, key)) not in (None, "")}
    rest = {key: value for key, value in record.items() if key not in ours and key not in keys.values()}
    data = json.dumps({**ours, **rest}, ensure_ascii=False, separators=(",", ":"))
    url = ours.get("url")
    return Item(place, data.encode("utf-8", "surrogatepass"), url if isinstance(url, str) else None)


def can_hold_text(keys: Collection[str], names: Mapping[str, str]) -> bool:
    """Tell whether a record with *keys* and no others can have a text; *names* as in `records_of_lines`."""
    there = {*keys, *map(str.casefold, keys)}
    wanted = [key for part in ("text", "html") for key in ([names[part]] if part in names else _known(part))]
    return any(key in there or key.partition(".")[0] in there for key in wanted)


def _key_of(part: str, record: Mapping[str, object]) -> str | None:
    """Return under which key *record* has *part*: our own name for it before others."""
    spelt = {key.casefold(): key for key in record}
    for name in _known(part):
        key = spelt.get(name, name)
        value = _value(record, key)
        if value and not isinstance(value, dict):
            return key
    return None


def _known(part: str) -> Sequence[str]:
    """Return the keys under which data sets have *part*, our own first."""
    return [part, *(key for key, ours in pairs_of("record_names").items() if ours == part)]


def _value(record: Mapping[str, object], key: str) -> object:
    """Return what *record* has under *key*, of which a stop leads into a record inside."""
    if key in record:
        return record[key]
    inside, _, rest = key.partition(".")
    inner = record.get(inside)
    return _value(inner, rest) if rest and isinstance(inner, dict) else None
