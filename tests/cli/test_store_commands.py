"""Commands on the store: what they write where, and how they end."""

from __future__ import annotations

import json
import shutil
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.decide import decide
from recoupe.growth import add
from recoupe.records import DecisionKind, Judgement, Ruling
from recoupe.rooms.read import read
from recoupe.start import app
from recoupe.store import open_store
from recoupe.store.search import ItemKind, SearchQuery, search

OTHER_WORDS = "CAST(replace(CAST(record AS TEXT), 'usine', 'ferme') AS BLOB)"
SAMPLE = Path(str(files("recoupe") / "sample"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    store = open_store(path)
    add(store, read([SAMPLE]), at="2031-03-01T08:00:00+00:00")
    store.close()
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "desk.sqlite"))


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--store", str(path), *arguments])


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_search_gives_ids_that_show_opens(path: Path) -> None:
    for kind in ("article", "statement", "claim", "figure"):
        result = run(path, "search", "explosion", "--kind", kind, "--json", "--limit", "1")
        if kind == "figure" and result.exit_code == 4:
            result = run(path, "search", "morts", "--kind", kind, "--json", "--limit", "1")
        (hit,) = lines(result)
        assert hit["kind"] == kind
        shown = run(path, "show", str(hit["id"]))
        assert shown.exit_code == 0
        assert str(hit["id"]) in shown.stdout
        assert json.loads(run(path, "show", str(hit["id"]), "--json").stdout)["id"] == hit["id"]


def test_a_story_is_shown_with_its_claims(path: Path) -> None:
    story = lines(run(path, "stories", "--json"))[0]
    shown = json.loads(run(path, "show", str(story["id"]), "--json").stdout)
    assert len(shown["claims"]) == story["claim_count"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "nowhere"), 4),
        (("search", "introuvable"), 4),
        (("search", '"'), 4),
        (("search", "usine", "--kind", "story"), 2),
        (("search",), 2),
        (("backup", "/nowhere/at/all"), None),
        (("verify",), 0),
        (("doctor",), 0),
    ],
)
def test_how_commands_end(path: Path, arguments: tuple[str, ...], code: int | None) -> None:
    result = run(path, *arguments)
    if code is None:  # a known trouble: `run` says it and ends with 1
        assert result.exception is not None
        assert "backup" in str(result.exception)
    else:
        assert result.exit_code == code


def test_a_backup_is_a_whole_store(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_text("an older backup")
    assert run(path, "backup", str(copy)).exit_code == 0
    assert run(copy, "stories", "--json").stdout == run(path, "stories", "--json").stdout
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.endswith(".part")) == []


@pytest.mark.parametrize(
    ("tampering", "kind"),
    [
        (f"UPDATE articles SET record = {OTHER_WORDS}", "article"),
        ("UPDATE articles SET text_sha256 = 'x'", "article"),
        ("UPDATE parses SET record = x'00'", "article"),
        ("DELETE FROM parses", "article"),
        ("UPDATE statements SET text = text || ' !'", "statement"),
        ("DELETE FROM figures", "figure"),
        (f"UPDATE stories SET record = {OTHER_WORDS}", "claim"),
        ("UPDATE stories SET record = x'7b7d'", "story"),
    ],
)
def test_verify_finds_what_was_tampered_with(path: Path, tampering: str, kind: str) -> None:
    with sqlite3.connect(path) as base:
        base.execute(tampering)
    result = run(path, "verify", "--json")
    assert result.exit_code == 1
    assert lines(result)[0]["kind"] == kind


def test_retell_changes_nothing_where_the_rules_are_the_same(path: Path) -> None:
    before = lines(run(path, "stories", "--json"))
    result = run(path, "retell", "--json")
    assert result.exit_code == 0
    assert lines(run(path, "stories", "--json")) == before
    assert run(path, "verify").exit_code == 0


def test_retell_mends_what_is_damaged(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("DELETE FROM search_items WHERE kind = 'claim'")
        base.execute("DELETE FROM figures")
    assert run(path, "verify").exit_code == 1
    assert run(path, "doctor").exit_code == 1
    assert run(path, "retell").exit_code == 0
    assert run(path, "verify").exit_code == 0


def test_decisions_are_listed_and_undone(path: Path) -> None:
    assert run(path, "decisions").exit_code == 4
    store = open_store(path)
    with store.read() as connection:
        (hit, *_) = search(connection, SearchQuery("usine", (ItemKind.STATEMENT,))).hits
    decision = decide(store, DecisionKind.SPEAKER, [hit.id], Ruling(Judgement.CONFIRMED))
    store.close()
    (listed,) = lines(run(path, "decisions", "--json"))
    assert (listed["id"], listed["undone_at"]) == (decision.id, None)
    assert run(path, "undo", decision.id).exit_code == 0
    (listed,) = lines(run(path, "decisions", "--json"))
    assert listed["undone_at"] is not None
    assert run(path, "undo", "nowhere").exit_code == 1
