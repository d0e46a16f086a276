"""An invented story whose words are formulas, markup, control characters and very long lines."""

from __future__ import annotations

from recoupe.records import (
    Article,
    Claim,
    Difference,
    DifferenceKind,
    Dossier,
    Evidence,
    Figure,
    Form,
    FoundBy,
    Modifier,
    Origin,
    OriginKind,
    Side,
    Span,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
    Story,
    Verdict,
    make_id,
    make_slug,
)

LONG = "Le pont de Varceaux est fermé 🚧. " * 1300
# Each is the whole of a statement's content.
SAYINGS = (
    '=HYPERLINK("https://piege.example";"ouvrir")',
    "+33 communes touchées",
    "-3,5 % de crédits",
    "@x répond",
    "\tcmd lancée",
    "\rretour",
    "＝1+1",
    "l'arrêt \x1b]0;titre\x07 est\x00 levé \ud800 bientôt",
    '[[note]] #étiquette <script>alert(1)</script> **gras** `code` ![[image]] %%caché%% $x^2$ "guillemets"',
    "accolades {100 %} & \\commande_indice ~ ^",
    "**** *piege_1 -*theme texte",
    "ligne un\n\nTY  - JOUR\nER  - \n---\nfin",
    "]]> </text> <!-- &amp; œuvre 🚧 𝄞 fin",
)
TITLE = 'Pont : {100 %} & "fermé" [[x]] / CON \\n #1 | deux\nlignes'
PLACES = ("https://journal.example/pont?a=1&b=2#bas", "dossier/pont, bis.txt")


def make_hostile() -> Dossier:
    """Two articles with the same sayings, a claim and a difference on each of them."""
    articles = tuple(_make_article(number, source) for number, source in enumerate(PLACES))
    first, second = articles
    pairs = list(zip(first.statements, second.statements, strict=True))
    claims = tuple(
        Claim(
            id=make_id("claim", one.id),
            text=one.whole.cut(first.text),
            evidence=(_point(first, one), _point(second, other)),
            speakers=tuple(sorted({s.speaker.id for s in (one, other) if s.speaker})),
            article_count=2,
            outlet_count=None,
            origin_count=2,
            status=(StatusChange("2031-03-02", Status.DENIED, None, 1),),
        )
        for one, other in pairs
    )
    differences = tuple(
        Difference(
            id=make_id("difference", one.id),
            kind=DifferenceKind.WORDING,
            verdict=Verdict.DISPUTE,
            matter=one.whole.cut(first.text)[:60],
            sides=(
                Side(one.whole.cut(first.text), None, None, (_point(first, one),)),
                Side("=2+2", None, "2031-03-02", (_point(second, other),)),
            ),
            why="Les deux le disent autrement.",
            why_en="Both say it otherwise.",
        )
        for one, other in pairs
    )
    origins = tuple(Origin(make_id(a.id), (a.id,), OriginKind.OWN, a.id) for a in articles)
    ids = tuple(article.id for article in articles)
    story = Story(make_id(*ids), TITLE, ids, origins, claims, differences)
    return Dossier(articles, (story,))


def _make_article(number: int, source: str) -> Article:
    text = f"{TITLE}\n\n{LONG}\nédition {number}\n\n"
    statements: list[Statement] = []
    for saying in SAYINGS:
        name = f"M. {saying[:12]}"
        text += f"« {saying} », dit-il.\n\n"
        start = text.rindex(saying)
        # A speaker may be unknown, and a statement may come in two pieces.
        middle = start + len(saying) // 2
        pieces = (
            (Span(start, middle), Span(middle + 1, start + len(saying)))
            if number
            else (Span(start, start + len(saying)),)
        )
        statements.append(
            Statement(
                id=make_id(number, saying),
                form=Form.DIRECT,
                content=pieces,
                cue=None,
                speaker=None if number else Speaker(name, make_slug(name), None, FoundBy.UNNAMED),
                stance=Stance.ASSERTS,
            )
        )
    long = text.index(LONG)
    figures = tuple(
        Figure(
            make_id("figure", number, low),
            Span(long, long + 27),
            None,
            low,
            None,
            Modifier.AT_LEAST,
            "percent",
            "=communes",
        )
        for low in (-3.5, 33.0, float("inf"))
    )
    return Article(
        source=source,
        text=text,
        outlet="=Le Journal & fils" if number else None,
        title=TITLE,
        byline="@Élodie {Œuvre}",
        published=None if number else "2031-03-02T07:30:00+01:00",
        language="fr",
        statements=(
            *statements,
            Statement(
                make_id("long", number),
                Form.INDIRECT,
                (Span(long, long + len(LONG) - 1),),
                None,
                None,
                Stance.ASSERTS,
            ),
        ),
        figures=figures,
    )


def _point(article: Article, statement: Statement) -> Evidence:
    return Evidence(article.id, statement.whole, statement.id)
