"""What a test asks of a page: its elements, without a browser."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link", "path", "circle", "rect"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of each id without the numbers of notes.

    Attributes:
        elements: Names and attributes in order.
        ids: Every id, with repeats.
        texts: Text outside of style and script.
        unclosed: Elements that were not closed in order.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.texts: list[str] = []
        self.unclosed: list[str] = []
        self._open: list[str] = []
        self._depth_of: list[tuple[str, int]] = []
        self.words_of: dict[str, str] = {}
        self._ours = 0
        self.feed(html)
        self.close()
        self.unclosed += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.elements.append((tag, named))
        if identity := named.get("id"):
            self.ids.append(identity)
            self._depth_of.append((identity, len(self._open)))
            self.words_of[identity] = ""
        if tag not in VOID:
            self._open.append(tag)
            if not self._ours and set((named.get("class") or "").split()) & {"ref", "label"}:
                self._ours = len(self._open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.unclosed.append(tag)
        if len(self._open) < self._ours:
            self._ours = 0
        while self._depth_of and self._depth_of[-1][1] >= len(self._open):
            self._depth_of.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in {"style", "script"}:
            return
        self.texts.append(data)
        if self._ours:
            return
        for identity, _ in self._depth_of:
            self.words_of[identity] += data

    def find(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of all elements of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        """All visible text on one line."""
        return " ".join("".join(self.texts).split(" "))
