"""A small invented story as records: a fire, three origins, one denial, figures that move."""

from __future__ import annotations

from dataclasses import replace

from recoupe.records import (
    Article,
    Claim,
    Credit,
    Difference,
    DifferenceKind,
    Dossier,
    Dropped,
    Evidence,
    Figure,
    Form,
    FoundBy,
    Furniture,
    FurnitureKind,
    Link,
    Modifier,
    Moment,
    MomentType,
    Origin,
    OriginKind,
    PublishedFrom,
    Side,
    Span,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
    Story,
    Verdict,
)

TEXTS = {
    "wire": (
        "La Vigie de Morlane\n\n"
        "Incendie à la tannerie Bréhec : trois blessés\n\n"
        "Morlane, 17 nov. (Agence Hexa) – Un incendie s'est déclaré mardi vers 4 h 10 à la "
        "tannerie Bréhec. Trois personnes ont été blessées, a annoncé la préfecture de la "
        "Basse-Orne. « Le feu est circonscrit », a déclaré le préfet Alain Trévidic.\n\n"
        "Lire aussi : nos recettes d'automne"
    ),
    "copy": (
        "Morlane : une tannerie en feu\n\n"
        "Un incendie s'est déclaré mardi vers 4 h 10 à la tannerie Bréhec. Trois personnes ont "
        "été blessées, a annoncé la préfecture de la Basse-Orne."
    ),
    "union": (
        "Tannerie Bréhec : « cinq blessés », selon le syndicat\n\n"
        "Le feu est parti vers 4 h 10 à la tannerie Bréhec. Au moins cinq personnes auraient été "
        "blessées, affirme le syndicat des cuirs. La direction dément toute alarme coupée."
    ),
    "day_after": (
        "Morlane, le lendemain\n\n"
        "Cinq personnes ont été blessées, a confirmé mercredi la préfecture. L'alarme avait été "
        "coupée, selon un salarié."
    ),
}
_META = {
    "wire": ("vigie.txt", "La Vigie de Morlane", "2026-11-17T07:30:00"),
    "copy": ("https://www.express-ouest.example/a?b=1&c=2", "Express Ouest", "2026-11-17T08:05:00"),
    "union": ("courrier.txt", "Le Courrier Z", "2026-11-17T09:00:00"),
    "day_after": ("lendemain.txt", None, "2026-11-18"),
}


def find(key: str, words: str, nth: int = 0) -> Span:
    """The span of some words in one of the texts."""
    at = -1
    for _ in range(nth + 1):
        at = TEXTS[key].index(words, at + 1)
    return Span(at, at + len(words))


def _speaker(key: str, words: str, name: str, slug: str, found_by: FoundBy) -> Speaker:
    return Speaker(name, slug, find(key, words), found_by)


def _statement(
    key: str,
    number: str,
    content: str,
    speaker: Speaker,
    stance: Stance,
    form: Form,
    *,
    reserved: bool = False,
) -> Statement:
    return Statement(number, form, (find(key, content),), None, speaker, stance, reserved)


_PREFECTURE = ("préfecture de la Basse-Orne", "prefecture-basse-orne", FoundBy.ORGANISATION)


def make_articles() -> dict[str, Article]:
    """The four articles by key."""
    made = {
        key: Article(
            source=_META[key][0],
            text=text,
            outlet=_META[key][1],
            title=text.split("\n\n")[1 if key == "wire" else 0],
            published=_META[key][2],
            published_from=PublishedFrom.GIVEN,
            language="fr",
        )
        for key, text in TEXTS.items()
    }
    hurt = "Trois personnes ont été blessées"
    for key in ("wire", "copy"):
        told = _speaker(key, "la préfecture", *_PREFECTURE)
        three = _statement(key, "s1", hurt, told, Stance.ANNOUNCES, Form.INDIRECT)
        made[key] = replace(
            made[key],
            statements=(three,),
            figures=(
                Figure(
                    "f1", find(key, "Trois personnes"), 3, 3, 3, Modifier.EXACT, "person",
                    "personnes", "wounded", "s1",
                ),
            ),
            moments=(
                Moment(find(key, "4 h 10"), MomentType.DATE, "2026-11-17T04:10", "2026-11-17T04:11"),
            ),
        )  # fmt: skip
    prefect = _speaker("wire", "Alain Trévidic", "Alain Trévidic", "alain-trevidic", FoundBy.NAME)
    made["wire"] = replace(
        made["wire"],
        credits=(Credit("Agence Hexa", find("wire", "Agence Hexa")),),
        furniture=(
            Furniture(find("wire", "La Vigie de Morlane"), FurnitureKind.OUTLET),
            Furniture(find("wire", "Lire aussi : nos recettes d'automne"), FurnitureKind.RELATED),
        ),
        statements=(
            *made["wire"].statements,
            _statement(
                "wire", "s2", "Le feu est circonscrit", prefect, Stance.ASSERTS, Form.DIRECT
            ),
        ),
    )
    union = _speaker("union", "le syndicat des cuirs", "syndicat des cuirs", "syndicat-des-cuirs",
                     FoundBy.ORGANISATION)  # fmt: skip
    owner = _speaker("union", "La direction", "direction", "direction", FoundBy.ORGANISATION)
    five = "Au moins cinq personnes auraient été blessées"
    made["union"] = replace(
        made["union"],
        statements=(
            _statement("union", "s1", five, union, Stance.ASSERTS, Form.INDIRECT, reserved=True),
            _statement("union", "s2", "toute alarme coupée", owner, Stance.DENIES, Form.ACT),
        ),
        figures=(
            Figure("f1", find("union", "Au moins cinq personnes"), 5, 5, None, Modifier.AT_LEAST,
                   "person", "personnes", "wounded", "s1"),
        ),
    )  # fmt: skip
    worker = _speaker("day_after", "un salarié", "un salarié", "un-salarie", FoundBy.UNNAMED)
    told = _speaker("day_after", "la préfecture", *_PREFECTURE)
    made["day_after"] = replace(
        made["day_after"],
        statements=(
            _statement("day_after", "s1", "Cinq personnes ont été blessées", told, Stance.CONFIRMS,
                       Form.INDIRECT),
            _statement("day_after", "s2", "L'alarme avait été coupée", worker, Stance.ALLEGES,
                       Form.ACCORDING_TO),
        ),
        figures=(
            Figure("f1", find("day_after", "Cinq personnes"), 5, 5, 5, Modifier.EXACT, "person",
                   "personnes", "wounded", "s1"),
        ),
    )  # fmt: skip
    return made


