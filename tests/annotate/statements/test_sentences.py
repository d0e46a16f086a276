"""Statements found in single invented sentences: content, speaker words, form, stance, reserve."""

from __future__ import annotations

import pytest

from recoupe.records import Article, Statement
from recoupe.rooms.annotate import annotate

# text, then for each statement: content (pieces joined by « | »), mention, form, stance, reserved.
Row = tuple[str, str | None, str, str, bool]
ROWS: list[tuple[str, list[Row]]] = [
    (
        "La maire de Brivezac, Odile Ferrand, a affirmé mardi soir devant la presse que l'usine serait fermée avant l'été.",
        [
            (
                "l'usine serait fermée avant l'été",
                "La maire de Brivezac, Odile Ferrand",
                "indirect",
                "asserts",
                False,
            )
        ],
    ),
    (
        "« Nous ne céderons pas », a lancé le syndicaliste Yann Kermadec devant les grilles.",
        [("Nous ne céderons pas", "le syndicaliste Yann Kermadec", "direct", "asserts", False)],
    ),
    (
        "Selon un premier bilan de la préfecture, douze personnes ont été blessées dans l'accident.",
        [
            (
                "douze personnes ont été blessées dans l'accident",
                "un premier bilan de la préfecture",
                "according_to",
                "asserts",
                False,
            )
        ],
    ),
    (
        "L'incendie a ravagé 400 hectares, d'après les pompiers.",
        [("L'incendie a ravagé 400 hectares", "les pompiers", "according_to", "asserts", False)],
    ),
    (
        "Le parquet a indiqué que le suspect avait été interpellé et que son complice était en fuite.",
        [
            ("le suspect avait été interpellé", "Le parquet", "indirect", "asserts", False),
            ("son complice était en fuite", "Le parquet", "indirect", "asserts", False),
        ],
    ),
    (
        "Le directeur de l'hôpital a démenti toute pénurie de médicaments.",
        [("toute pénurie de médicaments", "Le directeur de l'hôpital", "act", "denies", False)],
    ),
    (
        "L'ONG Rives Claires accuse le groupe Valtec d'avoir pollué la rivière pendant dix ans.",
        [
            (
                "le groupe Valtec d'avoir pollué la rivière pendant dix ans",
                "L'ONG Rives Claires",
                "act",
                "alleges",
                False,
            )
        ],
    ),
    (
        "Le groupe Valtec est accusé par plusieurs riverains d'avoir rejeté des solvants dans l'Orne.",
        [("avoir rejeté des solvants dans l'Orne", "plusieurs riverains", "act", "alleges", False)],
    ),
    (
        "Il a été annoncé que le tunnel rouvrirait lundi.",
        [("le tunnel rouvrirait lundi", None, "indirect", "announces", False)],
    ),
    ("Le ministre n'a pas précisé si les travaux seraient remboursés.", []),
    (
        "« Je n'ai rien vu », jure le gardien, qui nie avoir quitté son poste.",
        [
            ("Je n'ai rien vu", "le gardien", "direct", "asserts", False),
            ("avoir quitté son poste", "le gardien", "indirect", "denies", False),
        ],
    ),
    (
        "Interrogée par Radio Bastion, Lina Morvan a dit ne pas connaître l'accusé.",
        [("ne pas connaître l'accusé", "Lina Morvan", "indirect", "asserts", False)],
    ),
    (
        "Le pont, assure la mairie, ne présente aucun danger.",
        [("Le pont | ne présente aucun danger", "la mairie", "indirect", "asserts", False)],
    ),
    (
        "Le préfet a appelé les habitants à rester chez eux.",
        [("les habitants à rester chez eux", "Le préfet", "act", "demands", False)],
    ),
    (
        "Le suspect aurait pris la fuite à bord d'une voiture volée.",
        [
            (
                "Le suspect aurait pris la fuite à bord d'une voiture volée",
                None,
                "indirect",
                "alleges",
                True,
            )
        ],
    ),
    ("Si l'entreprise avait payé, elle aurait évité la grève.", []),
    (
        "« Une honte ! » s'est exclamée la députée Inès Vautrin.",
        [("Une honte !", "la députée Inès Vautrin", "direct", "asserts", False)],
    ),
    (
        "Pour le maire, cette décision est une erreur.",
        [("cette décision est une erreur", "le maire", "according_to", "asserts", False)],
    ),
    (
        "La mairie n'a ni confirmé ni démenti la fermeture de l'école.",
        [("la fermeture de l'école", "La mairie", "act", "cannot_confirm", False)],
    ),
    (
        "Le ministère ne dément ni ne confirme l'envoi de renforts.",
        [("l'envoi de renforts", "Le ministère", "act", "cannot_confirm", False)],
    ),
    (
        "Le club refuse de confirmer ou d'infirmer ce départ.",
        [("ce départ", "Le club", "act", "cannot_confirm", False)],
    ),
    (
        '"Le pont tiendra", le maire de Lomère, Paul Varin, a dit à la radio.',
        [("Le pont tiendra", "le maire de Lomère, Paul Varin", "direct", "asserts", False)],
    ),
    (
        "Quand la digue a cédé, le maire a dit à la radio.",
        [],
    ),
    (
        "Le proviseur nous a écrit, je cite : « Aucun élève n'est exclu. »",
        [("Aucun élève n'est exclu", "Le proviseur", "direct", "asserts", False)],
    ),
    (
        "Le maire se défend de vouloir partir : « Je reste. »",
        [
            ("vouloir partir", "Le maire", "act", "denies", False),
            ("Je reste", "Le maire", "direct", "denies", False),
        ],
    ),
    (
        "Selon un rapport daté de mai, dont nous avons copie, la digue était fissurée.",
        [("la digue était fissurée", "un rapport", "according_to", "asserts", False)],
    ),
    (
        "D'après une note que nous avons lue, la digue était fissurée.",
        [("la digue était fissurée", "une note", "according_to", "asserts", False)],
    ),
    (
        "De source judiciaire, on indique que deux hommes ont fui.",
        [("deux hommes ont fui", "source judiciaire", "indirect", "asserts", False)],
    ),
    (
        "Ils étaient dans la rue : 600 personnes pour les syndicats, 200 pour la police.",
        [
            ("600 personnes", "les syndicats", "according_to", "asserts", False),
            ("200", "la police", "according_to", "asserts", False),
        ],
    ),
    (
        "La maire dit avoir vu l'eau monter et réclame une digue.",
        [
            ("avoir vu l'eau monter", "La maire", "indirect", "asserts", False),
            ("une digue", "La maire", "act", "demands", False),
        ],
    ),
    (
        "Les experts ont dit que l'eau était montée et n'avait pas baissé.",
        [
            (
                "l'eau était montée et n'avait pas baissé",
                "Les experts",
                "indirect",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Le toit ne tient plus : trois salles sont fermées, a indiqué la préfète.",
        [("trois salles sont fermées", "la préfète", "indirect", "asserts", False)],
    ),
    (
        "« Tout est faux » : l'avocat de Luc Roc rejette ces accusations.",
        [
            ("Tout est faux", "l'avocat de Luc Roc", "direct", "asserts", False),
            ("ces accusations", "l'avocat de Luc Roc", "act", "denies", False),
        ],
    ),
    (
        "La procureure a requis douze ans de réclusion.",
        [("douze ans de réclusion", "La procureure", "act", "demands", False)],
    ),
    (
        "Les blés sont vidés de leur sens profond.",
        [],
    ),
    (
        "De source policière, deux hommes sont recherchés.",
        [("deux hommes sont recherchés", "source policière", "according_to", "asserts", False)],
    ),
    (
        "Grève à Valtec : « On ira jusqu'au bout », promet l'intersyndicale",
        [("On ira jusqu'au bout", "l'intersyndicale", "direct", "announces", False)],
    ),
    (
        "Le porte-parole du gouvernement, Rémi Castel, a jugé « inacceptable » le blocage du port.",
        [
            (
                "inacceptable » le blocage du port",
                "Le porte-parole du gouvernement, Rémi Castel",
                "mixed",
                "estimates",
                False,
            )
        ],
    ),
    (
        "L'avocate, qui dénonce une enquête bâclée, a annoncé qu'elle ferait appel.",
        [
            ("une enquête bâclée", "L'avocate", "act", "asserts", False),
            ("elle ferait appel", "L'avocate", "indirect", "announces", False),
        ],
    ),
    ("Le tribunal a condamné Paul Vannier à deux ans de prison.", []),
    ("Le prix varie selon les régions.", []),
    (
        "La présidente s'est dite prête à rencontrer les grévistes.",
        [("prête à rencontrer les grévistes", "La présidente", "indirect", "asserts", False)],
    ),
    (
        "Le général Orsel a mis en garde contre une escalade du conflit.",
        [("une escalade du conflit", "Le général Orsel", "act", "warns", False)],
    ),
    (
        "Odile Ferrand a reconnu que la ville n'avait pas été prévenue, ajoutant que le préfet s'en était excusé.",
        [
            ("la ville n'avait pas été prévenue", "Odile Ferrand", "indirect", "confirms", False),
            ("le préfet s'en était excusé", "Odile Ferrand", "indirect", "asserts", False),
        ],
    ),
    (
        "Les enquêteurs pensent que le feu est parti de la cuisine.",
        [("le feu est parti de la cuisine", "Les enquêteurs", "indirect", "estimates", False)],
    ),
    (
        "« Le toit s'est effondré d'un coup, raconte Jeanne Tissot, une voisine. On a couru. »",
        [
            (
                "Le toit s'est effondré d'un coup | On a couru",
                "Jeanne Tissot, une voisine",
                "direct",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Rémi Castel a fait savoir dans un communiqué qu'aucun accord n'avait été signé.",
        [("aucun accord n'avait été signé", "Rémi Castel", "indirect", "asserts", False)],
    ),
    (
        "Le syndicat réclame la réouverture immédiate des négociations.",
        [("la réouverture immédiate des négociations", "Le syndicat", "act", "demands", False)],
    ),
    (
        "« Tout sera reconstruit », a promis la ministre du Logement, Claire Daunac, lors d'une visite à Tourlac.",
        [
            (
                "Tout sera reconstruit",
                "la ministre du Logement, Claire Daunac",
                "direct",
                "announces",
                False,
            )
        ],
    ),
    (
        "L'entraîneur Marco Bellini estime que son équipe a manqué de sang-froid.",
        [
            (
                "son équipe a manqué de sang-froid",
                "L'entraîneur Marco Bellini",
                "indirect",
                "estimates",
                False,
            )
        ],
    ),
    (
        "À en croire le patron de Valtec, aucun poste ne sera supprimé.",
        [("aucun poste ne sera supprimé", "le patron de Valtec", "according_to", "alleges", False)],
    ),
    (
        "Le bilan, précise la préfecture dans un communiqué, pourrait encore s'alourdir.",
        [("Le bilan | pourrait encore s'alourdir", "la préfecture", "indirect", "asserts", False)],
    ),
    (
        "La police a confirmé la mort de deux randonneurs dans le massif du Sancerre.",
        [
            (
                "la mort de deux randonneurs dans le massif du Sancerre",
                "La police",
                "act",
                "confirms",
                False,
            )
        ],
    ),
    (
        "Les autorités ont démenti que le barrage ait cédé.",
        [("le barrage ait cédé", "Les autorités", "indirect", "denies", False)],
    ),
    (
        "Le maire a refusé de confirmer que la plainte avait été déposée.",
        [("la plainte avait été déposée", "Le maire", "indirect", "cannot_confirm", False)],
    ),
    (
        "« On nous a menti pendant des années », s'indigne Lucie Prat, présidente de l'association Eaux vives.",
        [
            (
                "On nous a menti pendant des années",
                "Lucie Prat, présidente de l'association Eaux vives",
                "direct",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Le procureur, Alain Besson, a demandé à la population de ne pas diffuser les images.",
        [
            (
                "la population de ne pas diffuser les images",
                "Le procureur, Alain Besson",
                "act",
                "demands",
                False,
            )
        ],
    ),
    (
        "« C'est un désastre. Il faut tout arrêter », a-t-elle ajouté.",
        [("C'est un désastre. Il faut tout arrêter", None, "direct", "asserts", False)],
    ),
    (
        "Deux ouvriers seraient morts dans l'explosion.",
        [("Deux ouvriers seraient morts dans l'explosion", None, "indirect", "alleges", True)],
    ),
    ("Le livre s'intitule « Les nuits de Tourlac ».", []),
    (
        "La compagnie, qui avait nié toute défaillance, admet désormais que le radar était en panne.",
        [
            ("toute défaillance", "La compagnie", "act", "denies", False),
            ("le radar était en panne", "La compagnie", "indirect", "confirms", False),
        ],
    ),
    (
        "Son affirmation selon laquelle le vote a été truqué n'est étayée par aucune preuve.",
        [("le vote a été truqué", None, "indirect", "asserts", False)],
    ),
    (
        "Le collectif dénonce « un passage en force » de la direction et exige le retrait du texte.",
        [
            ("un passage en force » de la direction", "Le collectif", "mixed", "asserts", False),
            ("le retrait du texte", "Le collectif", "act", "demands", False),
        ],
    ),
    (
        "Valtec a annoncé la suppression de 300 postes sur le site de Brivezac.",
        [
            (
                "la suppression de 300 postes sur le site de Brivezac",
                "Valtec",
                "act",
                "announces",
                False,
            )
        ],
    ),
    (
        "Le colonel Ferrier, chef des opérations, a répondu : « Nous avons perdu le contact à 14 heures. »",
        [
            (
                "Nous avons perdu le contact à 14 heures",
                "Le colonel Ferrier, chef des opérations",
                "direct",
                "asserts",
                False,
            )
        ],
    ),
    (
        "« Le navire, a expliqué l'armateur, transportait du soja. »",
        [("Le navire | transportait du soja", "l'armateur", "direct", "asserts", False)],
    ),
    (
        "Une source proche du dossier a confié à l'agence Midi que l'offre avait été relevée.",
        [
            (
                "l'offre avait été relevée",
                "Une source proche du dossier",
                "indirect",
                "asserts",
                False,
            )
        ],
    ),
    (
        "L'opposition qualifie la réforme de « coup de force ».",
        [("la réforme de « coup de force", "L'opposition", "mixed", "asserts", False)],
    ),
    (
        "Le ministre a exhorté les deux camps à reprendre le dialogue et a salué le rôle des médiateurs.",
        [
            ("les deux camps à reprendre le dialogue", "Le ministre", "act", "demands", False),
            ("le rôle des médiateurs", "Le ministre", "act", "asserts", False),
        ],
    ),
    (
        "La météo, selon les organisateurs, a fait fuir le public.",
        [
            (
                "La météo | a fait fuir le public",
                "les organisateurs",
                "according_to",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Les habitants craignent que le pont ne s'effondre.",
        [("le pont ne s'effondre", "Les habitants", "indirect", "warns", False)],
    ),
    (
        "L'armée a affirmé avoir détruit quatre drones, sans donner plus de détails.",
        [("avoir détruit quatre drones", "L'armée", "indirect", "asserts", False)],
    ),
    (
        "Interrogé sur la date du scrutin, le président a indiqué ne pas vouloir trancher.",
        [("ne pas vouloir trancher", "le président", "indirect", "asserts", False)],
    ),
    (
        "D'après Lucie Prat, « rien n'a été fait » depuis la fuite.",
        [("rien n'a été fait » depuis la fuite", "Lucie Prat", "according_to", "asserts", False)],
    ),
    (
        "Le chef de l'opposition menace de boycotter le vote.",
        [("boycotter le vote", "Le chef de l'opposition", "act", "warns", False)],
    ),
    ("Aucune des parties n'a souhaité commenter l'accord.", []),
    (
        "« Nous paierons », a-t-il dit. « Mais pas tout. »",
        [
            ("Nous paierons", None, "direct", "asserts", False),
            ("Mais pas tout", None, "direct", "asserts", False),
        ],
    ),
    (
        "« Je ne démissionnerai pas », a martelé jeudi le président du conseil départemental, Hervé Lassalle, au micro de Radio Bastion.",
        [
            (
                "Je ne démissionnerai pas",
                "le président du conseil départemental, Hervé Lassalle",
                "direct",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Le pilote, âgé de 52 ans, a expliqué aux gendarmes avoir perdu le contrôle de son appareil.",
        [("avoir perdu le contrôle de son appareil", "Le pilote", "indirect", "asserts", False)],
    ),
    (
        "Les syndicats reprochent à la direction d'avoir dissimulé le rapport.",
        [("à la direction d'avoir dissimulé le rapport", "Les syndicats", "act", "alleges", False)],
    ),
    (
        "« Ils sont arrivés vers minuit », se souvient Bernadette, 71 ans. « Ils ont tout cassé. »",
        [
            ("Ils sont arrivés vers minuit", "Bernadette", "direct", "asserts", False),
            ("Ils ont tout cassé", None, "direct", "asserts", False),
        ],
    ),
    (
        "Le ministère a assuré que les stocks étaient suffisants, mais les pharmaciens disent le contraire.",
        [("les stocks étaient suffisants", "Le ministère", "indirect", "asserts", False)],
    ),
    (
        "La Cour des comptes estime à 3 milliards d'euros le coût de la réforme.",
        [
            (
                "3 milliards d'euros le coût de la réforme",
                "La Cour des comptes",
                "act",
                "estimates",
                False,
            )
        ],
    ),
    (
        "Hervé Lassalle a promis de verser les primes avant la fin du mois.",
        [("verser les primes avant la fin du mois", "Hervé Lassalle", "act", "announces", False)],
    ),
    (
        "Ni le préfet ni le maire n'ont confirmé l'information.",
        [("l'information", "le maire", "act", "cannot_confirm", False)],
    ),
    (
        "Le chef de l'État s'est félicité de la libération des deux otages.",
        [("la libération des deux otages", "Le chef de l'État", "act", "asserts", False)],
    ),
    ("L'exploitant, contacté par nos soins, n'a pas donné suite.", []),
    (
        "« Il y a des blessés partout ! », crie un homme dans une vidéo publiée sur Internet.",
        [("Il y a des blessés partout !", "un homme", "direct", "asserts", False)],
    ),
    (
        "Le gouvernement « ne cédera pas à la pression », a averti sa porte-parole.",
        [
            (
                "Le gouvernement « ne cédera pas à la pression",
                "sa porte-parole",
                "mixed",
                "warns",
                False,
            )
        ],
    ),
    (
        "Interpol soupçonne le réseau d'avoir blanchi 40 millions d'euros.",
        [("le réseau d'avoir blanchi 40 millions d'euros", "Interpol", "act", "alleges", False)],
    ),
    (
        "Dans un communiqué, le club dit regretter ces incidents et annonce l'ouverture d'une enquête interne.",
        [
            ("regretter ces incidents", "le club", "indirect", "asserts", False),
            ("l'ouverture d'une enquête interne", "le club", "act", "announces", False),
        ],
    ),
    (
        "Ce que nous voulons, c'est la vérité, insiste Nadia Belkacem.",
        [("Ce que nous voulons, c'est la vérité", "Nadia Belkacem", "indirect", "asserts", False)],
    ),
    (
        "Le comité olympique a fait part de son inquiétude quant au retard des travaux.",
        [
            (
                "son inquiétude quant au retard des travaux",
                "Le comité olympique",
                "act",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Pour les économistes de la banque Rhodes, la croissance ne dépassera pas 1 %.",
        [
            (
                "la croissance ne dépassera pas 1 %",
                "les économistes de la banque Rhodes",
                "according_to",
                "asserts",
                False,
            )
        ],
    ),
    ("Le suspect a reconnu les faits.", [("les faits", "Le suspect", "act", "confirms", False)]),
    (
        "Le roi a salué le courage des sauveteurs, qui ont travaillé toute la nuit.",
        [("le courage des sauveteurs", "Le roi", "act", "asserts", False)],
    ),
    (
        "La directrice de l'école raconte comment elle a évacué les élèves.",
        [
            (
                "comment elle a évacué les élèves",
                "La directrice de l'école",
                "indirect",
                "asserts",
                False,
            )
        ],
    ),
    (
        "Selon une étude publiée mardi par l'institut Vega, un Français sur trois renonce à se soigner.",
        [
            (
                "un Français sur trois renonce à se soigner",
                "une étude",
                "according_to",
                "asserts",
                False,
            )
        ],
    ),
    (
        "« Nous sommes prêts », a-t-elle déclaré à la presse, avant d'ajouter que rien n'était décidé.",
        [
            ("Nous sommes prêts", None, "direct", "asserts", False),
            ("rien n'était décidé", None, "indirect", "asserts", False),
        ],
    ),
    (
        "Le porte-parole militaire a affirmé que « toutes les cibles ont été atteintes » et que l'opération était terminée.",
        [
            (
                "toutes les cibles ont été atteintes",
                "Le porte-parole militaire",
                "mixed",
                "asserts",
                False,
            ),
            (
                "l'opération était terminée",
                "Le porte-parole militaire",
                "indirect",
                "asserts",
                False,
            ),
        ],
    ),
    (
        "Elle n'exclut pas de saisir la justice.",
        [("saisir la justice", None, "act", "asserts", False)],
    ),
    (
        "L'Union des maraîchers appelle à manifester samedi.",
        [("manifester samedi", "L'Union des maraîchers", "act", "demands", False)],
    ),
    ("Le film raconte l'histoire d'un pêcheur.", []),
    ("La pluie a confirmé les craintes des agriculteurs.", []),
    ("Le joueur a été accusé de tricherie.", []),
    ("Les deux hommes se sont entretenus du projet de gazoduc.", []),
]


def read(text: str) -> tuple[Statement, ...]:
    """The statements of a text read as one article."""
    (article,) = annotate([Article("row.txt", text, language="fr", published="2025-03-10")])
    assert isinstance(article, Article)
    return article.statements


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_statements_of_a_sentence(text: str, expected: list[Row]) -> None:
    found = [
        (
            " | ".join(piece.cut(text) for piece in statement.content),
            statement.speaker.mention.cut(text)
            if statement.speaker and statement.speaker.mention
            else None,
            statement.form.value,
            statement.stance.value,
            statement.reserved,
        )
        for statement in read(text)
    ]
    assert found == expected
