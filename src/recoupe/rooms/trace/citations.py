"""Which media an article says it has its news from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.language import Entry, load_table
from recoupe.records import Article, Sentence, Span

# What an article says first is its news; a medium cited farther down gave a detail.
LEAD_SENTENCES = 6
# The words before a name within which the citing words end, and after it.
_NEAR_CHARS = 60
_DETERMINER = re.compile(
    r"(?:\s*(?:l['’]|le |la |les |nos confrères d(?:e |u |es )|l['’]agence (?:de presse )?|"
    r"(?:le |la )?(?:quotidien|journal|site|magazine|hebdomadaire|mensuel|chaîne|radio|média|station)"
    r"(?: (?!d['eu])\w+){0,2} ))*$",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"\b(?:quotidien|journal|site|magazine|hebdomadaire|mensuel|chaîne|radio|média|station|agence)"
    r"(?: (?:régional|local|national|italien|allemand|américain|britannique|espagnol|belge|suisse)e?)?\s+"
    r"((?:(?:L[ea]s?|De|Der|The|El)\s|L['’])?[A-ZÀ-Þ][\w'’.-]*(?:\s(?:(?:de|du|des|d['’]|la|le|les|en)\s?)*[A-ZÀ-Þ][\w'’.-]*){0,4})"
)
_CAPITALISED = re.compile(
    r"\b(?:(?:L[ea]s?)\s|L['’])?[A-ZÀ-Þ][\w'’.-]*(?:\s(?:(?:de|du|des|la|le|les|en)\s)*(?:[dl]['’])?[A-ZÀ-Þ][\w’'.-]*){0,4}"
)
_WORD = re.compile(r"\S+")
_ARTICLE = re.compile(r"^(?:l['’]|les?\s|la\s)", re.IGNORECASE)
_HOST = re.compile(r"^(?:www\.)?([\w-]+)\.(?:[a-z]{2,6})(?:\.[a-z]{2})?$")


@dataclass(frozen=True, slots=True)
class Citation:
    """A medium that an article names as where it has its news from.

    Attributes:
        key: The medium's name made comparable, see `make_keys`.
        name: As written.
        span: The citing words and the name.
        sentence: Where they stand.
        in_lead: Whether that is a heading or one of the first sentences.
    """

    key: str
    name: str
    span: Span
    sentence: Sentence
    in_lead: bool


def find_citations(article: Article, outlets: frozenset[str]) -> tuple[Citation, ...]:
    """The media that an article cites, in text order, its own outlet left out.

    « selon Le Parisien », « a-t-il dit à l'AFP », « interrogé par la BBC », « au micro de »,
    « le Parisien révèle que ». A medium is known by the pack, by being the outlet of another
    article, or by the noun before it (« le quotidien La Lanterne »). Not found: a medium that is
    none of these, nor one cited by a pronoun.

    Args:
        article: Where to look.
        outlets: Keys of the outlets of all articles, from `make_keys`.
    """
    if article.language is None:
        return ()
    own = make_keys(article.outlet or "")
    found: list[Citation] = []
    for n, sentence in enumerate(article.sentences):
        for start, end in _list_names(article.text, sentence.span, article.language, outlets):
            name = article.text[start:end]
            span = _find_citing(article.text, start, end, sentence.span, article.language)
            keys = make_keys(name)
            if span is None or own & keys:
                continue
            in_lead = sentence.is_heading or n < LEAD_SENTENCES
            found.append(Citation(_pick_key(keys), name, span, sentence, in_lead))
    return tuple(found)


def make_keys(outlet: str) -> frozenset[str]:
    """The ways to know one outlet: its name without article and accents, or its host's first part.

    Example:
        >>> sorted(make_keys("www.leparisien.fr") & make_keys("Le Parisien"))
        ['parisien']
    """
    outlet = outlet.strip()
    host = _HOST.match(outlet.lower())
    if host:
        bare = _fold(host[1])
        return frozenset(
            {bare, *(bare.removeprefix(a) for a in ("les", "le", "la", "l") if bare.startswith(a))}
        )
    key = _fold(_ARTICLE.sub("", outlet))
    return frozenset({key} if key else ())


def _pick_key(keys: frozenset[str]) -> str:
    return min(keys, key=lambda k: (len(k), k))


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in bare if c.isalnum() and not unicodedata.combining(c))


def _list_names(
    text: str, within: Span, language: str, outlets: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Where media are named in a stretch of text, each place once."""
    seen: set[int] = set()
    for entry in load_table(language, "media_names"):
        for match in entry.regex.finditer(text, within.start, within.end):
            if match.start() not in seen:
                seen.add(match.start())
                yield match.span()
    for match in _MEDIUM.finditer(text, within.start, within.end):
        if match.start(1) not in seen:
            seen.add(match.start(1))
            yield match.span(1)
    for match in _CAPITALISED.finditer(text, within.start, within.end):
        span = _find_outlet(match, outlets)
        if span is not None and span[0] not in seen:
            yield span


def _find_outlet(match: re.Match[str], outlets: frozenset[str]) -> tuple[int, int] | None:
    """The longest stretch of capitalised words that names an outlet (« Selon | Le Phare »)."""
    words = [(m.start() + match.start(), m.end() + match.start()) for m in _WORD.finditer(match[0])]
    stretches = sorted(
        ((a, b) for n, (a, _) in enumerate(words) for _, b in words[n:]),
        key=lambda stretch: (stretch[0] - stretch[1], stretch[0]),
    )
    return next((s for s in stretches if make_keys(match.string[s[0] : s[1]]) & outlets), None)


def _find_citing(text: str, start: int, end: int, within: Span, language: str) -> Span | None:
    """The words before or after a name by which it is cited, the name included."""
    before = text[max(within.start, start - _NEAR_CHARS) : start]
    determiner = _DETERMINER.search(before)
    bare = before[: determiner.start()].rstrip() if determiner else before.rstrip()
    after = text[end : min(within.end, end + _NEAR_CHARS)]
    for entry, follows in _load_citing_words(language):
        if follows:
            match = entry.regex.search(bare)
            if match is not None:
                return Span(start - len(before) + match.start(), end)
        else:
            match = entry.regex.match(after)
            if match is not None:
                return Span(start, end + match.end())
    return None


@cache
def _load_citing_words(language: str) -> tuple[tuple[Entry, bool], ...]:
    return tuple(
        (entry, entry.data["side"] == "after") for entry in load_table(language, "citing_words")
    )
