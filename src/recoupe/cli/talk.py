"""What the command line says to a person: on stderr, inert whatever the articles hold."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from recoupe.cli.speak import find_language, speak
from recoupe.language.reasons import word_why
from recoupe.records import Dropped

if TYPE_CHECKING:
    from recoupe.flow import Progress

SHOWN_DROPPED = 20


def make_inert(text: str) -> str:
    r"""A text whose control and direction characters are shown instead of obeyed.

    Example:
        >>> make_inert("titre\x1b]0;piégé")
        'titre<U+001B>]0;piégé'
    """
    return "".join(
        f"<U+{ord(ch):04X}>"
        if ch not in "\n\t" and unicodedata.category(ch) in {"Cc", "Cf", "Cs"} and ch != "\u00ad"
        else ch
        for ch in text
    )


def say(text: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(make_inert(text) + "\n")


def tell(key: str, **parts: object) -> None:
    """Write one line of the catalogue to stderr."""
    say(f"recoupe: {speak(key, **parts)}")


def write_data(content: str | bytes) -> None:
    """Write data to stdout, a text as UTF-8 whatever the locale."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def show_progress() -> Iterator[Progress]:
    """A progress display on a terminal, one plain line for each room elsewhere."""
    if not sys.stderr.isatty():
        yield _tell_plainly()
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed}"))
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def move_bar(room: str, count: int) -> None:
            if room not in tasks:
                tasks[room] = int(bars.add_task(speak(f"room.{room}"), total=None))
            bars.update(bars.task_ids[tasks[room]], completed=count)

        yield move_bar


def _tell_plainly() -> Progress:
    last: list[str] = []

    def name_room(room: str, count: int) -> None:  # noqa: ARG001
        if last != [room]:
            last[:] = [room]
            say(f"recoupe: {speak(f'room.{room}')}")

    return name_room


def say_dropped(dropped: Sequence[Dropped]) -> None:
    """Say what was left out and why, the first so many of them."""
    for item in dropped[:SHOWN_DROPPED]:
        why = word_why(item.why, item.reason, find_language())
        tell("talk.dropped", stage=speak(f"room.{item.stage}"), source=item.source, why=why)
    if len(dropped) > SHOWN_DROPPED:
        tell("talk.more_dropped", n=len(dropped) - SHOWN_DROPPED)
