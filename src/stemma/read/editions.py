"""By what another version of an article is known: where it stands, and that its words are mostly the same."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

__all__ = ["are_editions", "place_key"]

SHINGLE = 4
"""Words in a row. Two reports of one event share few rows of four but names and quotations; two versions share most."""
SHARED = 0.1
"""Share of the shorter text's rows that both hold. Versions of articles that were rewritten from a few lines to a
story keep a fifth and more; two articles under one wrong address share their page's furniture alone."""
_WORD = re.compile(r"\w+")
_FOLLOWERS = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ref|ref_src|smid|srsltid)$"
)
"""Parts of an address that say who passed it on, not what stands there."""


def place_key(url: str) -> str | None:
    """
    Return what all ways of writing *url* have in common; None where it names no single page.

    Scheme, "www.", the fragment, a slash at the end and what tracks a reader do not matter.
    """
    try:
        parts = urlsplit(url.strip() if "://" in url else f"//{url.strip()}")
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not _FOLLOWERS.match(name.casefold())]
    if not host or not (path or asked):
        return None
    return f"{host}{port}{path}{'?' + urlencode(sorted(asked)) if asked else ''}"


def are_editions(left: str, right: str) -> bool:
    """Tell whether two texts are one article at two times."""
    rows = [_rows(text) for text in (left, right)]
    shorter = min(map(len, rows))
    return left == right or (shorter > 0 and len(rows[0] & rows[1]) >= SHARED * shorter)


def _rows(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
