"""How a passage reads for somebody who sees nothing else of its article."""

from __future__ import annotations

from recoupe.language.sentence_openings import starts_within
from recoupe.records import Article, Reading, Span

_LEANING = frozenset({"PRON", "CCONJ", "SCONJ", "ADP"})
# The same for words that start within a sentence, « … » before them.
_HANGING = frozenset({"PRON", "ADP", "VERB", "AUX", "SCONJ"})
_OPEN_END = frozenset({"CCONJ", "SCONJ", "ADP", "DET"})


def read_alone(article: Article, passage: Span) -> Reading:
    """How the words of a passage read alone.

    Args:
        article: Where it stands, with its parse.
        passage: The passage.

    Returns:
        SENTENCE with subject and finite verb; LEANING where it opens with a pronoun or a word that
        binds it to another clause, ends on a preposition, or has one of two quotation marks;
        FRAGMENT without subject or finite verb. A verb in a clause of its own inside a fragment
        counts as one of the passage.
    """
    tokens = [
        token
        for sentence in article.sentences_in(passage)
        for token in sentence.tokens
        if passage.start <= token.start and token.end <= passage.end
    ]
    finite = any("VerbForm=Fin" in t.morph and t.pos in {"VERB", "AUX"} for t in tokens)
    subject = any(t.dep.startswith(("nsubj", "expl")) for t in tokens)
    if not (finite and subject):
        return Reading.FRAGMENT
    first = next((t for t in tokens if t.pos != "PUNCT"), tokens[0])
    opening = _HANGING if starts_within(article, passage) else _LEANING
    words = passage.cut(article.text)
    if first.pos in opening or tokens[-1].pos in _OPEN_END or words.count("«") != words.count("»"):
        return Reading.LEANING
    return Reading.SENTENCE
