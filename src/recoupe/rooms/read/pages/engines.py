"""Which lines of a page two extraction engines take for the article."""

from __future__ import annotations

import re

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from recoupe.rooms.read.pages.visible_text import RawBlock

_SPACES = re.compile(r"\s+")
# A shorter line must stand alone in what the engine kept: « Sport » also stands inside sentences.
_ALONE_CHARS = 40


def find_kept_blocks(html: str, text: str, blocks: list[RawBlock]) -> dict[str, list[int]]:
    """For each engine, the indices of the blocks whose text it keeps, ascending.

    Cost: linear in the page for each engine, times the number of blocks for the search.
    """
    kept = {
        "resiliparse": extract_plain_text(
            html,
            main_content=True,
            preserve_formatting=True,
            list_bullets=False,
            alt_texts=False,
            comments=False,
        ),
        "trafilatura": trafilatura.extract(html, include_comments=False, include_tables=True) or "",
    }
    return {engine: _match_blocks(found, text, blocks) for engine, found in kept.items()}


def _match_blocks(found: str, text: str, blocks: list[RawBlock]) -> list[int]:
    lines = {_squeeze(line) for line in found.split("\n")}
    whole = _squeeze(found)
    indices = []
    for index, block in enumerate(blocks):
        wanted = _squeeze(text[block.start : block.end])
        if wanted and (wanted in lines or (len(wanted) >= _ALONE_CHARS and wanted in whole)):
            indices.append(index)
    return indices


def _squeeze(text: str) -> str:
    """Without white space and list marks: engines space and mark as they like."""
    return _SPACES.sub("", text).lstrip("-•*")
