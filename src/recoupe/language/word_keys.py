"""Keys of words: what brings « envoyer », « l'envoi » and « expédier » together."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from recoupe.language.pack import load_table
from recoupe.language.shelves import match_word

# A stem shorter than this says too little to stand for its word.
SHORTEST_STEM_CHARS = 4


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """The word in lower case without accents, its apostrophes straight.

    Example:
        >>> fold_word("Désespoir"), fold_word("Cœur")
        ('desespoir', 'coeur')
    """
    plain = word.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    bare = unicodedata.normalize("NFD", plain.replace("\u00ad", "").replace("\u200b", ""))
    return "".join(ch for ch in bare if not unicodedata.combining(ch))


@lru_cache(maxsize=65_536)
def find_families(lemma: str, language: str) -> tuple[str, ...]:
    """The families of press words that a lemma belongs to, in file order; none for most words.

    Example:
        >>> find_families("dépêcher", "fr"), find_families("girouette", "fr")
        (('envoyer',), ())
    """
    word = unicodedata.normalize("NFC", lemma.lower())
    found = match_word(language, "synonyms", word)
    return tuple(dict.fromkeys(entry.data["family"] for entry in found))


@lru_cache(maxsize=65_536)
def cut_stem(lemma: str, language: str) -> str:
    """The folded lemma without its derivational ending.

    Example:
        >>> cut_stem("menacer", "fr") == cut_stem("menace", "fr")
        True
        >>> cut_stem("pont", "fr")
        'pont'
    """
    word = fold_word(lemma)
    for entry in load_table(language, "suffixes"):
        stem = entry.regex.sub("", unicodedata.normalize("NFC", lemma.lower()), count=1)
        folded = fold_word(stem)
        if folded != word and len(folded) >= SHORTEST_STEM_CHARS:
            return folded
    return word


@lru_cache(maxsize=65_536)
def find_keys(lemma: str, language: str) -> tuple[str, ...]:
    """What a word is compared by: its families (« arrêter » is to stop and to take in), else its stem.

    Example:
        >>> find_keys("dépêcher", "fr"), find_keys("pont", "fr")
        (('envoyer',), ('pont',))
    """
    return find_families(lemma, language) or (cut_stem(lemma, language),)


def find_key(lemma: str, language: str) -> str:
    """The first key of a word.

    Example:
        >>> find_key("rembourser", "fr") == find_key("remboursement", "fr")
        True
    """
    return find_keys(lemma, language)[0]
