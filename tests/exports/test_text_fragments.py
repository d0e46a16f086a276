"""Links to passages, taken apart as a browser takes them apart."""

from __future__ import annotations

import io
from urllib.parse import unquote, urldefrag

import pandas as pd
import pytest

from recoupe.exports import export
from recoupe.exports.text_fragments import link_passage
from recoupe.records import Article, Dossier, Span

TEXT = (
    "Le maire a parlé.\n\nLe pont, dit-il, restera fermé & gardé jusqu'à demain.\n\n"
    "La préfète a répété : le pont rouvrira mardi. Le maire a parlé."
)
ADDRESS = "https://journal.example/pont?a=1"


@pytest.mark.parametrize(
    ("words", "nth", "directive"),
    [
        ("le pont rouvrira mardi", 0, "le%20pont%20rouvrira%20mardi"),
        ("pont, dit-il", 0, "pont%2C%20dit%2Dil"),
        ("fermé & gardé", 0, "ferm%C3%A9%20%26%20gard%C3%A9"),
        ("Le maire a parlé", 0, "Le%20maire%20a%20parl%C3%A9"),
        ("Le maire a parlé", 1, "pont%20rouvrira%20mardi.-,Le%20maire%20a%20parl%C3%A9"),
        (
            "gardé jusqu'à demain.\n\nLa préfète",
            0,
            "gard%C3%A9%20jusqu%27%C3%A0%20demain.,La%20pr%C3%A9f%C3%A8te",
        ),
    ],
)
def test_a_passage_is_named_by_its_words(words: str, nth: int, directive: str) -> None:
    start = TEXT.index(words) if nth == 0 else TEXT.rindex(words)
    article = Article(ADDRESS, TEXT)
    assert link_passage(article, Span(start, start + len(words))) == (
        f"{ADDRESS}#:~:text={directive}"
    )


@pytest.mark.parametrize(
    ("source", "also_at", "base"),
    [
        ("pont.txt", (), None),
        ("javascript:alert(1)", (), None),
        ("pont.txt", ("https://autre.example/p",), "https://autre.example/p#:~:text=Le%20pont%2C"),
        ("https://j.example/#bas", (), "https://j.example/#bas:~:text=Le%20pont%2C"),
    ],
)
def test_only_web_addresses_are_linked(
    source: str, also_at: tuple[str, ...], base: str | None
) -> None:
    start = TEXT.index("Le pont,")
    assert link_passage(Article(source, TEXT, also_at=also_at), Span(start, start + 8)) == base


def test_every_link_begins_and_ends_with_words_of_its_passage(either: Dossier) -> None:
    rows = pd.read_csv(io.BytesIO(export(either, "links"))).to_dict("records")
    assert rows
    for row in rows:
        words = either.article(row["article"]).text[row["start"] : row["end"]]
        fragment = urldefrag(row["link"])[1].split(":~:text=")[1]
        parts = [part for part in fragment.split(",") if part[0] != "-" and part[-1] != "-"]
        flat = " ".join(words.encode("utf-8", "replace").decode().split())
        named = [" ".join(unquote(part).split()) for part in parts]
        assert 1 <= len(named) <= 2
        assert flat.startswith(named[0])
        assert flat.endswith(named[-1])
