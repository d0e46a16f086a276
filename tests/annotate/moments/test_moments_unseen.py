"""Moments in sentences that were written after the rules, and not used to change them first."""

import pytest

from recoupe.language import load_model
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.read_parse import read_doc

WEDNESDAY = "2025-03-12T09:30:00"

ROWS = {
    "Le préfet est venu mercredi.": "2025-03-12 2025-03-13",
    "Le préfet est venu jeudi.": "2025-03-06 2025-03-07",
    "Le préfet viendra jeudi.": "2025-03-13 2025-03-14",
    "Le préfet doit venir lundi prochain.": "2025-03-17 2025-03-18",
    "Il a neigé le week-end dernier.": "2025-03-08 2025-03-10",
    "La neige tombera ce week-end.": "2025-03-15 2025-03-17",
    "La grève a débuté il y a trois semaines.": "2025-02-19 2025-02-20",
    "Le pont avait rouvert en décembre dernier.": "2024-12-01 2025-01-01",
    "Le procès s'est tenu du 28 février au 4 mars.": "2025-02-28 2025-03-05",
    "La loi date du 9 décembre 1905.": "1905-12-09 1905-12-10",
    "Il est mort dans la nuit de samedi à dimanche.": "2025-03-08 2025-03-10",
    "Le vote aura lieu le 3 avril.": "2025-04-03 2025-04-04",
    "Elle avait démissionné l'an dernier.": "2024-01-01 2025-01-01",
    "L'usine fermera fin 2026.": "2026-10-01 2027-01-01",
    "Le chantier est bloqué depuis vendredi.": "2025-03-07 2025-03-13",
    "L'attaque a duré près de six heures.": "PT6H",
    "Ils ont négocié pendant dix-huit mois.": "P18M",
    "Il s'est enfui mardi vers 22h15.": "2025-03-11T22:15:00 2025-03-11T22:16:00",
    "Il pleuvait hier soir.": "2025-03-11 2025-03-12",
    "Le barrage a cédé le mois dernier.": "2025-02-01 2025-03-01",
    "Le barrage cédera bientôt.": "vague",
    "Le scrutin de 2017 fut serré.": "2017-01-01 2018-01-01",
    "La crise a éclaté dans les années 1970.": "1970-01-01 1980-01-01",
    "Publié le 07/03/2025 à 18:05": "2025-03-07T18:05:00 2025-03-07T18:06:00",
    "La crue est attendue d'ici à vendredi.": "2025-03-14 2025-03-15",
    "Il y a cinq ans, la ville fêtait son port.": "2020-03-01 2020-04-01",
    "Jean Morvan, 45 ans, a été élu.": "",
    "Il a planté 30 arbres.": "",
    "Le lendemain de la fête, tout était calme.": "*",
    "Le marché a lieu chaque lundi.": "",
    "Les faits remontent à mi-janvier.": "2025-01-11 2025-01-21",
    "Au cours des trois derniers mois, les prix ont baissé.": "2024-12-12 2025-03-13",
}


@pytest.mark.parametrize(("text", "wanted"), ROWS.items(), ids=lambda part: part[:40])
def test_moment(text: str, wanted: str) -> None:
    doc = read_doc(load_model("fr")(text))
    doc.published = WEDNESDAY
    moments = find_moments(doc, "fr")
    told = " | ".join(
        m.duration or (f"{m.since} {m.until}" if m.since else m.type) for m in moments
    )
    assert wanted in {"*", told}
