"""Runs in the peers' own environment: the article text of each page as each peer gives it, JSON to JSON."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable


def extract_by_trafilatura(html: str) -> str:
    """What trafilatura extracts, comments left out."""
    import trafilatura

    return trafilatura.extract(html, include_comments=False) or ""


def extract_by_resiliparse(html: str) -> str:
    """The main content by resiliparse's rules, comments left out."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html, main_content=True, alt_texts=False, comments=False)


def extract_by_justext(html: str) -> str:
    """The paragraphs that justext does not call boilerplate, by its French stop words."""
    import justext  # type: ignore[import-untyped]

    paragraphs = justext.justext(html, justext.get_stoplist("French"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def extract_by_newspaper4k(html: str) -> str:
    """The text of the article as newspaper4k parses it."""
    import newspaper  # type: ignore[import-not-found]

    article = newspaper.Article("https://example.org/article", language="fr", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def extract_all_visible(html: str) -> str:
    """All that a reader sees: the trivial baseline."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html, main_content=False, alt_texts=False)


PEERS: dict[str, Callable[[str], str]] = {
    "trafilatura": extract_by_trafilatura,
    "resiliparse": extract_by_resiliparse,
    "justext": extract_by_justext,
    "newspaper4k": extract_by_newspaper4k,
    "all visible text": extract_all_visible,
}


def main() -> None:
    """Answer one request: {"tools", "pages"} to a list of texts for each tool."""
    logging.disable(logging.CRITICAL)
    request = json.load(sys.stdin)
    texts = {tool: [PEERS[tool](page) for page in request["pages"]] for tool in request["tools"]}
    json.dump(texts, sys.stdout)


if __name__ == "__main__":
    main()
