"""The text of a page as a reader sees it, in reading order, with what the page says of each line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from recoupe.rooms.read.pages.hidden import is_hidden, read_attributes

_BLOCK_TAGS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "label",
    ]
)  # fmt: skip
# Elements that stand in a block's path: they say where on the page one is.
_SECTION_TAGS = frozenset(
    [
        "body", "main", "article", "section", "aside", "nav", "header", "footer", "figure",
        "form", "table", "blockquote", "ul", "ol", "dl", "details",
    ]
)  # fmt: skip
# Blocks set off by an empty line; the others (items, cells) follow on the next line.
_APART_TAGS = frozenset(
    [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote",
        "figure", "article", "section", "pre",
    ]
)  # fmt: skip
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HINT_WORD = re.compile(r"[a-z0-9]{2,30}")
# « photoModule » is two words.
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ELEMENT, _TEXT = 1, 3
# The longest live pages have some 300,000 characters in 5,000 lines. A page of 200,000 paragraphs
# took 20 s to read whole, twice what a page may cost (November 2026).
TEXT_LIMIT_CHARS = 1_000_000
BLOCK_LIMIT = 20_000
# Hints of html and body tell of the site, not of the block.
_NO_HINTS = frozenset({"html", "body"})
# An element with more hint words than this is a machine's; the rest is cut.
_HINT_LIMIT = 60


@dataclass(slots=True)
class RawBlock:
    """A line of the page's text and the elements around it; see `records.Block`."""

    start: int
    end: int
    tag: str
    path: tuple[str, ...]
    hints: frozenset[str]
    link_ratio: float
    root: int


@dataclass(slots=True)
class _Frame:
    """What holds inside an element."""

    tag: str
    path: tuple[str, ...]
    hints: frozenset[str]
    in_link: bool
    is_pre: bool
    root: int


@dataclass(slots=True)
class _Writer:
    """Text written so far, with white space collapsed as a browser does."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    breaks: int = 0
    space: bool = False
    blocks: list[RawBlock] = field(default_factory=list)
    open_frame: _Frame | None = None
    open_start: int = 0
    link_chars: int = 0

    def put(self, text: str, frame: _Frame) -> None:
        is_pre = frame.is_pre
        lines = text.replace("\r\n", "\n").split("\n") if is_pre else [_SPACES.sub(" ", text)]
        for index, line in enumerate(lines):
            if index:
                self.end_line(1)
            self._put_line(line, frame)

    def _put_line(self, line: str, frame: _Frame) -> None:
        bare = line.strip(" ")
        if not bare:
            self.space = self.space or bool(line)
            return
        if self.breaks and self.length:
            self._write("\n" * self.breaks)
        elif (self.space or line[0] == " ") and self.length and self.open_frame is not None:
            self._write(" ")
        if self.open_frame is None:
            self.open_frame, self.open_start, self.link_chars = frame, self.length, 0
        self.breaks = 0
        self._write(bare)
        self.link_chars += len(bare) if frame.in_link else 0
        self.space = line[-1] == " "

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def end_line(self, breaks: int) -> None:
        if self.open_frame is not None:
            frame = self.open_frame
            ratio = min(1.0, self.link_chars / max(1, self.length - self.open_start))
            self.blocks.append(
                RawBlock(
                    self.open_start,
                    self.length,
                    frame.tag,
                    frame.path,
                    frame.hints,
                    round(ratio, 3),
                    frame.root,
                )
            )
            self.open_frame = None
        self.breaks = max(self.breaks, breaks)
        self.space = False


def extract_visible_text(
    tree: Any, hiding_selectors: frozenset[str]
) -> tuple[str, list[RawBlock], bool]:
    """The visible text of a parsed page and its blocks, one for each line.

    Block elements stand on lines of their own, white space is collapsed as a browser does,
    no-break spaces are kept. Scripts, styles, templates and hidden elements are left out.
    What style sheets outside the page hide is not known here.

    Args:
        tree: A `resiliparse.parse.html.HTMLTree`.
        hiding_selectors: Plain selectors that the page's own style sheets hide.

    Returns:
        The text and blocks in text order, and whether the page has more of them than are read;
        `RawBlock.root` numbers the outermost article element that holds the block, from 1; 0 outside.
    """
    walk = _Walk(hiding_selectors)
    if tree.body is not None:
        walk.run(tree.body)
    walk.writer.end_line(0)
    return "".join(walk.writer.parts), walk.writer.blocks, walk.is_cut


class _Walk:
    """A walk through a tree in reading order, without recursion: pages may nest thousands deep."""

    def __init__(self, hiding_selectors: frozenset[str]) -> None:
        self.hiding_selectors = hiding_selectors
        self.writer = _Writer()
        self.frame = _Frame("body", ("body",), frozenset(), in_link=False, is_pre=False, root=0)
        self.stack: list[_Frame] = []
        self.root_count = 0
        self.is_after_link = False
        self.is_cut = False

    def run(self, body: Any) -> None:
        """Write the text of all that is shown under an element."""
        node = body.first_child
        while node is not None:
            if self.writer.length > TEXT_LIMIT_CHARS or len(self.writer.blocks) > BLOCK_LIMIT:
                self.is_cut = True
                return
            if node.type == _TEXT:
                self._write_text(node.text or "")
            elif node.type == _ELEMENT and self._enter_element(node):
                node = node.first_child
                continue
            following = node.next
            while following is None and self.stack:
                node = node.parent
                self._leave_element(node.tag.lower())
                following = node.next
            node = following

    def _write_text(self, text: str) -> None:
        if text:
            self.is_after_link = False
            self.writer.put(text, self.frame)

    def _enter_element(self, node: Any) -> bool:
        """Whether the element is shown and has children, which come next."""
        tag = node.tag.lower()
        if tag == "br":
            self.writer.end_line(1)
            return False
        attributes = read_attributes(node)
        if is_hidden(tag, attributes, self.hiding_selectors):
            return False
        # Links side by side are set apart by style sheets, not by spaces.
        if tag == "a" and self.is_after_link:
            self.writer.space = True
        self.is_after_link = False
        self._break_line(tag)
        if node.first_child is None:
            return False
        root = self.frame.root
        if tag == "article" and "article" not in self.frame.path:
            self.root_count += 1
            root = self.root_count
        self.stack.append(self.frame)
        self.frame = _enter(self.frame, tag, attributes, root)
        return True

    def _leave_element(self, tag: str) -> None:
        self._break_line(tag)
        self.is_after_link = tag == "a"
        self.frame = self.stack.pop()

    def _break_line(self, tag: str) -> None:
        if tag in _BLOCK_TAGS:
            self.writer.end_line(2 if tag in _APART_TAGS else 1)


def _enter(frame: _Frame, tag: str, attributes: dict[str, str], root: int) -> _Frame:
    """What holds inside a child element."""
    hints = frame.hints
    if attributes and tag not in _NO_HINTS:
        raw = " ".join(attributes.get(name, "") for name in ("class", "id", "role", "itemprop"))
        words = _HINT_WORD.findall(_HUMP.sub(" ", raw).lower())[:_HINT_LIMIT]
        if words:
            hints = hints | frozenset(words)
    return _Frame(
        tag=tag if tag in _BLOCK_TAGS else frame.tag,
        path=(*frame.path, tag)
        if tag in _SECTION_TAGS and len(frame.path) < _HINT_LIMIT
        else frame.path,
        hints=hints,
        in_link=frame.in_link or tag == "a",
        is_pre=frame.is_pre or tag == "pre",
        root=root,
    )
