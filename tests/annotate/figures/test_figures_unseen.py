"""Figures in sentences that were written after the rules, and not used to change them first."""

import pytest

from recoupe.language import load_model
from recoupe.records import Figure
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.read_parse import read_doc


def read(text: str) -> tuple[Figure, ...]:
    doc = read_doc(load_model("fr")(text))
    doc.published = "2024-10-29"
    doc.moments = find_moments(doc, "fr")
    return find_figures(doc, "fr")


# text | value low high modifier unit stage, one line each; "-" is None, "*" is not judged
ROWS = {
    "L'incendie a tué onze pensionnaires du foyer.": "11 11 11 exact person killed",
    "Le séisme a fait plus de 3.200 victimes.": "3200 3200 - more_than * killed_or_wounded",
    "La région versera 4,5 millions d'euros aux sinistrés.": "4500000 4500000 4500000 exact money:EUR planned",
    "Une trentaine de pompiers ont été mobilisés.": "30 - - about person deployed",
    "Quelque 800 foyers restent privés d'électricité.": "800 - - about person *",
    "Le chantier coûtera entre 20 et 25 millions d'euros.": "- 20000000 25000000 between money:EUR *",
    "Pas plus de 50 personnes seront admises.": "50 - 50 up_to person *",
    "Moins de 10 % des élèves ont échoué.": "10 - 10 less_than percent *",
    "Les secours ont retrouvé six corps.": "6 6 6 exact * killed",
    "Sept randonneurs sont portés disparus.": "7 7 7 exact person missing",
    "La police a procédé à 48 interpellations.": "48 48 48 exact * arrested",
    "L'entreprise compte supprimer 1\u202f200 emplois.": "1200 1200 1200 exact * planned",
    "Près d'un millier de tracteurs bloquaient la route.": "1000 - 1000 nearly * *",
    "Le tunnel, long de 12,5 km, sera fermé.": "12.5 12.5 12.5 exact length:km *",
    "Ils étaient 7 000 au moins à défiler.": "7000 7000 - at_least * *",
    "Deux à trois cents logements seront rasés.": "- 200 300 between * *",
    "Le maire, 61 ans, se retire.": "61 61 61 exact age:year -",
    "Elle purge une peine de quinze ans de réclusion.": "15 15 15 exact duration:year *",
    "La dette atteint 3 228 milliards d'euros.": "3228000000000 3228000000000 3228000000000 exact money:EUR *",
    "Il a suivi l'article 12 sur l'A75 avec le vol 447.": "",
    "En 1998, la France 2 avait diffusé le match, gagné 3-0.": "",
    "Tous les deux ont nié.": "",
    "Un homme a été vu.": "",
    "Le navire transportait jusqu'à deux mille cinq cents tonnes de blé.": "2500 - 2500 up_to mass:tonne *",
    "Le bilan est d'au moins neuf morts.": "9 9 - at_least person killed",
    "La ville abrite environ 90 000 habitants.": "90000 - - about person *",
    "Trois quarts des votants ont dit non.": "75 75 75 exact percent *",
    "La fédération avait formé 600 bénévoles.": "600 600 600 exact person training",
    "Quelque deux cents migrants sont arrivés sur l'île.": "200 - - about person arrived",
    "Les juges ont condamné cinq élus.": "5 5 5 exact person sentenced",
    "Un mort a été recensé.": "1 1 1 exact person killed",
    "La facture avoisine les 30 000 dollars.": "30000 - - about money:USD *",
}


@pytest.mark.parametrize(("text", "wanted"), ROWS.items(), ids=lambda part: part[:40])
def test_figure(text: str, wanted: str) -> None:
    figures = read(text)
    if not wanted:
        assert figures == ()
        return
    assert len(figures) == 1, [f.span.cut(text) for f in figures]
    figure = figures[0]
    value, low, high, modifier, unit, stage = wanted.split()
    numbers = [None if n == "-" else float(n) for n in (value, low, high)]
    assert [figure.value, figure.low, figure.high] == pytest.approx(numbers)
    assert figure.modifier == modifier
    assert unit in {"*", figure.unit}
    assert stage in {"*", figure.stage or "-"}
