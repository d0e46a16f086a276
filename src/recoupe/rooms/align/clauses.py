"""Where a sentence can be cut into clauses that each say one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.records import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"})
# A clause with fewer content words than this is no claim of its own and stays with its neighbour.
# Read off the 84 passages of the five hand-read articles: the shortest hold three.
FEWEST_CONTENT_WORDS = 3
# An adjunct set off by a comma is cut from this many content words on (« après une réunion avec
# les responsables de la sécurité »).
ADJUNCT_CONTENT_WORDS = 4


def count_content(tokens: Sequence[Token]) -> int:
    """How many words of a clause carry meaning; auxiliaries and function words do not."""
    return sum(map(is_content, tokens))


def is_content(token: Token) -> bool:
    """Whether a word carries meaning."""
    return token.pos in CONTENT and any(ch.isalnum() for ch in token.text)


def label_clauses(
    tokens: Sequence[Token], figures: frozenset[int] = frozenset()
) -> tuple[int, ...]:
    """For each word, the index of the word that heads its clause.

    Counts joined in a list are cut too (« cinq morts et 28 blessés, dont six graves »): each is
    a claim of its own.

    Args:
        tokens: The words of one sentence.
        figures: Indices of the words of figures that count something.

    Cut are relative clauses, verbs joined by « et », « mais », « ; », adverbial and participial
    clauses set off by punctuation, and longer adjuncts set off by a comma. Not cut are complement
    clauses: who says, thinks or expects stays with what is said, unless a statement cuts there.
    """
    paths = [_path(tokens, n) for n in range(len(tokens))]
    starts = _subtree_starts(tokens, paths)
    sizes = _count_below(paths, (n for n, token in enumerate(tokens) if token.pos in CONTENT))
    counted = _count_below(paths, figures)
    heads = [
        _is_clause_head(tokens, n, starts[n], sizes[n])
        or (tokens[n].dep == "conj" and 0 < counted[n] < counted[tokens[n].head])
        for n in range(len(tokens))
    ]
    return tuple(next((above for above in path if heads[above]), n) for n, path in enumerate(paths))


def _is_clause_head(tokens: Sequence[Token], n: int, start: int, size: int) -> bool:
    token = tokens[n]
    if token.head == n:
        return True
    if size < FEWEST_CONTENT_WORDS:
        return False
    set_off = start == 0 or not tokens[start - 1].text[-1].isalnum()
    if token.dep.startswith("obl"):  # « après une réunion avec … », set off by a comma
        return set_off and size >= ADJUNCT_CONTENT_WORDS
    if not _is_verbal(tokens, n):
        return False
    match token.dep:
        case "acl:relcl" | "parataxis":
            return True
        case "conj":  # two verbs, not « tués ou blessés »: the second brings words of its own
            return _is_verbal(tokens, token.head)
        case "advcl" | "acl":
            return set_off
        case _:
            return False


def _is_verbal(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n].pos in {"VERB", "AUX"} or any(
        token.head == n and token.dep in {"cop", "aux:tense", "aux:pass"} for token in tokens
    )


def _path(tokens: Sequence[Token], n: int) -> list[int]:
    """The word and its heads up to the root; a cycle of a broken parse ends the path."""
    path = [n]
    while (head := tokens[path[-1]].head) not in path:
        path.append(head)
    return path


def _subtree_starts(tokens: Sequence[Token], paths: Sequence[Sequence[int]]) -> list[int]:
    """For each word the first word below or at it; marks are left out."""
    starts = list(range(len(tokens)))
    for n, token in enumerate(tokens):
        if token.pos == "PUNCT":
            continue
        for above in paths[n]:
            if n < starts[above]:
                starts[above] = n
    return starts


def _count_below(paths: Sequence[Sequence[int]], words: Iterable[int]) -> list[int]:
    """How many of some words each word has below or at it."""
    counts = [0] * len(paths)
    for n in words:
        for above in paths[n]:
            counts[above] += 1
    return counts
