"""What was noticed about an article, and the entries of a live page, as a reader sees them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from recoupe.errors import EvidenceError
from recoupe.records import Dossier, Entry, Remark, Span
from recoupe.rooms.report import report
from recoupe.rooms.report.check_dossier import check_dossier
from tests.report.invented import make_single
from tests.report.read_page import Page

TEXT = "En direct\n\n18h05. Le pont rouvre.\nLes cars passent.\n17h50. Le pont est fermé."
ENTRIES = (
    Entry(Span(11, 52), "2026-03-10T18:05:00"),
    Entry(Span(53, len(TEXT)), None),
)


def _make(*entries: Entry, notes: tuple[str, ...] = ()) -> Dossier:
    single = make_single(TEXT)
    article = replace(single.articles[0], entries=entries, notes=notes)
    return replace(single, articles=(article,))


def test_an_entry_stands_under_its_time() -> None:
    html = report(_make(*ENTRIES), "html")
    assert html.count('<time datetime="2026-03-10T18:05:00">') == 1
    at = html.index("Entrée du 10\u00a0mars\u00a02026, 18\u00a0h\u00a005")
    assert html.index("En direct") < at < html.index("18h05. Le pont rouvre.")


def test_the_data_have_the_entries() -> None:
    data = json.loads(report(_make(*ENTRIES, notes=("direct",))))
    check_dossier(data)
    assert data["articles"][0]["entries"] == [
        {"start": 11, "end": 52, "published": "2026-03-10T18:05:00"},
        {"start": 53, "end": len(TEXT), "published": None},
    ]


def test_an_entry_beyond_the_text_is_refused() -> None:
    with pytest.raises(EvidenceError):
        report(_make(Entry(Span(11, len(TEXT) + 1))))


@pytest.mark.parametrize(
    ("note", "language", "words"),
    [
        (Remark.MOJIBAKE, "fr", "lettres accentuées abîmées par un mauvais codage"),
        (Remark.LIVE, "en", "live page"),
        ("noted_by_a_later_version", "fr", "noted_by_a_later_version"),
    ],
)
def test_remarks_have_words(note: str, language: str, words: str) -> None:
    html = report(_make(notes=(note,)), "html", language=language)
    shown = re.search(r"<dt>Rema\w+</dt><dd>(.*?)</dd>", html)
    assert shown is not None
    assert shown[1] == words
    assert Page(html).unclosed == []
