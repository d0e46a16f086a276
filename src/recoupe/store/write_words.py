"""The words of the search index as each database takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, text

from recoupe.store.clean_text import clean_text
from recoupe.store.fold_words import fold_words

Lemmas = Mapping[str, Sequence[str]]

# PostgreSQL takes no word of more than 2,046 bytes, and no more than 1 MB of words for one item.
LONGEST_WORD_CHARS = 500
LONGEST_TEXT_CHARS = 400_000
# PostgreSQL counts positions up to here.
_LAST_POSITION = 16_383

_FTS5 = "INSERT INTO search_words (rowid, words, lemmas) VALUES (:number, :words, :lemmas)"
_TSVECTOR = (
    "INSERT INTO search_words (number, words) VALUES "
    "(:number, CAST(:words AS tsvector) || CAST(:lemmas AS tsvector))"
)


def write_words(
    connection: Connection, first_number: int, texts: Iterable[str], lemmas: Lemmas
) -> None:
    """Write the words of items that follow one another.

    Args:
        connection: A writing transaction.
        first_number: Number of the first item.
        texts: What finds each item, unfolded.
        lemmas: Folded lemmas of folded words.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    rows = []
    for number, unfolded in enumerate(texts, start=first_number):
        folded = fold_words(clean_text(unfolded[:LONGEST_TEXT_CHARS])).split()
        words = [word[:LONGEST_WORD_CHARS] for word in folded]
        roots = sorted({lemma for word in words for lemma in lemmas.get(word, ())})
        rows.append(
            {
                "number": number,
                "words": " ".join(words) if is_sqlite else write_tsvector(words, "A"),
                "lemmas": " ".join(roots) if is_sqlite else write_tsvector(roots, "B"),
            }
        )
    if rows:
        connection.execute(text(_FTS5 if is_sqlite else _TSVECTOR), rows)


def write_tsvector(words: Sequence[str], weight: str) -> str:
    """Folded words as the text of a `tsvector`: no parser of the database has a say in them.

    Example:
        >>> write_tsvector(["feu", "au", "feu"], "A")
        "'feu':1A 'au':2A 'feu':3A"
    """
    return " ".join(f"'{w}':{min(n, _LAST_POSITION)}{weight}" for n, w in enumerate(words, start=1))
