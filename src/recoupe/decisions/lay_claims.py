"""Claims as people joined and split them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.records import Article, Claim, Evidence, StatusChange, Story, make_id

Articles = Mapping[str, Article]


def split_claim(
    story: Story, articles: Articles, claim: Claim, parts: Sequence[Sequence[Evidence]]
) -> Story:
    """The story with a claim in parts.

    What a speaker repeats has one status in a claim; a part that holds only the repetition has
    none.

    Args:
        story: The story that holds the claim.
        articles: Its articles by id.
        claim: The claim.
        parts: Its passages, each in exactly one part; the first keeps the claim's id.
    """
    made = [
        _make_claim(story, articles, part, [claim], claim.id if n == 0 else _name_claim(part))
        for n, part in enumerate(parts)
    ]
    return _put(story, {claim.id: made})


def join_claims(story: Story, articles: Articles, claim: Claim, other: Claim) -> Story:
    """The story with the passages of another claim in a claim, which keeps its id and text."""
    evidence = {(e.article, e.span): e for e in (*other.evidence, *claim.evidence)}
    ordered = sorted(
        evidence.values(), key=lambda e: (articles[e.article].published or "", e.article, e.span)
    )
    made = _make_claim(story, articles, ordered, [claim, other], claim.id)
    made = replace(made, text=claim.text, reading=claim.reading)
    return _put(story, {claim.id: [made], other.id: []})


def _make_claim(
    story: Story,
    articles: Articles,
    evidence: Sequence[Evidence],
    sources: Sequence[Claim],
    claim_id: str,
) -> Claim:
    """A claim from passages of others, counted as `align` counts."""
    ids = {e.article for e in evidence}
    outlets = {articles[id_].outlet for id_ in ids}
    speakers = {
        s.speaker.id
        for e in evidence
        if e.statement is not None
        and (s := articles[e.article].find_statement(e.statement)) is not None
        and s.speaker is not None
    }
    texts = [e.span.cut(articles[e.article].text) for e in evidence]
    source = next((source for source in sources if source.text in texts), None)
    return Claim(
        id=claim_id,
        text=source.text if source else texts[0],
        evidence=tuple(evidence),
        speakers=tuple(sorted(speakers)),
        article_count=len(ids),
        outlet_count=None if None in outlets else len(outlets),
        origin_count=sum(bool(ids & set(o.articles)) for o in story.counted_origins) or len(ids),
        status=_gather_status(evidence, sources),
        reading=source.reading if source else None,
    )


def _gather_status(
    evidence: Sequence[Evidence], sources: Sequence[Claim]
) -> tuple[StatusChange, ...]:
    places = {(e.article, e.span): n for n, e in enumerate(evidence)}
    found: list[StatusChange] = []
    for claim in sources:
        for change in claim.status:
            stands = claim.evidence[change.evidence]
            number = places.get((stands.article, stands.span))
            if number is not None:
                found.append(replace(change, evidence=number))
    return tuple(sorted(found, key=lambda change: change.on or "9999"))


def _name_claim(evidence: Sequence[Evidence]) -> str:
    return make_id(*(part for e in evidence for part in (e.article, e.span.start, e.span.end)))


def _put(story: Story, instead: Mapping[str, Sequence[Claim]]) -> Story:
    """The story with claims in the place of others, in the order that `align` gives them."""
    claims = [new for claim in story.claims for new in instead.get(claim.id, [claim])]
    claims.sort(key=lambda c: (-c.origin_count, -c.article_count, -len(c.evidence)))
    return replace(story, claims=tuple(claims))
