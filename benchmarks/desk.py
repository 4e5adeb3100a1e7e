"""
How long the desk takes over a case, with several users at once: server time, first paint, weight of each page.

    python -m benchmarks.desk CASE [--users 20] [--seconds 30] [--think 1.0] [--settle 0]

Each user opens a page, looks at it for a while (``--think`` seconds on average), and opens another. Times are the
client's, on the same machine: from asking to the last byte. ``--settle`` seconds pass before, in which the desk loads
what it loads when it starts. What is told of a case is told before anything is measured;
the case is not changed. First paint is Chromium's own, without a cache, where Chromium is installed.
"""

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import threading
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from urllib.parse import urlencode

KINDS = ("/stories/{}", "/stories/{}/positions", "/stories/{}/figures", "/stories/{}/drift", "/stories/{}/days")
LISTS = ("/", "/stories", "/documents", "/sources", "/review", "/log", "/search?q=said")
SAMPLE = 60
"""Things of each kind that pages are asked of."""


@contextmanager
def served(case: str) -> Iterator[str]:
    """Yield the host and port of a desk over *case*."""
    command = [sys.executable, "-c", "from stemma.cli import main; main()", "serve", case, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            found = None
            while found is None:
                found = re.search(r"//([\d.]+:\d+)/", server.stderr.readline())
            yield found[1]
        finally:
            server.terminate()


class User:
    """One browser without a cache."""

    def __init__(self, host: str) -> None:
        self._connection = HTTPConnection(host, timeout=120)
        self._cookie = ""

    def get(self, path: str) -> tuple[int, bytes, int]:
        """Return the status, the page and how many bytes came for it."""
        headers = {"Accept-Encoding": "gzip", "Accept": "text/html", "Cookie": self._cookie}
        try:
            self._connection.request("GET", path, headers=headers)
            answer = self._connection.getresponse()
        except RemoteDisconnected:  # the server has let go of one that was not used for long, as browsers expect
            self._connection.close()
            return self.get(path)
        body = answer.read()
        self._cookie = (answer.getheader("Set-Cookie") or self._cookie).split(";")[0]
        packed = answer.getheader("Content-Encoding") == "gzip"
        return answer.status, zlib.decompress(body, 31) if packed else body, len(body)

    def told(self, path: str) -> dict:
        """Return the JSON twin of a page."""
        return json.loads(self.get(f"{path}{'&' if '?' in path else '?'}format=json")[1])


def pages_of(host: str) -> Mapping[str, Sequence[str]]:
    """Return addresses of each kind of page: things from all of a list, not from its head alone."""
    user = User(host)
    pages: dict[str, list[str]] = {path.split("?")[0]: [path] for path in LISTS}
    for name in ("stories", "documents", "sources"):
        whole = user.told(f"/{name}")
        part = (
            whole
            if "lines" in whole
            else next(one for one in whole.values() if isinstance(one, dict) and "lines" in one)
        )
        total = part["total"]
        starts = sorted({0, *(random.randrange(max(1, total)) for _ in range(5))})
        lines = [line for start in starts for line in _lines(user.told(f"/{name}?start={start}"))]
        ids = [line["id"] for line in random.sample(lines, min(SAMPLE, len(lines)))]
        kinds = KINDS if name == "stories" else (f"/{name}/{{}}",)
        pages |= {kind: [kind.format(id) for id in ids] for kind in kinds}
        if name == "documents":
            pages["/search"] += [f"/search?{urlencode({'q': words})}" for words in _words_of(lines)]
    pages["/claims/{}"] = [f"/claims/{line['id']}" for line in user.told("/")["claims"]["lines"]]
    return {kind: paths for kind, paths in pages.items() if paths}


def _words_of(lines: Sequence[dict]) -> list[str]:
    """Return what may be searched for: the longest word of some titles, and the two longest of others."""
    titles = [re.findall(r"\w+", line["title"] or "") for line in random.sample(lines, min(SAMPLE, len(lines)))]
    return [" ".join(sorted(words, key=len)[-1 - at % 2 :]) for at, words in enumerate(titles) if words]


def _lines(twin: dict) -> list[dict]:
    if "lines" in twin:
        return list(twin["lines"])
    return next(list(one["lines"]) for one in twin.values() if isinstance(one, dict) and "lines" in one)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--settle", type=float, default=0.0)
    asked = parser.parse_args()
    random.seed(7)
    with served(asked.case) as host:
        time.sleep(asked.settle)
        pages = pages_of(host)
        times, weights, worst = _load(host, pages, asked)
        paints = _paints(host, pages)
    print(f"{'page':26}{'asked':>7}{'median':>9}{'p95':>9}{'heaviest':>12}{'packed':>9}{'first paint':>13}")
    for kind in pages:
        if not times[kind]:
            continue
        taken = sorted(times[kind])
        p95 = taken[min(len(taken) - 1, int(len(taken) * 0.95))]
        whole, packed = weights[kind]
        paint = f"{paints[kind]:.0f} ms" if kind in paints else ""
        print(
            f"{kind:26}{len(taken):7}{statistics.median(taken) * 1000:6.0f} ms{p95 * 1000:6.0f} ms"
            f"{whole / 1000:9.0f} KB{packed / 1000:6.0f} KB{paint:>13}"
        )
    for line in worst:
        print(line)


Weights = Mapping[str, tuple[int, int]]
"""Bytes of the heaviest page of each kind: whole, and as they are sent."""


def _load(
    host: str, pages: Mapping[str, Sequence[str]], asked: argparse.Namespace
) -> tuple[Mapping[str, list[float]], Weights, list[str]]:
    times: dict[str, list[float]] = defaultdict(list)
    weights: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    worst: list[str] = []
    until = time.monotonic() + asked.seconds

    def look(seed: int) -> None:
        chance, user = random.Random(seed), User(host)
        time.sleep(chance.random() * asked.think)
        while time.monotonic() < until:
            kind = chance.choice(list(pages))
            path = chance.choice(pages[kind])
            begun = time.perf_counter()
            status, page, packed = user.get(path)
            times[kind].append(time.perf_counter() - begun)
            weights[kind] = max(weights[kind], (len(page), packed))
            if status != 200:
                worst.append(f"{status}: {path}")
            time.sleep(chance.expovariate(1 / asked.think) if asked.think else 0)

    users = [threading.Thread(target=look, args=(seed,)) for seed in range(asked.users)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    return times, weights, worst


def _paints(host: str, pages: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return the median first contentful paint of three pages of each kind, in milliseconds."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.web.browsing import missing_browser, open_browser

    if missing_browser():
        return {}
    paints: dict[str, list[float]] = defaultdict(list)
    with open_browser() as browser:
        for kind, paths in pages.items():
            for path in paths[:3]:
                context = browser.new_context(base_url=f"http://{host}")
                page = context.new_page()
                page.goto(path, timeout=120_000)
                found = page.evaluate(
                    "() => performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)"
                )
                paints[kind] += found
                context.close()
    return {kind: statistics.median(found) for kind, found in paints.items() if found}


if __name__ == "__main__":
    main()
