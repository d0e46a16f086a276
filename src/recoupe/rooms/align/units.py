"""The passages that are compared: what is said, and what an article says in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from recoupe.records import Article, Form, Sentence, Span, Stance, Statement, Token
from recoupe.rooms.align.clauses import FEWEST_CONTENT_WORDS, count_content, label_clauses
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
    dropped = [piece.span for piece in article.furniture]
    units: list[Unit] = []
    for sentence in article.sentences:
        if len(sentence.tokens) <= LONGEST_SENTENCE_TOKENS:
            units.extend(_cut_sentence(article, sentence, dropped))
    return tuple(units)


def _cut_sentence(article: Article, sentence: Sentence, dropped: Sequence[Span]) -> Iterator[Unit]:
    tokens = sentence.tokens
    near = [s for s in article.statements if _touches(s, sentence.span)]
    holders = [_find_holder(near, token) for token in tokens]
    skipped = [
        _lies_in(token, dropped) or (holders[n] is None and _lies_in(token, _cues(near)))
        for n, token in enumerate(tokens)
    ]
    figures = _find_figures(article, sentence)
    labels = label_clauses(tokens, figures)
    keys = [
        (-1 if holders[n] is None else near.index(holders[n]), labels[n])  # type: ignore[arg-type]
        for n in range(len(tokens))
    ]
    kept = [n for n in range(len(tokens)) if not skipped[n]]
    units: list[Unit] = []
    for _, group in groupby(kept, key=lambda n: keys[n][0]):
        members = list(group)
        runs = [(k, list(g)) for k, g in groupby(members, key=lambda n: keys[n][1])]
        for _, indices in _merge_small(tokens, runs, figures):
            unit = _make_unit(article, sentence, indices, holders[indices[0]])
            if unit is not None:
                units.append(unit)
    for number, unit in enumerate(units):
        yield _show_speech(unit, units[:number] + units[number + 1 :], dropped)


def _show_speech(unit: Unit, others: Sequence[Unit], dropped: Sequence[Span]) -> Unit:
    """The unit with speaker and cue in its passage, where all that is said is a fragment.

    Only where the words between belong to nobody else and make a clause.
    """
    statement = unit.statement
    if statement is None or statement.cue is None or unit.wording is not Wording.FRAGMENT:
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
    if rank_wording(unit.sentence, words) is Wording.FRAGMENT:
        return unit
    return replace(unit, passage=passage, wording=Wording.PRONOUN_CLAUSE)


def _touches(statement: Statement, span: Span) -> bool:
    parts = [*statement.content, *([statement.cue] if statement.cue else [])]
    return any(part.overlaps(span) for part in parts)


def _cues(statements: Sequence[Statement]) -> list[Span]:
    cues = [s.cue for s in statements if s.cue]
    return cues + [s.speaker.mention for s in statements if s.speaker and s.speaker.mention]


def _lies_in(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start < token.end and token.start < span.end for span in spans)


def _find_holder(statements: Sequence[Statement], token: Token) -> Statement | None:
    """The statement with the shortest piece of content that holds the word."""
    found = [
        (piece.length_chars, piece.start, number)
        for number, statement in enumerate(statements)
        for piece in statement.content
        if piece.start <= token.start and token.end <= piece.end
    ]
    return statements[min(found)[2]] if found else None


def _find_figures(article: Article, sentence: Sentence) -> frozenset[int]:
    """Indices of the words of the sentence's figures that count something."""
    spans = [
        figure.span
        for figure in article.figures
        if figure.span.overlaps(sentence.span)
        and not figure.unit.startswith(("date", "ordinal", "duration", "age"))
    ]
    return frozenset(n for n, token in enumerate(sentence.tokens) if _lies_in(token, spans))


def _merge_small(
    tokens: Sequence[Token], runs: Sequence[Run], figures: frozenset[int]
) -> list[Run]:
    """Runs of which each says something; a small one joins the run before it, else the next.

    A count of two words (« 28 blessés ») is not small.
    """

    def is_small(indices: Sequence[int]) -> bool:
        fewest = FEWEST_CONTENT_WORDS - bool(figures & set(indices))
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
    article: Article, sentence: Sentence, indices: Sequence[int], statement: Statement | None
) -> Unit | None:
    tokens = sentence.tokens
    words = [n for n in indices if any(ch.isalnum() for ch in tokens[n].text)]
    while words and tokens[words[0]].pos == "CCONJ":
        words = words[1:]
    few = _fewest_words(article, sentence, words, statement)
    if not words or count_content([tokens[n] for n in words]) < few:
        return None
    span = Span(tokens[words[0]].start, tokens[words[-1]].end)
    return Unit(
        article=article,
        sentence=sentence,
        tokens=tuple(words),
        span=span,
        statement=statement,
        passage=span,
        wording=rank_wording(sentence, words),
        has_figure=bool(_find_figures(article, sentence) & set(words)),
    )


def _fewest_words(
    article: Article, sentence: Sentence, words: Sequence[int], statement: Statement | None
) -> int:
    """How many content words make a passage: one in « démentir toute fuite », else two or three.

    One is enough too in a short sentence in quotation (« c'est notre affaire »).
    """
    if statement is not None:
        is_whole = (
            statement.form is Form.DIRECT
            and rank_wording(sentence, words) >= Wording.PRONOUN_CLAUSE
        )
        return 1 if is_whole or statement.stance in ABOUT_A_CLAIM else 2
    return FEWEST_CONTENT_WORDS - bool(_find_figures(article, sentence) & set(words))
