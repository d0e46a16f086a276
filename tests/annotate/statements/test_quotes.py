"""Quotation marks: nested, turned the wrong way, never closed, never opened."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recoupe.rooms.annotate.statements.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Il a dit « oui » puis « non ».", ["oui", "non"]),
        ("“Tout va bien”, dit-elle.", ["Tout va bien"]),
        ('"Tout va bien", dit-elle, "ou presque".', ["Tout va bien", "ou presque"]),
        ("« Il m'a dit “non” hier », jure Luc.", ["Il m'a dit “non” hier"]),
        (
            "« Il a crié « assez » puis il est parti », dit Luc.",
            ["Il a crié « assez » puis il est parti"],
        ),
        ("« La digue a tenu à Tourlac« . Voilà tout.", ["La digue a tenu à Tourlac"]),
        ("« Une phrase. Une autre sans fin", ["Une phrase. Une autre sans fin"]),
        ("La phrase finit ici », dit Luc.", ["La phrase finit ici"]),
        ("Pas de marques.", []),
        ("« »", []),
        ("L'arbre d’hier et l'eau.", []),
    ],
)
def test_quotes(text: str, inner: list[str]) -> None:
    found = find_quotes(text, 0, len(text))
    assert [text[q.inner_start : q.inner_end] for q in found] == inner


def test_unclosed_mark_ends_with_its_sentence() -> None:
    text = "Luc parle d'un « grand soir. La ville dort."
    (quote,) = find_quotes(text, 0, len(text), (28, len(text)))
    assert text[quote.inner_start : quote.inner_end] == "grand soir."
    assert not quote.closed


def test_many_marks_take_linear_time() -> None:
    text = "«" * 20_000
    assert len(find_quotes(text, 0, len(text))) <= 1


def test_quotes_are_disjoint_and_in_order() -> None:
    text = "« a » b » c « d « e » f"
    found = find_quotes(text, 0, len(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
