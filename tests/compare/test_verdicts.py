"""Two articles, and what their differences amount to: rows of invented reports."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts, find_verdicts

ONE_DAY: tuple[str, ...] = ()
TWO_DAYS = ("2025-03-04", "2025-03-06")
TWO_HOURS = ("2025-03-04T08:00:00", "2025-03-04T10:00:00")

FOUND = [
    # figures
    ("figure dispute", ONE_DAY, "Selon la préfecture, 1 200 manifestants ont défilé à Corbigny samedi.", "Selon le syndicat Horizon, 4 000 manifestants ont défilé à Corbigny samedi."),
    ("figure dispute", ONE_DAY, "La direction affirme que 12 % du personnel est en grève. Les syndicats assurent que 60 % du personnel est en grève.", "La grève continue."),
    ("figure dispute", ONE_DAY, "Le ministère a déclaré que 300 soldats valdaves avaient été tués à Ostrovie. Selon plusieurs ONG, ce nombre est bien plus élevé.", "La guerre continue."),
    ("figure dispute", ONE_DAY, "Le gouvernement a annoncé un bilan de 40 morts. D'après l'opposition, ce bilan est largement sous-estimé.", "Les recherches continuent."),
    ("figure contradiction", ONE_DAY, "Douze personnes ont été tuées dans l'effondrement d'un immeuble à Corbigny lundi soir.", "Dix-neuf personnes ont été tuées dans l'effondrement d'un immeuble à Corbigny lundi soir."),
    ("figure update", TWO_HOURS, "Trois personnes sont mortes dans l'incendie de Corbigny.", "Quatre personnes sont mortes dans l'incendie de Corbigny."),
    ("figure update", TWO_DAYS, "Le séisme de Valdavie a fait 95 morts.", "Le séisme de Valdavie a fait 205 morts."),
    ("figure update", TWO_DAYS, "Au moins 40 personnes ont été blessées à Corbigny.", "Le dernier bilan fait état de 85 blessés à Corbigny."),
    ("figure update", TWO_DAYS, "Quelque 300 habitants ont été évacués à Corbigny.", "À Corbigny, 900 habitants ont été évacués."),
    ("figure different_measure", ONE_DAY, "L'explosion a fait 12 morts.", "L'explosion a fait 40 blessés."),
    ("figure different_measure", ONE_DAY, "Quelque 500 soldats valdaves et français sont attendus. Au total, 3 000 soldats allemands ont été tués.", "Environ 700 soldats polonais ont été tués."),
    ("figure different_measure", ONE_DAY, "La Valdavie doit envoyer 2 000 soldats à Ostrovie.", "Quelque 500 soldats sont déjà arrivés à Ostrovie."),
    ("figure different_measure", ONE_DAY, "L'accident a fait 40 blessés.", "Six blessés graves ont été transportés à l'hôpital."),
    ("figure update", ONE_DAY, "Vers 11 heures, 3 000 foyers étaient privés de courant dans la vallée.", "À 20 heures, 1 200 foyers étaient encore privés de courant dans la vallée."),
    ("figure update", TWO_DAYS, "Les pompiers de Corbigny ont effectué 640 interventions depuis minuit.", "Les pompiers de Corbigny parlent de 1 500 interventions en vingt-quatre heures."),
    ("wording dispute", ONE_DAY, "« La digue a cédé dans la nuit », assure la maire, Anne Solier.", "« La digue tient », affirme la préfecture."),
    ("wording dispute", ONE_DAY, "« L'incendie est accidentel », estime le maire.", "Selon les pompiers, l'incendie est volontaire."),
    ("wording contradiction", ONE_DAY, "L'incendie de l'entrepôt est d'origine accidentelle.", "L'incendie de l'entrepôt est d'origine criminelle."),
    ("figure compatible", ONE_DAY, "Plus de 600 soldats valdaves ont été tués à Ostrovie.", "Environ 650 soldats valdaves ont été tués à Ostrovie."),
    ("figure compatible", ONE_DAY, "Une quarantaine de personnes ont été blessées à Corbigny.", "Près de 42 personnes ont été blessées à Corbigny."),
    ("figure compatible", ONE_DAY, "Environ 1 200 habitants ont été évacués.", "1 150 habitants ont été évacués."),
    # speakers and names
    ("speaker contradiction", ONE_DAY, "Le secrétaire général de l'Union valdave, Luc Brévin, a déclaré que le pont était fermé.", "Le secrétaire général de l'Union valdave, Anton Sorel, a déclaré que le pont était fermé."),
    ("speaker contradiction", ONE_DAY, "La préfète Anne Solier a annoncé la fermeture du pont.", "Le préfet Marc Tavel a annoncé la fermeture du pont."),
    ("speaker contradiction", ONE_DAY, "Le maire de Corbigny, Luc Brévin, a annoncé la fermeture du pont.", "Paul Estève, maire de Corbigny, a annoncé la fermeture du pont."),
    ("speaker contradiction", ONE_DAY, "« Nous reconstruirons le pont de Corbigny avant la fin de l'été prochain », a promis Luc Brévin.", "« Nous reconstruirons le pont de Corbigny avant la fin de l'été prochain », a promis Anne Solier."),
    ("speaker garbled", ONE_DAY, "« Le pont de Corbigny sera reconstruit », a déclaré la maire Anne Solier, a ajouté le préfet.", "Le pont a cédé."),
    ("speaker garbled", ONE_DAY, "« Nous n'avons rien entendu cette nuit », a dit Paul Estève, a raconté une voisine.", "Le pont a cédé."),
    # parties that deny, counts with their sources, slips, stated changes
    ("stance dispute", ONE_DAY, "Paul Estève affirme que le gardien a fermé les issues de secours. Le club dément. « Aucune issue n'était fermée », assure la présidente, Anne Solier.", "Le stade est vide."),
    ("stance dispute", ONE_DAY, "Une caissière, Anne Solier, raconte que les heures supplémentaires ne sont pas payées. L'enseigne rejette ces accusations.", "Le magasin est fermé."),
    ("figure dispute", ONE_DAY, "600 manifestants selon la mairie, 1 500 selon le syndicat Horizon.", "La rue est fermée."),
    ("figure dispute", ONE_DAY, "Le syndicat Horizon compte 30 accidents. La direction conteste ce chiffre : elle en a recensé 11.", "La rue est fermée."),
    ("figure garbled", ONE_DAY, "Le tunnel de Tolmar coûtera 415 millions d'euros. Le tunnel de 415 milliards d'euros ouvrira en mai.", "La rue est fermée."),
    ("figure update", ONE_DAY, "Quelque 90 skieurs sont bloqués à Tolmar, contre 40 ce matin.", "La route est fermée."),
    ("stance update", ONE_DAY, "Le club, qui niait lundi toute dette, a fini par admettre « un retard de paiement ».", "Le stade est vide."),
    # places
    ("place contradiction", ONE_DAY, "L'accident a eu lieu dans la région de Tolmar en Pologne.", "L'accident a eu lieu dans la région ukrainienne de Tolmar."),
    ("place contradiction", ONE_DAY, "Un bus a quitté la route à Corbigny (Creuse).", "Un bus a quitté la route à Corbigny (Allier)."),
    ("place contradiction", ONE_DAY, "Un bus a quitté la route à Corbigny, dans la Creuse.", "Un bus a quitté la route à Corbigny, dans le département de l'Allier."),
    ("place contradiction", ONE_DAY, "Une attaque a visé le village de Tolmar, en Pologne.", "Une attaque a visé le village de Tolmar, en Ukraine."),
    # stances
    ("stance dispute", ONE_DAY, "L'ONU a confirmé la présence de mercenaires à Ostrovie.", "Le gouvernement valdave a démenti la présence de mercenaires à Ostrovie."),
    ("stance dispute", ONE_DAY, "Luc Brévin a affirmé que l'usine avait rejeté des solvants dans la rivière.", "La société Valmet a nié avoir rejeté des solvants dans la rivière."),
    ("stance dispute", ONE_DAY, "« L'usine sentait le gaz depuis trois jours », assure Paul Estève. « C'est faux », répond Anne Solier.", "L'usine est fermée."),
    ("stance update", TWO_DAYS, "Luc Brévin a déclaré qu'il ne pouvait pas confirmer la fuite de solvants.", "Luc Brévin a confirmé la fuite de solvants."),
    ("stance update", TWO_DAYS, "La société Valmet a démenti la fuite de solvants.", "La société Valmet a confirmé la fuite de solvants."),
    # wording
    ("wording contradiction", ONE_DAY, "La Valdavie envoie des soldats pour combattre la Pologne.", "La Valdavie envoie des soldats pour combattre aux côtés de la Pologne."),
    ("wording contradiction", ONE_DAY, "L'incendie de l'entrepôt était maîtrisé en début de soirée.", "L'incendie de l'entrepôt n'était pas maîtrisé en début de soirée."),
    ("wording contradiction", ONE_DAY, "Les ventes de voitures ont augmenté de 3 % en Pologne au deuxième trimestre.", "Les ventes de voitures ont baissé de 3 % en Pologne au deuxième trimestre."),
    # dates
    ("date contradiction", ONE_DAY, "Le pont de Corbigny s'est effondré dimanche 2 mars.", "Le pont de Corbigny s'est effondré lundi 3 mars."),
    ("date compatible", ONE_DAY, "Le pont de Corbigny s'est effondré le 2 mars.", "Le pont de Corbigny s'est effondré la semaine dernière."),
]  # fmt: skip

NO_CONFLICT = [
    (ONE_DAY, "Lundi, l'équipe de Corbigny a perdu son gardien.", "Vendredi, l'action Valmet a perdu 6 %."),
    (ONE_DAY, "Le tribunal a suspendu le chantier de Tolmar jusqu'au 2 avril.", "Le tribunal a suspendu le chantier de Tolmar lundi."),
    (ONE_DAY, "Le groupe Valmet compte 4 000 salariés.", "Le groupe Valmet compte supprimer 80 postes."),
    (ONE_DAY, "La loi a été votée par 38 voix, contre 31.", "Le Parlement est fermé."),
    (ONE_DAY, "Le maire dément.", "Le pont est fermé."),
    (TWO_DAYS, "La participation atteint 48 % à Tolmar.", "À Tolmar, la participation est montée à 57 %."),
    (ONE_DAY, "L'OTAN a confirmé l'envoi de soldats à Ostrovie.", "Mark Rutte a confirmé l'envoi de soldats à Ostrovie."),
    (ONE_DAY, "Un soldat a été tué à Saint-Denis (Seine-Saint-Denis).", "Un homme a été arrêté à Saint-Denis (La Réunion)."),
    (ONE_DAY, "L'ancien maire de Corbigny, Luc Brévin, est venu.", "La maire de Corbigny, Anne Solier, est venue."),
    (ONE_DAY, "Le ministre de l'Intérieur Luc Brévin est venu.", "Le ministre de la Santé Paul Estève est venu."),
    (ONE_DAY, "Le maire Luc Brévin est venu à Corbigny.", "Le maire Paul Estève est venu à Tolmar."),
    (ONE_DAY, "Le porte-parole du gouvernement, Luc Brévin, a parlé.", "La porte-parole du gouvernement, Anne Solier, a parlé."),
    (ONE_DAY, "« Le pont sera reconstruit », a déclaré la maire Anne Solier, a rapporté l'AFP.", "Le pont a cédé."),
    (ONE_DAY, "« Le pont sera reconstruit », a déclaré la maire, interrogée sur ce sujet.", "Le pont a cédé."),
    (ONE_DAY, "L'usine emploie 230 salariés.", "Onze salariés étaient dans l'atelier."),
    (ONE_DAY, "Un homme de 34 ans a été tué.", "Un homme de 51 ans a été blessé."),
    (ONE_DAY, "Le pont a coûté 3 millions d'euros.", "La commune a reçu 500 000 euros pour la piscine."),
    (TWO_DAYS, "Luc Brévin n'a pas démenti la fuite de solvants.", "Luc Brévin a confirmé la fuite de solvants."),
    (ONE_DAY, "Luc Brévin n'a ni confirmé ni infirmé la fuite de solvants.", "Anne Solier a confirmé la fuite de solvants."),
    (ONE_DAY, "Le train de Kiev en Pologne était plein.", "Kiev, en Ukraine, est calme."),
    (ONE_DAY, "Un bus a quitté la route à Corbigny (Creuse).", "Un bus a quitté la route à Corbigny (Nouvelle-Aquitaine)."),
    (ONE_DAY, "Le procès s'est ouvert lundi 3 mars.", "Le pont s'est effondré dimanche 2 mars."),
    (ONE_DAY, "Anne Solier a déclaré lundi que le pont était fermé.", "Anne Solier a déclaré mardi que le pont serait reconstruit."),
    (ONE_DAY, "En 2016, un incendie avait fait deux morts à Corbigny.", "L'incendie de Corbigny a fait douze morts."),
    (ONE_DAY, "Le groupe Valmet compte cinq usines à Corbigny.", "« Les deux usines de Corbigny du groupe Valmet seront fermées », dit Anne Solier."),
    (ONE_DAY, "« Pas de gel des salaires », promet la direction. La déléguée, Anne Solier, prévient : « Il n'y aura ni gel ni baisse des salaires. »", "La séance est levée."),
    (ONE_DAY, "La préfète assure que la route du col est ouverte. « Les habitants ne doivent pas prendre la route du col », a ajouté le maire.", "La séance est levée."),
    (ONE_DAY, "Le Front dément toute opération dans le delta.", "« Nos hommes n'ont mené aucune opération dans le delta », dit Luc Brévin."),
    (ONE_DAY, "L'entreprise Valmet a licencié 40 salariés.", "Le directeur de l'entreprise Valmet a démissionné."),
    (ONE_DAY, "L'étude de Corbigny est solide.", "Le budget de Corbigny est bancal."),
    (ONE_DAY, "Le maire de Corbigny a cédé sa place.", "Le maire de Corbigny a tenu une réunion."),
    (ONE_DAY, "Trois des morts sont des pompiers.", "L'incendie a fait douze morts."),
    (ONE_DAY, "L'incendie a fait douze morts, dont trois enfants.", "L'incendie a fait douze morts."),
    (ONE_DAY, "Le prix du blé a augmenté de 3 % en mars.", "Le prix du blé a baissé de 2 % en avril."),
    (ONE_DAY, "Luc Brévin veut combattre la pauvreté.", "Luc Brévin veut combattre pour la Valdavie."),
    (ONE_DAY, "Ce nombre est plus élevé qu'en 2019.", "Le festival a reçu 4 000 visiteurs."),
    (ONE_DAY, "Le pont est fermé.", "Le pont est fermé."),
    (ONE_DAY, "Anne Solier : « Ce n'est pas faux. »", "« Le pont est vieux », dit Luc Brévin."),
    (ONE_DAY, "L'incendie de l'entrepôt n'était pas maîtrisé mardi matin.", "L'incendie de l'entrepôt était maîtrisé mercredi soir."),
    (ONE_DAY, "Le dollar a gagné 2 % face à l'euro.", "La Bourse a perdu 4 % en une semaine."),
    (ONE_DAY, "Il habite avenue du 8-Mai, au n. 12 bis.", "Il habite avenue du 8-Mai."),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "published", "one", "other"), FOUND)
def test_finds_the_difference(
    wanted: str, published: tuple[str, ...], one: str, other: str
) -> None:
    assert wanted in find_verdicts((one, other), published)


@pytest.mark.parametrize(("published", "one", "other"), NO_CONFLICT)
def test_raises_no_conflict(published: tuple[str, ...], one: str, other: str) -> None:
    assert find_conflicts((one, other), published) == []


def test_what_others_are_counted_by_is_no_count() -> None:
    texts = (
        "Le remède cause trois hépatites pour 10 000 malades, selon Anne Solier.",
        "Quelque 18 400 malades ont pris le remède, selon Anne Solier.",
    )
    assert "figure update" not in find_verdicts(texts, TWO_DAYS)
