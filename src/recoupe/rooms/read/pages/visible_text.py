"""The text of a page as a reader sees it, in reading order, with what the page says of each line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from recoupe.rooms.read.pages.hidden import is_hidden, read_attributes

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol p pre search section summary table tbody td tfoot th thead tr ul label".split()
)
# Elements that stand in a block's path: they say where on the page one is.
_SECTION_TAGS = frozenset(
    "body main article section aside nav header footer figure form table blockquote ul ol dl details".split()
)
# Blocks set off by an empty line; the others (items, cells) follow on the next line.
_APART_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote figure article section pre".split()
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HINT_WORD = re.compile(r"[a-z0-9]{2,30}")
_ELEMENT, _TEXT = 1, 3
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
        if frame.is_pre:
            lines = text.replace("\r\n", "\n").split("\n")
        else:
            lines = [_SPACES.sub(" ", text)]
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


def extract_visible_text(tree: Any, hiding_selectors: frozenset[str]) -> tuple[str, list[RawBlock]]:  # noqa: ANN401
    """The visible text of a parsed page and its blocks, one for each line.

    Block elements stand on lines of their own, white space is collapsed as a browser does,
    no-break spaces are kept. Scripts, styles, templates and hidden elements are left out.
    What style sheets outside the page hide is not known here.

    Args:
        tree: A `resiliparse.parse.html.HTMLTree`.
        hiding_selectors: Plain selectors that the page's own style sheets hide.

    Returns:
        The text and blocks in text order; `RawBlock.root` numbers the outermost article element
        that holds the block, from 1; 0 outside.
    """
    writer = _Writer()
    body = tree.body
    if body is None:
        return "", []
    stack: list[tuple[_Frame, int]] = []
    frame = _Frame("body", ("body",), frozenset(), in_link=False, is_pre=False, root=0)
    roots = 0
    node = body.first_child
    depth_of_body = 0
    after_link = False
    while node is not None:
        kind = node.type
        if kind == _TEXT:
            text = node.text or ""
            if text:
                after_link = False
                writer.put(text, frame)
        elif kind == _ELEMENT:
            tag = node.tag.lower()
            attributes = read_attributes(node)
            if tag == "br":
                writer.end_line(1)
            elif not is_hidden(tag, attributes, hiding_selectors):
                if tag == "a" and after_link:
                    writer.space = True
                after_link = False
                if tag in _BLOCK_TAGS:
                    writer.end_line(2 if tag in _APART_TAGS else 1)
                child = node.first_child
                if child is not None:
                    if tag == "article" and "article" not in frame.path:
                        roots += 1
                        root = roots
                    else:
                        root = frame.root
                    stack.append((frame, depth_of_body))
                    frame = _enter(frame, tag, attributes, root)
                    depth_of_body += 1
                    node = child
                    continue
        following = node.next
        while following is None and stack:
            node = node.parent
            tag = node.tag.lower()
            if tag in _BLOCK_TAGS:
                writer.end_line(2 if tag in _APART_TAGS else 1)
            after_link = tag == "a"
            frame, depth_of_body = stack.pop()
            following = node.next
        node = following
    writer.end_line(0)
    return "".join(writer.parts), writer.blocks


def _enter(frame: _Frame, tag: str, attributes: dict[str, str], root: int) -> _Frame:
    """What holds inside a child element."""
    hints = frame.hints
    if attributes and tag not in _NO_HINTS:
        raw = " ".join(attributes.get(name, "") for name in ("class", "id", "role", "itemprop"))
        words = _HINT_WORD.findall(raw.lower())[:_HINT_LIMIT]
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
