"""Decisions of people, laid over what the machine found and never written over it."""

from recoupe.decisions.apply import Applied, Mark, apply_decisions
from recoupe.decisions.make import make_decision, undo_decision
from recoupe.decisions.show_story import ShownStory, show_story

__all__ = [
    "Applied",
    "Mark",
    "ShownStory",
    "apply_decisions",
    "make_decision",
    "show_story",
    "undo_decision",
]
