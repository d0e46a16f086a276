"""What a person typed into the search box, read as words and phrases to find."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.language.pack import known_languages, load_table
from recoupe.store.fold_words import fold_words

# A question of more words is a text; what is beyond is passed over.
MOST_CHARS = 1000
MOST_TERMS = 24

_PHRASE = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"")
_GROUPED_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+(?![\d,])")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found.

    Attributes:
        sequences: Folded words one beside another; any of the sequences will do.
        is_exact: Whether it was asked for letter for letter, in « » or "": other forms of the
            word do not count.
    """

    sequences: tuple[Words, ...]
    is_exact: bool = False


def read_terms(words: str) -> tuple[Term, ...]:
    """The terms of a query in their order; none where it holds no word.

    Whatever is typed is read: unclosed quotation marks, operators and jokers are no words. Words
    that are in nearly every text (« de », « la ») are passed over where there are others.

    Example:
        >>> [term.sequences for term in read_terms('l’état de la "centrale à charbon')]
        [(('etat',),), (('centrale',),), (('charbon',),)]
        >>> read_terms("«\u00a0à charbon\u00a0» 1 200")[0]
        Term(sequences=(('a', 'charbon'),), is_exact=True)
        >>> read_terms("NEAR( * ^")
        (Term(sequences=(('near',),), is_exact=False),)
    """
    text = words[:MOST_CHARS]
    exact: list[Term] = []
    for match in _PHRASE.finditer(text):
        phrase = tuple(
            fold_words(next(part for part in match.groups() if part is not None)).split()
        )
        if phrase:
            exact.append(Term((phrase,), is_exact=True))
    text = _PHRASE.sub(" ", text)
    numbers = [tuple(fold_words(found).split()) for found in _GROUPED_DIGITS.findall(text)]
    exact.extend(Term((groups, ("".join(groups),)), is_exact=True) for groups in numbers)
    loose = list(dict.fromkeys(fold_words(_GROUPED_DIGITS.sub(" ", text)).split()))
    telling = [word for word in loose if not _is_in_every_text(word)]
    chosen = telling if telling or exact else loose
    terms = [*dict.fromkeys(exact), *(Term(((word,),)) for word in chosen)]
    return tuple(terms[:MOST_TERMS])


@cache
def _is_in_every_text(word: str) -> bool:
    return any(
        entry.regex.search(word)
        for language in known_languages()
        for entry in load_table(language, "unsearched_words")
    )
