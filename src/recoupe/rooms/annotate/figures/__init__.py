"""Finds figures; see `find_figures`."""

from recoupe.rooms.annotate.figures.find_figures import find_figures

__all__ = ["find_figures"]
