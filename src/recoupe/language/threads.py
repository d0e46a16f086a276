"""How many threads a product of matrices may use."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


@cache
def _find_pools() -> ThreadpoolController:
    """The pools of the libraries loaded so far; looking for them takes 2 ms, so once is enough."""
    return ThreadpoolController()


def use_one_thread() -> AbstractContextManager[object]:
    """A block in which matrices are multiplied by one thread; call it when numpy is loaded.

    The matrices of a paragraph or of a few passages are so small that a second thread costs more
    than it does.
    """
    limit: AbstractContextManager[object] = _find_pools().limit(limits=1, user_api="blas")
    return limit
