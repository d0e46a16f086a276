"""Noun phrases of a sentence, verbatim: a noun with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.records import Sentence, Span, Token
from recoupe.rooms.compare.clause_negation import has_role

# A heading takes a noun with one complement or two.
PHRASE_LIMIT_CHARS = 50
_NOUNS = ("NOUN", "PROPN")
_LINKS = ("ADP", "DET")


def cut_noun_phrase(
    sentence: Sentence, at: int, language: str, stops: Sequence[Span] = (), earliest: int = 0
) -> Span:
    """A noun with its adjectives and what it is of: « suppressions d'emplois ».

    Ends before a verb, a number, a mark, another preposition (« selon la police »), a relative
    clause and a stretch to stop at (a day); an adjective with complements of its own (« âgés de
    40 à 79 ans ») is left out with them.

    Args:
        sentence: The sentence.
        at: Index of the noun.
        language: Of the sentence.
        stops: Stretches that end the phrase.
        earliest: Offset before which it does not begin.
    """
    tokens = sentence.tokens
    first = at
    while first and tokens[first - 1].pos == "ADJ" and tokens[first - 1].head == at:
        if tokens[first - 1].start < earliest:
            break
        first -= 1
    last, held = at, {at}
    links: list[Token] = []
    for n in range(at + 1, len(tokens)):
        token = tokens[n]
        far = token.end - tokens[first].start > PHRASE_LIMIT_CHARS
        if far or any(stop.start <= token.start < stop.end for stop in stops):
            break
        if token.pos in _LINKS:
            links.append(token)
            continue
        if token.head not in held or not _belongs(tokens, n, links, language):
            break
        held.add(n)
        last, links = n, []
    return Span(tokens[first].start, tokens[last].end)


def _belongs(tokens: Sequence[Token], n: int, links: Sequence[Token], language: str) -> bool:
    """Whether a word goes on with a noun phrase after the small words that lead to it."""
    token = tokens[n]
    if token.pos == "ADJ":
        return not links and not any(t.head == n and t.start > token.start for t in tokens)
    if token.pos not in _NOUNS or not token.dep.startswith(("nmod", "flat", "compound", "appos")):
        return False
    led = [t for t in links if t.pos == "ADP"]
    return not led or (len(led) == 1 and has_role(led[0].text.lower(), "of", language))


def find_nouns_above(sentence: Sentence, span: Span, language: str) -> Iterator[tuple[int, int]]:
    """The common nouns that a number in a unit is of, with how far they are, the nearest first.

    Its own complement (« 34 % du capital », « 3 euros par repas »), the noun that it hangs on
    (« une amende de 300 euros »), the object and the subject of its verb (« l'action vaut 47 euros »).
    """
    tokens = sentence.tokens
    inside = {n for n, t in enumerate(tokens) if span.start <= t.start < span.end}
    if not inside:
        return
    complement = _find_complement(tokens, max(inside), language)
    if complement is not None:
        yield 0, complement
    at = next((n for n in sorted(inside) if tokens[n].head not in inside), min(inside))
    for _ in tokens:
        above = tokens[at].head
        if above == at:
            return
        if tokens[above].pos == "NOUN":
            yield 1, above
        for rank, relation in ((2, "obj"), (3, "nsubj")):
            for n, token in enumerate(tokens):
                own = token.head == above and token.dep.startswith(relation)
                if own and n not in inside and token.pos == "NOUN":
                    yield rank, n
        at = above


def _find_complement(tokens: Sequence[Token], last: int, language: str) -> int | None:
    """The noun right after a number that says what it is of or per: « du capital », « par repas »."""
    led = False
    for n in range(last + 1, len(tokens)):
        word = tokens[n].text.lower()
        if has_role(word, "of", language) or has_role(word, "per", language):
            led = True
        elif tokens[n].pos != "DET":
            return n if led and tokens[n].pos == "NOUN" else None
    return None


def climb_to_head(sentence: Sentence, at: int) -> int:
    """The noun that a noun is a complement of, however far: « reprise » for « travail »."""
    tokens = sentence.tokens
    for _ in tokens:
        above = tokens[at].head
        if not tokens[at].dep.startswith("nmod") or tokens[above].pos != "NOUN" or above == at:
            return at
        at = above
    return at
