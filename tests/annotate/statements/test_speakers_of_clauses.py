"""Who speaks where the name stands beside, before or far from the words, on invented texts."""

from __future__ import annotations

import pytest

from recoupe.records import Article, EntityKind, Stance
from recoupe.rooms.annotate import annotate

# A text, then speaker and first words of each statement in order; « - » where nobody is named.
FIRST_HALF = [
    ("La récolte est perdue, a fait savoir hier la cheffe du domaine, Nour Abadi, qui dit craindre la suite.", "Nour Abadi: La récolte; Nour Abadi: craindre"),
    ("Assis sur un banc, Milo, 12 ans, se dit « pressé de rejouer ».", "Milo: pressé"),
    ("Son frère, Octave, ajoute que rien n'a été volé.", "Octave: rien"),
    ("Sa nageuse, la Lyonnaise Zoé Marcq, promet que rien n'est fini.", "Zoé Marcq: rien"),
    ("Zélie Fauvert expose à Nantes. On y croise Ewen, qui jure n'avoir rien vendu. La sculptrice soigne ses effets. Elle assure avoir tout refait.", "Ewen: n'avoir; Zélie Fauvert: avoir"),
    ("Deux chiens ont été retrouvés, a noté la vétérinaire Rose Alard. Un homme a été entendu, a-t-elle ajouté. Il nie toute maltraitance.", "Rose Alard: Deux; Rose Alard: Un homme; homme: toute"),
    ("La société a nié toute pollution : « L'eau est propre », a soutenu sa directrice, Lise Aubry.", "société: toute; Lise Aubry: L'eau"),
    ("La direction dément : « Cette liste n'existe pas », répond-on au siège.", "direction: Cette"),
    ("Les trains circulent, fait-on valoir au ministère, où l'on rappelle que deux lignes restent fermées.", "ministère: Les trains; ministère: deux"),
    ("À l'en croire, Luc Roc a tout payé.", "-: Luc Roc"),
    ("300 grévistes selon la direction, 900 selon le syndicat FOB.", "direction: 300; syndicat FOB: 900"),
    ("Le parquet n'exclut aucune piste. Le trésorier réfute avoir menti.", "parquet: aucune; trésorier: avoir"),
]  # fmt: skip
# Written with the rules out of sight: ten of twelve were right at first.
SECOND_HALF = [
    ("Le pont sera rouvert lundi, a promis mercredi le président de la métropole, Idir Benkaci, devant la presse.", "Idir Benkaci: Le pont"),
    ("Installée au premier rang, Apolline, 9 ans, raconte que la pièce l'a fait rire.", "Apolline: la pièce"),
    ("Sa mère, Solveig, affirme que le car n'est jamais passé.", "Solveig: le car"),
    ("Son avocate, la Genevoise Mila Perret, estime que l'enquête traîne.", "Mila Perret: l'enquête"),
    ("Le cargo est à quai, a indiqué la préfète Jeanne Oriol. Un marin a été blessé, a-t-elle précisé. Il assure avoir glissé.", "Jeanne Oriol: Le cargo; Jeanne Oriol: Un marin; marin: avoir"),
    ("Le laboratoire confirme avoir arrêté l'essai : « Aucun patient n'est en danger », a précisé son directeur, Yann Kerbrat.", "laboratoire: avoir; Yann Kerbrat: Aucun"),
    ("Le club nuance : « Rien n'est signé », glisse-t-on en interne.", "club: Rien"),
    ("Les urgences sont saturées, admet-on au CHU, où l'on annonce que douze lits rouvriront.", "CHU: Les urgences; CHU: douze"),
    ("1 200 marcheurs d'après la police, 4 000 selon le collectif.", "police: 1 200; collectif: 4 000"),
    ("Le jury n'écarte aucune hypothèse. La gérante réfute avoir fermé la porte.", "jury: aucune; gérante: avoir"),
    ("Faux, réplique la trésorière : « Les comptes sont publics depuis trois ans. »", "trésorière: Les comptes"),
    ("« Le lait manque », s'inquiète, fataliste, Armand Joly, 61 ans.", "Armand Joly: Le lait"),
]  # fmt: skip
# What is known to fail, by its first words.
KNOWN = {
    "Zélie Fauvert expose": "the model sees a subject in the object of « On y croise »",
}
HEADLINES = [
    ("Tempête de Roqueval : « On a vu partir le toit »\n\nLe vent a soufflé. « On a vu partir le toit, puis le mur », dit Ève Colin.", ["Ève Colin"]),
    ("Tempête de Roqueval : « On a vu partir le toit »\n\nLe vent a soufflé toute la nuit sur la côte.", []),
]  # fmt: skip


def annotate_text(text: str) -> Article:
    return next(a for a in annotate([Article("x", text, language="fr")]) if isinstance(a, Article))


@pytest.mark.parametrize(("text", "told"), [*FIRST_HALF, *SECOND_HALF], ids=lambda row: row[:40])
def test_speakers_and_contents(text: str, told: str) -> None:
    found = [
        (s.speaker.name if s.speaker else "-", s.content[0].cut(text))
        for s in annotate_text(text).statements
    ]
    wanted = [tuple(row.split(": ", 1)) for row in told.split("; ") if row]
    if any(text.startswith(words) for words in KNOWN):
        assert [name for name, _ in found] != [name for name, _ in wanted], "no longer fails"
        pytest.xfail(next(why for words, why in KNOWN.items() if text.startswith(words)))
    assert [name for name, _ in found] == [name for name, _ in wanted]
    assert all(said.startswith(words) for (_, said), (_, words) in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("text", "names"), HEADLINES, ids=["repeated", "nobody"])
def test_headlines_take_the_speaker_of_their_words(text: str, names: list[str]) -> None:
    statements = annotate_text(text).statements
    assert {s.speaker.name for s in statements if s.speaker} == set(names)


def test_negated_verb_of_exclusion_denies_nothing() -> None:
    (statement,) = annotate_text("Le parquet n'exclut aucune piste.").statements
    assert statement.stance is Stance.ASSERTS


def test_towns_are_places_wherever_they_stand() -> None:
    text = "La mairie de Saint-Aubrac ferme. À Marvejan, on vote. Le gaz manque à Saint-Aubrac et Marvejan."
    kinds = {m.name: m.kind for m in annotate_text(text).mentions}
    assert kinds["Saint-Aubrac"] is EntityKind.PLACE
    assert kinds["Marvejan"] is EntityKind.PLACE
