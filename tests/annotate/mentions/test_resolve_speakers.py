"""Speakers from the words of their subjects, on invented texts."""

from __future__ import annotations

import re

import pytest

from recoupe.language.names import fold_name
from recoupe.records import Article, Form, Span, Speaker, Stance
from recoupe.rooms.annotate.documents import parse_articles
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions import find_mentions, resolve_speakers
from tests.annotate.mentions.speaker_rows import FIRST_HALF, SECOND_HALF, Row

_MARK = re.compile(r"[<>{}]\+?")


def read_row(marked: str) -> tuple[str, list[Draft]]:
    """The text without marks, and its drafts in text order."""
    text = ""
    at = 0
    opened: dict[str, int] = {}
    subjects: list[Span] = []
    contents: list[tuple[Span, bool]] = []
    goes_on = False
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        mark = match.group()
        if mark[0] in "<{":
            opened[mark[0]] = len(text)
            goes_on = mark.endswith("+")
        elif mark[0] == ">":
            subjects.append(Span(opened["<"], len(text)))
        else:
            contents.append((Span(opened["{"], len(text)), goes_on))
    text += marked[at:]
    drafts: list[Draft] = []
    left = list(subjects)
    for content, continues in contents:
        subject = None if continues else left.pop(0)
        drafts.append(
            Draft(
                content=(content,),
                cue=None,
                form=Form.INDIRECT,
                stance=Stance.ASSERTS,
                subject=subject,
                anchor=subject.start if subject else content.start,
                continues=continues,
            )
        )
    return text, drafts


def resolve_row(row: Row) -> tuple[str, tuple[Speaker | None, ...]]:
    text, drafts = read_row(row[1])
    article = Article(source=row[0], text=text, language="fr")
    ((_, doc),) = parse_articles([article], "fr")
    return text, resolve_speakers(doc, find_mentions(doc, "fr"), drafts, "fr")


def bare(name: str) -> str:
    return re.sub(r"^(?:une?|des|les?|la|l') ?", "", fold_name(name))


@pytest.mark.parametrize("row", FIRST_HALF, ids=lambda row: row[0])
def test_speakers_of_first_half(row: Row) -> None:
    _, found = resolve_row(row)
    expected = [bare(name) if name else None for name in row[2]]
    assert [bare(s.name) if s else None for s in found] == expected


@pytest.mark.parametrize("row", SECOND_HALF, ids=lambda row: row[0])
def test_speakers_of_second_half(row: Row) -> None:
    _, found = resolve_row(row)
    expected = [bare(name) if name else None for name in row[2]]
    assert [bare(s.name) if s else None for s in found] == expected


def test_mentions_point_at_their_words() -> None:
    text, found = resolve_row(FIRST_HALF[0])
    assert [s.mention.cut(text) for s in found if s and s.mention] == [
        "Le maire de Valbrune, Luc Aubin",
        "Aubin",
    ]
