"""JSON in which one document lies."""

import json

from stemma.errors import UnreadableError

__all__ = ["object_in"]


def object_in(data: bytes, path: str) -> dict[str, object]:
    """
    Return the JSON object that *data* is; an empty one where it is other JSON.

    Raises:
        UnreadableError: It is no JSON.
    """
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(path, "is no JSON; get the file again") from error
    return found if isinstance(found, dict) else {}
