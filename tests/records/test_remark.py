"""Whatever a room or the transport notes about an article is a remark that has words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import recoupe
from recoupe.language import known_languages, load_table
from recoupe.language.labels import LANGUAGES, read_labels
from recoupe.records import Remark

_PACKAGE = Path(recoupe.__file__).parent
_NOTING = ("rooms/read", "rooms/clean", "transport")


def _list_noted(tree: ast.AST) -> Iterator[str]:
    """Words put into something called notes or found_notes, or given as `notes=`."""
    for node in ast.walk(tree):
        values: list[ast.expr] = []
        if isinstance(node, ast.Call):
            values += [k.value for k in node.keywords if k.arg == "notes"]
            target = node.func
            if isinstance(target, ast.Attribute) and target.attr in {"add", "append"}:
                held = target.value
                if isinstance(held, ast.Name) and "notes" in held.id:
                    values += node.args
        for value in values:
            for inner in ast.walk(value):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def test_every_note_in_the_code_is_a_remark() -> None:
    paths = [p for folder in _NOTING for p in sorted((_PACKAGE / folder).rglob("*.py"))]
    assert paths
    noted = {word for path in paths for word in _list_noted(ast.parse(path.read_text("utf-8")))}
    assert noted - set(Remark) == set()


def test_notes_are_found_in_code() -> None:
    code = 'notes.add("a")\nfound_notes.append("b")\nArticle(notes=("c", *old))\nlines.add("d")'
    assert sorted(_list_noted(ast.parse(code))) == ["a", "b", "c"]


@pytest.mark.parametrize("language", known_languages())
def test_every_note_of_a_language_is_a_remark(language: str) -> None:
    assert {entry.data["note"] for entry in load_table(language, "notices")} <= set(Remark)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_has_words(language: str) -> None:
    words = read_labels(language, "recoupe.rooms.report").tables["remark"]
    assert list(words) == [str(remark) for remark in Remark]
