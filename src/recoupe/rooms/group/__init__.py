"""The group room: which articles tell of one event."""

from recoupe.rooms.group.group import group

__all__ = ["group"]
