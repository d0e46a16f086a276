"""Annotations, claims and reviews as a JSON-LD processor reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pyld import jsonld

from recoupe.exports import export
from recoupe.exports.look_up import find_web_address
from recoupe.records import Article, Dossier
from tests.exports.contexts import load_context

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "http://schema.org/"


def expand(content: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jsonld.expand(
        json.loads(content), {"documentLoader": load_context}
    )
    return found


def walk(tree: Any, type_: str) -> Iterator[dict[str, Any]]:
    """Every node of a type."""
    if isinstance(tree, dict):
        if type_ in tree.get("@type", ()):
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch, type_)


def count_keys(tree: Any) -> int:
    if isinstance(tree, dict):
        return sum(1 + count_keys(branch) for key, branch in tree.items() if key != "@context")
    return sum(map(count_keys, tree)) if isinstance(tree, list) else 0


def value(node: dict[str, Any], key: str) -> Any:
    (only,) = node[key]
    return only.get("@value", only.get("@id"))


def find_article(dossier: Dossier, address: str) -> Article:
    (found,) = (
        article
        for article in dossier.articles
        if (find_web_address(article) or f"urn:recoupe:article:{article.id}") == address
    )
    return found


@pytest.mark.parametrize("name", ["annotations", "jsonld", "claimreview"])
def test_a_processor_knows_every_term(either: Dossier, name: str) -> None:
    content = export(either, name)
    again = jsonld.compact(
        expand(content),
        {"@context": json.loads(content)["@context"]},
        {"documentLoader": load_context},
    )
    assert count_keys(again) == count_keys(json.loads(content))


def test_annotations_select_letter_for_letter(either: Dossier) -> None:
    expanded = expand(export(either, "annotations"))
    selected = 0
    for annotation in walk(expanded, f"{OA}Annotation"):
        for target in annotation[f"{OA}hasTarget"]:
            text = find_article(either, value(target, f"{OA}hasSource")).text
            (place,) = walk(target, f"{OA}TextPositionSelector")
            (quote,) = walk(target, f"{OA}TextQuoteSelector")
            start, end = value(place, f"{OA}start"), value(place, f"{OA}end")
            assert value(quote, f"{OA}exact") == text[start:end]
            assert text[:start].endswith(value(quote, f"{OA}prefix"))
            assert text[end:].startswith(value(quote, f"{OA}suffix"))
            selected += 1
    pieces = sum(len(s.content) for a in either.articles for s in a.statements)
    assert selected > pieces + sum(len(a.figures) for a in either.articles)


def test_the_collection_counts_its_annotations(sample: Dossier) -> None:
    tree = json.loads(export(sample, "annotations"))
    items = tree["first"]["items"]
    assert len({item["id"] for item in items}) == len(items) == tree["total"]


@pytest.mark.parametrize("name", ["jsonld", "claimreview"])
def test_claims_quote_letter_for_letter(either: Dossier, name: str) -> None:
    expanded = expand(export(either, name))
    claims = {claim.id: claim for story in either.stories for claim in story.claims}
    nodes = list(walk(expanded, f"{SCHEMA}Claim"))
    assert len(nodes) == len(claims)
    for node in nodes:
        claim = claims[node["@id"].removeprefix("urn:recoupe:claim:")]
        assert value(node, f"{SCHEMA}text") == claim.text
        quotations = list(walk(node, f"{SCHEMA}Quotation"))
        assert len(quotations) == len(claim.evidence)
        for quotation in quotations:
            text = find_article(either, value(quotation, f"{SCHEMA}isPartOf")).text
            start, end = map(int, value(quotation, f"{SCHEMA}position").split(":"))
            assert value(quotation, f"{SCHEMA}text") == text[start:end]


def test_who_and_where_a_claim_refers_to_is_in_the_graph(either: Dossier) -> None:
    expanded = expand(export(either, "jsonld"))
    there = {node["@id"] for node in expanded}
    for node in walk(expanded, f"{SCHEMA}Claim"):
        for key in ("author", "appearance", "firstAppearance"):
            assert {each["@id"] for each in node.get(SCHEMA + key, ())} <= there


def test_a_review_is_a_draft_without_a_rating(sample: Dossier) -> None:
    content = export(sample, "claimreview")
    reviews = list(walk(expand(content), f"{SCHEMA}ClaimReview"))
    assert len(reviews) == sum(len(story.claims) for story in sample.stories)
    assert {value(review, f"{SCHEMA}creativeWorkStatus") for review in reviews} == {"Draft"}
    assert b"ating" not in content
    assert not [review for review in reviews if SCHEMA + "author" in review]
