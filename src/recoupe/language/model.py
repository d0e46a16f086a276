"""The spaCy model of a language, loaded once and made fast."""

from __future__ import annotations

import gc
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from recoupe.errors import ModelError
from recoupe.language.pack import load_settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.language import Language
    from spacy.pipeline import AttributeRuler


@cache
def load_model(language: str) -> Language:
    """The model that the language's pack names, half as dear as stock and with the same output but tags.

    Four changes make it fast: NumPy's BLAS instead of blis, the lemmatiser's word lists as sets
    instead of lists that are scanned one by one, no rules that write a tag and nothing else, and each
    distinct word of a batch looked up once (`embed_once.py`). Nothing asks for `tag_`; in French it
    repeats `pos_`. One change mends it: an elided word before a mark of quotation stays whole.

    Raises:
        ModelError: The model is not installed.
        PackError: There is no pack for the language.

    Source:
        docs/decisions/0003-parser-speed.md
    """
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from recoupe.language.embed_once import embed_words_once

    set_current_ops(NumpyOps(use_blis=False))
    name = load_settings(language)["model"]
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"The spaCy model {name!r} is not installed.",
            hint=f"Install it: python -m pip install {name.replace('_', '-')}",
        ) from error
    _speed_up_lemmatizer(nlp)
    _drop_tag_rules(nlp)
    embed_words_once(nlp)
    _keep_elisions_whole(nlp, load_settings(language).get("elisions", ()))
    # The model is kept for good: without this every garbage collection walks through it again.
    gc.collect()
    gc.freeze()
    return nlp


def _speed_up_lemmatizer(nlp: Language) -> None:
    """Turn the lemmatiser's index lists into sets; membership is all they are asked for."""
    if not nlp.has_pipe("lemmatizer"):
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return
    index = lookups.get_table("lemma_index")
    for pos in list(index):
        index[pos] = frozenset(index[pos])


def _keep_elisions_whole(nlp: Language, elisions: Sequence[str]) -> None:
    """Read « qu'« il part » » as « qu' », « « », « il »: stock makes « qu » and « ' » of it, or one word.

    Text without a mark of quotation behind an elision is cut as before.

    Args:
        nlp: The pipeline.
        elisions: Words that lose their vowel, without apostrophe.
    """
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    for word in elisions:
        for elided in (f"{word}{mark}" for mark in "'’"):
            tokenizer.add_special_case(elided, [{"ORTH": elided}])
            tokenizer.add_special_case(elided.capitalize(), [{"ORTH": elided.capitalize()}])
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=['’])[«“]"]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _drop_tag_rules(nlp: Language) -> None:
    """Take out of the attribute ruler what only writes tags; a matcher goes over each word for it."""
    if not nlp.has_pipe("attribute_ruler"):
        return
    ruler = cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))
    patterns = [
        rule for rule in ruler.patterns if list(cast("Mapping[str, Any]", rule["attrs"])) != ["TAG"]
    ]
    ruler.clear()
    ruler.add_patterns(patterns)
