"""A large story in pages: together they are the whole, in its order."""

from __future__ import annotations

import pytest

from recoupe.rooms.report.view_speakers import Quote, Voice
from recoupe.web.pages import cut_pages
from recoupe.web.pages.cut_pages import cut_voices


def make_voice(name: str, quote_count: int) -> Voice:
    quotes = tuple(
        Quote(f"{name} {n}", "directe", "affirme", conditional=False, language="fr", places=())
        for n in range(quote_count)
    )
    return Voice(name, name, quotes, statement_count=quote_count, article_count=1)


@pytest.mark.parametrize(
    ("counts", "last_page"),
    [((), 1), ((1,), 1), ((4,), 1), ((5,), 2), ((2, 2, 3), 2), ((1, 9, 2), 3), ((4, 4, 4, 1), 4)],
)
def test_voices_on_all_pages_are_all_voices(
    counts: tuple[int, ...], last_page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cut_pages, "QUOTES_A_PAGE", 4)
    voices = [make_voice(f"v{n}", count) for n, count in enumerate(counts)]
    pages = [cut_voices(voices, number) for number in range(1, last_page + 1)]
    assert {page.last for page, _ in pages} == {last_page}
    assert [page.number for page, _ in pages] == list(range(1, last_page + 1))
    assert all(sum(len(voice.quotes) for voice in shown) <= 4 for _, shown in pages)
    found = [
        (voice.name, quote.text) for _, shown in pages for voice in shown for quote in voice.quotes
    ]
    assert found == [(voice.name, quote.text) for voice in voices for quote in voice.quotes]


@pytest.mark.parametrize(("asked", "given"), [(-1, 1), (0, 1), (2, 2), (99, 2)])
def test_a_page_that_is_not_there_is_the_nearest(asked: int, given: int) -> None:
    voices = [make_voice("v", cut_pages.QUOTES_A_PAGE + 1)]
    assert cut_voices(voices, asked)[0].number == given
