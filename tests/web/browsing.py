"""A real server on loopback, and a real Chromium that looks at it."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

from stemma.web import Door, Site, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["SLOW", "looking", "missing_browser", "open_browser", "serving"]

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
SLOW = 60_000
"""Milliseconds until a page that does not come has failed: other tests run on the same machine."""


def missing_browser() -> str:
    """Return why there can be no browser here; empty where there can."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "playwright is not installed"
    return "" if _chromium() else "Chromium is not installed"


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """Yield a browser; Chromium's own sandbox does not run as root."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=SLOW)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@contextmanager
def serving(make: Callable[[Door], Site], *, needs_sign_in: bool = False) -> Iterator[str]:
    """Yield the address of a desk; *make* returns it, given its door."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        app = create_app(make(Door(needs_sign_in=needs_sign_in, port=port)))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@contextmanager
def looking(browser: "Browser", address: str, **settings: object) -> Iterator["Page"]:
    """
    Yield a page of *browser* that knows *address* as its own, with nothing kept from before.

    Fails where a page asked anything of another server, or had something to complain of: a script's error, a file
    that is missing, what our own policy forbids.
    """
    context = browser.new_context(base_url=address, **settings)  # type: ignore[arg-type]
    context.set_default_timeout(SLOW)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" and not _is_told(said.text) else None,
    )
    page.on(
        "request", lambda asked: complaints.append(asked.url) if not asked.url.startswith((address, "data:")) else None
    )
    yield page
    context.close()
    assert complaints == []


def _is_told(words: str) -> bool:
    """Whether the browser says of a page of ours that it has another status than 200, which is no fault."""
    return "the server responded with a status of 4" in words


def _chromium() -> str | None:
    return next((found for name in CHROMIUMS if (found := shutil.which(name))), None)
