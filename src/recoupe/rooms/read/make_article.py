"""One article from a text and all that is known of it, best knowledge first."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from recoupe.language.reasons import leave_out
from recoupe.language.repair import repair_mojibake
from recoupe.records import Article, Block, Dropped, PublishedFrom, Remark
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.guess_language import guess_language
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.note_oddities import note_oddities
from recoupe.rooms.read.text_dates import find_written_date
from recoupe.rooms.read.text_titles import find_byline, find_title

# A page of news has more words than its title; below this there is nothing to compare.
_FEWEST_WORDS = 15


@dataclass(frozen=True, slots=True)
class Told:
    """What a page or record says of itself; every field None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def make_article(
    source: str,
    text: str,
    *,
    given: Given,
    told: Told | None = None,
    default_published: str | None = None,
    notes: tuple[str, ...] = (),
    blocks: tuple[Block, ...] = (),
    prose: str | None = None,
) -> Article | Dropped:
    """The article, or why there is none.

    Knowledge goes in this order: what somebody gave in `articles.csv`, what the page says of
    itself, what its lines say, the date given for all. A date that cannot be is None, with the
    note "date_implausible"; today's date is never put in.

    Args:
        source: Path as given, with the position in a collection.
        text: What was read.
        given: The row of `articles.csv`.
        told: Metadata of the page.
        default_published: ISO 8601, for articles without any date.
        notes: What was noticed so far.
        blocks: For HTML.
        prose: The part of the text from which its language is told; the whole where None.
    """
    told = told or Told()
    words = text.split()
    if not words:
        return leave_out(source, "read", Reason("no_words"))
    if len(words) < _FEWEST_WORDS:
        return leave_out(source, "read", give_reason("few_words", n=len(words)))
    found_notes = {*notes, *note_oddities(text)}
    if given.problem:
        found_notes.add(given.problem)
    if told.published and read_iso(told.published) is None:
        found_notes.add(Remark.DATE_IMPLAUSIBLE)
    readable = repair_mojibake(text)
    published, published_from = _choose_date(readable, given, told, default_published)
    url = given.url or told.url
    outlet = given.outlet or told.outlet or _name_host(url)
    return Article(
        source=source,
        text=text,
        outlet=outlet,
        title=told.title or _find_stored_title(text, readable, outlet),
        byline=told.byline or find_byline(readable),
        published=published,
        published_from=published_from,
        language=guess_language(prose or _long_lines(text)),
        also_at=tuple(sorted({u for u in (given.url, told.url) if u and u != source})),
        notes=tuple(sorted(found_notes)),
        blocks=blocks,
    )


def _find_stored_title(text: str, readable: str, outlet: str | None) -> str | None:
    """The headline as it stands in the text, found by the words of its repaired copy."""
    title = find_title(readable, outlet)
    if readable == text or title is None:
        return title
    stored, repaired = text.split("\n"), readable.split("\n")
    return next(
        (
            line.strip()
            for line, copy in zip(stored, repaired, strict=False)
            if copy.strip() == title
        ),
        None,
    )


def _choose_date(
    text: str, given: Given, told: Told, default: str | None
) -> tuple[str | None, PublishedFrom | None]:
    if given.published:
        return given.published, PublishedFrom.GIVEN
    from_metadata = read_iso(told.published)
    if from_metadata:
        return from_metadata, PublishedFrom.METADATA
    from_text = find_written_date(text)
    if from_text:
        return from_text, PublishedFrom.TEXT
    return (default, PublishedFrom.GIVEN) if default else (None, None)


def _name_host(url: str | None) -> str | None:
    """The host of an address, the usual name of an outlet whose name is not known."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _long_lines(text: str) -> str:
    """The lines of prose; menus in another language do not tell the language of an article."""
    lines = [line for line in text.splitlines() if len(line) >= 60]
    return "\n".join(lines) or text
