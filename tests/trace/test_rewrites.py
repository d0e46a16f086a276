"""Texts told again in other words, in order or turned round; and what was heard in common."""

from __future__ import annotations

import pytest

from recoupe.records import Article, Form, FoundBy, OriginKind, Span, Speaker, Stance, Statement
from recoupe.rooms.trace import trace
from tests.trace.articles import make_article

DISPATCH = [
    "Le barrage de Castelbrun a été vidé dimanche après la découverte d'une fissure",
    "Environ 340 riverains du quai des Tanneurs ont dormi dans un gymnase de Montrel",
    "Un plongeur chargé d'inspecter la base de l'ouvrage avait repéré cette fissure",
    "Les travaux estimés à 4,5 millions d'euros dureront au moins six semaines",
    "Trois communes situées en aval sont privées d'eau potable et reçoivent des citernes",
    "Une réunion publique aura lieu mercredi dans la salle des fêtes de Castelbrun",
]
REWORDED = [
    "Après qu'une fissure y fut trouvée, on a vidé dimanche le barrage de Castelbrun",
    "Près de 340 habitants du quai des Tanneurs ont passé la nuit à Montrel dans un gymnase",
    "Cette fissure fut vue par un plongeur qui devait inspecter la base du barrage",
    "Il faudra six semaines de travaux au moins et 4,5 millions d'euros",
    "En aval, trois communes n'ont plus d'eau potable et des citernes y sont installées",
    "Mercredi, à la salle des fêtes de Castelbrun, se tiendra une réunion publique",
]


@pytest.mark.parametrize("turned", [False, True])
def test_a_rewrite_is_found_in_order_and_turned_round(turned: bool) -> None:
    one = make_article("a", ". ".join(DISPATCH) + ".")
    sentences = REWORDED[::-1] if turned else REWORDED
    other = make_article("b", ". ".join(sentences) + ".", published="2031-03-05")
    (origin,) = trace([one, other])
    assert origin.kind is OriginKind.REWRITE
    assert origin.root is None
    assert ("autre ordre" in origin.links[0].why) == turned


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("Traduit de l'anglais par Jeanne Roy", OriginKind.TRANSLATION),
        ("Cet article a été traduit automatiquement", OriginKind.TRANSLATION),
        ("Jeanne Roy", OriginKind.REWRITE),
    ],
)
def test_a_rewrite_that_says_so_is_a_translation(mark: str, kind: OriginKind) -> None:
    one = make_article("a", ". ".join(DISPATCH) + ".")
    other = make_article("b", ". ".join([*REWORDED, mark]) + ".", published="2031-03-05")
    (origin,) = trace([one, other])
    assert origin.kind is kind


def test_a_few_sentences_told_alike_are_no_rewrite() -> None:
    own = "Une boulangère a jeté sa fournée. Le marché se tiendra sur la place haute. "
    one = make_article("a", ". ".join(DISPATCH) + ".")
    other = make_article("b", own + ". ".join(REWORDED[:2]) + ". Les écoles rouvriront jeudi.")
    assert {origin.kind for origin in trace([one, other])} == {OriginKind.OWN}


def quote(name: str, before: str, said: str, speaker: str, after: str) -> Article:
    """An article with one direct quotation."""
    text = f"{before}. « {said} », a dit {speaker}. {after}."
    plain = make_article(name, text)
    start = text.index(said)
    statement = Statement(
        f"s-{name}",
        Form.DIRECT,
        (Span(start, start + len(said)),),
        None,
        Speaker(speaker, speaker.lower(), None, FoundBy.NAME),
        Stance.ASSERTS,
    )
    return Article(
        name,
        text,
        published=plain.published,
        language="fr",
        sentences=plain.sentences,
        statements=(statement,),
    )


SAID = "nous avons préféré perdre de l'eau plutôt que des vies humaines à Castelbrun"


def test_one_quotation_that_is_all_two_reports_have_makes_one_origin() -> None:
    one = quote("a", "Le barrage de Castelbrun est vide", SAID, "Tissier", "Montrel attend")
    other = quote(
        "b", "À Castelbrun, Montrel retient son souffle", SAID, "Tissot", "Le barrage tient"
    )
    (origin,) = trace([one, other])
    assert origin.kind is OriginKind.SAME_EVENT
    assert "mot pour mot" in origin.links[0].why


def test_other_words_of_one_speaker_make_two_origins() -> None:
    one = quote("a", "Le barrage de Castelbrun est vide", SAID, "Tissier", "Montrel attend")
    words = "la baignade reste interdite dans tout le lac de Montrel"
    other = quote("b", "À Castelbrun, le barrage fuit", words, "Tissier", "Montrel attend")
    assert len(trace([one, other])) == 2
