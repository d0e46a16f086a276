"""Links between articles by the media that they name as their source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.records import Article, Link, OriginKind, Sentence
from recoupe.rooms.trace.alike import find_alike
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.citations import Citation, find_citations, make_keys
from recoupe.rooms.trace.resemblance import Vector, Weights, list_lemmas, list_names, make_vector

Cited = Mapping[str, tuple[Citation, ...]]

# The sentence that cites a medium tells what a sentence of the other article tells, names and
# numbers counted twice, from this cosine on: as for sentences told again.
ALIKE_SENTENCES = 0.3
CITES = "cite "


def find_all_citations(articles: Sequence[Article]) -> Cited:
    """The citations of each article."""
    outlets = frozenset(key for a in articles if a.outlet for key in make_keys(a.outlet))
    return {article.id: find_citations(article, outlets) for article in articles}


def find_citing_links(
    near: Sequence[ArticlePair], cited: Cited, weights: Weights
) -> tuple[Link, ...]:
    """Articles that have their news from one another, or from one medium that was not read.

    « selon Le Parisien » in the lead of five articles is one origin: that of the article of Le
    Parisien where it is among them, an unseen one else. Chains stay chains, link by link; where
    articles cite each other in a circle, the links say so. A medium cited for something else than
    what the two articles share joins nothing.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        cited: The citations of each article.
        weights: Weight of each lemma.
    """
    links: list[Link] = []
    for one, other in near:
        to_outlets = [
            link
            for source, target in ((one, other), (other, one))
            if (link := _link_to_outlet(source, target, cited[target.id], weights)) is not None
        ]
        links.extend(to_outlets)
        if not to_outlets:
            links.extend(_link_by_medium(one, other, cited, weights))
    circle = _find_circle(links)
    return tuple(_mark_circle(link) if circle.issuperset(_ends(link)) else link for link in links)


def _link_to_outlet(
    source: Article, target: Article, citations: Sequence[Citation], weights: Weights
) -> Link | None:
    """The link from an article to one that cites its outlet for what both tell."""
    if source.published and target.published and source.published > target.published:
        return None
    keys = make_keys(source.outlet or "")
    for citation in citations:
        if citation.in_lead and citation.key in keys:
            told = _find_told(citation.sentence, source.sentences, weights)
            if told is not None:
                return Link(
                    source=source.id,
                    target=target.id,
                    kind=OriginKind.SAME_CREDIT,
                    ratio=told[1],
                    why=f"{CITES}{citation.name}",
                    why_en=f"cites {citation.name}",
                    source_spans=(told[0].span,),
                    target_spans=(citation.span,),
                )
    return None


def _link_by_medium(one: Article, other: Article, cited: Cited, weights: Weights) -> list[Link]:
    """The link between two articles that cite one medium for the same."""
    for first in cited[one.id]:
        for second in cited[other.id]:
            if not (first.in_lead and second.in_lead and first.key == second.key):
                continue
            told = _find_told(first.sentence, [second.sentence], weights)
            if told is not None:
                return [
                    Link(
                        source=one.id,
                        target=other.id,
                        kind=OriginKind.SAME_CREDIT,
                        ratio=told[1],
                        why=f"citent tous deux {first.name}",
                        why_en=f"both cite {first.name}",
                        source_spans=(first.span,),
                        target_spans=(second.span,),
                    )
                ]
    return []


def _find_told(
    sentence: Sentence, others: Sequence[Sentence], weights: Weights
) -> tuple[Sentence, float] | None:
    """The sentence most like another that tells the same, and how like; None without one."""
    alike = find_alike(
        [_weigh(sentence, weights)], [_weigh(s, weights) for s in others], ALIKE_SENTENCES
    )
    best = max(alike, key=lambda pair: (pair.likeness, -pair.other), default=None)
    return (others[best.other], round(min(1.0, best.likeness), 3)) if best else None


def _weigh(sentence: Sentence, weights: Weights) -> Vector:
    return make_vector([*list_lemmas([sentence]), *list_names([sentence])], weights)


def _ends(link: Link) -> tuple[str, str]:
    return (link.source, link.target)


def _find_circle(links: Sequence[Link]) -> frozenset[str]:
    """The articles that cite each other in a circle.

    What nobody cites and what cites nobody is taken away, again and again, from the articles that
    « cite » one another; what stays are circles and the chains between two of them.
    """
    edges = {_ends(link) for link in links if link.why.startswith(CITES)}
    while True:
        sources, targets = {a for a, _ in edges}, {b for _, b in edges}
        left = {(a, b) for a, b in edges if a in targets and b in sources}
        if left == edges:
            return frozenset(end for edge in edges for end in edge)
        edges = left


def _mark_circle(link: Link) -> Link:
    return replace(
        link,
        why=f"{link.why} ; citation circulaire",
        why_en=f"{link.why_en}; circular citation",
    )
