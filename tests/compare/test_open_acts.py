"""What was open and is done later; what stays apart."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_verdicts

DAYS = ("2025-03-04", "2025-03-07")
UPDATES = [
    ("Le chantier du port pourrait être suspendu.", "Le chantier du port est suspendu."),
    ("Léa Morin sera entendue jeudi par le juge.", "Léa Morin a été entendue par le juge."),
    ("« Nous pourrions vendre le stade », dit Léa Morin.", "Léa Morin a vendu le stade."),
    ("Le dépôt de Lormes est bloqué.", "Le dépôt de Lormes a été débloqué."),
    ("La route du col est fermée depuis mardi.", "La route du col a rouvert vendredi."),
    (
        "Le Front du delta nie être à l'origine de l'attaque.",
        "Le Front du delta a revendiqué le bombardement du pont.",
    ),
]
APART = [
    ("Le chantier du port pourrait être suspendu.", "Le permis de Marc Villard est suspendu."),
    ("Léa Morin sera entendue jeudi par le juge.", "Marc Villard a été entendu par le juge."),
    ("« Le port n'est pas à vendre », dit Léa Morin.",) * 2,
    ("Le laboratoire dément toute fraude.", "Le laboratoire a démenti toute fraude."),
]


@pytest.mark.parametrize("texts", UPDATES)
def test_finds_the_update(texts: tuple[str, str]) -> None:
    assert any(found.endswith("update") for found in find_verdicts(texts, DAYS))


@pytest.mark.parametrize("texts", APART)
def test_is_silent_where_nothing_moved(texts: tuple[str, str]) -> None:
    first, second = texts
    assert not any(
        found.endswith("update") for found in find_verdicts((first, second + " Suite."), DAYS)
    )
