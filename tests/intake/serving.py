"""A web server on this machine that behaves as badly as a test wants."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Question", "Server", "serving"]

Question = BaseHTTPRequestHandler
Answering = Callable[[Question], None]


class Server:
    """Answers each path as told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answering] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""

    def page(self, path: str, data: bytes, status: int = 200, **headers: str) -> str:
        def answer(question: Question) -> None:
            question.send_response(status)
            for name, value in {"content_type": "text/html", **headers}.items():
                question.send_header(name.replace("_", "-"), value)
            question.send_header("Content-Length", str(len(data)))
            question.end_headers()
            question.wfile.write(data)

        return self.script(path, answer)

    def script(self, path: str, answer: Answering) -> str:
        self.pages[path] = answer
        return self.url + path


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            answer = server.pages.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except OSError:  # the other side has had enough
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server.url = f"http://127.0.0.1:{listening.server_port}"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
