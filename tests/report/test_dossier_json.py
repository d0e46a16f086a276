"""The JSON output, its schema, and what is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recoupe.errors import DossierError
from recoupe.rooms.report import report
from recoupe.rooms.report.check_dossier import check_dossier, load_schema
from tests.report.invented import make_dossier, make_single

SHARED = Path(__file__).parents[3] / "shared"


def test_output_is_a_dossier() -> None:
    check_dossier(json.loads(report(make_dossier())))


def test_schema_is_itself_valid_and_strict() -> None:
    from jsonschema import Draft202012Validator

    schema = load_schema()
    Draft202012Validator.check_schema(schema)
    loose = [
        name
        for name, part in [("root", schema), *schema["$defs"].items()]
        if part.get("type") == "object" and part.get("additionalProperties") is not False
    ]
    assert loose == []


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def change(data: Any) -> None:
        *way, last = path
        for key in way:
            data = data[key]
        data[last] = to

    return change


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (_set("version", to=2), "$.version"),
        (_set("score", to=1), "$"),
        (_set("articles", 0, "statements", 0, "stance", to="swears"), "$.articles[0].statements[0].stance"),
        (_set("articles", 0, "published", to="mardi"), "$.articles[0].published"),
        (_set("articles", 0, "figures", 0, "start", to=-1), "$.articles[0].figures[0].start"),
        (_set("articles", 0, "figures", 0, "end", to=0), "$.articles[0].figures[0]"),
        (_set("articles", 0, "text_chars", to=30), "$.articles[0]"),
        (_set("articles", 0, "figures", 0, "unit", to=""), "$.articles[0].figures[0].unit"),
        (_set("stories", 0, "claims", 0, "evidence", 0, "end", to=99999), "$.stories[0].claims[0].evidence[0]"),
        (_set("stories", 0, "claims", 0, "evidence", 0, "article", to="x"), "$.stories[0].claims[0].evidence[0].article"),
        (_set("stories", 0, "claims", 1, "evidence", 0, "statement", to="x"), "$.stories[0].claims[1].evidence[0].statement"),
        (_set("stories", 0, "claims", 1, "status", 0, "evidence", to=7), "$.stories[0].claims[1].status[0].evidence"),
        (_set("stories", 0, "articles", 0, to="x"), "$.stories[0].articles"),
        (_set("stories", 0, "origins", 0, "root", to="x"), "$.stories[0].origins[0]"),
        (_set("stories", 0, "differences", 0, "sides", to=[]), "$.stories[0].differences[0].sides"),
        (_set("stories", 0, "origins", 0, "shared", 0, "ratio", to=1.2), "$.stories[0].origins[0].shared[0].ratio"),
    ],
)  # fmt: skip
def test_faults_are_refused_with_their_path(
    change: Callable[[dict[str, Any]], None], path: str
) -> None:
    data = copy.deepcopy(json.loads(report(make_dossier())))
    change(data)
    with pytest.raises(DossierError) as caught:
        check_dossier(data)
    assert str(caught.value).startswith(path)
    assert caught.value.hint


@pytest.mark.parametrize("data", [None, [], "x", 3, {}])
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(DossierError):
        check_dossier(data)


def test_bad_input_6_lone_surrogates_and_nul_survive_as_escapes() -> None:
    text = report(make_single("Un texte.", title="a\ud800b\x00c"))
    text.encode("utf-8")
    assert json.loads(text)["stories"][0]["title"] == "a\ud800b\x00c"


def test_json_is_never_localised() -> None:
    dossier = make_dossier()
    assert report(dossier, "json", language="en") == report(dossier, "json", language="fr")
