"""The article's text: Recoupe's `read` and `clean` beside extraction tools. Run as `python -m benchmarks.article_text`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.article_text.make_pages import HERE, PAGES_PER_SHAPE, SHAPES, Page, make_pages
from benchmarks.article_text.score_text import Score, score_text, sum_scores
from benchmarks.peer_environments import (
    PeersMissingError,
    prepare_environment,
    read_versions,
    run_peer,
)
from benchmarks.result_pages import make_table, write_page

from recoupe.records import Article
from recoupe.rooms.clean import clean
from recoupe.rooms.read import read

BASELINE = "all visible text"
# The tools of each environment, by the name of its distribution.
ENVIRONMENTS = {
    "requirements.txt": ("trafilatura", "Resiliparse", "jusText"),
    "requirements_newspaper4k.txt": ("newspaper4k",),
}
NOTES = (HERE / "notes.md").read_text(encoding="utf-8")


def main() -> None:
    """Extract every page with every tool, and write the tables."""
    pages = list(make_pages())
    texts = {"Recoupe": extract_by_recoupe(pages)}
    marked: list[str] = []
    versions: dict[str, str] = {}
    for requirements, tools in ENVIRONMENTS.items():
        python = prepare_environment(
            requirements.removesuffix(".txt").replace("requirements", "article_text"),
            HERE / requirements,
        )
        versions |= read_versions(python, *tools)
        names = [tool.lower() for tool in tools]
        if not marked:
            names.append(BASELINE)
            marked = ask_peers(python, [BASELINE], [page.marked for page in pages])[BASELINE]
        texts |= ask_peers(python, names, [page.html for page in pages])
    texts[BASELINE] = texts.pop(BASELINE)
    scores = {
        tool: [score_text(text, gold) for text, gold in zip(found, marked, strict=True)]
        for tool, found in texts.items()
    }
    body = sum_scores(scores["Recoupe"]).body
    intro = (
        f"{len(pages)} pages in {len(SHAPES)} shapes of French sites, {PAGES_PER_SHAPE} articles in each, "
        f"{body} words of articles. The pages are made by `make_pages.py` from texts of our own, so that "
        "what is the article is certain. Headline, date, author and credit count neither way."
    )
    write_page(
        "article_text",
        "Which part of a page is the article",
        [intro, make_overall(scores), "F1 by shape:", make_by_shape(pages, scores), NOTES.strip()],
        versions,
    )


def ask_peers(python: Path, tools: list[str], pages: list[str]) -> dict[str, list[str]]:
    """The text of each page as each tool gives it."""
    answer: dict[str, list[str]] = run_peer(
        python, HERE / "peers.py", {"tools": tools, "pages": pages}
    )
    return answer


def extract_by_recoupe(pages: list[Page]) -> list[str]:
    """What `read` and `clean` leave of each page; empty where a page is left out."""
    texts = []
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            file = Path(folder) / f"{page.name.replace('/', '-')}.html"
            file.write_text(page.html, encoding="utf-8")
            found = [
                item
                for item in clean(item for item in read([file]) if isinstance(item, Article))
                if isinstance(item, Article)
            ]
            texts.append("\n".join(span.cut(a.text) for a in found for span in a.body))
    return texts


def make_overall(scores: dict[str, list[Score]]) -> str:
    """One line for each tool, over all pages."""
    rows = []
    for tool, listed in scores.items():
        total = sum_scores(listed)
        worst = min(score.f1 for score in listed)
        rows.append([tool, total.f1, total.dropped_ratio, total.kept_ratio, worst])
    heads = ["tool", "words F1", "article dropped", "furniture kept", "worst page F1"]
    return make_table(heads, rows)


def make_by_shape(pages: list[Page], scores: dict[str, list[Score]]) -> str:
    """F1 of each tool on each shape."""
    rows = []
    for shape in SHAPES:
        chosen = [number for number, page in enumerate(pages) if page.shape == shape]
        rows.append(
            [
                shape.replace("_", " "),
                *(sum_scores(listed[n] for n in chosen).f1 for listed in scores.values()),
            ]
        )
    return make_table(["shape", *scores], rows)


if __name__ == "__main__":
    try:
        main()
    except PeersMissingError as error:
        raise SystemExit(str(error)) from error
