"""The pages of the benchmark, each with what is its article: made from our own texts, so that the gold is certain."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
SHAPES = (
    "news_portal", "amp", "live_page", "blog", "syndicated_copy", "paywall", "forum", "magazine",
    "agency", "regional_daily", "bad_markup", "pure_player",
    # Written after the rules had been mended on those above, and first scored as they are.
    "sports_site", "radio", "african_portal", "quebec_daily", "liveblog_timeline", "print_version",
)  # fmt: skip
PAGES_PER_SHAPE = 3
# Private characters around what is the article's and what is neither article nor furniture.
BODY, NEUTRAL, END = "\ue000", "\ue001", "\ue002"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its gold.

    Attributes:
        name: Shape and article.
        shape: The kind of site whose template it follows.
        html: The page.
        marked: The same page with the marks around its article's text.
    """

    name: str
    shape: str
    html: str
    marked: str


def make_pages() -> Iterator[Page]:
    """The pages in a fixed order, three articles in each shape; every other one has JSON-LD.

    The article's own text is standfirst, paragraphs, subheadings, lists and entries. Headline, date,
    author and credit of the text are neutral; all else is furniture.
    """
    with (HERE / "texts.toml").open("rb") as stream:
        texts = tomllib.load(stream)
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["body"] = lambda text: f"{BODY}{text}{END}"
    environment.filters["neutral"] = lambda text: f"{NEUTRAL}{text}{END}"
    articles, pool = texts["article"], texts["furniture"]
    for number, shape in enumerate(SHAPES):
        template = environment.get_template(f"{shape}.html")
        for turn in range(PAGES_PER_SHAPE):
            index = number + turn * len(SHAPES) // PAGES_PER_SHAPE
            article = articles[index % len(articles)]
            marked = template.render(_fill(article, pool, index))
            html = marked.translate({ord(mark): None for mark in (BODY, NEUTRAL, END)})
            yield Page(f"{shape}/{article['slug']}", shape, html, marked)


def _fill(article: dict[str, Any], pool: dict[str, Any], index: int) -> dict[str, Any]:
    """What a template is filled with."""
    teasers, comments = pool["teasers"], pool["comments"]
    return {
        "article": article,
        "blocks": [_read_block(line) for line in article["body"]],
        "outlet": pool["outlets"][index % len(pool["outlets"])],
        "sections": pool["sections"],
        "teasers": [teasers[(5 * index + n) % len(teasers)] for n in range(12)],
        "comments": [comments[(index + n) % len(comments)] for n in range(3)],
        "has_json_ld": index % 2 == 0,
        "turn": index,
    }


def _read_block(line: str) -> dict[str, str]:
    """A line of a text with its kind: « # » a subheading, « - » an item."""
    for mark, kind in (("# ", "h"), ("- ", "li")):
        if line.startswith(mark):
            return {"kind": kind, "text": line.removeprefix(mark)}
    return {"kind": "p", "text": line}
