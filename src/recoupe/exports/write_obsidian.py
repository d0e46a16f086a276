"""A dossier as notes that lead to each other: articles, stories, speakers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.escape_markdown import escape_markdown
from recoupe.exports.headings import Headings
from recoupe.exports.look_up import Lookup, find_web_address
from recoupe.exports.name_notes import make_safe_name, name_notes
from recoupe.exports.text_fragments import link_passage
from recoupe.exports.zip_files import zip_files
from recoupe.language.close_marks import close_marks
from recoupe.records import Article, Claim, Difference, Dossier, Evidence, Span, Statement, Story

NOBODY = "—"
_CONTROLS = re.compile("[\x7f-\x9f]")


def write_obsidian(dossier: Dossier, headings: Headings) -> bytes:
    """A zip of Markdown notes for Obsidian: one for each article, story and speaker.

    Quotations stand on one line; their place in the article's text is behind them.

    Source: Obsidian help, Obsidian Flavored Markdown, Internal links, Properties.
    """
    vault = _Vault(dossier, headings)
    files = {
        f"{name}.md": ("\n".join(lines) + "\n").encode("utf-8") for name, lines in vault.walk()
    }
    return zip_files(files)


class _Vault:
    """The notes of a dossier, and what each is called."""

    def __init__(self, dossier: Dossier, headings: Headings) -> None:
        self.lookup = Lookup(dossier)
        self.dossier = dossier
        self.headings = headings

    @cached_property
    def notes(self) -> dict[str, dict[str, str]]:
        """Names of the notes by kind and id."""
        return {
            "articles": name_notes({a.id: a.title or a.source for a in self.dossier.articles}),
            "stories": name_notes({s.id: s.title for s in self.dossier.stories}),
            "speakers": name_notes(dict(sorted(self.lookup.names.items()))),
        }

    def walk(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The path of each note without its end, and its lines."""
        for article in self.dossier.articles:
            yield self.place("articles", article.id), self.write_article(article)
        for story in self.dossier.stories:
            yield self.place("stories", story.id), self.write_story(story)
        said = self.gather_statements()
        for speaker in self.notes["speakers"]:
            yield self.place("speakers", speaker), self.write_speaker(speaker, said[speaker])

    def place(self, kind: str, id_: str) -> str:
        """The path of a note without its end."""
        return f"{kind}/{self.notes[kind][id_]}"

    def link(self, kind: str, id_: str, label: str | None = None) -> str:
        """A link to a note; for a speaker whom no statement names, the label alone."""
        name = self.notes[kind].get(id_)
        if name is None:
            return escape_markdown(label or id_)
        return f"[[{kind}/{name}|{make_safe_name(label or name) or name}]]"

    def gather_statements(self) -> dict[str, list[tuple[Article, Statement]]]:
        """What each speaker says, in the order of the articles."""
        said: dict[str, list[tuple[Article, Statement]]] = {}
        for article in self.dossier.articles:
            for statement in article.statements:
                for speaker in (statement.speaker, *statement.other_speakers):
                    if speaker is not None:
                        said.setdefault(speaker.id, []).append((article, statement))
        return said

    def write_article(self, article: Article) -> Iterator[str]:
        """What is known of an article, what is said in it, how many, and its text."""
        story = self.lookup.stories.get(article.id)
        yield from _write_properties(
            {
                "id": article.id,
                "type": "article",
                "outlet": article.outlet,
                "published": article.published,
                "byline": article.byline,
                "source": find_web_address(article) or article.source,
                "language": article.language,
                "story": self.link("stories", story.id) if story else None,
            }
        )
        yield f"# {escape_markdown(article.title or article.source)}"
        yield from self.write_heading("statements", article.statements)
        for statement in article.statements:
            speaker = statement.speaker
            who = self.link("speakers", speaker.id) if speaker else NOBODY
            yield f"- {who} ({statement.stance}): {self.quote_statement(article, statement)}"
        yield from self.write_heading("figures", article.figures)
        for figure in article.figures:
            yield f"- {self.quote(article, figure.span)}"
        yield from self.write_heading("text", article.body)
        for span in article.body:
            for line in span.cut(article.text).splitlines():
                if line.strip():
                    yield escape_markdown(line)
                    yield ""

    def write_story(self, story: Story) -> Iterator[str]:
        """The articles of a story, its claims and its differences with their passages."""
        yield from _write_properties(
            {"id": story.id, "type": "story", "origins": len(story.counted_origins)}
        )
        yield f"# {escape_markdown(story.title)}"
        yield from self.write_heading("articles", story.articles)
        for key in story.articles:
            article = self.lookup.articles[key]
            about = ", ".join(filter(None, (article.outlet, article.published)))
            yield f"- {self.link('articles', key)} {escape_markdown(about)}".rstrip()
        yield from self.write_heading("differences", story.differences)
        for difference in story.differences:
            yield from self.write_difference(difference)
        yield from self.write_heading("claims", story.claims)
        for claim in story.claims:
            yield from self.write_claim(claim)

    def write_difference(self, difference: Difference) -> Iterator[str]:
        """A difference with its sides."""
        matter = close_marks(difference.matter)
        yield f"### {escape_markdown(matter[:1].upper() + matter[1:])}"
        why = difference.why_en if self.headings.language == "en" else difference.why
        yield f"{difference.verdict}: {escape_markdown(why)} `{difference.id}`"
        yield ""
        for side in difference.sides:
            said_by = self.link("speakers", side.said_by) if side.said_by else NOBODY
            yield f"- {escape_markdown(side.value)} ({said_by}, {side.on or NOBODY})"
            yield from (f"    - {self.quote_evidence(each)}" for each in side.evidence)
        yield ""

    def write_claim(self, claim: Claim) -> Iterator[str]:
        """A claim with its reported status and passages."""
        yield f"### {escape_markdown(claim.text)}"
        yield f"{self.headings.column('origins')}: {claim.origin_count} `{claim.id}`"
        yield ""
        for change in claim.status:
            by = self.link("speakers", change.by) if change.by else NOBODY
            yield f"- {change.on or NOBODY}: {change.status} ({by})"
        yield from (f"- {self.quote_evidence(evidence)}" for evidence in claim.evidence)
        yield ""

    def write_speaker(
        self, speaker: str, said: Iterable[tuple[Article, Statement]]
    ) -> Iterator[str]:
        """What a speaker says, article by article."""
        yield from _write_properties({"id": speaker, "type": "speaker"})
        yield f"# {escape_markdown(self.lookup.names[speaker])}"
        yield from self.write_heading("statements", True)
        for article, statement in said:
            where = self.link("articles", article.id)
            yield f"- {where} ({statement.stance}): {self.quote_statement(article, statement)}"

    def write_heading(self, name: str, things: object) -> Iterator[str]:
        """A heading where there is something to stand under it."""
        if things:
            yield ""
            yield f"## {self.headings.table(name)}"
            yield ""

    def quote_evidence(self, evidence: Evidence) -> str:
        """The article and the words of a passage."""
        article = self.lookup.articles[evidence.article]
        return f"{self.link('articles', article.id)}: {self.quote(article, evidence.span)}"

    def quote_statement(self, article: Article, statement: Statement) -> str:
        """The words of a statement, from its first piece to its last."""
        return self.quote(article, statement.whole)

    def quote(self, article: Article, span: Span) -> str:
        """The words between marks, their place, and where they are on the web."""
        address = link_passage(article, span)
        place = f"`{span.start}:{span.end}`"
        shown = f"[{place}](<{address}>)" if address else place
        return f"« {escape_markdown(span.cut(article.text))} » {shown}"


def _write_properties(properties: dict[str, str | int | None]) -> Iterator[str]:
    """The properties at the head of a note; JSON strings are strings of YAML too."""
    yield "---"
    for key, value in properties.items():
        if value is not None:
            flat = " ".join(clean_characters(value).split()) if isinstance(value, str) else value
            written = json.dumps(flat, ensure_ascii=False)
            yield f"{key}: {_CONTROLS.sub(_escape_control, written)}"
    yield "---"


def _escape_control(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
