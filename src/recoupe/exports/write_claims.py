"""Claims as schema.org has them, and drafts of reviews for a person to write."""

from __future__ import annotations

from typing import Any

from recoupe.exports.headings import Headings
from recoupe.exports.look_up import Lookup, find_web_address, make_urn
from recoupe.exports.write_json import write_json
from recoupe.records import Article, Claim, Dossier, EntityKind, Evidence

CONTEXT = "https://schema.org"
_TYPES = {EntityKind.PERSON: "Person", EntityKind.ORGANISATION: "Organization"}

Json = dict[str, Any]


def write_claims(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """A graph of claims, their quotations, and the articles and speakers behind them.

    The `position` of a quotation is the start and end of its words in the text of its article.

    Source: schema.org, Claim.
    """
    lookup = Lookup(dossier)
    claims = (claim for story in dossier.stories for claim in story.claims)
    graph = [_make_claim(claim, lookup) for claim in claims]
    return write_json({"@context": CONTEXT, "@graph": [*graph, *_make_sources(lookup)]})


def write_reviews(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """A draft of a review for each claim: what it is about, and no rating.

    Author, address, date and rating of the review are left to the person who writes it; without
    them search engines show none of it.

    Source: schema.org, ClaimReview.
    """
    lookup = Lookup(dossier)
    graph = [
        {
            "@type": "ClaimReview",
            "@id": make_urn("review", claim.id),
            "creativeWorkStatus": "Draft",
            "claimReviewed": claim.text,
            "itemReviewed": _make_claim(claim, lookup),
        }
        for story in dossier.stories
        for claim in story.claims
    ]
    return write_json({"@context": CONTEXT, "@graph": [*graph, *_make_sources(lookup)]})


def _make_sources(lookup: Lookup) -> list[Json]:
    """The articles, and the speakers of all claims."""
    claims = [claim for story in lookup.dossier.stories for claim in story.claims]
    speakers = sorted({speaker for claim in claims for speaker in _list_speakers(claim, lookup)})
    return [
        *(_make_article(article) for article in lookup.dossier.articles),
        *(_make_speaker(speaker, lookup) for speaker in speakers),
    ]


def _make_claim(claim: Claim, lookup: Lookup) -> Json:
    articles = [lookup.articles[key] for key in dict.fromkeys(e.article for e in claim.evidence)]
    dated = [article for article in articles if article.published]
    made: Json = {"@type": "Claim", "@id": make_urn("claim", claim.id), "text": claim.text}
    if claim.speakers:
        made["author"] = [_refer_speaker(speaker) for speaker in claim.speakers]
    made["appearance"] = [_refer_article(article) for article in articles]
    if dated:
        made["firstAppearance"] = _refer_article(min(dated, key=lambda a: a.published or ""))
    made["citation"] = [_make_quotation(evidence, lookup) for evidence in claim.evidence]
    return made


def _make_quotation(evidence: Evidence, lookup: Lookup) -> Json:
    article, span = lookup.articles[evidence.article], evidence.span
    place = f"{article.id}:{span.start}:{span.end}"
    made: Json = {
        "@type": "Quotation",
        "@id": make_urn("passage", place),
        "text": span.cut(article.text),
        "position": f"{span.start}:{span.end}",
        "isPartOf": _refer_article(article),
    }
    speaker = lookup.find_speaker(article.id, evidence.statement)
    return made | ({"spokenByCharacter": _refer_speaker(speaker)} if speaker else {})


def _make_article(article: Article) -> Json:
    known = {
        "identifier": make_urn("article", article.id),
        "url": find_web_address(article),
        "headline": article.title,
        "datePublished": article.published,
        "inLanguage": article.language,
    }
    made: Json = {"@type": "NewsArticle", **_refer_article(article)}
    made.update((key, value) for key, value in known.items() if value)
    if article.outlet:
        made["publisher"] = {"@type": "Organization", "name": article.outlet}
    # A byline may name several people or a desk.
    return made | ({"creditText": article.byline} if article.byline else {})


def _make_speaker(speaker: str, lookup: Lookup) -> Json:
    kind = _TYPES.get(lookup.kinds.get(speaker, EntityKind.OTHER))
    return {
        **({"@type": kind} if kind else {}),
        **_refer_speaker(speaker),
        "name": lookup.name(speaker),
    }


def _list_speakers(claim: Claim, lookup: Lookup) -> list[str]:
    """Ids of those who say the claim or one of its passages."""
    found = (lookup.find_speaker(e.article, e.statement) for e in claim.evidence)
    return [*claim.speakers, *(speaker for speaker in found if speaker)]


def _refer_article(article: Article) -> Json:
    return {"@id": find_web_address(article) or make_urn("article", article.id)}


def _refer_speaker(speaker: str) -> Json:
    return {"@id": make_urn("speaker", speaker)}
