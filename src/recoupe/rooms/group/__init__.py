"""The group room: which articles tell of one event."""

from recoupe.rooms.group.group import Judge, group

__all__ = ["Judge", "group"]
