"""Words of articles inside Markdown, printed and never obeyed."""

from __future__ import annotations

import re

from recoupe.exports.clean_characters import clean_characters

# Marks that Markdown or Obsidian obey: emphasis, code, links, tags, embeds, HTML, mathematics,
# comments, block ids.
_OBEYED = re.compile(r"[\\`*_{}\[\]<>#|~=$%^&!]")


def escape_markdown(text: str) -> str:
    r"""The words on one line, every mark that would be obeyed behind a backslash.

    Source: CommonMark 0.31, 2.4 (any ASCII punctuation may be escaped); Obsidian Flavored Markdown.

    Example:
        >>> escape_markdown("[[x]] #1\n**y**")
        '\\[\\[x\\]\\] \\#1 \\*\\*y\\*\\*'
    """
    return _OBEYED.sub(r"\\\g<0>", " ".join(clean_characters(text).split()))
