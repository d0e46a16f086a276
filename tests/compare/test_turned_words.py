"""What somebody denied one day and says or does on another."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_verdicts

DAYS = ("2025-03-04", "2025-03-11")
FOUND = [
    (
        "« Il n'est pas question de vendre le stade », assure Marc Villard.",
        "« Nous avons vendu le stade », a reconnu Marc Villard.",
    ),
    (
        "Marc Villard exclut de retirer son offre.",
        "Marc Villard a retiré son offre mardi.",
    ),
    (
        "Selon Léa Morin, le maire l'a prévenue par courrier. Marc Villard dément tout envoi.",
        "Marc Villard a fini par reconnaître qu'il avait écrit un courrier.",
    ),
    ("Le barrage est fermé au public.", "Le barrage a rouvert au public."),
]
SILENT = [
    (
        "« On ne gère pas une mairie comme on gère un club », dit Marc Villard.",
        "« On ne gère pas la mairie comme un club », répète Marc Villard.",
    ),
    ("« Je n'ai rien vendu », assure Marc Villard.", "« J'ai vendu le stade », dit Léa Morin."),
]


@pytest.mark.parametrize("texts", FOUND)
def test_finds_the_update(texts: tuple[str, str]) -> None:
    assert any(found.endswith(" update") for found in find_verdicts(texts, DAYS))


@pytest.mark.parametrize("texts", SILENT)
def test_finds_no_update(texts: tuple[str, str]) -> None:
    assert not any(found == "stance update" for found in find_verdicts(texts, DAYS))
