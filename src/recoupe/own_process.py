"""What a process asks for that is Recoupe's own, and what no library may ask of the process of another."""

from __future__ import annotations

import os


def start_no_threads() -> None:
    """Have numpy, when it is loaded, start no threads for products of matrices.

    A process that never had a second thread takes its locks for nothing, and the parser takes several for
    each word: parsing takes 0.85 of the time. To be called before anything else is loaded. Whoever has set
    the number has their way.

    Source:
        docs/decisions/0003-parser-speed.md
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