def make_dossier(**changes: str) -> Dossier:
    """The whole dossier; `changes` replace the title of the article with that key."""
    made = make_articles()
    for key, title in changes.items():
        made[key] = replace(made[key], title=title)
    ids = {key: article.id for key, article in made.items()}

    def evidence(key: str, words: str, statement: str | None = None) -> Evidence:
        return Evidence(ids[key], find(key, words), statement)

    three = tuple(
        evidence(key, "Trois personnes ont été blessées", "s1") for key in ("wire", "copy")
    )
    maybe = evidence("union", "Au moins cinq personnes auraient été blessées", "s1")
    five = evidence("day_after", "Cinq personnes ont été blessées", "s1")
    denied = evidence("union", "toute alarme coupée", "s2")
    alleged = evidence("day_after", "L'alarme avait été coupée", "s2")
    lead = "Un incendie s'est déclaré mardi vers 4 h 10 à la tannerie Bréhec"
    claims = (
        Claim("c-start", lead, (evidence("wire", lead), evidence("copy", lead),
              evidence("union", "Le feu est parti vers 4 h 10 à la tannerie Bréhec")),
              (), 3, 3, 2),
        Claim("c-five", "Cinq personnes ont été blessées", (maybe, five),
              ("prefecture-basse-orne", "syndicat-des-cuirs"), 2, None, 2,
              (StatusChange("2026-11-17", Status.ALLEGED, "syndicat-des-cuirs", 0),
               StatusChange("2026-11-18", Status.CONFIRMED, "prefecture-basse-orne", 1))),
        Claim("c-alarm", "L'alarme avait été coupée", (denied, alleged), ("direction", "un-salarie"),
              2, None, 2, (StatusChange("2026-11-17", Status.DENIED, "direction", 0),
                           StatusChange("2026-11-18", Status.ALLEGED, "un-salarie", 1))),
        Claim("c-three", "Trois personnes ont été blessées", three, ("prefecture-basse-orne",),
              2, 2, 1),
    )  # fmt: skip
    differences = (
        Difference("d-alarm", DifferenceKind.STANCE, Verdict.DISPUTE, "l'alarme coupée",
                   (Side("toute alarme coupée : démenti", "direction", "2026-11-17", (denied,)),
                    Side("alarme coupée", "un-salarie", "2026-11-18", (alleged,))),
                   "La direction dément ; un salarié l'affirme : positions opposées.",
                   "The management denies it, a worker asserts it."),
        Difference("d-hurt", DifferenceKind.FIGURE, Verdict.UPDATE, "les blessés",
                   (Side("Trois", "prefecture-basse-orne", "2026-11-17", three),
                    Side("Cinq", "prefecture-basse-orne", "2026-11-18", (five,))),
                   "Le même décompte, un jour plus tard.", "The same count, a day later."),
    )  # fmt: skip
    sentence = "Un incendie s'est déclaré mardi vers 4 h 10 à la tannerie Bréhec."
    copied = Link(ids["wire"], ids["copy"], OriginKind.COPY, 0.84,
                  "84 % des mots de l'un se lisent dans l'autre.", "84% of the words are shared.",
                  (find("wire", sentence),), (find("copy", sentence),))  # fmt: skip
    story = Story(
        id="tannerie",
        title=made["wire"].title or "",
        articles=tuple(ids[key] for key in ("wire", "copy", "union", "day_after")),
        origins=(
            Origin("o-wire", (ids["wire"], ids["copy"]), OriginKind.COPY, ids["wire"], (copied,)),
            Origin("o-union", (ids["union"],), OriginKind.OWN, ids["union"]),
            Origin("o-after", (ids["day_after"],), OriginKind.OWN, ids["day_after"]),
        ),
        claims=claims,
        differences=differences,
    )
    return Dossier(
        tuple(made[key] for key in ("wire", "copy", "union", "day_after")),
        (story,),
        (Dropped("mur.html", "read", "pas un article : page de paiement"),),
    )


def make_single(text: str, *, title: str | None = "Un titre", outlet: str = "La Vigie") -> Dossier:
    """A story of one article without anything found in it."""
    article = Article(source="seul.txt", text=text, title=title, outlet=outlet, language="fr")
    origin = Origin("o1", (article.id,), OriginKind.OWN, article.id)
    return Dossier((article,), (Story("h1", title or "", (article.id,), (origin,)),))
