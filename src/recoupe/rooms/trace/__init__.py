"""The trace room: who had it from whom."""

from recoupe.rooms.trace.trace import trace

__all__ = ["trace"]
