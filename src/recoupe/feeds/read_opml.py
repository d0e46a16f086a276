"""Lists of feeds as readers exchange them: OPML."""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

from recoupe.feeds.entries import NoFeed
from recoupe.feeds.name_entries import flatten
from recoupe.records.reason import Reason

# The longest lists that readers share hold some hundreds.
MOST_FEEDS = 2_000
_TITLES = ("title", "text")


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list.

    Attributes:
        address: Its address as written.
        title: Its title, or None.
        folder: Titles of the folders around it, outermost first, joined by " / "; or None.
    """

    address: str
    title: str | None
    folder: str | None


@dataclass(frozen=True, slots=True)
class OutlineList:
    """The feeds of a list.

    Attributes:
        outlines: In its order, each address once.
        notes: "cut" (it breaks off), "capped" (it has more feeds than are read).
    """

    outlines: tuple[Outline, ...]
    notes: tuple[str, ...] = ()


class _Stop(Exception):  # noqa: N818 (ends a parse that has seen enough)
    """Enough feeds were read."""


# Names of folders beyond this depth are left out, the feeds in them are not.
_SHOWN_FOLDERS = 5


def read_opml(data: bytes) -> OutlineList | NoFeed:
    """The feeds of an OPML file, whatever the depth of its folders.

    Entities that the file declares itself are refused with the whole file; it breaks off like a
    feed: what came before stands.
    """
    found: dict[str, Outline] = {}
    folders: list[str | None] = []
    notes: list[str] = []
    is_opml = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal is_opml
        name = name.lower()
        is_opml = is_opml or name == "opml"
        if name != "outline":
            return
        lower = {key.lower(): value for key, value in attributes.items()}
        title = next((flatten(lower[key]) for key in _TITLES if lower.get(key)), None)
        address = flatten(lower.get("xmlurl"))
        if address:
            if address not in found and len(found) == MOST_FEEDS:
                raise _Stop
            around = [folder for folder in folders[:_SHOWN_FOLDERS] if folder]
            found.setdefault(address, Outline(address, title, " / ".join(around) or None))
        folders.append(None if address else title)

    def end(name: str) -> None:
        if name.lower() == "outline":
            folders.pop()

    def refuse_entity(*_: object) -> None:
        raise _Stop

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = refuse_entity
    try:
        parser.Parse(data, True)
    except _Stop:
        if not is_opml:
            return NoFeed(Reason("outlines_entities"))
        notes.append("capped")
    except expat.ExpatError:
        notes.append("cut")
    if not is_opml:
        return NoFeed(Reason("outlines_unknown"))
    return OutlineList(tuple(found.values()), tuple(notes))
