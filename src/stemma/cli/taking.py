"""The options that say how documents are taken in."""

from typing import Annotated

import typer

__all__ = ["AllowPrivate", "Map", "Most", "named_keys"]

Map = Annotated[
    str,
    typer.Option(
        "--map",
        metavar="PART=KEY,…",
        help="Which key of a JSON record holds its text, html, title, outlet, authors, published, url.",
    ),
]
Most = Annotated[int, typer.Option("--most", min=1, help="New pages that one feed or sitemap may lead to.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Ask addresses of this machine and of its own network too.")
]
MOST = 200


def named_keys(map: str) -> dict[str, str]:
    """Return the keys that *map* gives to the parts of a document, as in ``text=body,title=headline``."""
    from stemma.intake import PARTS

    pairs = [pair.partition("=") for pair in map.split(",") if pair.strip()]
    for part, sign, key in pairs:
        if part.strip() not in PARTS or not sign or not key.strip():
            known = ", ".join(PARTS)
            raise typer.BadParameter(f"{part!r} is no PART=KEY; the parts are: {known}", param_hint="--map")
    return {part.strip(): key.strip() for part, _, key in pairs}
