"""The language of a text, by its words where they leave no doubt, else by the detector."""

from __future__ import annotations

import sys

import pytest

from recoupe.rooms.read.guess_language import guess_language

FRENCH = (
    "Le maire de la ville a annoncé que les écoles resteront fermées jusqu'à lundi après l'incendie qui "
    "a touché une usine chimique. Selon les pompiers, les flammes se sont étendues dans la nuit, mais "
    "il n'y a pas eu de blessés. La préfecture doit faire une déclaration demain."
)
ENGLISH = (
    "The mayor has said that the schools will stay closed until Monday because of the fire at a chemical "
    "plant. The flames spread during the night, but nobody was hurt, and the people who live nearby "
    "were asked to keep their windows shut for the time being."
)
OTHERS = {
    "ca": (
        "L'alcalde de l'Hospitalet ha anunciat que les escoles de la ciutat romandran tancades fins "
        "dilluns a causa de l'incendi que va afectar les naus d'una empresa química. Segons els bombers, "
        "les flames s'han estès durant la nit, però no hi ha hagut ferits."
    ),
    "oc": (
        "Lo conse de la vila a anonciat que las escòlas serián barradas fins a diluns a causa de "
        "l'incendi que toquèt l'usina quimica. Segon los pompièrs, las flamas s'espandiguèron pendent la "
        "nuèit mas i a pas agut de nafrats dins la vila."
    ),
    "lb": (
        "De Buergermeeschter huet matgedeelt, datt d'Schoulen bis e Méindeg zoubleiwen, well an enger "
        "Fabrick e Brand ausgebrach ass. No den Informatioune vun de Pompjeeë gouf et keng Blesséiert, "
        "mä d'Leit sollen d'Fënsteren zoumaachen."
    ),
    "it": (
        "Il sindaco ha annunciato che le scuole della città rimarranno chiuse fino a lunedì a causa "
        "dell'incendio che ha colpito un'azienda chimica. Secondo i vigili del fuoco, le fiamme si sono "
        "estese durante la notte, ma non ci sono feriti tra gli abitanti."
    ),
}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (f"{ENGLISH} {FRENCH[:200]}", "en"),
        *((text, language) for language, text in OTHERS.items()),
    ],
)
def test_the_language_of_most_of_a_text(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_the_detector_is_asked_only_where_words_leave_a_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def note(text: str) -> str:
        asked.append(text)
        return "fr"

    monkeypatch.setattr(sys.modules[guess_language.__module__], "_classify", note)
    guess_language(FRENCH)
    assert not asked
    guess_language(f"{FRENCH} {ENGLISH}")
    assert len(asked) == 1
