"""What kind of text an article says it is: live page, advertising, press release, satire, correction."""

from __future__ import annotations

from recoupe.language import known_languages, load_table
from recoupe.records import Remark
from recoupe.rooms.clean.entries import find_entries
from recoupe.rooms.clean.lines import Line

_LINE_CHARS = 400


def find_notes(lines: list[Line]) -> tuple[str, ...]:
    """Names of what a reader must know of the text, sorted; nothing is left out for them.

    "direct" (a live page with timed entries), "publicite", "communique", "satire", "rectificatif":
    only where the page says so itself. "data_line": a line too long for text was set aside.
    """
    found: set[str] = set()
    if find_entries(lines):
        found.add(Remark.LIVE)
    if any(line.is_data for line in lines):
        found.add(Remark.DATA_LINE)
    for line in lines:
        if len(line.text) > _LINE_CHARS:
            continue
        for language in known_languages():
            for entry in load_table(language, "notices"):
                if entry.regex.search(line.text):
                    found.add(Remark(entry.data["note"]))
    return tuple(sorted(found))
