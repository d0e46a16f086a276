"""The parent's side: hands pages to the child process, and kills it when it takes too long."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from recoupe.records.reason import Reason, give_reason

# Stays within the ten seconds that a hostile page may cost; the pages of the tests take well under
# one.
TIME_LIMIT_SECONDS = 9.0
# Loading the engines on a cold disk counts extra, once.
START_LIMIT_SECONDS = 30.0
# The child gets what Python needs to start, no secrets of its parent's environment.
_KEPT_VARIABLES = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "LANG", "VIRTUAL_ENV")

_Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What the child found in a page.

    Attributes:
        text: The visible text.
        blocks: As `visible_text.RawBlock`, as plain dicts.
        metadata: As `metadata.read_metadata` gives it.
        kept: Indices of the blocks that each engine keeps.
        date: Date that htmldate found where the page gave none in its metadata.
        is_judged: Whether the engines came to an end.
        is_cut: Whether the page has more text than is read.
    """

    text: str
    blocks: list[dict[str, Any]]
    metadata: dict[str, Any]
    kept: dict[str, list[int]] = field(default_factory=dict)
    date: str | None = None
    is_judged: bool = True
    is_cut: bool = False


class PageParser:
    """A child process that parses pages; started with the first page and used for many.

    Not safe to use from several threads at once.
    """

    def __init__(self, *, time_limit_seconds: float = TIME_LIMIT_SECONDS) -> None:
        self.time_limit_seconds = time_limit_seconds
        self._process: subprocess.Popen[bytes] | None = None

    def parse(self, html: str, *, is_judged: bool = True) -> ParsedPage | Reason:
        """The parsed page, or the reason why it could not be parsed.

        Args:
            html: The decoded page.
            is_judged: Whether the extraction engines are asked too.
        """
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _start_child()
            # A first small page loads the libraries, so that a page's limit is its own.
            self._ask("<p>Un.</p>", START_LIMIT_SECONDS, is_judged=True)
        first, second, was_killed = self._ask(html, self.time_limit_seconds, is_judged=is_judged)
        if first is None:
            if was_killed:
                return give_reason("page_too_slow", seconds=self.time_limit_seconds)
            return Reason("page_failed")
        if "problem" in first:
            return give_reason(first["problem"], limit=first["limit"])
        page = ParsedPage(
            first["text"],
            first["blocks"],
            first["metadata"],
            is_judged=False,
            is_cut=first["is_cut"],
        )
        if second is None or second["skipped"]:
            return page
        return replace(page, kept=second["kept"], date=second["date"], is_judged=True)

    def _ask(
        self, html: str, limit_seconds: float, *, is_judged: bool
    ) -> tuple[_Answer | None, _Answer | None, bool]:
        """The child's two answers, as far as they came, and whether it had to be killed."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None, None, False
        killed = threading.Event()

        def kill() -> None:
            killed.set()
            process.kill()

        timer = threading.Timer(limit_seconds, kill)
        timer.daemon = True
        timer.start()
        first = second = None
        try:
            process.stdin.write(
                json.dumps({"html": html, "is_judged": is_judged}).encode("ascii") + b"\n"
            )
            process.stdin.flush()
            first = _load_answer(process.stdout.readline())
            if first is not None and "problem" not in first and is_judged:
                second = _load_answer(process.stdout.readline())
        except BrokenPipeError:
            pass
        finally:
            timer.cancel()
        if first is None or (is_judged and second is None and "problem" not in first):
            self.close()
        return first, second, killed.is_set()

    def close(self) -> None:
        """End the child process; the next page starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue


def _start_child() -> subprocess.Popen[bytes]:
    environment = {key: os.environ[key] for key in _KEPT_VARIABLES if key in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    environment["PYTHONHASHSEED"] = "0"
    return subprocess.Popen(
        [sys.executable, "-m", "recoupe.rooms.read.pages.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def _load_answer(line: bytes) -> _Answer | None:
    """An answer of the child; None where it died before the end of the line."""
    if not line.endswith(b"\n"):
        return None
    answer: _Answer = json.loads(line)
    return answer


@cache
def load_parser() -> PageParser:
    """The parser of this process, closed at exit."""
    parser = PageParser()
    atexit.register(parser.close)
    return parser
