"""The report room: what a reader sees."""

from recoupe.rooms.report.report import report

__all__ = ["report"]
