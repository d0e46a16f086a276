"""The page: safe, self-contained, complete, the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Claim, Dossier, Evidence, Origin, OriginKind, Span, Story
from recoupe.records.reason import give_reason
from recoupe.rooms.report import report
from recoupe.rooms.report.check_dossier import check_dossier
from tests.report.invented import make_dossier, make_single
from tests.report.read_page import Page

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onload='x' \u202e&amp;"


def _html(dossier: Dossier | None = None, language: str = "fr") -> str:
    return report(dossier or make_dossier(), "html", language=language)


def test_same_bytes_every_time() -> None:
    assert _html() == _html()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_markup_is_closed_and_ids_are_unique(language: str) -> None:
    page = Page(_html(language=language))
    assert page.unclosed == []
    assert len(page.ids) == len(set(page.ids))


def test_every_inner_link_has_its_place() -> None:
    page = Page(_html())
    targets = {
        (a.get("href") or "")[1:] for a in page.find("a") if (a["href"] or "").startswith("#")
    }
    assert targets - set(page.ids) == set()


def test_every_described_element_exists() -> None:
    page = Page(_html())
    named = [a.get("aria-labelledby") or "" for _, a in page.elements]
    assert {one for names in named for one in names.split()} - set(page.ids) == set()


def test_evidence_links_lead_to_the_words() -> None:
    dossier = make_dossier()
    page = Page(_html(dossier))
    for claim in dossier.stories[0].claims:
        for evidence in claim.evidence:
            words = evidence.span.cut(dossier.article(evidence.article).text)
            shown = page.words_of[f"a-{evidence.article}-{evidence.span.start}"]
            assert words.startswith(shown) or shown.startswith(words)


def test_whole_text_of_every_article_is_shown() -> None:
    dossier = make_dossier()
    page = Page(_html(dossier))
    for article in dossier.articles:
        shown = page.words_of[f"a-{article.id}"]
        for line in filter(None, article.text.split("\n")):
            assert line.strip() in shown


def test_policy_allows_only_the_one_style_and_script() -> None:
    html = _html()
    page = Page(html)
    policy = next(m["content"] for m in page.find("meta") if m.get("http-equiv")) or ""
    assert policy.startswith("default-src 'none'; ")
    blocks = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", html, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_loaded_and_nothing_runs_inline() -> None:
    page = Page(_html())
    for tag, attributes in page.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form", "video"}
        assert not {"style", "src", "srcset", "poster", "data"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert "@import" not in _html()
    assert "url(" not in _html()


def test_data_block_is_the_dossier() -> None:
    block = re.search(
        r'<script type="application/json" id="dossier">(.*?)</script>', _html(), re.DOTALL
    )
    assert block is not None
    data = json.loads(block[1])
    check_dossier(data)
    assert data == json.loads(report(make_dossier()))


def test_bad_inputs_11_16_17_hostile_words_stay_words() -> None:
    dossier = make_dossier(wire=HOSTILE)
    story = replace(dossier.stories[0], title=HOSTILE)
    page = Page(_html(replace(dossier, stories=(story,))))
    assert len(page.find("script")) == 4
    assert page.find("img") == []
    assert "⟨U+202E⟩" in page.text
    assert "\u202e" not in page.text
    assert page.unclosed == []


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)", "data:text/html,x", "/dossier/x.html", "http"]
)
def test_only_web_addresses_are_links(source: str) -> None:
    dossier = make_single("Un texte.")
    article = replace(dossier.articles[0], source=source)
    page = Page(_html(replace(dossier, articles=(article,))))
    assert [a for a in page.find("a") if not (a["href"] or "").startswith("#")] == []


def test_web_address_is_a_link_that_tells_nobody() -> None:
    page = Page(_html())
    outside = [a for a in page.find("a") if not (a["href"] or "").startswith("#")]
    assert [a["href"] for a in outside] == ["https://www.express-ouest.example/a?b=1&c=2"]
    assert "noreferrer" in (outside[0]["rel"] or "")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_headings_leave_out_no_level(language: str) -> None:
    page = Page(_html(language=language))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_first_screen_says_what_it_should() -> None:
    text = re.sub(r"\s", "", Page(_html()).text)
    for words in (
        "4 articles", "3 textes distincts", "3 médias", "3 origines", "17 – 18 nov. 2026",
        "Ce qui se contredit", "Une seule origine", "Ce qui a changé",
        "les sources se contredisent", "Agence Hexa × 2", "au conditionnel", "84 %",
    ):  # fmt: skip
        assert re.sub(r"\s", "", words) in text, words


def test_english_page_has_english_labels_and_french_words() -> None:
    page = Page(_html(language="en"))
    assert page.find("html")[0]["lang"] == "en"
    assert "What is contradicted" in page.text
    assert "Ce qui se contredit" not in page.text
    assert "The management denies it" in page.text
    assert any(a.get("lang") == "fr" for a in page.find("blockquote"))


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_reasons_are_told_in_the_language_of_the_page(form: str) -> None:
    item = leave_out("une.html", "read", give_reason("page_nested", limit=3000))
    dossier = Dossier((), (), (item,))
    french, english = (report(dossier, form, language=code) for code in ("fr", "en"))
    assert "plus de 3\u202f000 éléments imbriqués" in french
    assert "more than 3,000 nested elements" in english
    assert json.loads(report(dossier, "json"))["dropped"] == [
        {"source": "une.html", "stage": "read", "why": item.why}
    ]


def test_bad_input_66_one_article() -> None:
    text = Page(_html(make_single("Un texte sans rien."))).text
    assert "Une seule source\u00a0: rien n’est recoupé." in text
    assert "confirmé par" not in text


def test_bad_input_66_no_article_at_all() -> None:
    page = Page(_html(Dossier((), ())))
    assert "Aucun article" in page.text
    assert page.unclosed == []


def test_several_stories_have_cards_and_unique_ids() -> None:
    one, other = make_dossier(), make_single("Tout autre chose.", title="Une grève")
    dossier = Dossier((*one.articles, *other.articles), (*one.stories, *other.stories))
    page = Page(_html(dossier))
    assert len(page.ids) == len(set(page.ids))
    assert "2\u00a0histoires" in page.text
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1


def test_article_outside_any_story_is_shown() -> None:
    single = make_single("Un texte perdu.")
    page = Page(_html(Dossier(single.articles, ())))
    assert "Articles hors histoire" in page.text
    assert "Un texte perdu." in page.text


def test_bad_input_14_huge_line_is_shown_in_part() -> None:
    text = "x" * 2_000_000
    dossier = make_single(text)
    article = dossier.articles[0]
    assert len(_html(dossier)) < 150_000
    far = Evidence(article.id, Span(1_500_000, 1_500_010))
    story = replace(
        dossier.stories[0],
        claims=(replace(make_dossier().stories[0].claims[0], evidence=(far,)),),
    )
    page = Page(_html(replace(dossier, stories=(story,))))
    assert f"a-{article.id}-1500000" in page.ids
    assert "non affichés" in page.text


def test_stays_under_three_megabytes_for_fifty_articles() -> None:
    """Fifty-two articles of 4,000 characters in one story, each with its claims and marks."""
    one = make_dossier()
    articles: list[Article] = []
    claims: list[Claim] = []
    for number in range(13):
        pad = f"\n\nVersion {number}. " + "Une phrase de remplissage sans rien d'autre. " * 85
        renamed = {
            article.id: replace(article, text=article.text + pad) for article in one.articles
        }
        articles += renamed.values()
        for claim in one.stories[0].claims:
            moved = tuple(replace(e, article=renamed[e.article].id) for e in claim.evidence)
            claims.append(replace(claim, id=f"{claim.id}-{number}", evidence=moved))
    ids = tuple(article.id for article in articles)
    origins = tuple(Origin(f"o-{one}", (one,), OriginKind.OWN, one) for one in ids)
    story = Story("grande", "Une grande histoire", ids, origins, tuple(claims))
    html = _html(Dossier(tuple(articles), (story,)))
    assert len(html.encode()) < 3_000_000
