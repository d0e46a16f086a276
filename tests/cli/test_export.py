"""`recoupe export`: over the store, over one story, over files; what goes where."""

from __future__ import annotations

import io
import json
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.exports import FORMATS
from recoupe.growth import add
from recoupe.rooms.read import read
from recoupe.start import app
from recoupe.store import open_store

SAMPLE = Path(str(files("recoupe") / "sample"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    store = open_store(made)
    add(store, read([SAMPLE]), at="2031-03-01T08:00:00+00:00")
    store.close()
    return made


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--store", str(path), *arguments])


@pytest.mark.parametrize("name", FORMATS)
def test_the_whole_store_goes_to_a_file(path: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    assert run(path, "export", name, "-o", str(target)).exit_code == 0
    assert target.read_bytes() == run(path, "export", name).stdout_bytes
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_one_story_and_all_of_them(path: Path) -> None:
    stories = [json.loads(line) for line in run(path, "stories", "--json").stdout.splitlines()]
    counts = [
        len(json.loads(run(path, "export", "csl", "--story", story["id"]).stdout))
        for story in stories
    ]
    assert counts == [story["article_count"] for story in stories]
    assert len(json.loads(run(path, "export", "csl").stdout)) == sum(counts)


def test_files_need_no_store(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.sqlite"
    article = next(SAMPLE.glob("*.txt"))
    result = run(nowhere, "export", "csv", str(article))
    assert result.exit_code == 0
    assert not nowhere.exists()
    with zipfile.ZipFile(io.BytesIO(result.stdout_bytes)) as archive:
        assert len(archive.read("articles.csv").splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("exe",), 2),
        (("csv", "--story", "nowhere"), 4),
        (("csv", "--story", "x", "a.txt"), 2),
        (("csv", "--headers", "de"), 2),
        (("csv", "-o", "/nowhere/at/all/x.zip"), 1),
    ],
)
def test_how_it_ends(path: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run(path, "export", *arguments).exit_code == code


def test_an_empty_store_has_nothing_to_export(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite"
    open_store(empty).close()
    result = run(empty, "export", "csv")
    assert result.exit_code == 4
    assert not result.stdout_bytes
