"""What kind of text an article says it is: live page, advertising, press release, satire, correction."""

from __future__ import annotations

import re

from recoupe.language import known_languages, load_table
from recoupe.rooms.clean.lines import Line

# An entry of a live page starts with its time; four of them are no coincidence.
_LIVE_ENTRIES = 4
_ENTRY_TIME = re.compile(r"^\W*(?:[01]?\d|2[0-3])\s?[h:]\s?[0-5]\d\b")
_LINE_CHARS = 400


def find_notes(lines: list[Line]) -> tuple[str, ...]:
    """Names of what a reader must know of the text, sorted; nothing is left out for them.

    "direct" (a live page with timed entries), "publicite", "communique", "satire", "rectificatif":
    only where the page says so itself.
    """
    found: set[str] = set()
    if sum(bool(_ENTRY_TIME.match(line.text)) for line in lines) >= _LIVE_ENTRIES:
        found.add("direct")
    for line in lines:
        if len(line.text) > _LINE_CHARS:
            continue
        for language in known_languages():
            for entry in load_table(language, "notices"):
                if entry.regex.search(line.text):
                    found.add(str(entry.data["note"]))
    return tuple(sorted(found))
