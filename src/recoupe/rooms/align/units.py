"""The passages that are compared: what is said, and what an article says in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from recoupe.records import Article, Form, Sentence, Span, Stance, Statement, Token
from recoupe.rooms.align.clauses import (
    FEWEST_CONTENT_WORDS,
    count_content,
    find_topic,
    label_clauses,
)
from recoupe.rooms.align.surroundings import Surroundings, find_words, look_around
from recoupe.rooms.align.wording import Wording, rank_wording

# A sentence longer than this is a list or a page without full stops: its parse tells nothing, and
# walking it would cost its square.
LONGEST_SENTENCE_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage that says one thing.

    Attributes:
        article: The article it stands in.
        sentence: Its sentence.
        tokens: Indices of its words in the sentence.
        span: From its first word to its last, marks at the ends left out.
        statement: The innermost statement that holds it; None in the article's own voice.
        passage: What is shown of it: its span, with speaker and cue where the content alone says
            nothing (« le groupe a démenti toute fuite »).
        wording: How well the passage stands alone.
        has_figure: Whether it holds a number that counts something.
    """

    article: Article
    sentence: Sentence
    tokens: tuple[int, ...]
    span: Span
    statement: Statement | None
    passage: Span
    wording: Wording
    has_figure: bool

    @property
    def text(self) -> str:
        """The words that are compared, letter for letter."""
        return self.span.cut(self.article.text)

    @property
    def shown(self) -> str:
        """The words of the passage, letter for letter."""
        return self.passage.cut(self.article.text)


# What somebody confirms, denies or announces is a claim even where one word names it.
ABOUT_A_CLAIM = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.ANNOUNCES})

Run = tuple[int, list[int]]


def cut_units(article: Article) -> tuple[Unit, ...]:
    """The passages of an article in text order, disjoint.

    Contents of statements are cut into clauses like the article's own sentences; cues, speakers
    and leftovers of fewer than three content words are nobody's claim, nor is any furniture:
    date lines, outlets and repeated titles say nothing of their own.
    """
    units: list[Unit] = []
    for around in look_around(article):
        if len(around.sentence.tokens) <= LONGEST_SENTENCE_TOKENS:
            units.extend(_cut_sentence(around))
    return tuple(units)


def _cut_sentence(around: Surroundings) -> Iterator[Unit]:
    tokens, figures = around.sentence.tokens, around.figures
    holders = _find_holders(around.statements, tokens)
    dropped = find_words(tokens, around.furniture)
    cued = find_words(tokens, around.cues)
    labels = label_clauses(tokens, figures)
    topic = find_topic(tokens, figures)
    kept = [
        n
        for n in range(len(tokens))
        if n not in dropped and not (holders[n] is None and (n in cued or n in topic))
    ]
    units: list[Unit] = []
    for holder, group in groupby(kept, key=lambda n: holders[n]):
        statement = None if holder is None else around.statements[holder]
        runs = [(label, list(run)) for label, run in groupby(group, key=lambda n: labels[n])]
        for _, indices in _merge_small(tokens, runs, figures):
            unit = _make_unit(around, indices, statement)
            if unit is not None:
                units.append(unit)
    for number, unit in enumerate(units):
        yield _show_speech(unit, units[:number] + units[number + 1 :], around.furniture)


def _show_speech(unit: Unit, others: Sequence[Unit], dropped: Sequence[Span]) -> Unit:
    """The unit with speaker and cue in its passage, where all that is said is a fragment.

    Only where the words between belong to nobody else and make a clause.
    """
    statement = unit.statement
    bare = unit.has_figure and _count_words(unit) == 1  # « ils étaient 2 800 »: who says so?
    if statement is None or statement.cue is None:
        return unit
    if unit.wording is not Wording.FRAGMENT and not bare:
        return unit
    if any(other.statement is statement for other in others):
        return unit
    mention = statement.speaker.mention if statement.speaker is not None else None
    parts = [
        part
        for part in (unit.span, statement.cue, mention)
        if part is not None and unit.sentence.span.contains(part)
    ]
    passage = Span(min(part.start for part in parts), max(part.end for part in parts))
    taken = [other.span for other in others] + list(dropped)
    if passage == unit.span or any(passage.overlaps(span) for span in taken):
        return unit
    words = [
        n
        for n, token in enumerate(unit.sentence.tokens)
        if passage.start <= token.start and token.end <= passage.end
    ]
    if rank_wording(unit.sentence, words) is not Wording.FRAGMENT:
        return replace(unit, passage=passage, wording=Wording.PRONOUN_CLAUSE)
    return replace(unit, passage=passage) if bare else unit


def _count_words(unit: Unit) -> int:
    """How many content words a passage has."""
    return count_content([unit.sentence.tokens[n] for n in unit.tokens])


def _find_holders(statements: Sequence[Statement], tokens: Sequence[Token]) -> list[int | None]:
    """For each word the number of the statement with the shortest piece of content that holds it."""
    pieces = sorted(
        (piece.length_chars, piece.start, number, piece.end)
        for number, statement in enumerate(statements)
        for piece in statement.content
    )
    return [
        next(
            (
                number
                for _, start, number, end in pieces
                if start <= token.start and token.end <= end
            ),
            None,
        )
        for token in tokens
    ]


def _merge_small(
    tokens: Sequence[Token], runs: Sequence[Run], figures: frozenset[int]
) -> list[Run]:
    """Runs of which each says something; a small one joins the run before it, else the next.

    A count of two words (« 28 blessés ») is not small.
    """

    def is_small(indices: Sequence[int]) -> bool:
        fewest = FEWEST_CONTENT_WORDS - (not figures.isdisjoint(indices))
        return count_content([tokens[n] for n in indices]) < fewest

    merged: list[Run] = []
    for label, indices in runs:
        small = is_small(indices)
        before_small = bool(merged) and is_small(merged[-1][1])
        if merged and (small or before_small or merged[-1][0] == label):
            merged[-1] = (label if before_small else merged[-1][0], merged[-1][1] + indices)
        else:
            merged.append((label, list(indices)))
    return merged


def _make_unit(
    around: Surroundings, indices: Sequence[int], statement: Statement | None
) -> Unit | None:
    sentence, tokens = around.sentence, around.sentence.tokens
    words = [n for n in indices if any(ch.isalnum() for ch in tokens[n].text)]
    while words and tokens[words[0]].pos == "CCONJ":
        words = words[1:]
    has_figure = not around.figures.isdisjoint(words)
    few = _fewest_words(sentence, words, statement, has_figure=has_figure)
    if not words or count_content([tokens[n] for n in words]) < few:
        return None
    span = Span(tokens[words[0]].start, tokens[words[-1]].end)
    return Unit(
        article=around.article,
        sentence=sentence,
        tokens=tuple(words),
        span=span,
        statement=statement,
        passage=span,
        wording=rank_wording(sentence, words),
        has_figure=has_figure,
    )


def _fewest_words(
    sentence: Sentence, words: Sequence[int], statement: Statement | None, *, has_figure: bool
) -> int:
    """How many content words make a passage: one in « démentir toute fuite », else two or three.

    One is enough too in a short sentence in quotation (« c'est notre affaire ») and where a count
    is somebody's (« ils étaient 2 800, selon la police »).
    """
    if statement is not None:
        if has_figure:
            return 1
        is_whole = (
            statement.form is Form.DIRECT
            and rank_wording(sentence, words) >= Wording.PRONOUN_CLAUSE
        )
        return 1 if is_whole or statement.stance in ABOUT_A_CLAIM else 2
    return FEWEST_CONTENT_WORDS - has_figure
