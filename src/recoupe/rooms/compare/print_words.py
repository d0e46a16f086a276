"""Words that two passages share, as a reader finds them printed."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.language.word_keys import find_keys, fold_word
from recoupe.records import Token


def print_words(
    tokens: Sequence[Token],
    keys: Sequence[str],
    language: str,
    *,
    besides: str = "",
    limit: int = 3,
) -> str:
    """The words of a sentence that stand for some keys, as printed and in its order.

    Keys are stems and names of families; nobody reads « vaubr ».

    Args:
        tokens: The words of a sentence.
        keys: What they are compared by, those that say most first.
        language: Of the words.
        besides: Words that have been said already.
        limit: How many words at most.
    """
    said = {fold_word(word) for word in besides.split()}
    chosen: dict[int, str] = {}
    for key in keys:
        at = next(
            (
                n
                for n, token in enumerate(tokens)
                if key in find_keys(token.lemma, language) and fold_word(token.text) not in said
            ),
            None,
        )
        if at is not None and len(chosen) < limit:
            token = tokens[at]
            said.add(fold_word(token.text))
            chosen[at] = token.text if token.pos == "PROPN" else token.text.lower()
    return ", ".join(word for _, word in sorted(chosen.items()))
