"""The templates of the report, and those that are built from them."""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from recoupe.language.reasons import word_why
from recoupe.rooms.report.show_controls import flatten, show_controls


@cache
def make_environment(*packages: str) -> Environment:
    """Jinja's environment: everything is escaped, unseen characters are shown.

    Args:
        *packages: Packages with templates of their own, looked into before the report's.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*packages, "recoupe.rooms.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    made.filters["flat"] = flatten
    made.filters["worded"] = word_why
    return made


def _finalize(value: object) -> object:
    """Unseen characters are shown wherever a text enters the page; marked-up text is ours."""
    return show_controls(value) if type(value) is str else value
