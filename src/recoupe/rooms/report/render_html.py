"""The dossier as one HTML file: no request, readable without scripts, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from recoupe.records import Dossier, pack_texts
from recoupe.rooms.report.dossier_json import dossier_to_json, escape_surrogates
from recoupe.rooms.report.find_position import SYMBOLS, Position
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.list_swaps import list_swaps
from recoupe.rooms.report.load_labels import LANGUAGES, Labels, load_labels
from recoupe.rooms.report.make_environment import make_environment
from recoupe.rooms.report.view_article import list_anchors, view_article
from recoupe.rooms.report.view_story import view_story
from recoupe.version import VERSION

# From here on a page says what it weighs: mail and old machines refuse more.
HEAVY_BYTES = 10_000_000
# What is filled in last stands as one of these; no text of an article can hold it unescaped.
_NAMES = ("style", "script", "data", "texts", "swaps", "size")
_SLOTS = {name: Markup(f"<!-- {name} -->") for name in _NAMES}  # noqa: S704


def render_html(dossier: Dossier, language: str = "fr") -> str:
    """The dossier as one HTML document that ends in a newline.

    Everything stands in the HTML itself; the script only filters, opens and turns the words of
    the interface into the other language. The content security policy allows the one style and
    the one script by their hashes and nothing else.

    Args:
        dossier: What was found.
        language: Language that the page opens in, "fr" or "en"; the articles keep theirs.

    Raises:
        EvidenceError: A span does not lie in its text.
        ValueError: There are no labels in this language.
    """
    load_labels(language)
    data = escape_json(dossier_to_json(dossier))
    texts = pack_texts(article.text for article in dossier.articles)
    style, script = _read_asset("report.css"), _read_asset("report.js")
    policy = write_policy(style, script)
    pages = {name: _render_page(dossier, load_labels(name), policy) for name in LANGUAGES}
    size_bytes = sum(
        len(part.encode("utf-8", "replace"))
        for part in (pages[language], style, script, data, texts)
    )
    for name in LANGUAGES:
        warning = _warn_of_size(size_bytes, load_labels(name))
        pages[name] = pages[name].replace(_SLOTS["size"], warning, 1)
    (other,) = (name for name in LANGUAGES if name != language)
    swaps = list_swaps(pages[language], pages[other])
    filled = {
        "style": style,
        "script": script,
        "data": data,
        "texts": texts,
        "swaps": escape_json(swaps.to_json() if swaps else None),
    }
    page = pages[language]
    for name, content in filled.items():
        page = page.replace(_SLOTS[name], content, 1)
    return page


def _render_page(dossier: Dossier, labels: Labels, policy: str) -> str:
    """The page in one language, its slots not filled in."""
    index = DossierIndex(dossier, labels)
    anchors = list_anchors(dossier)
    told = {article for story in dossier.stories for article in story.articles}
    html = (
        make_environment()
        .get_template("report.html.j2")
        .render(
            t=labels,
            index=index,
            dossier=dossier,
            stories=[view_story(story, anchors, index) for story in dossier.stories],
            outside=[
                view_article(article, anchors[article.id], {}, index)
                for article in dossier.articles
                if article.id not in told
            ],
            symbols=SYMBOLS,
            positions=list(Position),
            version=VERSION,
            policy=policy,
            slots=_SLOTS,
        )
    )
    # Apostrophes need no escape: every attribute of ours stands in double quotes. French has many.
    html = html.replace("&#39;", "'")
    return re.sub(r"\n\s*\n+", "\n", html).strip() + "\n"


def _warn_of_size(size_bytes: int, labels: Labels) -> str:
    """A line that says how much a page weighs, where that is too much to send; else nothing."""
    if size_bytes <= HEAVY_BYTES:
        return ""
    words = labels.say("page.heavy", n=round(size_bytes / 1e6))
    return f'<p class="heavy" role="note">{words}</p>'


def write_policy(style: str, script: str) -> str:
    """The content security policy that allows this style and this script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def escape_json(data: object) -> Markup:
    r"""JSON that can stand inside a script element: no « < », « > », « & » or line separators.

    Example:
        >>> print(escape_json({"title": "</script><script>"}))
        {"title":"\u003c/script\u003e\u003cscript\u003e"}
    """
    text = escape_surrogates(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    escaped = re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return Markup(escaped)  # noqa: S704


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _read_asset(name: str) -> str:
    """A style or script without its blank lines, so that the page's own tidying leaves it alone."""
    text = files("recoupe.rooms.report").joinpath("templates", name).read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if line.strip())
