"""A real HTTP server on loopback that answers as a test tells it to."""

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from stemma.model import Span


@dataclass
class Reply:
    """What the server sends."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    missing: int = 0
    """Bytes that the stated length promises and that never come."""
    silent: float = 0.0
    """Seconds before anything is sent."""
    drip: float = 0.0
    """Seconds between one byte of the body and the next."""

    def send(self, handler: BaseHTTPRequestHandler, stopped: threading.Event) -> None:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        stopped.wait(self.silent)
        handler.send_response(self.status)
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body) + self.missing), **self.headers}
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        for piece in [body[n : n + 1] for n in range(len(body))] if self.drip else [body]:
            if stopped.wait(self.drip):
                break
            handler.wfile.write(piece)
            handler.wfile.flush()
        handler.close_connection = bool(self.missing)


class Hangup(Reply):
    """Closes the connection without a word."""

    def send(self, handler: BaseHTTPRequestHandler, stopped: threading.Event) -> None:
        handler.close_connection = True


def entry(content, source=None, cue=None, **more) -> dict:
    """Return one report as a model would word it."""
    pieces = [content] if isinstance(content, str) else content
    return {"number": 1, "paragraph": 1, "source": source, "cue": cue, "content": pieces, "inside": None} | more


def completion(content: str | None, finish: str = "stop", **message) -> Reply:
    """Return a chat completion whose message is *content*."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
    return Reply(json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice]}))


def reports(*entries: dict) -> Reply:
    """Return the well-formed answer that holds *entries*."""
    return completion(json.dumps({"reports": list(entries)}))


def failure(status: int, message: str = "", **headers: str) -> Reply:
    """Return an error as OpenAI words it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps({"error": {"message": message, "type": "test"}}), status, named)


@dataclass
class Server:
    """Answers the first question with the first reply and so on, the last again and again."""

    replies: list
    """Each a reply, or a function from a question's body to a reply."""
    url: str = ""
    asked: list[dict] = field(default_factory=list)
    headers: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    faults: list[BaseException] = field(default_factory=list)
    """What went wrong in a test's own function."""
    most_at_once: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, handler: BaseHTTPRequestHandler, stopped: threading.Event) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        with self._lock:
            reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
            self.asked.append(body)
            self.headers.append(dict(handler.headers))
            self.paths.append(handler.path)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            (reply(body) if callable(reply) else reply).send(handler, stopped)
        finally:
            with self._lock:
                self._now -= 1


@contextmanager
def serving(*replies) -> Iterator[Server]:
    """Start a server on a free port of loopback, and stop it."""
    server, stopped = Server(list(replies)), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            try:
                server.answer(self, stopped)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *parts) -> None:
            """Say nothing."""

    class Listener(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *parts) -> None:
            """Keep a test's own error; that a client has left is none."""
            fault = sys.exception()
            if fault is not None and not isinstance(fault, OSError):
                server.faults.append(fault)

    with Listener(("127.0.0.1", 0), Handler) as listener:
        server.url = f"http://127.0.0.1:{listener.server_port}/v1"
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            stopped.set()
            listener.shutdown()
            thread.join()
    if server.faults:
        raise server.faults[0]


def lay_out(*paragraphs: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text and its paragraphs."""
    text, starts = "", []
    for paragraph in paragraphs:
        starts.append(len(text))
        text += paragraph + "\n\n"
    return text, tuple(Span(start, start + len(part)) for start, part in zip(starts, paragraphs, strict=True))
