"""Lines that hold names of people only."""

from __future__ import annotations

import re

from recoupe.rooms.clean.lines import Line

_PERSON = r"[A-ZÀ-Þ][\w’'.-]*(?:[ -](?:de |du |des |d'|le |la |van |von |El |Ben )?[A-ZÀ-Þ][\w’'.-]*){1,3}"
_NAMES = re.compile(rf"(?:[Pp]ar |[Bb]y )?{_PERSON}(?:(?:, | et | avec | & | / ){_PERSON}){{0,3}}")
_INITIALS = re.compile(r"(?:[Pp]ar )?(?:[A-ZÀ-Þ]\.[ -]?){2,4}")
_NAME_CHARS = 90


def is_name_line(line: Line) -> bool:
    """Whether a line is one or several full names: « Jeanne Roy avec Ali Ben Salem », « Par Q. L. ».

    A place of two names (« Saint Vaury ») looks alike; the caller looks only where authors stand.
    """
    return is_name(line.text.strip())


def is_name(text: str) -> bool:
    """Whether words are one or several full names; the limits of `is_name_line`."""
    if len(text) > _NAME_CHARS:
        return False
    if _INITIALS.fullmatch(text):
        return True
    return bool(_NAMES.fullmatch(text)) and not text.endswith(".")
