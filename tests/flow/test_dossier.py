"""The whole line, on a folder of our own articles."""

from __future__ import annotations

import random
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

import recoupe
from recoupe.flow import join_same_texts
from recoupe.records import Article, Dossier

SAMPLE = Path(str(files("recoupe") / "sample"))


@pytest.fixture(scope="module")
def sample() -> Dossier:
    return recoupe.dossier([SAMPLE])


def test_the_same_input_gives_the_same_bytes(sample: Dossier) -> None:
    assert recoupe.report(sample) == recoupe.report(recoupe.dossier([SAMPLE]))


def test_the_order_of_input_changes_nothing(sample: Dossier) -> None:
    paths = sorted(p for p in SAMPLE.iterdir() if p.suffix in {".txt", ".html"})
    shuffled = list(paths)
    random.Random(7).shuffle(shuffled)
    assert recoupe.report(recoupe.dossier(shuffled)) == recoupe.report(recoupe.dossier(paths))


def test_the_same_article_twice_changes_nothing(sample: Dossier, tmp_path: Path) -> None:
    paths = sorted(SAMPLE.glob("*.txt"))
    twin = tmp_path / "zz.txt"
    shutil.copy(paths[0], twin)
    once = recoupe.dossier(paths, published="2031-03-04")
    twice = recoupe.dossier([*paths, twin, paths[1]], published="2031-03-04")
    assert twice.stories == once.stories
    assert [a.id for a in twice.articles] == [a.id for a in once.articles]


@pytest.mark.parametrize("known_at", ["a.txt", "z.txt"])
def test_of_one_text_the_source_of_which_most_is_known_stands(known_at: str) -> None:
    known = Article(known_at, "Le même texte.", outlet="La Gazette", published="2026-03-10")
    bare = Article("m.txt", "Le même texte.")
    (joined,) = join_same_texts([bare, known])
    assert (joined.source, joined.outlet, joined.also_at) == (known_at, "La Gazette", ("m.txt",))


def test_every_span_is_cut_from_its_text(sample: Dossier) -> None:
    for article in sample.articles:
        spans = [
            *(item.span for item in article.furniture),
            *(item.span for item in article.mentions),
            *(item.span for item in article.figures),
            *(item.span for item in article.moments),
            *(piece for statement in article.statements for piece in statement.content),
        ]
        assert all(span.cut(article.text).strip() for span in spans)


def test_the_sample_is_read_whole(sample: Dossier) -> None:
    assert len(sample.articles) == 10
    assert not sample.dropped
    assert max(len(story.articles) for story in sample.stories) == 9


def test_one_bad_article_does_not_stop_the_others(tmp_path: Path) -> None:
    for path in sorted(SAMPLE.glob("*.txt"))[:2]:
        shutil.copy(path, tmp_path)
    (tmp_path / "vide.txt").write_bytes(b"")
    (tmp_path / "octets.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "livre.pdf").write_bytes(b"%PDF-1.7\n")
    found = recoupe.dossier([tmp_path])
    assert len(found.articles) >= 2
    assert {Path(item.source).name for item in found.dropped} >= {"vide.txt", "livre.pdf"}


def test_nothing_to_read_is_an_empty_dossier(tmp_path: Path) -> None:
    assert recoupe.dossier([tmp_path]) == Dossier((), (), ())
