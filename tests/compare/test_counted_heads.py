"""What is counted and at which stage: nouns that count the same, stages of the count beside, units."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare.count_stages import find_stage
from recoupe.rooms.compare.counted_words import classify_counted, name_people
from recoupe.rooms.compare.material import Pages
from tests.compare.stories import find_conflicts, find_differences


@pytest.mark.parametrize(
    ("one", "other", "stage"),
    [
        ("foyers", "clients", "deprived"),
        ("abonnés", "logements", "deprived"),
        ("élèves", "écoliers", None),
        ("manifestants", "marcheurs", None),
        ("interventions", "sorties", None),
        ("passagers", "voyageurs", None),
        ("malades", "contaminations", None),
        ("décès", "cas mortels", None),
        ("signatures", "signataires", None),
        ("visiteurs", "entrées", None),
    ],
)
def test_nouns_that_count_the_same(one: str, other: str, stage: str | None) -> None:
    families = {classify_counted(words, "fr", stage)[0] for words in (one, other)}
    assert len(families) == 1
    assert None not in families


@pytest.mark.parametrize(
    ("one", "other", "stage"),
    [
        ("foyers", "clients", None),
        ("postes", "salariés", None),
        ("élèves", "écoles", None),
        ("interventions", "appels", None),
        ("interventions", "sorties de route", None),
        ("morts", "malades", None),
        ("vols", "passagers", None),
    ],
)
def test_nouns_that_count_something_else(one: str, other: str, stage: str | None) -> None:
    kinds = [classify_counted(words, "fr", stage)[0] for words in (one, other)]
    assert kinds[0] != kinds[1] or kinds == [None, None]


@pytest.mark.parametrize(
    ("words", "following", "family"),
    [
        ("gardes", "à vue", "interpellé"),
        ("gardes", "du corps", None),
        ("personnes", "atteintes du", "malade"),
        ("communes", "malades et", None),
        ("demandes de billets", "", None),
    ],
)
def test_a_name_may_go_on_after_its_noun(words: str, following: str, family: str | None) -> None:
    assert classify_counted(words, "fr", None, following)[0] == family


@pytest.mark.parametrize(
    ("family", "stage", "expected"),
    [
        ("personne", "arrested", "interpellé"),
        ("personne", "protesting", "manifestant"),
        ("personne", "killed", "personne"),
        ("personne", "present", "personne"),
        ("enfant", "arrested", "enfant"),
        (None, "arrested", None),
    ],
)
def test_people_at_a_stage(family: str | None, stage: str, expected: str | None) -> None:
    assert name_people(family, stage, "fr") == expected


@pytest.mark.parametrize(
    ("text", "number", "stage"),
    [
        ("Un mort dans la Ternoire, 120 000 foyers coupés du monde.", 120_000, None),
        ("On compte 120 000 foyers en panne et trois blessés.", 120_000, None),
        ("L'accident a fait quatre morts et bloqué 3 000 voyageurs en gare.", 3_000, None),
        ("Quelque 45 000 foyers étaient toujours privés d'électricité.", 45_000, "deprived"),
        ("La tempête a privé 45 000 foyers d'électricité.", 45_000, "deprived"),
        ("Le courant est coupé dans 1 100 foyers.", 1_100, "deprived"),
        ("On compte 80 000 clients sans courant.", 80_000, "deprived"),
        ("Quelque 30 000 clients ont retrouvé le courant.", 30_000, "restored"),
        ("L'hôpital compte 30 logements privés.", 30, None),
        ("Le tribunal a relaxé quatre prévenus et en a condamné neuf.", 4, "acquitted"),
        ("Quelque 26 personnes ont été interpellées.", 26, "arrested"),
    ],
)
def test_no_stage_comes_from_the_count_beside(text: str, number: int, stage: str | None) -> None:
    article = Article(source="a.txt", text=text, language="fr")
    (done,) = [each for each in annotate([article]) if isinstance(each, Article)]
    (figure,) = [f for f in done.figures if f.value == number]
    pages = Pages(done)
    sentence = pages.find_sentence(figure.span.start)
    assert sentence is not None
    assert find_stage(pages, sentence, figure, "fr")[0] == stage


FOUND = [
    ("La tempête a privé 45 000 foyers d'électricité dans le Vexois.", "Dans le Vexois, 62 000 clients étaient privés d'électricité."),
    ("Des rafales de 147 km/h ont balayé le cap Toril.", "Le cap Toril a été balayé par des rafales de 147 miles par heure."),
    ("Le train transportait 230 passagers au moment du choc.", "Au moment du choc, 310 voyageurs se trouvaient dans le train."),
    ("La police d'Ambrune a procédé à 17 arrestations samedi.", "À Ambrune, 26 personnes ont été interpellées samedi."),
    ("L'incendie du massif de Cors a brûlé 4,5 km2 de pinède.", "L'incendie du massif de Cors a brûlé 620 hectares de pinède."),
]  # fmt: skip

SILENT = [
    ("Enelys compte 45 000 clients dans le Vexois.", "Le Vexois compte 62 000 foyers."),
    ("Environ 45 000 foyers sont privés d'électricité dans le Vexois.", "Dans le Vexois, 30 000 clients ont été réalimentés."),
    ("Des rafales à 147 km/h ont été relevées au cap Toril.", "Les rafales ont atteint 91 miles par heure au cap Toril."),
    ("La tempête a fait un mort dans la Ternoire, 120 000 foyers privés d'électricité.", "Dans la Ternoire, la tempête a fait un mort et trois blessés."),
    ("L'incendie a parcouru 450 hectares.", "L'incendie a parcouru 4,5 km2."),
    ("La fermeture touche 12 écoles du Vexois.", "La fermeture touche 2 400 élèves du Vexois."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), FOUND)
def test_counts_of_one_thing_are_held_together(one: str, other: str) -> None:
    assert any(found.startswith("figure") for found in find_conflicts((one, other)))


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_counts_of_two_things_are_not(one: str, other: str) -> None:
    assert find_conflicts((one, other)) == []


def test_a_converted_speed_can_be_the_same() -> None:
    texts = (
        "Des rafales de 147 km/h ont balayé le cap Toril.",
        "Le cap Toril a été balayé par des rafales de 91 miles par heure.",
    )
    assert [str(d.verdict) for d in find_differences(texts)] == ["compatible"]
