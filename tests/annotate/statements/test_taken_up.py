"""Speakers whom a common noun takes up, and quotations whose speaker stands beside them."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate

# A text, then speaker and first words of each statement in order; « - » where nobody is named.
ROWS = [
    ("La romancière Hélène Auclair est revenue. « J'ai beaucoup jeté », confie l'écrivaine.", "Hélène Auclair: J'ai"),
    ("Anne Roc, biologiste, a compté. « Il en reste dix », note la chercheuse.", "Anne Roc: Il en"),
    ("Luc Roc, skipper, est rentré. Le pilote, lui, assure que tout va bien.", "pilote: tout va"),
    ("Le fabricant de vélos Kerbel recrute. Le groupe assure que rien ne presse.", "Kerbel: rien ne"),
    ("Un groupe de salariés occupe l'usine. Le groupe demande une réunion.", "groupe: une réunion"),
    ("La direction du port a réagi. Elle précise que tout est ouvert.", "direction du port: tout est"),
    ("Croisé au marché, Henri Costa, 80 ans, en a vu d'autres. « J'ai connu la crue de 1960. »", "Henri Costa: J'ai connu"),
    ("« Oui, il y a eu une fuite hier. » La préfète Hélène Roy a changé de ton.", "Hélène Roy: Oui"),
    ("Selon nos informations, le directeur a été entendu.", "-: le directeur"),
    ("Comme l'a indiqué la préfecture, trois routes sont coupées.", "préfecture: trois routes"),
    ("Un avis salué par la députée Léa Marin, pour qui le texte « va dans le bon sens ».", "Léa Marin: le texte"),
    ("« Je ne sais plus », finit par lâcher Luc Roc.", "Luc Roc: Je ne"),
    ("– Vous êtes fou, lança Paul Roc.", "Paul Roc: Vous"),
    ("La romancière Hélène Auclair publie « Le Sel ».", ""),
    ("L'effet dit « placebo » n'a pas été mesuré.", ""),
    ("Anne Roc est formelle. Selon ses mots, « la page est tournée ».", "Anne Roc: la page"),
    ("Un allié du président Luc Roc a parlé. « C'est fini pour lui », dit Luc Roc.", "Luc Roc: C'est"),
    ("Anne Roc y voit « une usine à gaz ».", "Anne Roc: une usine"),
    ("Anne Roc voit « Le Sel » au cinéma.", ""),
    ("À son avis, le pont tiendra, et Luc Roc le sait.", "-: le pont"),
    ("Anne Roc est arrivée. « Je ne dirai rien », a-t-elle tenu à préciser.", "Anne Roc: Je ne"),
    ("La maire, qui s'est dite « abasourdie », demande l'ouverture d'une enquête.", "maire: abasourdie; maire: l'ouverture"),
    ("Combien sont-ils ? Plus de trente, répond le ministère.", "ministère: Plus de"),
    ("Tarnac : l'école ne fermera pas, promet le maire", "maire: l'école ne"),
    ("Les billets, assure Luc Roc, « seront remboursés avant lundi ».", "Luc Roc: Les billets"),
    ("Le président de la République a salué « une femme libre ».", "président de la République: une femme"),
    ("« Tout va bien », a déclaré d'entrée de jeu Luc Roc.", "Luc Roc: Tout va"),
    ("Accord : « un bon compromis » pour la CSX, « une capitulation » selon le maire", "CSX: un bon; maire: une capitulation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_speakers_and_contents(text: str, told: str) -> None:
    article = next(
        a for a in annotate([Article("x", text, language="fr")]) if isinstance(a, Article)
    )
    found = [
        (s.speaker.name if s.speaker else "-", s.content[0].cut(text)) for s in article.statements
    ]
    wanted = [tuple(row.split(": ", 1)) for row in told.split("; ") if row]
    assert [name for name, _ in found] == [name for name, _ in wanted]
    assert all(said.startswith(words) for (_, said), (_, words) in zip(found, wanted, strict=True))
