"""Whether a page says that its text was translated."""

from __future__ import annotations

from recoupe.language.pack import load_table
from recoupe.records import Article


def says_translated(article: Article) -> bool:
    """Whether the page says that its text is a translation; False without a known language."""
    if article.language is None:
        return False
    return any(
        entry.regex.search(article.text)
        for entry in load_table(article.language, "translation_marks")
    )
