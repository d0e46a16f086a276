"""What a search finds, and that whatever is typed is no error (bad input 73)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.errors import StoreError
from recoupe.store import Store, open_store
from recoupe.store.load import load_light_articles
from recoupe.store.search import ItemKind, SearchPage, SearchQuery, search


@pytest.fixture(scope="module")
def store(filled_address: str) -> Iterator[Store]:
    opened = open_store(filled_address)
    yield opened
    opened.close()


def ask(store: Store, query: SearchQuery) -> SearchPage:
    with store.read() as connection:
        return search(connection, query)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("explosion", "explosion"),
        ("ÉXPLOSION", "explosion"),  # case and accents do not matter
        ("explosions", "explosion"),  # no text of the sample has the plural
        ("« usine chimique »", "usine chimique"),
        ('"usine chimique', "usine"),  # an unclosed mark is no mark
        ("l'usine", "usine"),
        ("blesser", "blessées"),
    ],
)
def test_found_words_are_marked_letter_for_letter(store: Store, words: str, marked: str) -> None:
    page = ask(store, SearchQuery(words=words))
    found = [
        piece.casefold()
        for hit in page.hits
        for piece, is_match in hit.snippet.pieces()
        if is_match
    ]
    assert marked in found


def test_snippets_are_the_text_of_the_article(store: Store) -> None:
    page = ask(store, SearchQuery(words="usine", limit=100))
    with store.read() as connection:
        texts = {
            a.id: a.text for a in load_light_articles(connection, {h.article for h in page.hits})
        }
    assert page.hits
    for hit in page.hits:
        snippet = hit.snippet
        assert snippet.text == snippet.span.cut(texts[hit.article])
        assert "".join(piece for piece, _ in snippet.pieces()) == snippet.text
        assert all(snippet.span.contains(match) for match in snippet.matches)


@pytest.mark.parametrize(
    "words",
    [
        '"unclosed',
        "l'état",
        "NEAR(",
        "*",
        "a AND",
        "words:x",
        "^",
        "-",
        "«",
        "\0",
        "\ud800",
        "é" * 10_000,
        "mot " * 2_500,
        "'; DROP TABLE stories; --",
        "x" * 5_000,
        "½ ﬁ ²",
        "🔥",
        "😀 feu",
    ],
)
def test_bad_input_73_is_never_an_error(store: Store, words: str) -> None:
    page = ask(store, SearchQuery(words=words))
    assert page.total >= len(page.hits) >= 0
    narrowed = ask(store, SearchQuery(words=words, day_from="2026-01-01"))
    assert narrowed.total <= max(page.total, 0)


def test_pages_together_are_the_whole(store: Store) -> None:
    whole = ask(store, SearchQuery(words="usine", limit=1000))
    ids: list[str] = []
    after = None
    while True:
        page = ask(store, SearchQuery(words="usine", limit=7, after=after))
        ids.extend(hit.id for hit in page.hits)
        assert page.total == whole.total
        if (after := page.after) is None:
            break
    assert ids == [hit.id for hit in whole.hits]
    assert len(ids) == whole.total > 7


def test_of_too_many_hits_the_newest_are_ranked_and_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ask(store, SearchQuery(words="usine", limit=1000))
    rarest = whole.outlets[-1]
    for module in ("find_hits", "ask_index"):
        monkeypatch.setattr(f"recoupe.store.{module}.MOST_COUNTED", rarest.count + 1)
    page = ask(store, SearchQuery(words="usine", limit=1000))
    assert page.is_cut
    assert page.total == len(page.hits) == sum(each.count for each in page.kinds)
    assert page.total < whole.total
    # What is narrowed down is looked for among all hits, and each facet says that it was cut.
    narrowed = ask(store, SearchQuery(words="usine", outlets=(rarest.value,), limit=1000))
    assert narrowed.total == len(narrowed.hits) == rarest.count
    assert narrowed.is_cut
    assert not whole.is_cut


def test_a_wrong_place_is_said_to_be_one(store: Store) -> None:
    for cursor in ("x", "é", "W10=", "!!!!"):
        with pytest.raises(StoreError):
            ask(store, SearchQuery(words="usine", after=cursor))


def test_facets_count_what_choosing_them_gives(store: Store) -> None:
    words = "usine"
    page = ask(store, SearchQuery(words=words))
    assert sum(each.count for each in page.kinds) == page.total
    for each in page.kinds:
        narrowed = ask(store, SearchQuery(words=words, kinds=(ItemKind(each.value),)))
        assert narrowed.total == each.count
        assert narrowed.kinds == page.kinds  # a facet does not count its own choice in
    for each in page.outlets:
        assert ask(store, SearchQuery(words=words, outlets=(each.value,))).total == each.count
    for each in page.speakers:
        assert ask(store, SearchQuery(words=words, speakers=(each.value,))).total == each.count
    for each in page.stories:
        assert ask(store, SearchQuery(words=words, stories=(each.value,))).total == each.count


def test_days_narrow(store: Store) -> None:
    page = ask(store, SearchQuery(words="usine", limit=1000))
    days = sorted({(hit.published or "")[:10] for hit in page.hits})
    before = ask(store, SearchQuery(words="usine", day_to=days[0]))
    after = ask(store, SearchQuery(words="usine", day_from=days[1]))
    assert before.total + after.total == page.total
    assert before.total > 0


def test_what_a_speaker_says_needs_no_words(store: Store) -> None:
    speaker = ask(store, SearchQuery(words="usine")).speakers[0]
    page = ask(store, SearchQuery(speakers=(speaker.value,), limit=100))
    assert {hit.kind for hit in page.hits} <= {ItemKind.STATEMENT, ItemKind.FIGURE}
    assert {hit.speaker_id for hit in page.hits} == {speaker.value}


def test_nothing_asked_finds_nothing(store: Store) -> None:
    assert ask(store, SearchQuery()) == SearchPage()
