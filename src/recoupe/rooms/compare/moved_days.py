"""Whether a day that was still to come has been changed: put off, or set anew once it had come."""

from __future__ import annotations

from recoupe.language import load_table
from recoupe.records import Moment
from recoupe.rooms.compare.material import Pages

Told = tuple[Pages, Moment]


def is_moved(one: Told, other: Told) -> bool:
    """Whether the later article sets a new day for what the earlier one saw coming.

    It says so (« reporté au 3 mai », « finalement »), or is printed on the first day or after it and
    gives a later one.

    Args:
        one: An article and the time that it gives.
        other: Another article and its time.
    """
    early, late = sorted((one, other), key=lambda t: t[0].article.published or "")
    if not is_ahead(early):
        return False
    first, second = (early[1].since or "")[:10], (late[1].since or "")[:10]
    passed = (late[0].article.published or "")[:10] >= first and second > first
    return passed or _is_put_off(late)


def is_ahead(told: Told) -> bool:
    """Whether a time was still to come when its article was published."""
    published, since = told[0].article.published, told[1].since
    return bool(published and since) and (since or "")[:10] > (published or "")[:10]


def _is_put_off(told: Told) -> bool:
    """Whether the sentence says that a day is a new one."""
    pages, moment = told
    sentence = pages.find_sentence(moment.span.start)
    words = sentence.span.cut(pages.text) if sentence else ""
    language = pages.article.language or "fr"
    return any(e.regex.search(words) for e in load_table(language, "postponements"))
