"""Finds statements; see `find_statements`."""

from recoupe.rooms.annotate.statements.find_statements import find_statements

__all__ = ["find_statements"]
