"""Makes a stream of invented press articles about invented stories, for measuring speed.

Each story has people, bodies, towns, things and numbers of its own and some forty facts; each of its
articles tells a part of them, in one of several wordings. No paragraph is another's copy unless copies
are asked for. The grammar is French; the sense is not meant to be, and participles do not always agree.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

FIRST_DAY = date(2031, 3, 3)
# So many articles a day: a stream of 1,000 lasts ten days.
ARTICLES_A_DAY = 100
# Articles of a story; each size comes equally often. On average 5.
STORY_SIZES = (1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 12)
STORY_FACTS = 54
# Share of the sentences that get a beginning, and that get an end, of the article's own.
ADDED_RATIO = 0.6
OWN_SLOTS = ("t", "a1", "a2", "a3", "n3", "m3", "lm3")
ARTICLE_SENTENCES = (14, 34)
PARAGRAPH_SENTENCES = (1, 4)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
Words = dict[str, list[Any]]


@dataclass
class Story:
    """What is invented for one story, and the paragraphs its articles have had so far."""

    day: date
    theme: Words
    words: dict[str, str]
    facts: list[tuple[int, dict[str, str]]]
    paragraphs: list[list[str]] = field(default_factory=list)


def make_stream(
    article_count: int, *, copied_ratio: float = 0.0, seed: int = 1
) -> Iterator[dict[str, str]]:
    """So many articles as records for JSON lines; the same arguments give the same articles.

    Args:
        article_count: How many.
        copied_ratio: Share of the paragraphs that are copies of one in an earlier article of the
            same story.
        seed: Another number gives another stream.
    """
    made = paragraphs = copied = story_number = 0
    while made < article_count:
        chance = random.Random(f"{seed}/{story_number}")
        story = _invent_story(chance, FIRST_DAY + timedelta(days=made // ARTICLES_A_DAY))
        for number in range(min(chance.choice(STORY_SIZES), article_count - made)):
            body = _tell(story, chance)
            if story.paragraphs:
                missing = copied_ratio * (paragraphs + len(body)) - copied
                taken = _take_copies(story, chance, min(len(body), round(missing)))
                body[: len(taken)] = taken
                copied += len(taken)
            paragraphs += len(body)
            story.paragraphs.append(body)
            yield _print_article(story, body, chance, f"{story_number}-{number}")
            made += 1
        story_number += 1


def _take_copies(story: Story, chance: random.Random, count: int) -> list[str]:
    """Distinct paragraphs in a row of one earlier article, so many at most."""
    return chance.choice(story.paragraphs)[: max(0, count)]


@cache
def _load_words() -> Words:
    raw = tomllib.loads((Path(__file__).parent / "wordings.toml").read_text(encoding="utf-8"))
    return {
        key: value.strip().split("|") if isinstance(value, str) else value
        for key, value in raw.items()
    }


def _invent_story(chance: random.Random, day: date) -> Story:
    words = _load_words()
    towns = [_invent_town(chance) for _ in range(2)]
    known = {"P": towns[0], "Q": towns[1], "outlet_town": towns[0]}
    for slot in "XYZ":
        known[slot] = chance.choice(words["bodies"]).format(w=_invent_name(chance))
    theme = {
        "nouns": [_name_thing(noun, chance) for noun in chance.sample(words["nouns"], 20)],
        "crowds": chance.sample(words["crowds"], 4),
    }
    for slot, office in zip("ABCD", chance.sample(words["offices"], 4), strict=True):
        first, gender = chance.choice(words["first_names"]).split(" ")
        last = _invent_name(chance)
        male, female = office.split(";")
        known[slot] = f"{first} {last}"
        known[f"last {slot}"] = f"{'M.' if gender == 'm' else 'Mme'} {last}"
        role = male if gender == "m" else female
        known[f"office {slot}"] = _fill(role, known | _draw(chance, theme, day))
    known["E"] = _fill(chance.choice(words["events"]), known | _draw(chance, theme, day))
    facts = [
        (n % len(words["patterns"]), _draw(chance, theme, day))
        for n in chance.sample(range(2 * len(words["patterns"])), STORY_FACTS)
    ]
    return Story(day, theme, known, facts)


def _draw(chance: random.Random, theme: Words, day: date) -> dict[str, str]:
    """Fillings for the slots of one fact."""
    words = _load_words()
    filled: dict[str, str] = {}
    for key, pool in (
        ("n", theme["nouns"]),
        ("m", theme["crowds"]),
        ("v", words["participles"]),
        ("i", words["infinitives"]),
        ("a", words["adjectives"]),
    ):
        for n, word in enumerate(chance.sample(pool, 3), start=1):
            filled[f"{key}{n}"] = word
    for n in (1, 2, 3):
        filled[f"lm{n}"] = f"les {filled[f'm{n}']}"
    low = chance.randint(2, 300)
    filled["k1"], filled["k2"] = str(low), str(low + chance.randint(2, 60))
    filled["h1"] = f"{chance.randint(1, 90)} {chance.randint(0, 9)}00"
    filled["c1"] = f"{chance.randint(2, 94)},{chance.randint(1, 9)} %"
    filled["e1"] = chance.choice(
        (f"{chance.randint(2, 900)} millions d'euros", f"{chance.randint(2, 900)} 000 euros")
    )
    filled["g"], filled["o"] = str(chance.randint(18, 88)), str(chance.randint(5, 22))
    filled["y"], filled["j"] = str(chance.randint(1990, 2029)), chance.choice(("deux", "dix"))
    filled["s"], filled["b"] = chance.choice(MONTHS), f"{day.day} {MONTHS[day.month - 1]}"
    filled["d"], filled["f"] = DAYS[day.weekday()], DAYS[(day.weekday() + 1) % 7]
    filled["t"] = chance.choice(words["times"]).format(**filled)
    return filled


def _tell(story: Story, chance: random.Random) -> list[str]:
    """The paragraphs of one article: a lead and a part of the story's facts, in its own order."""
    words = _load_words()
    named: set[str] = set()
    count = min(chance.randint(*ARTICLE_SENTENCES), len(story.facts))
    sentences = [_word(story, chance.choice(words["leads"]), story.facts[0][1], chance, named)]
    for number, filled in chance.sample(story.facts, count):
        pattern = chance.choice(words["patterns"][number])
        # What an article adds of its own: when, how it was, in which company.
        own = _draw(chance, story.theme, story.day)
        filled = filled | {key: own[key] for key in OWN_SLOTS}
        head = chance.choice(words["openings"]) if chance.random() < ADDED_RATIO else ""
        tail = chance.choice(words["endings"]) if chance.random() < ADDED_RATIO else ""
        if head and re.match(r"\{[NLA-DX-Z]", pattern):
            pattern = head + (
                pattern[0] + pattern[1].lower() + pattern[2:] if pattern[1] in "NL" else pattern
            )
        if tail and not pattern.endswith("»"):
            pattern = pattern.removesuffix(".") + tail + "."
        sentences.append(_word(story, pattern, filled, chance, named))
    paragraphs: list[str] = []
    while sentences:
        size = chance.randint(*PARAGRAPH_SENTENCES)
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    return paragraphs


