"""Statements over several sentences and paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.language import load_table
from recoupe.records import Article, Statement
from recoupe.rooms.annotate import annotate

SHARED = Path(__file__).parents[4] / "shared"
TABLES = ("attributions", "reporting_nouns", "speaker_nouns", "speech_settings", "content_stances")


def read(text: str) -> tuple[Statement, ...]:
    (article,) = annotate([Article("row.txt", text, language="fr", published="2025-03-10")])
    assert isinstance(article, Article)
    return article.statements


def cut(text: str, statement: Statement) -> list[str]:
    return [piece.cut(text) for piece in statement.content]


def test_quotation_of_several_sentences_is_one_statement() -> None:
    text = "« La digue a cédé. Nous avons fui. Rien ne reste », a raconté Luce Barral."
    (statement,) = read(text)
    assert cut(text, statement) == ["La digue a cédé. Nous avons fui. Rien ne reste"]


def test_quotation_in_next_sentence_goes_on() -> None:
    text = "« La digue a cédé », a raconté Luce Barral. « Personne ne nous a prévenus. »"
    first, second = read(text)
    assert cut(text, second) == ["Personne ne nous a prévenus"]
    assert first.speaker and second.speaker and first.speaker.id == second.speaker.id


def test_pointing_back_gives_the_quotation_its_speaker() -> None:
    text = "« Nous fermerons le site en juin prochain ». C'est ce qu'a déclaré Luce Barral, directrice de Valtec."
    (statement,) = read(text)
    assert cut(text, statement) == ["Nous fermerons le site en juin prochain"]
    assert statement.speaker is not None
    assert statement.speaker.name == "Luce Barral"


def test_double_incise_is_one_statement() -> None:
    text = "« Le site fermera – poursuit Luce Barral – et nous paierons tout », a-t-elle conclu."
    (statement,) = read(text)
    assert cut(text, statement) == ["Le site fermera", "et nous paierons tout"]


def test_two_speakers_for_one_content_are_kept() -> None:
    text = "« Le site fermera », a révélé Luce Barral, a ajouté Marc Odier."
    (statement,) = read(text)
    assert [speaker.name for speaker in statement.other_speakers] == ["Luce Barral"]


def test_unclosed_mark_does_not_eat_the_article() -> None:
    text = "Luce Barral a dit « que tout ira bien.\nLe marché a rouvert lundi.\nIl pleut."
    assert all(piece.end < text.index("\n") + 1 for s in read(text) for piece in s.content)


def test_repeated_title_counts_once() -> None:
    title = "Le barrage de Tourlac tiendra encore vingt ans, selon la préfecture"
    assert len(read(f"{title}\n\n{title}\n\nIl pleut sur la vallée.")) == 1


@pytest.mark.parametrize(
    "text", [" \n ", "«", "« ", "»", '"', ": « »", ", a-t-il dit.", "a dit que"]
)
def test_scraps_do_no_harm(text: str) -> None:
    assert all(piece.end <= len(text) for s in read(text) for piece in s.content)


@pytest.mark.parametrize("table", TABLES)
def test_tables_find_their_examples(table: str) -> None:
    for entry in load_table("fr", table):
        assert all(entry.regex.search(example) for example in entry.examples), entry.key
        assert not any(entry.regex.search(example) for example in entry.counter_examples), entry.key


def test_reporting_verbs_are_found_in_their_examples() -> None:
    from recoupe.rooms.annotate.statements.lexicon import load_verbs

    forms = load_verbs("fr")
    for entry in load_table("fr", "reporting_verbs"):
        for example in entry.examples:
            words = example.replace("'", "' ").replace(",", " ").split()
            lemmas = {verb.lemma for word in words for verb, _ in forms.get(word.lower(), ())}
            assert str(entry.lemma) in lemmas, entry.lemma


@pytest.mark.shared
def test_common_forms_of_a_published_lexicon_are_known() -> None:
    path = SHARED / "data" / "ggt_fr_lexicon" / "quote_verb_list.txt"
    if not path.is_file():
        pytest.skip("the shared material is not beside the checkout")
    from recoupe.rooms.annotate.statements.lexicon import load_verbs

    words = [word.strip() for word in path.read_text(encoding="utf-8").splitlines() if word.strip()]
    known = sum(word in load_verbs("fr") for word in words)
    # Their list holds the subjunctive and the second person, and verbs that are no speech.
    assert known > len(words) // 3
