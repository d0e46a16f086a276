"""What is one claim, what must stay two, and what a claim says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.records import (
    Claim,
    Furniture,
    FurnitureKind,
    Origin,
    OriginKind,
    Span,
    Stance,
    Status,
)
from recoupe.rooms.align import align
from tests.align.stories import find_claims, make_article, make_story, share_claim

SAME = [
    (
        "Le maire a dit que [[Luc Brévin|asserts|le barrage de Tolmar a cédé dans la nuit]].",
        "Selon lui, [[Luc Brévin|asserts|le barrage de Tolmar a rompu pendant la nuit]].",
    ),
    (
        "Elle confirme [[Anne Solier|confirms|l'envoi de pompiers norvégiens à Tolmar]].",
        "Elle dit que [[Anne Solier|asserts|des pompiers norvégiens ont été envoyés à Tolmar]].",
    ),
    (
        "{{340|person|evacuated|Quelque 340 habitants}} de Tolmar ont été évacués.",
        "À Tolmar, {{340|person|evacuated|340 riverains}} ont été évacués.",
    ),
    (
        "À Tolmar, {{28|person|wounded|vingt-huit habitants}} sont blessés.",
        "Le bilan de Tolmar : {{28|count|wounded|28}} blessés.",
    ),
    (
        "L'explosion s'est produite à Tolmar vers <<2031-05-04T04:40|4 h 40>>.",
        "Explosion à Tolmar autour de <<2031-05-04T04:40|4:40>> du matin.",
    ),
    (
        "Il juge que [[Luc Brévin|asserts|Oslo ne peut pas financer seul le barrage de Tolmar]].",
        "Selon lui, [[Luc Brévin|asserts|la Norvège est incapable de financer seule le barrage de Tolmar]].",
    ),
    (
        "Luc Brévin a exclu [[Luc Brévin|denies|toute rupture de la chaîne du froid à Tolmar]].",
        "Selon lui, [[Luc Brévin|denies|aucune rupture de la chaîne du froid n'a eu lieu à Tolmar]].",
    ),
    (
        "Elle dit que [[Anne Solier|cannot_confirm|la présence de plomb à Tolmar n'est pas confirmée]].",
        "Elle dit qu'[[Anne Solier|asserts|elle n'était pas capable de confirmer la présence de plomb à Tolmar]].",
    ),
    (
        "Le maire de Tolmar a alerté la préfecture <<2031-05-02|vendredi>> soir.",
        "Le maire a averti la préfecture de Tolmar <<2031-05-02T18:30|vendredi à 18 h 30>>.",
    ),
    (
        "Au stade, {{14236|person||14 236 spectateurs}} ont vu la rencontre de Tolmar.",
        "{{14000|person||14 000 personnes}} assistaient au match de Tolmar.",
    ),
    (
        "À Tolmar, {{87|person||87 élèves}} sont malades, {{12|count|hospitalised|douze}} hospitalisés.",
        "L'agence de Tolmar en compte {{87|count||87}} malades.",
    ),
    (
        "La chambre froide de Tolmar est restée en panne {{30|duration:hour||trente heures}}.",
        "La chambre froide de Tolmar est tombée en panne.",
    ),
]
APART = [
    ("figure", "{{12|person|killed|Douze soldats norvégiens}} ont été tués à Tolmar.", "{{30|person|killed|Trente soldats norvégiens}} ont été tués à Tolmar."),
    ("population", "Des soldats norvégiens ont été tués à Tolmar.", "Des soldats danois ont été tués à Tolmar."),
    ("stage", "{{500|person|planned|500 soldats}} doivent être envoyés à Tolmar.", "{{500|person|arrived|500 soldats}} sont arrivés à Tolmar."),
    ("harm", "{{15|person|killed|Quinze mineurs}} ont péri à Tolmar.", "{{15|person|wounded|Quinze mineurs}} blessés à Tolmar."),
    ("part", "{{3|person|killed|Trois personnes}} sont mortes à Tolmar.", "{{3|person|killed|Trois des morts}} de Tolmar sont des pompiers."),
    ("no subject", "Aucun habitant blessé à Tolmar.", "Un habitant blessé à Tolmar."),
    ("negation", "La vanne du barrage a été ouverte lundi.", "La vanne du barrage n'a pas été ouverte lundi."),
    ("opposite", "Le conseil de Tolmar a accepté le budget du barrage.", "Le conseil de Tolmar a refusé le budget du barrage."),
    ("roles", "La Norvège accuse le Danemark de sabotage.", "Le Danemark accuse la Norvège de sabotage."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_paraphrases_are_one_claim(one: str, other: str) -> None:
    assert share_claim(one, other)


@pytest.mark.parametrize(("why", "one", "other"), APART, ids=[row[0] for row in APART])
def test_what_clashes_is_two_claims(why: str, one: str, other: str) -> None:
    assert not share_claim(one, other)


def test_status_moves_with_the_days_of_speech() -> None:
    claims = find_claims(
        make_article(
            "early",
            "<<2031-05-01|Jeudi>>, elle ne pouvait confirmer [[Anne Solier|cannot_confirm|la rupture du barrage de Tolmar]].",
        ),
        make_article(
            "late",
            "<<2031-05-03|Samedi>>, elle a confirmé [[Anne Solier|confirms|la rupture du barrage de Tolmar]].",
        ),
    )
    (claim,) = (c for c in claims if c.article_count == 2)
    assert [(c.on, c.status) for c in claim.status] == [
        ("2031-05-01", Status.NOT_CONFIRMED),
        ("2031-05-03", Status.CONFIRMED),
    ]
    assert [c.evidence for c in claim.status] == [0, 1] or claim.evidence[claim.status[0].evidence]


def test_a_denial_belongs_to_the_claim_it_denies() -> None:
    claims = find_claims(
        make_article("one", "Oslo a démenti [[Oslo|denies|la rupture du barrage de Tolmar]]."),
        make_article(
            "two", "Elle annonce [[Anne Solier|announces|la rupture du barrage de Tolmar]]."
        ),
    )
    (claim,) = (c for c in claims if c.article_count == 2)
    assert {c.status for c in claim.status} == {Status.DENIED, Status.ANNOUNCED}
    assert claim.speakers == ("anne-solier", "oslo")


@pytest.mark.parametrize("stance", [Stance.DEMANDS, Stance.ASKS])
def test_demands_and_questions_have_no_status(stance: Stance) -> None:
    (claim,) = find_claims(
        make_article(
            "one", f"Elle réclame [[Anne Solier|{stance}|la fermeture du barrage de Tolmar]]."
        )
    )
    assert claim.status == ()


def test_bad_input_7_accents_in_two_forms_are_one_claim() -> None:
    composed = "Elle dit que [[Anne Solier|asserts|l'été a vidé le réservoir de Tolmar]]."
    split = composed.replace("é", "e\u0301")
    one, other = make_article("one", composed), make_article("other", split)
    (claim,) = find_claims(one, other)
    texts = {one.id: one.text, other.id: other.text}
    assert len(claim.evidence) == 2
    for evidence in claim.evidence:
        assert evidence.span.cut(texts[evidence.article]).startswith("l'")


def test_bad_input_53_twelve_copies_are_one_origin() -> None:
    line = "Elle dit que [[Anne Solier|asserts|le barrage de Tolmar a cédé dans la nuit]]."
    articles = [
        make_article(f"a{n}", f"Édition {n}.\n{line}", outlet=f"Journal {n}" if n < 9 else None)
        for n in range(12)
    ]
    ids = tuple(article.id for article in articles)
    story = make_story(*articles)
    object.__setattr__(story, "origins", (Origin("o", ids, OriginKind.COPY, ids[0]),))
    claims = align(story, articles)[0].claims
    assert (claims[0].article_count, claims[0].origin_count) == (12, 1)
    assert claims[0].outlet_count is None


def test_copies_within_a_wider_origin_are_not_counted_again() -> None:
    line = "Elle dit que [[Anne Solier|asserts|le barrage de Tolmar a cédé dans la nuit]]."
    articles = [make_article(f"a{n}", f"Édition {n}.\n{line}") for n in range(3)]
    ids = tuple(article.id for article in articles)
    wider = Origin("o", ids, OriginKind.SAME_EVENT, None)
    copies = Origin("c", ids[:2], OriginKind.COPY, ids[0], within="o")
    story = replace(make_story(*articles), origins=(wider, copies))
    claims = align(story, articles)[0].claims
    assert (claims[0].article_count, claims[0].origin_count) == (3, 1)


@pytest.mark.parametrize(
    "variant",
    [
        "« Nous avons perdu le contrôle du grand barrage »",
        "« Nous avons perdu le contrôle […] du barrage »",
        "« Nous avons perdu la maîtrise du barrage »",
    ],
)
def test_bad_input_58_an_altered_quotation_is_linked(variant: str) -> None:
    assert share_claim(
        "[[Luc Brévin|asserts|« Nous avons perdu le contrôle du barrage »]], a-t-il dit.",
        f"[[Luc Brévin|asserts|{variant}]], a-t-il dit.",
    )


def test_bad_input_63_a_correction_notice_is_a_status() -> None:
    claims = find_claims(
        make_article("one", "Le barrage de Tolmar a cédé dans la nuit de lundi."),
        make_article(
            "two",
            "Une précédente version de cet article indiquait que le barrage de Tolmar a cédé dans la nuit de lundi.",
        ),
    )
    assert Status.CORRECTED in {c.status for claim in claims for c in claim.status}


def test_bad_input_66_one_article_and_none() -> None:
    article = make_article(
        "one", "Elle dit que [[Anne Solier|asserts|le barrage de Tolmar a cédé]]."
    )
    (claim,) = find_claims(article)
    assert (claim.article_count, claim.origin_count) == (1, 1)
    empty = make_article("two", "Tolmar.")
    assert find_claims(empty) == ()


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [make_article(str(n), text) for n, pair in enumerate(SAME) for text in pair]
    key = Claim.__repr__
    assert sorted(map(key, find_claims(*articles))) == sorted(
        map(key, find_claims(*articles[::-1]))
    )


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("n'a pas démenti", Stance.DENIES), ("n'a ni confirmé ni infirmé", Stance.CONFIRMS)],
)
def test_bad_input_57_neither_denied_nor_confirmed(cue: str, stance: Stance) -> None:
    article = make_article("one", f"Oslo {cue} [[Oslo|{stance}|la rupture du barrage de Tolmar]].")
    start = article.text.index(cue)
    statement = replace(article.statements[0], cue=Span(start, start + len(cue)))
    (claim,) = find_claims(replace(article, statements=(statement,)))
    assert claim.status == ()


@pytest.mark.parametrize(
    "kind", [FurnitureKind.DATE_LINE, FurnitureKind.TITLE_REPEAT, FurnitureKind.RELATED]
)
def test_furniture_is_nobodys_claim(kind: FurnitureKind) -> None:
    line = "Le barrage de Tolmar a cédé dans la nuit."
    articles = [make_article(source, f"{source}.\n{line}") for source in ("one", "two")]
    assert find_claims(*articles)
    labelled = [
        replace(a, furniture=(Furniture(Span(a.text.index(line), len(a.text)), kind),))
        for a in articles
    ]
    assert find_claims(*labelled) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Elle l'a dit : [[Anne Solier|asserts|« Tant que les pompiers auront besoin de nous »]].",
        "[[Anne Solier|asserts|À {{15|length:metre||quinze kilomètres}} du barrage de Tolmar]].",
        "[[Anne Solier|asserts|Interrogée sur une rupture possible du barrage de Tolmar]], elle se tait.",
    ],
)
def test_a_fragment_alone_is_no_claim(line: str) -> None:
    assert find_claims(make_article("one", line)) == ()


def test_a_claim_shows_its_fullest_wording() -> None:
    (claim,) = find_claims(
        make_article("one", "Oslo a démenti [[Oslo|denies|toute rupture du barrage de Tolmar]]."),
        make_article("two", "Elle dit : [[Anne Solier|asserts|« Il y a eu une rupture du barrage de Tolmar »]]."),
    )  # fmt: skip
    assert claim.text == "Il y a eu une rupture du barrage de Tolmar"


def test_a_fragment_is_shown_with_who_said_it() -> None:
    (claim,) = find_claims(
        make_article("one", "Oslo a démenti [[Oslo|denies|toute rupture du barrage]].")
    )
    assert claim.text == "Oslo a démenti toute rupture du barrage"


def test_a_status_that_a_speaker_repeats_is_told_once() -> None:
    line = "Elle a confirmé [[Anne Solier|confirms|la rupture du barrage de Tolmar]]."
    (claim,) = find_claims(
        make_article("one", f"Un.\n{line}", published="2031-05-04T08:00"),
        make_article("two", f"Deux.\n{line}", published="2031-05-05T08:00"),
    )
    assert [(c.on, c.status) for c in claim.status] == [("2031-05-04", Status.CONFIRMED)]


def test_the_entries_of_a_live_page_give_the_order() -> None:
    text = (
        "<<2031-05-04T18:30|18 h 30>>\nElle a confirmé [[Anne Solier|confirms|la rupture du barrage de Tolmar]].\n"
        "<<2031-05-04T09:10|9 h 10>>\nElle ne peut pas confirmer [[Anne Solier|cannot_confirm|la rupture du barrage de Tolmar]]."
    )
    claims = find_claims(make_article("live", text))
    (claim,) = (c for c in claims if len(c.evidence) == 2)
    assert [c.status for c in claim.status] == [Status.NOT_CONFIRMED, Status.CONFIRMED]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "La mairie de Tolmar a recruté des surveillants pour les plages.",
            "Des surveillants embauchés par la municipalité de Tolmar pour ses plages.",
        ),
        (
            "Le conducteur du car de Tolmar est décédé.",
            "Le chauffeur de l'autocar de Tolmar est mort.",
        ),
    ],
)
def test_near_words_bring_passages_together(one: str, other: str) -> None:
    assert share_claim(one, other)
