"""Who speaks in portraits, interviews and where a name is set off, on invented texts."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate.annotate import annotate

Row = tuple[str, list[tuple[str | None, str]]]

PORTRAITS: list[Row] = [
    (  # the rubric tells; a body comes between
        "PORTRAIT\n\nLucie Vernay, l'eau et le feu\n\nLucie Vernay répare les orgues de la vallée. La direction "
        "du diocèse avait évoqué une dette. « Un prétexte », balaie-t-elle.",
        [("Lucie Vernay", "Un prétexte")],
    ),
    (  # so does « Elle » in the first words
        "Elle court encore à 70 ans. Lucie Vernay a gravi le Pic Noir. La fédération a salué un exploit. "
        "« C'est ridicule », sourit-elle.",
        [("fédération", "un exploit"), ("Lucie Vernay", "C'est ridicule")],
    ),
    (  # any other article: the body speaks
        "Lucie Vernay a été reçue à Brest. La fédération a salué un exploit. « C'est un record », ajoute-t-elle.",
        [("fédération", "un exploit"), ("fédération", "C'est un record")],
    ),
    (  # « je » is never a body
        "Lucie Vernay a été reçue à Brest. La fédération a salué un exploit. « J'ai eu froid », ajoute-t-elle.",
        [("fédération", "un exploit"), ("Lucie Vernay", "J'ai eu froid")],
    ),
    (
        "Lucie Vernay tient le bar du port. Sa mère voulait la voir partir. Elle lui a répondu : « Plus tard. »",
        [("Lucie Vernay", "Plus tard")],
    ),
]
SET_OFF: list[Row] = [
    (
        "Le promoteur, la société Immovert, affirme avoir respecté le permis.",
        [("Immovert", "avoir respecté le permis")],
    ),
    (
        "L'exploitant, la compagnie Transvalis, reconnaît avoir été prévenu.",
        [("Transvalis", "avoir été prévenu")],
    ),
    (
        "Joint mercredi, l'agent du joueur, Stefano Baldi, a dit n'avoir reçu aucune offre.",
        [("Stefano Baldi", "n'avoir reçu aucune offre")],
    ),
    ("Le délégataire, Transvalis, dément tout retard.", [("Transvalis", "tout retard")]),
    (
        "L'expert incendie, Paul Fargeas, affirme que tout a brûlé.",
        [("Paul Fargeas", "tout a brûlé")],
    ),
    (
        "Joint au téléphone, le directeur du port, le docteur Moussa Diarra, a dit attendre le rapport.",
        [("Moussa Diarra", "attendre le rapport")],
    ),
    (
        "Lucie Vernay, 31 ans, a dit avoir « rampé ». La présidente avait prévenu : « Ce sera long. » "
        "« Personne n'a ouvert », a ajouté la jeune femme.",
        [
            ("Lucie Vernay", "avoir « rampé"),
            ("présidente", "Ce sera long"),
            ("Lucie Vernay", "Personne n'a ouvert"),
        ],
    ),
    (
        "Procès de l'incendie du Mazet : l'ex-gérant nie avoir fermé la porte",
        [("ex-gérant", "avoir fermé la porte")],
    ),
    (
        "« Le fleuve reviendra un jour » : la phrase de la préfète, Lucie Vernay, a fait mouche.",
        [("Lucie Vernay", "Le fleuve reviendra un jour")],
    ),
]
ANSWERS: list[Row] = [
    (  # the line before the questions names the guest, not the first person of the page
        "Le préfet Paul Roc a placé le canton en alerte.\n\nTrois questions à Lucie Vernay, hydrologue\n\n"
        "La digue tiendra-t-elle ?\n\nPersonne ne peut le dire aujourd'hui.\n\n"
        "Faut-il partir ?\n\nUne digue ne prévient jamais deux fois.",
        [
            ("Lucie Vernay", "Personne ne peut le dire aujourd'hui"),
            ("Lucie Vernay", "Une digue ne prévient jamais deux fois"),
        ],
    ),
    (  # a headline that asks is no question; a note and the words of another are not the guest's
        "Eau : que vaut le rapport ?\n\nLe rapport de Paul Roc inquiète. Nous l'avons fait lire à la "
        "chimiste Lucie Vernay.\n\nEst-il solide ?\n\nOui, je le crois solide. « Rien ne presse », a dit "
        "le ministre. C'est léger.\n\nEt ensuite ?\n\nIl faut refaire les mesures. [M. Roc nous a écrit "
        "qu'il contestait ce chiffre.]",
        [
            ("Lucie Vernay", "Oui, je le crois solide / C'est léger"),
            ("ministre", "Rien ne presse"),
            ("Lucie Vernay", "Il faut refaire les mesures"),
            ("Paul Roc", "il contestait ce chiffre.]"),
        ],
    ),
]
COMPLEMENTS: list[Row] = [
    (
        "Le prévenu a nié mardi devant le tribunal de Brest avoir reçu de l'argent.",
        [("prévenu", "avoir reçu de l'argent")],
    ),
    (
        "La procureure réclame quatre ans de prison, dont deux ferme, et une amende.",
        [("procureure", "quatre ans de prison, dont deux ferme, et une amende")],
    ),
    ("Le parquet requiert deux ans ferme.", [("parquet", "deux ans ferme")]),
    ("Le rapport conclut à une erreur humaine.", [("rapport", "une erreur humaine")]),
    ("Lucie Vernay a trouvé ça « très long ».", [("Lucie Vernay", "ça « très long")]),
    (
        "Lucie Vernay admet que le chantier traîne : « Deux mois de trop. »",
        [("Lucie Vernay", "le chantier traîne"), ("Lucie Vernay", "Deux mois de trop")],
    ),
]
THINGS: list[Row] = [
    (  # a storm speaks for nobody
        "Le fort coup de vent\n\nLa tempête Mahaut a balayé la côte. « Mahaut est passée », a dit Lucie Vernay.",
        [("Lucie Vernay", "Mahaut est passée")],
    ),
    (
        "Affaire Delorme : l'enquête continue\n\nDelorme nie tout détournement de fonds.",
        [("Delorme", "tout détournement de fonds")],
    ),
    (
        "L'association Foie vivant parle d'« un mensonge ».",
        [("Foie vivant", "un mensonge")],
    ),
    ("Le collectif Sauvons la gare parle d'« un oubli ».", [("Sauvons la gare", "un oubli")]),
]
MARKS: list[Row] = [
    (
        "La ministre s'est voulue brève : « On verra. »",
        [("ministre", "On verra")],
    ),
    (
        "Le skipper Yves Corlay s'est voulu philosophe : « La mer a le dernier mot. »",
        [("Yves Corlay", "La mer a le dernier mot")],
    ),
    (
        "L'athlète se souvient d'avoir « pleuré ».",
        [("athlète", "avoir « pleuré")],
    ),
    (
        "Me Bertille Aubanel attend « des réponses ».",
        [("Bertille Aubanel", "des réponses")],
    ),
    (  # machine translation: « elle » is no body of several
        "Les responsables avaient insisté que la digue tenait. La préfète Lucie Vernay a cédé. Les "
        'responsables se taisaient. "Il faisait noir," elle a dit.',
        [("responsables", "la digue tenait"), ("Lucie Vernay", "Il faisait noir")],
    ),
]
OWNED: list[Row] = [
    (  # behind « son cabinet » « il » is the minister
        "Le ministre Karl Dumas viendra mercredi, a fait savoir son cabinet. Il a salué « le courage des secours ».",
        [
            ("son cabinet", "Le ministre Karl Dumas viendra mercredi"),
            ("Karl Dumas", "le courage des secours"),
        ],
    ),
    (
        "Le syndic Paul Favre est venu. L'édile regrette « une campagne de désinformation ».",
        [("Paul Favre", "une campagne de désinformation")],
    ),
    (
        "La directrice, Lucie Vernay, parle d'un « rendez-vous manqué ».",
        [("Lucie Vernay", "un « rendez-vous manqué")],
    ),
    (
        "21 h 05 – Le pont est fermé, selon la préfecture.",
        [("préfecture", "Le pont est fermé")],
    ),
    (
        "Tom Rees savourait : « On voulait ce match plus qu'eux. » Pour lui, la mêlée a tout changé.",
        [("Tom Rees", "On voulait ce match plus qu'eux"), ("Tom Rees", "la mêlée a tout changé")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*PORTRAITS, *SET_OFF, *ANSWERS, *COMPLEMENTS, *THINGS, *MARKS, *OWNED],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_who_says_what(text: str, expected: list[tuple[str | None, str]]) -> None:
    (article,) = annotate([Article("row.txt", text, language="fr", published="2025-03-10")])
    assert isinstance(article, Article)
    said = [
        (s.speaker.name if s.speaker else None, " / ".join(p.cut(text) for p in s.content))
        for s in article.statements
    ]
    assert said == expected
