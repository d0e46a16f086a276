"""The command line: what it writes where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.cli.talk import make_inert

ARTICLE = (
    "Un pont fermé à Castelbrun\n\n"
    "La maire de Castelbrun, Odile Ferrand, a annoncé mardi que le pont des Tanneurs resterait "
    "fermé. « Nous ne prendrons aucun risque », a-t-elle déclaré.\n\n"
    "Selon le syndicat des bateliers, une quarantaine d'emplois sont menacés par cette décision, "
    "que la préfecture n'a pas voulu commenter dans l'immédiat.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pont.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(
    *arguments: str, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from recoupe.cli.main import run; run()", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **(env or {})},
    )


def test_a_dossier_goes_to_stdout_and_talk_to_stderr(folder: Path) -> None:
    done = run("dossier", str(folder))
    assert done.returncode == 0, done.stderr
    dossier = json.loads(done.stdout)
    assert dossier["format"] == "recoupe-dossier"
    assert "recoupe:" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_report_is_written_whole_and_again_the_same(folder: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / "un.html", tmp_path / "deux.html"]
    for output in outputs:
        assert run("report", str(folder / "pont.txt"), "-o", str(output)).returncode == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deux.html", "pont.txt", "un.html"]


def test_rooms_are_filters(folder: Path) -> None:
    text = run("read", str(folder)).stdout
    for room in ("clean", "annotate", "trace", "group", "align", "compare"):
        done = run(room, stdin=text)
        assert done.returncode == 0, done.stderr
        text = done.stdout
    kinds = [json.loads(line)["kind"] for line in text.splitlines()]
    assert kinds.count("article") == 1
    assert kinds.count("story") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["dossier"], 2),
        (["inconnu"], 2),
        (["report", "x.txt", "-o", "x.docx"], 2),
        (["dossier", "x.txt", "--published", "hier"], 2),
        (["check-language", "xx"], 1),
        (["dossier", "n-existe-pas.txt"], 1),
        (["--version"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_an_item_left_out_ends_with_partial(folder: Path) -> None:
    (folder / "vide.txt").write_text("  \n", encoding="utf-8")
    done = run("dossier", str(folder))
    assert done.returncode == 3
    assert "vide.txt" in done.stderr
    assert [item["stage"] for item in json.loads(done.stdout)["dropped"]] == ["read"]


def test_explain_opens_the_sentence_behind_an_id(folder: Path) -> None:
    dossier = json.loads(run("dossier", str(folder)).stdout)
    statement = dossier["articles"][0]["statements"][0]["id"]
    done = run("explain", statement, str(folder))
    assert done.returncode == 0, done.stderr
    piece = dossier["articles"][0]["statements"][0]["content"][0]
    assert ARTICLE[piece["start"] : piece["end"]] in done.stdout
    assert run("explain", "n-existe-pas", str(folder)).returncode == 4


def test_output_survives_an_ascii_terminal(folder: Path) -> None:
    done = run("dossier", str(folder), env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "nasty",
    ["\x1b]0;piégé\x07", "\x1b[2J", "\x1b]8;;https://exemple.invalid\x07lien", "a\u202eb", "\x00"],
)
def test_titles_cannot_move_the_terminal(nasty: str) -> None:
    shown = make_inert(nasty)
    assert not any(ch in shown for ch in "\x1b\x07\u202e\x00")
    assert "<U+" in shown
