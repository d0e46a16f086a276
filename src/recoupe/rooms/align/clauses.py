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

# What a subject is, what ends the search for one before its verb, and how many words it has at most.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
BEFORE_SUBJECT = frozenset({"CCONJ", "VERB", "AUX", "SCONJ"})
SUBJECT_WORDS = 8
THOUSAND_DIGITS = 3

# Marks before a count that stands in a list, and words between such a mark and the count.
CUTTING = frozenset({",", ":", ";", "("})
LINKING = frozenset({"ADP", "PRON", "CCONJ", "ADV"})


def count_content(tokens: Sequence[Token]) -> int:
    """How many words of a clause carry meaning; auxiliaries and function words do not."""
    return sum(map(is_content, tokens))


def is_content(token: Token) -> bool:
    """Whether a word carries meaning."""
    if token.pos in {"PRON", "DET"}:  # « ils étaient 2 800 », « six d'entre eux »
        return _is_number(token)
    return token.pos in CONTENT and (token.text.isalnum() or any(ch.isalnum() for ch in token.text))


def _is_number(token: Token) -> bool:
    """Whether a word without a noun or before one is a number; of « 4 500 » its last three digits."""
    if token.pos == "DET" and not token.text[0].isdigit():
        return False
    whole = not token.text.isdigit() or len(token.text) == THOUSAND_DIGITS or token.pos == "PRON"
    return whole and ("NumType=Card" in token.morph or token.text[0].isdigit())


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
    above = _give_subjects(tokens)
    paths = [_path(above, n) for n in range(len(tokens))]
    starts = _subtree_starts(tokens, paths)
    sizes = _count_below(paths, (n for n, token in enumerate(tokens) if token.pos in CONTENT))
    counted = _count_below(paths, figures)
    heads = [
        _is_clause_head(tokens, n, starts[n], sizes[n], has_count=counted[n] > 0)
        or (tokens[n].dep == "conj" and 0 < counted[n] < counted[above[n]])
        for n in range(len(tokens))
    ]
    labels = [next((top for top in path if heads[top]), n) for n, path in enumerate(paths)]
    return tuple(_cut_counts(tokens, labels, figures))


def find_topic(tokens: Sequence[Token], figures: frozenset[int]) -> range:
    """The words before the colon of a headline that only name its matter (« Grève au port : … »).

    None where they say something by a verb or a count, or where nothing follows.
    """
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), 0)
    if not colon:
        return range(0)
    says = any("VerbForm=Fin" in token.morph for token in tokens[:colon]) or any(
        n < colon for n in figures
    )
    if says or count_content(tokens[colon:]) < FEWEST_CONTENT_WORDS:
        return range(0)
    return range(colon)


def _cut_counts(
    tokens: Sequence[Token], labels: Sequence[int], figures: frozenset[int]
) -> list[int]:
    """The labels, with one of its own for each count that ends a list without a verb after it.

    « 28 blessés, dont six graves », « ils ont défilé : 6 000 selon les syndicats, 2 300 selon la
    police », « 22 navires attendent, contre 14 mardi ». « Trois hommes, dont un mineur, ont
    fui » stays whole.
    """
    cut = list(labels)
    counted: set[int] = set()
    for n in sorted(figures):
        label = labels[n]
        mark = n - 1
        while mark > 0 and tokens[mark].pos in LINKING:
            mark -= 1
        if n - 1 not in figures and mark > 0 and tokens[mark].text in CUTTING:
            rest = [m for m in range(n, len(tokens)) if labels[m] == label]
            listed = label in counted or tokens[mark].text == ":"
            if listed and not any("VerbForm=Fin" in tokens[m].morph for m in rest):
                for m in range(mark + 1, len(tokens)):
                    cut[m] = n if labels[m] == label else cut[m]
        counted.add(label)
    return cut


def _is_clause_head(
    tokens: Sequence[Token], n: int, start: int, size: int, *, has_count: bool
) -> bool:
    token = tokens[n]
    if token.head == n:
        return True
    # « et six d'entre eux sont hospitalisés » holds two content words and says how many.
    if size < FEWEST_CONTENT_WORDS - has_count:
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


def _give_subjects(tokens: Sequence[Token]) -> list[int]:
    """The head of each word, where a second verb without a subject gets the words between « et » and it.

    « … de fièvre, et six d'entre eux sont hospitalisés »: the parser often takes the subject for
    one more member of the list before it.
    """
    above = [token.head for token in tokens]
    has_subject = {token.head for token in tokens if token.dep.startswith(("nsubj", "expl:subj"))}
    for n, token in enumerate(tokens):
        if token.dep != "conj" or n in has_subject or not _is_verbal(tokens, n):
            continue
        end = n
        while end and tokens[end - 1].head == n and tokens[end - 1].pos not in NOMINAL:
            end -= 1
        start = end
        while (
            start and tokens[start - 1].pos not in BEFORE_SUBJECT and end - start <= SUBJECT_WORDS
        ):
            start -= 1
        between = range(start, end)
        if not start or tokens[start - 1].pos != "CCONJ":
            continue
        if any(tokens[m].pos in NOMINAL for m in between):
            for m in between:
                above[m] = above[m] if start <= above[m] < end else n
    return above


def _path(above: Sequence[int], n: int) -> list[int]:
    """The word and its heads up to the root; a cycle of a broken parse ends the path."""
    path = [n]
    while (head := above[path[-1]]) not in path:
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
