"""Whether two names are one person's: string logic that needs no list of words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from recoupe.language.repair import repair_mojibake

# A slip or another transliteration changes few letters of a last name: « Zelensky », « Zelenskyy »
# (1), « Loukachenko », « Lukashenko » (3 of 11). Below this similarity two last names stay two.
# Set on the pairs of tests/language/test_names.py; « Martin », « Marin » must stay apart, so short
# names have to be equal once they are folded.
TRANSLITERATION_RATIO = 0.78
# Last names shorter than this differ by one letter too often to be joined on likeness.
SHORT_NAME_CHARS = 7

# Letters and groups that transliterations of one name into French, English or German write
# differently; each is folded to one sound. Order matters: longer groups first.
_SOUNDS = (
    (re.compile(r"w$"), "v"),
    (re.compile(r"tch|tsch|tsh|ch|sh|sch"), "c"),
    (re.compile(r"kh|gh"), "k"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dj|j|zh"), "z"),
    (re.compile(r"[yï]+|ii+|ij|iy"), "i"),
    (re.compile(r"v|ff"), "f"),
    (re.compile(r"qu|q|ck|c(?=[aou])"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.)[ei]+$"), ""),
)
_PARTICLES = re.compile(r"(?:von|van|der|den|de|du|la|le|el|al|ben|bin|d|da|dos|di)", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def fold_name(name: str) -> str:
    """The name in lower case without accents, its words joined by single spaces.

    Example:
        >>> fold_name("Sergueï  LAVROV")
        'serguei lavrov'
        >>> fold_name("Le Bris-Kerven")
        'le bris-kerven'
    """
    joined = repair_mojibake(name).lower().replace("œ", "oe").replace("æ", "ae")
    bare = unicodedata.normalize("NFD", joined.replace("’", "'").replace("\u00ad", ""))
    kept = "".join(
        ch for ch in bare if not unicodedata.combining(ch) and ch not in "\u200b\u200c\u200d"
    )
    return " ".join(re.findall(r"[\w'-]+", kept))


@lru_cache(maxsize=50_000)
def last_name(name: str) -> str:
    """The folded last name with its particles: all after the first names that precede it.

    A name of one word is a last name. Two first names (« Kim Jong Un ») are not told apart from a
    first and a last name: the last word is given.

    Example:
        >>> last_name("Ursula von der Leyen"), last_name("Rutte"), last_name("Jean-Luc Le Goff")
        ('von der leyen', 'rutte', 'le goff')
    """
    words = fold_name(name).split()
    if not words:
        return ""
    start = len(words) - 1
    while start > 0 and _PARTICLES.fullmatch(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def first_names(name: str) -> str:
    """The folded words before the last name; empty where there are none.

    Example:
        >>> first_names("Ursula von der Leyen"), first_names("Rutte")
        ('ursula', '')
    """
    folded = fold_name(name)
    return folded.removesuffix(last_name(name)).strip()


@lru_cache(maxsize=65_536)
def fold_sounds(name: str) -> str:
    """A key that transliterations of one name share; not a word of any language.

    Example:
        >>> fold_sounds("Zelensky") == fold_sounds("Zelenskyy") == fold_sounds("Zelenski")
        True
        >>> fold_sounds("Kharkov") == fold_sounds("Karkov")
        True
    """
    key = fold_name(name).replace(" ", "").replace("-", "").replace("'", "")
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


def is_translator_slip(word: str, name: str) -> bool:
    """Whether a word is a name with the possessive « s » that machine translation leaves on it.

    « Ruttes » for "Rutte's". A name that itself ends in « s » is no slip of a shorter one unless
    that shorter name is given, so ask only with names that the text holds.

    Example:
        >>> is_translator_slip("Ruttes", "Rutte"), is_translator_slip("Rutte's", "Rutte")
        (True, True)
        >>> is_translator_slip("Rutter", "Rutte")
        False
    """
    folded, wanted = fold_name(word), fold_name(name)
    return folded in {f"{wanted}s", f"{wanted}'s", f"{wanted}'"} and len(wanted) > 2


def same_last_name(one: str, other: str) -> bool:
    """Whether two last names are one: equal, a translator's slip, or two transliterations.

    Example:
        >>> same_last_name("Zelensky", "Zelenskyy"), same_last_name("de La Tour", "La Tour")
        (True, True)
        >>> same_last_name("Martin", "Marin"), same_last_name("Durand", "Durant")
        (False, False)
    """
    first, second = last_name(one), last_name(other)
    if not first or not second:
        return False
    if first.split()[0] != second.split()[0]:
        first, second = _drop_particles(first, second)
    if first == second or is_translator_slip(first, second) or is_translator_slip(second, first):
        return True
    if first[0] != second[0] and fold_sounds(first)[:1] != fold_sounds(second)[:1]:
        return False
    keys = fold_sounds(first), fold_sounds(second)
    if min(map(len, keys)) >= SHORT_NAME_CHARS - 2 and keys[0] == keys[1]:
        return True
    return (
        min(map(len, (first, second))) >= SHORT_NAME_CHARS
        and Levenshtein.normalized_similarity(*keys) >= TRANSLITERATION_RATIO
        and keys[0][-2:] == keys[1][-2:]
    )


def _drop_particles(one: str, other: str) -> tuple[str, str]:
    """Two last names without the particles that one of them lacks (« de La Tour », « La Tour »)."""
    words = (one.split(), other.split())
    shared = min(map(len, words))
    return " ".join(words[0][-shared:]), " ".join(words[1][-shared:])


def same_first_names(one: str, other: str) -> bool:
    """Whether two first names can be one person's: equal, an initial, missing, or like in sound.

    Example:
        >>> same_first_names("J.", "Jean"), same_first_names("", "Jean")
        (True, True)
        >>> same_first_names("Alexander", "Alexandre"), same_first_names("Jean", "Paul")
        (True, False)
    """
    first, second = fold_name(one), fold_name(other)
    if not first or not second or first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) <= 2:
        return long.startswith(short[0])
    if long.split()[0] == short or set(short.split()) <= set(long.split()):
        return True
    keys = fold_sounds(first), fold_sounds(second)
    return keys[0] == keys[1] or (
        keys[0][0] == keys[1][0]
        and Levenshtein.normalized_similarity(*keys) >= TRANSLITERATION_RATIO - 0.08
    )
