"""Several processes that work side by side, or this one alone: the results are the same."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from typing import TypeVar

from recoupe.errors import WorkerError

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Workers:
    """The processes that share the work.

    Attributes:
        count: How many.
        pool: Hands the work out; None where this process does it itself.
    """

    count: int
    pool: ProcessPoolExecutor | None

    def work(self, make: Callable[[Given], Made], items: Iterable[Given]) -> Iterator[Made]:
        """What is made of each item, in the order of the items.

        Args:
            make: A function of a module; what it takes and gives is copied between processes.
            items: Each is one parcel of work, so that a few large ones cost less than many small.

        Raises:
            WorkerError: A process ended before its work was done.
        """
        if self.pool is None:
            yield from map(make, items)
            return
        try:
            yield from self.pool.map(make, items)
        except BrokenProcessPool as error:
            raise WorkerError(
                "A worker process ended before its work was done.",
                hint="It may have run out of memory: give fewer processes. A script that asks for "
                'several must do its work under `if __name__ == "__main__":`.',
            ) from error


@contextmanager
def open_workers(count: int) -> Iterator[Workers]:
    """Workers for a block; they have ended when it is left, whatever ended it.

    Args:
        count: 1 for this process alone, which starts none.
    """
    if count == 1:
        yield Workers(1, None)
        return
    others = active_children()
    pool = ProcessPoolExecutor(count, _find_context(), initializer=_end_at_interrupt)
    try:
        yield Workers(count, pool)
    except BaseException:
        # What they are at is wanted no more, and nobody should wait for it.
        for process in active_children():
            if process not in others:
                process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _find_context() -> BaseContext:
    """How workers start: forked from a server that has the model, or from nothing where that cannot be.

    The server loads the model once for all, they share its memory, and it ends with this process.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["recoupe.ready_workers"])
    return context


def _end_at_interrupt() -> None:
    """Let Ctrl-C end a worker without a word: the process that started it says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
