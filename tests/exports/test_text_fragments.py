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
    ("text", "words", "directive"),
    [
        ("Il dit qu'elle viendra.", "elle viendra", "qu%27elle%20viendra"),
        ("Il dit qu’elle viendra.", "elle viendra", "qu%E2%80%99elle%20viendra"),
        ("« Non\u202f», dit-il.", "Non", "Non%E2%80%AF"),
        ("«\u202fNon », dit-il.", "Non", "%E2%80%AFNon"),
        ("«\u00a0Non\u00a0», dit-il.", "Non", "Non"),
        ("Neuf cents tonnes", "cent", "cents"),
        ("(cent) tonnes", "cent", "cent"),
        ("a" * 500, "a" * 10, "a" * 50),
    ],
)
def test_a_passage_is_widened_to_whole_words(text: str, words: str, directive: str) -> None:
    start = text.index(words)
    link = link_passage(Article(ADDRESS, text), Span(start, start + len(words)))
    assert link is not None
    assert link.split(":~:text=")[1].split(",")[0] == directive


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


def test_every_link_holds_both_ends_of_its_passage(either: Dossier) -> None:
    rows = pd.read_csv(io.BytesIO(export(either, "links"))).to_dict("records")
    assert rows
    for row in rows:
        words = either.article(row["article"]).text[row["start"] : row["end"]]
        fragment = urldefrag(row["link"])[1].split(":~:text=")[1]
        parts = [part for part in fragment.split(",") if part[0] != "-" and part[-1] != "-"]
        named = [unquote(part) for part in parts]
        first, last = words.split()[0], words.split()[-1]
        assert 1 <= len(named) <= 2
        assert first.encode("utf-8", "replace").decode() in named[0]
        assert last.encode("utf-8", "replace").decode() in named[-1]
