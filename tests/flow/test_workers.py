"""Several processes give what one gives, and end whatever ends their work."""

from __future__ import annotations

import os
import time
from importlib.resources import files
from multiprocessing import active_children
from pathlib import Path

import pytest

import recoupe
from recoupe.errors import EvidenceError, WorkerError
from recoupe.records import Span
from recoupe.workers import open_workers

SAMPLE = Path(str(files("recoupe") / "sample"))


def test_two_processes_give_the_same_bytes_and_the_same_progress() -> None:
    told: dict[int, list[tuple[str, int]]] = {1: [], 2: []}
    pages = {
        count: recoupe.report(
            recoupe.dossier(
                [SAMPLE], processes=count, progress=lambda *at, count=count: told[count].append(at)
            )
        )
        for count in told
    }
    assert pages[1] == pages[2]
    assert told[1] == told[2]
    assert not active_children()


def test_nothing_is_no_work() -> None:
    assert recoupe.dossier([], processes=2).articles == ()


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_made_comes_in_the_order_of_the_items(count: int) -> None:
    with open_workers(count) as workers:
        assert list(workers.work(abs, range(-9, 0))) == list(range(9, 0, -1))


def test_a_crash_is_an_error_with_a_hint() -> None:
    with pytest.raises(WorkerError) as caught, open_workers(2) as workers:
        list(workers.work(os._exit, [1, 1]))
    assert "fewer processes" in caught.value.hint
    assert not active_children()


def test_a_trouble_of_the_work_is_that_of_one_process() -> None:
    with pytest.raises(EvidenceError, match="empty or reversed"), open_workers(2) as workers:
        list(workers.work(make_empty_span, [3]))


def make_empty_span(at: int) -> Span:
    return Span(at, at)


def test_an_interrupt_ends_the_workers_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), open_workers(2) as workers:
        for slept in workers.work(time.sleep, [0, 3600, 3600]):
            assert slept is None
            raise KeyboardInterrupt
    assert not active_children()