def _word(
    story: Story, pattern: str, filled: dict[str, str], chance: random.Random, named: set[str]
) -> str:
    """A pattern with its slots filled; a person has an office first, later often the last name."""
    pattern = re.sub(r"\[([^]]*)\]", lambda m: chance.choice(m[1].split("|")), pattern)
    people: dict[str, str] = {}
    for slot in "ABCD":
        full = story.words[slot]
        if slot not in named:
            people[slot] = f"{story.words[f'office {slot}']}, {full},"
        else:
            people[slot] = chance.choice((full, full, story.words[f"last {slot}"]))
        if f"{{{slot}}}" in pattern:
            named.add(slot)
    for slot in "XYZ":
        full = story.words[slot]
        people[slot] = chance.choice((full, full, full.split(" ")[-1]))
    return _raise_first(_fill(pattern, story.words | filled | people))


def _fill(pattern: str, filled: dict[str, str]) -> str:
    """A pattern with its slots filled, small words run together as French does."""

    def put(match: re.Match[str]) -> str:
        slot = match.group(1)
        if slot in filled:
            return filled[slot]
        return _raise_first(filled[slot[0].lower() + slot[1:]])

    text = pattern
    for _ in range(2):  # a thing may hold a slot of its own
        text = re.sub(r"\{(\w+)\}", put, text)
    for loose, joined in (
        (r"\b([Dd])e le ", r"\1u "),
        (r"\b([Dd])e les ", r"\1es "),
        (r"\bà le ", "au "),
        (r"\bà les ", "aux "),
        (r"\b([Dd]|qu|Qu)e (?=[AEIOUÉÈÊaeiouéèê])", r"\1'"),
        (r",([,.])", r"\1"),
        (r", »", " »"),
    ):
        text = re.sub(loose, joined, text)
    return text


def _raise_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _print_article(
    story: Story, body: list[str], chance: random.Random, name: str
) -> dict[str, str]:
    """The text of a page as one would save it, with menus and prompts around the article."""
    words = _load_words()
    outlet = chance.choice(words["outlets"]).format(w=_invent_town(chance))
    filled = story.facts[chance.randrange(len(story.facts))][1]
    title = _raise_first(_fill(chance.choice(words["titles"]), story.words | filled))
    others = [
        _raise_first(_fill(chance.choice(words["titles"]), story.words | other))
        for _, other in story.facts[:3]
    ]
    moment = datetime.combine(story.day, time(6)) + timedelta(minutes=chance.randint(0, 1800))
    when = f"Publié le {moment.day} {MONTHS[moment.month - 1]} {moment.year} à {moment:%Hh%M}"
    lines = [
        outlet,
        *chance.sample(words["headers"], 2),
        title,
        when,
        *body,
        "À lire aussi",
        *others,
        *chance.sample(words["footers"], 3),
    ]
    return {
        "text": "\n\n".join(lines),
        "outlet": outlet,
        "published": moment.isoformat(),
        "url": f"https://presse.example/{name}",
    }


def _name_thing(noun: str, chance: random.Random) -> str:
    """A thing, half the time with a name of its own (« la piscine Verton », « le pont de Calac »)."""
    if chance.random() < 0.5:
        return noun
    name = _invent_name(chance) if chance.random() < 0.5 else f"de {_invent_town(chance)}"
    return f"{noun} {name}"


def _invent_name(chance: random.Random) -> str:
    words = _load_words()
    middle = chance.choice(words["name_middles"]) if chance.random() < 0.6 else ""
    return chance.choice(words["name_starts"]) + middle + chance.choice(words["name_ends"])


def _invent_town(chance: random.Random) -> str:
    words = _load_words()
    middle = chance.choice(words["name_middles"])
    return chance.choice(words["name_starts"]) + middle + chance.choice(words["town_ends"])
