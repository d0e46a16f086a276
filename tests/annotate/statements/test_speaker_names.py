"""Who speaks in whole texts, from the sentence to the name, on invented texts."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate.annotate import annotate

Row = tuple[str, list[str | None]]

SCRAPS: list[Row] = [
    (
        "La directrice a reçu Paula Brun. « Nous avons tout perdu », a confié celle-ci mardi soir.",
        ["Paula Brun"],
    ),
    (
        "Paula Brun a saisi la justice. Celle-ci a estimé que le dossier était vide.",
        ["Paula Brun"],
    ),
    ("Tous affirment que la route est dangereuse.", [None]),
    ("En ce jour de rentrée, a annoncé que deux classes fermeraient le recteur.", [None]),
]
AGES: list[Row] = [
    ("Fanny, 19 ans, raconte qu'elle a entendu un grand bruit.", ["Fanny"]),
    ("« J'ai entendu un bruit », raconte Fanny, 19 ans, étudiante en droit.", ["Fanny"]),
    ("Le prévenu, 34 ans, a reconnu avoir frappé son voisin.", ["prévenu"]),
]
HYPHENS: list[Row] = [
    (
        "Maude Tessier-Roy a annoncé que le gymnase rouvrirait. Mme Tessier-Roy a précisé que "
        "les travaux étaient finis.",
        ["Maude Tessier-Roy", "Maude Tessier-Roy"],
    ),
    (
        "Le préfet Yvon Calmel-Duras assure que la route est sûre. Selon Calmel-Duras, elle rouvrira lundi.",
        ["Yvon Calmel-Duras", "Yvon Calmel-Duras"],
    ),
    (
        "La préfecture des Alpes-Maritimes précise que le pont est fermé.",
        ["préfecture des Alpes-Maritimes"],
    ),
    ("Le feu est parti du lieu-dit Les Fontanes. Personne n'habite le lieu-dit Les Fontanes.", []),
]
SLOGANS: list[Row] = [
    (
        "L'association Parents à table estime que la part réservée aux aliments est trop faible.",
        ["Parents à table"],
    ),
    ("Le collectif Sauvons le lac dénonce un projet inutile.", ["Sauvons le lac"]),
    (
        "Le collectif Une école pour tous réclame deux classes de plus.",
        ["Une école pour tous"],
    ),
    (
        "Le mouvement Non au contournement de Lomère assure que le chantier est à l'arrêt.",
        ["Non au contournement de Lomère"],
    ),
    (
        "Le collectif Vérité pour Sami demande une nouvelle enquête à la mairie.",
        ["Vérité pour Sami"],
    ),
]
MINISTERS: list[Row] = [
    (
        "Le ministre de la Santé, Paul Arnal, et le ministre de l'Intérieur, Luc Vidal, étaient là. "
        "Le ministre a indiqué que la santé des agents serait suivie.",
        ["Paul Arnal"],
    ),
    ("Le club nie toute fraude, la fédération confirme une enquête.", ["club", "fédération"]),
]
RARE_NAMES: list[Row] = [
    (
        "Pouria Vardanes, député de Haute-Sorgue qui a aussi voté contre, a annoncé qu'il se tairait.",
        ["Pouria Vardanes"],
    ),
    ("Deux Allemands ont affirmé que le car roulait vite.", ["deux Allemands"]),
]
JOINED_VERBS: list[Row] = [
    (
        "Son président, Olivier Sarre, a présenté ses condoléances aux familles et promis « la "
        "transparence la plus totale ».",
        ["Olivier Sarre"],
    ),
]
ON_PLACES: list[Row] = [
    ("« Le plan est prêt », indique-t-on au ministère de la Santé.", ["ministère de la Santé"]),
    ("« Le plan est prêt », assure-t-on au CHU de Valbrune.", ["CHU de Valbrune"]),
    ("Deux personnes ont été relogées, précise-t-on en préfecture.", ["préfecture"]),
    ("« Rien n'est signé », nuance-t-on côté patronal.", ["côté patronal"]),
    (
        "« Il ne partira pas », jure-t-on dans l'entourage de Bruno Castel.",
        ["entourage de Bruno Castel"],
    ),
    ("Trois personnes sont blessées, a-t-on appris de source sécuritaire.", ["source sécuritaire"]),
    ("À la préfecture, on indique que la route rouvrira lundi.", ["préfecture"]),
    ("« C'est prêt », glisse-t-on du côté de la mairie.", ["mairie"]),
    ("« On tiendra », prévient-on au sein de l'intersyndicale.", ["intersyndicale"]),
    ("« Tout va bien », répond-on à la victime.", [None]),
    ("« Le plan est prêt », dit-on souvent.", [None]),
]
HEARERS: list[Row] = [
    ("« C'est faux », a déclaré un conseiller à nos confrères de Midi Express.", ["un conseiller"]),
    (
        "Une source proche du dossier à la presse affirme que le maire ment.",
        ["une source proche du dossier"],
    ),
    (
        "Selon une information de nos confrères de Midi Express, le maire a démissionné.",
        ["Midi Express"],
    ),
]
AHEAD: list[Row] = [
    ("Il assure n'avoir rien vu. Bastien Ferrer, 41 ans, comparaissait jeudi.", ["Bastien Ferrer"]),
    (
        "Elle a annoncé que tout changeait. Sylvie Magnan, maire de Brive, se retire.",
        ["Sylvie Magnan"],
    ),
]
KIN: list[Row] = [
    (
        "« Il aimait la mer », raconte sa fille. Sa sœur Véronique explique que la famille est sous le choc. "
        "« C'est dur », confie son mari.",
        ["sa fille", "Véronique", "son mari"],
    ),
]
LINES: list[Row] = [
    ("« Rendez-nous notre école » : le cri du cœur de Nadia Merle", ["Nadia Merle"]),
    ("« Un vrai gâchis » : la colère des riverains", ["riverains"]),
    ("« Une saison de feu » : le festival de Valbrune", []),
]
BODIES: list[Row] = [
    (
        "Le club a perdu. L'équipe a disputé un mauvais match. Elle a annoncé qu'elle rejouerait.",
        ["équipe"],
    ),
]
INTERVIEWS: list[Row] = [
    (
        "Entretien avec Sylvie Magnan, maire de Valbrune\n\nPourquoi fermer la piscine ?\n\n"
        "La piscine coûte trop cher et je n'ai pas les moyens de la rénover.\n\n"
        "Que dites-vous aux nageurs ?\n\nJe leur dis que nous cherchons une solution.",
        ["Sylvie Magnan", "Sylvie Magnan"],
    ),
    (
        "Piscine : ce que l'on sait de la décision de Sylvie Magnan\n\nPourquoi fermer la piscine ?\n\n"
        "La piscine coûte trop cher à la commune.\n\nQuand fermera-t-elle ?\n\nLe bassin fermera en mai.",
        [],
    ),
    (  # remarks that speak to « vous », and the article that goes on
        "Entretien avec Sylvie Magnan, maire de Valbrune\n\nPourquoi fermer la piscine ?\n\n"
        "La piscine coûte trop cher et je n'ai pas les moyens de la rénover.\n\n"
        "« Le Guet » écrit que votre adjoint s'y opposait.\n\nC'est faux. Il a voté le budget.\n\n"
        "Que dites-vous aux nageurs ?\n\nJe leur dis que nous cherchons une solution.\n\n"
        "Ces mots n'ont pas suffi. « On nous abandonne », répond Paul Ferrand, qui nage chaque jour.",
        ["Sylvie Magnan", "Guet", "Sylvie Magnan", "Sylvie Magnan", "Paul Ferrand"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *SCRAPS,
        *AGES,
        *HYPHENS,
        *SLOGANS,
        *MINISTERS,
        *RARE_NAMES,
        *JOINED_VERBS,
        *ON_PLACES,
        *HEARERS,
        *AHEAD,
        *KIN,
        *LINES,
        *BODIES,
        *INTERVIEWS,
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_speakers_of_text(text: str, expected: list[str | None]) -> None:
    (article,) = annotate([Article("row.txt", text, language="fr", published="2025-03-10")])
    names = [s.speaker.name if s.speaker else None for s in article.statements]  # type: ignore[union-attr]
    assert names == expected
