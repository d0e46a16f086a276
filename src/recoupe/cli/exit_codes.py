"""What the process says when it ends."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Stable exit codes."""

    OK = 0
    ERROR = 1
    USAGE = 2
    PARTIAL = 3
    NOTHING = 4
