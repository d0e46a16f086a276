"""Notes for Obsidian: markdown-it reads them, links lead to notes, words stay words."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import PurePosixPath

import pytest
from markdown_it import MarkdownIt

from recoupe.exports import export
from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.escape_markdown import escape_markdown
from recoupe.exports.name_notes import make_safe_name, name_notes
from recoupe.records import Dossier
from tests.exports.hostile import SAYINGS


def read_notes(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def cut_body(note: str) -> str:
    return note.split("---\n", 2)[2]


def test_every_link_leads_to_a_note(either: Dossier) -> None:
    notes = read_notes(export(either, "obsidian"))
    kinds = [name.split("/")[0] for name in notes]
    assert kinds.count("articles") == len(either.articles)
    assert kinds.count("stories") == len(either.stories)
    for note in notes.values():
        links = re.findall(r"(?<!\\)\[\[([^|\]]*)\|([^\]]*)\]\]", note)
        assert {f"{target}.md" for target, _ in links} <= set(notes)
        assert len(links) == len(re.findall(r"(?<!\\)\[\[", note))


def test_names_of_files_are_taken_everywhere(either: Dossier) -> None:
    names = list(read_notes(export(either, "obsidian")))
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        path = PurePosixPath(name)
        assert len(path.parts) == 2
        assert not set(path.name) & set('\\:*?"<>|#^[]\0\n')
        assert path.stem == path.stem.strip(" .")
        assert len(path.name.encode()) < 255


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "CON", "nul.txt", "a/b", "...", "", "x" * 300]
)
def test_a_title_is_never_a_path(title: str) -> None:
    name = name_notes({"0a1b": title})["0a1b"]
    assert name.strip(" .") == name != ""
    assert "/" not in name
    assert len(name) < 100
    assert name.casefold() not in {"con", "nul", "nul.txt"}


def test_titles_that_are_alike_keep_notes_apart() -> None:
    names = name_notes({"1": "Le pont", "2": "LE PONT ?", "3": "La gare"})
    assert names == {"1": "Le pont 1", "2": "LE PONT 2", "3": "La gare"}


def test_properties_are_read_back(either: Dossier) -> None:
    notes = read_notes(export(either, "obsidian"))
    ids = {article.id: article for article in either.articles}
    for name, note in notes.items():
        head = note.split("---\n", 2)[1]
        read = {k: json.loads(v) for k, v in (line.split(": ", 1) for line in head.splitlines())}
        if name.startswith("articles/"):
            assert read.get("published") == ids[read["id"]].published
            assert read.get("outlet") == ids[read["id"]].outlet


@pytest.mark.parametrize("saying", SAYINGS)
def test_words_of_an_article_are_printed_and_not_obeyed(saying: str) -> None:
    (inline,) = (
        token
        for token in MarkdownIt()
        .enable(["strikethrough", "table"])
        .parse(f"- « {escape_markdown(saying)} »")
        if token.type == "inline"
    )
    assert inline.children is not None
    assert {token.type for token in inline.children} <= {"text", "text_special"}
    printed = "".join(token.content for token in inline.children)
    assert printed == f"« {' '.join(clean_characters(saying).split())} »"


def test_quotations_stand_in_the_note_letter_for_letter(either: Dossier) -> None:
    notes = read_notes(export(either, "obsidian"))
    for article in either.articles:
        (note,) = (n for n in notes.values() if f'id: "{article.id}"' in n)
        for statement in article.statements:
            span = statement.whole
            words = escape_markdown(article.text[span.start : span.end])
            assert f"« {words} » " in note
            assert f"`{span.start}:{span.end}`" in note


def test_headings_are_localised(sample: Dossier) -> None:
    notes = read_notes(export(sample, "obsidian", headers="fr"))
    assert any("\n## paroles\n" in cut_body(note) for note in notes.values())
    assert make_safe_name(sample.stories[0].title) in "".join(notes)
