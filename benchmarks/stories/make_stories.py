"""Makes a stream of sibling events: of one kind, told apart by where, when and how many."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

EVENTS = Path(__file__).with_name("events.toml")
_CHOICE = re.compile(r"\[([^\[\]|]+(?:\|[^\[\]|]+)+)\]")
# Hours after midnight at which the outlets publish, one after the other.
FIRST_HOUR = 9
HOURS_BETWEEN = 5


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's article about one event.

    Attributes:
        family: The kind of event.
        split: "tuned" or "unseen".
        event: Name of the event, unique in the stream: the gold.
        outlet: Number of the outlet in its family.
        text: Headline and text.
        published: ISO date-time.
    """

    family: str
    split: str
    event: str
    outlet: int
    text: str
    published: str


def make_stories() -> list[Telling]:
    """The articles of all events; always the same."""
    families = tomllib.loads(EVENTS.read_text(encoding="utf-8"))["family"]
    return [
        Telling(
            family["name"],
            family["split"],
            f"{family['name']} {number}",
            turn,
            _fill(outlet, facts, number + turn),
            f"{facts['day']}T{FIRST_HOUR + HOURS_BETWEEN * turn % 14:02}:00:00",
        )
        for family in families
        for number, facts in enumerate(family["events"])
        for turn, outlet in enumerate(family["outlets"])
    ]


def _fill(outlet: str, facts: dict[str, str], turn: int) -> str:
    """An outlet's article: one wording of each choice, the facts set in."""
    chosen = _CHOICE.sub(lambda m: (words := m[1].split("|"))[turn % len(words)], outlet)
    text = chosen.format(**facts)
    return re.sub(r"(?:^|(?<=[.!?»] )|(?<=\n\n))([a-zéèàù])", lambda m: m[1].upper(), text)
