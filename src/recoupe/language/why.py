"""Why sides of a difference part, in the words of each language of the interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.language.close_marks import close_marks
from recoupe.language.labels import Labels, read_labels

# What one detail of a sentence may be: words, nobody (the article itself), several words, or several
# with the ISO date of each.
Part = str | None | tuple[str, ...] | tuple[tuple[str, str | None], ...]
# A passage is quoted up to here; its evidence stands below in full.
QUOTED_LIMIT_CHARS = 120
_LOOSE_END = re.compile(r"(?:[\s,;:.(«“\"–—-]|\b[ldcjmnstLDCJMNST][’']|\bqu[’'])+$")
_OPENING = re.compile(r"[«“„][ \u00a0\u202f]*")
_CLOSING = re.compile(r"[ \u00a0\u202f]*[»”]")
# How each item of a list is written and which word stands before the last, by the name of the detail.
_LISTS = {"steps": ("step", "then"), "values": ("quoted", "and"), "names": ("named", "and")}


@dataclass(frozen=True, slots=True)
class Why:
    """A reason with the words that it is told with.

    Attributes:
        code: Key of its sentence in the catalogue (`language/labels/`, section `why`).
        details: What stands for the names in braces: passages and names as they are printed.
    """

    code: str
    details: Mapping[str, Part]


def give_why(code: str, **details: Part) -> Why:
    """A reason with its details; None stands for the article itself."""
    return Why(code, details)


def word_difference(why: Why, language: str) -> str:
    r"""The sentence of a reason, with a capital, in the typography of the language.

    Marks within a quoted passage become those of the second level and stand in pairs. Names have
    no article and no verb of theirs: nobody knows whether « police » takes a plural.

    Raises:
        KeyError: The catalogue has no such reason, or a detail is missing.

    Example:
        >>> why = give_why("two_values", one="police", first="220", other="CGT", second="400")
        >>> word_difference(why, "en")
        'Police: “220”; CGT: “400”, for the same count.'
    """
    labels = read_labels(language, "recoupe.language")
    parts = {name: _write_part(name, part, labels) for name, part in why.details.items()}
    sentence = labels.say(f"why.{why.code}", **parts)
    return sentence[:1].upper() + sentence[1:]


def _write_part(name: str, part: Part, labels: Labels) -> str:
    if part is None:
        return labels.say("list.article")
    if isinstance(part, str):
        return _set_marks(part, labels)
    item, last = _LISTS[name]
    written = []
    for each in part:
        words, on = (each, None) if isinstance(each, str) else each
        dated = {"on": on or labels.say("list.no_date")} if item == "step" else {}
        written.append(labels.say(f"list.{item}", words=_set_marks(words, labels), **dated))
    if len(written) < 2:
        return "".join(written)
    return f"{', '.join(written[:-1])}{labels.say(f'list.{last}')}{written[-1]}"


def shorten(words: str, limit_chars: int) -> str:
    """Words up to a limit, cut between two of them and ended with « … ».

    Example:
        >>> shorten("la fermeture de l’usine de Vernoy", 20)
        'la fermeture de…'
    """
    flat = " ".join(words.split())
    if len(flat) <= limit_chars:
        return flat
    short = flat[: limit_chars + 1].rsplit(" ", 1)[0]
    return _LOOSE_END.sub("", short) + "…"


def _set_marks(words: str, labels: Labels) -> str:
    """A passage as it is quoted: not too long, with marks of the second level that are in pairs."""
    closed = close_marks(shorten(words, QUOTED_LIMIT_CHARS))
    opened = _OPENING.sub(labels.say("list.inner_start"), closed)
    return _CLOSING.sub(labels.say("list.inner_end"), opened)
