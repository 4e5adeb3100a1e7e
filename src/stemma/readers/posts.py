"""Posts of channels and chats, whatever form they were kept in."""

from dataclasses import dataclass

from stemma.errors import UnreadableError
from stemma.model import Layer, Span
from stemma.readers.layout import lay_out, single_spaced

__all__ = ["Post", "lay_out_post"]

_FORWARD = "Forwarded from "
"""As the app itself shows it."""


@dataclass(frozen=True, slots=True)
class Post:
    """What an export says of one post."""

    chat: str | None
    """The channel or group that it stands in."""
    author: str | None
    text: str
    published: str | None
    """ISO 8601."""
    forwarded_from: str | None = None
    url: str | None = None


def lay_out_post(post: Post, reader: str, path: str) -> Layer:
    """
    Return the text layer of *post*: whom it is forwarded from, on a line of its own, and its lines as paragraphs.

    Raises:
        UnreadableError: It has no words: a picture, or a note that someone joined.
    """
    lines = [line for line in map(single_spaced, post.text.splitlines()) if line]
    if not any(character.isalpha() for line in lines for character in line):
        raise UnreadableError(path, "is a post without words")
    name = single_spaced(post.forwarded_from)
    text, blocks = lay_out(f"{_FORWARD}{name}" if name else None, lines)
    return Layer(
        text=text,
        reader=reader,
        blocks=blocks,
        outlet=single_spaced(post.chat) or None,
        authors=(post.author,) if post.author and post.author != post.chat else (),
        published=post.published,
        url=post.url,
        forwarded_from=Span(len(_FORWARD), len(_FORWARD) + len(name)) if name else None,
    )
