"""The child process that parses pages: run as ``python -m recoupe.rooms.read.pages.child``.

It answers each request on standard input with two lines of JSON on standard output: first the
visible text with what the page says of itself, then what the extraction engines say. It opens
nothing, fetches nothing and can be killed at any time.
"""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

# Pages with more text than this are read without the engines: trafilatura took 35 s for 15 MB.
ENGINE_LIMIT_CHARS = 2_000_000
MEMORY_LIMIT_BYTES = 3 * 1024**3


def parse_page(html: str) -> tuple[dict[str, Any], list[Any]]:
    """The first answer for a page, and its blocks for the second.

    Returns:
        Either {"problem": code of the reason, "limit"} or {"text", "blocks", "is_cut", "metadata"}.
    """
    from resiliparse.parse.html import HTMLTree

    from recoupe.rooms.read.pages.caps import find_problem
    from recoupe.rooms.read.pages.hidden import find_hiding_selectors
    from recoupe.rooms.read.pages.metadata import read_metadata
    from recoupe.rooms.read.pages.visible_text import extract_visible_text

    problem = find_problem(html)
    if problem is not None:
        return {"problem": problem[0], "limit": problem[1]}, []
    tree = HTMLTree.parse(html)
    document: Any = tree.document
    sheets = [node.text or "" for node in document.get_elements_by_tag_name("style")]
    text, blocks, is_cut = extract_visible_text(tree, find_hiding_selectors(sheets))
    told = [{**asdict(block), "hints": sorted(block.hints)} for block in blocks]
    answer = {"text": text, "blocks": told, "is_cut": is_cut, "metadata": read_metadata(tree)}
    return answer, blocks


def judge_page(html: str, text: str, blocks: list[Any], *, needs_date: bool) -> dict[str, Any]:
    """The second answer: which blocks each engine keeps, and a date where the page gave none."""
    if len(html) > ENGINE_LIMIT_CHARS:
        return {"kept": {}, "date": None, "skipped": True}
    from recoupe.rooms.read.pages.engines import find_kept_blocks

    date = None
    if needs_date:
        import htmldate

        date = htmldate.find_date(html, extensive_search=False, original_date=True)
    return {"kept": find_kept_blocks(html, text, blocks), "date": date, "skipped": False}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))


def _answer(stream: BinaryIO, answer: dict[str, Any]) -> None:
    stream.write(json.dumps(answer).encode("ascii") + b"\n")
    stream.flush()


def main() -> None:
    """Answer requests until standard input ends."""
    logging.disable(logging.CRITICAL)
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    for line in requests:
        request = json.loads(line)
        html = request["html"].encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
        first, blocks = parse_page(html)
        _answer(answers, first)
        if "problem" in first or not request["is_judged"]:
            continue
        needs_date = not first["metadata"]["published"]
        _answer(answers, judge_page(html, first["text"], blocks, needs_date=needs_date))


if __name__ == "__main__":
    main()
