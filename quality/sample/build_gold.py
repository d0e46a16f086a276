"""Turn the hand-written gold of the sample story, or of other articles, into `gold.json`.

The source is `gold/NN.gold`, one file per article, and `gold/stories.gold`. They quote the
articles; this script finds each quotation in the text that Recoupe reads and writes spans. It stops
at the first quotation that is absent or ambiguous. `README.md` explains the notation.

Usage:
    python quality/sample/build_gold.py [FOLDER ARTICLES] [--check] [--texts DIR]

FOLDER holds `gold/` and receives `gold.json`; without it, the sample story is meant. With
`--check` nothing is written: the exit status is 1 where `gold.json` is not what the source
says. With `--texts` the texts as read are written to a folder, for tools that find them by hash.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "src" / "recoupe" / "sample"

LABEL_ONLY = {"title_repeat", "outlet", "date_line"}
MARKS = {"[": "mention", "{": "cue", "<": "content"}
CLOSING = {"]": "[", "}": "{", ">": "<"}
FORMS = {"direct", "indirect", "mixed", "according_to", "act"}
STANCES = {
    "asserts", "confirms", "denies", "cannot_confirm", "alleges", "warns", "announces", "demands",
    "asks", "estimates", "-",
}  # fmt: skip
FOUND_BY = {"name", "title", "pronoun", "organisation", "incise_chain", "unnamed", "-"}
MODIFIERS = {
    "exact", "about", "more_than", "at_least", "up_to", "less_than", "nearly", "between", "-",
}  # fmt: skip
VERDICTS = {
    "contradiction", "dispute", "update", "different_measure", "compatible", "wording", "garbled",
}  # fmt: skip
STATUSES = {"alleged", "announced", "confirmed", "not_confirmed", "denied", "corrected"}
FURNITURE = {
    "navigation", "related", "share", "newsletter", "cookie", "legal", "comments", "caption",
    "credit", "advert", "app_prompt", "outlet", "title_repeat", "date_line", "section", "other",
}  # fmt: skip

Json = dict[str, Any]


class GoldError(ValueError):
    """The gold source is wrong: it says where, and what to mend."""


@dataclass(frozen=True)
class Speaker:
    """Who may speak, from `gold/speakers.gold`.

    Attributes:
        name: The name as the dossier gives it.
        is_person: Whether the last name is enough.
        also: Other names that are as good.
    """

    name: str
    is_person: bool
    also: tuple[str, ...]


@dataclass
class Page:
    """One article: its text and the gold read for it so far.

    Attributes:
        number: Two digits, as in its file name.
        text: The text as Recoupe reads it.
        record: Its part of the dossier.
    """

    number: str
    text: str
    record: Json = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of the article in the dossier."""
        return str(self.record["id"])


@dataclass(frozen=True)
class Line:
    """One line of gold source.

    Attributes:
        where: File and line number, for error messages.
        words: The words before the first bar.
        parts: What follows, split at bars.
    """

    where: str
    words: list[str]
    parts: list[str]

    def check(self, fits: bool, problem: str) -> None:
        """Raise GoldError with this line's place unless it fits."""
        if not fits:
            raise GoldError(f"{self.where}: {problem}")

    def flag(self, name: str) -> bool:
        """Whether a bare word stands in the head of the line."""
        return name in self.words

    def option(self, name: str) -> str | None:
        """The value of `name=value` in the head of the line."""
        return next((w.split("=", 1)[1] for w in self.words if w.startswith(name + "=")), None)

    @property
    def plain(self) -> list[str]:
        """The words of the head that are neither flags nor options."""
        return [w for w in self.words[1:] if "=" not in w and w not in {"aside", "reserved"}]


# ---------------------------------------------------------------- reading the source


def read_lines(path: Path, bars: dict[str, int]) -> list[Line]:
    """The lines of a gold file without comments and empty lines.

    Args:
        path: The file.
        bars: By first word, how many bars separate parts; the rest of the line is quotation. One
            where the word is not listed.
    """
    lines = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        stripped = raw.strip()
        if not stripped or stripped.startswith("#"):
            continue
        first = stripped.split(maxsplit=1)[0]
        head, *parts = stripped.split(" | ", bars.get(first, 1))
        lines.append(Line(f"{path.name}:{number}", head.split(), [p.strip() for p in parts]))
    return lines


def read_speakers(gold: Path) -> dict[str, Speaker]:
    """The speakers by id, from the folder of the gold source."""
    speakers = {}
    for line in read_lines(gold / "speakers.gold", {"person": 2, "body": 2}):
        also = tuple(name.strip() for name in line.parts[1].split(";")) if line.parts[1:] else ()
        speakers[line.words[1]] = Speaker(line.parts[0], line.words[0] == "person", also)
    return speakers


# ---------------------------------------------------------------- finding quotations


def split_marks(passage: str, line: Line) -> tuple[list[str], list[tuple[str, int, int]]]:
    """Cut a marked passage at its marks; a backslash before a mark makes it a letter.

    Returns:
        The segments between marks, and for each marked stretch its kind, its first segment and the
        segment after its last.
    """
    segments, stack, marks = [""], [], []
    for character in re.findall(r"\\?.", passage, re.DOTALL):
        if character in MARKS:
            segments.append("")
            stack.append((character, len(segments) - 1))
        elif character in CLOSING:
            line.check(bool(stack) and stack[-1][0] == CLOSING[character], f"stray {character}")
            opened, first = stack.pop()
            segments.append("")
            marks.append((MARKS[opened], first, len(segments) - 1))
        else:
            segments[-1] += character.removeprefix("\\")
    line.check(not stack, "a mark is not closed")
    return segments, marks


def to_pattern(segment: str) -> str:
    """A pattern for a quoted segment; a space stands for any white space (no-break, line end)."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", segment))


def find(page: Page, passage: str, line: Line, *, marked: bool = True) -> dict[str, list[Json]]:
    """The spans of a quoted passage, whole and marked, in the text of its page.

    Raises:
        GoldError: The passage is absent, or stands there more than once and no `nth=` says which.
    """
    segments, marks = split_marks(passage, line) if marked else ([passage], [])
    pattern = "".join(f"({to_pattern(segment)})" for segment in segments)
    matches = list(re.finditer(pattern, page.text))
    nth = int(line.option("nth") or 0)
    line.check(bool(matches), f"not in article {page.number}: {passage}")
    line.check(bool(nth) or len(matches) == 1, f"{len(matches)} times in {page.number}: {passage}")
    line.check(nth <= len(matches), f"fewer than {nth} in {page.number}: {passage}")
    match = matches[max(nth, 1) - 1]
    spans: dict[str, list[Json]] = {"whole": [{"start": match.start(), "end": match.end()}]}
    for kind, first, after in sorted(marks, key=lambda mark: mark[1]):
        span = {"start": match.start(first + 1), "end": match.end(after)}
        spans.setdefault(kind, []).append(span)
    return spans


def target(spans: dict[str, list[Json]]) -> Json:
    """The bracketed stretch of a passage, or all of it."""
    return spans.get("mention", spans["whole"])[0]


def excerpt(page: Page, span: Json) -> str:
    """The words of a span, shortened, for readers of `gold.json`."""
    said = " ".join(page.text[span["start"] : span["end"]].split())
    return said if len(said) <= 60 else said[:59] + "…"


# ---------------------------------------------------------------- one article


def read_furniture(page: Page, line: Line) -> list[Json]:
    """The pieces of furniture of an X line: one per line of text in the quoted range."""
    kind = line.words[1]
    line.check(kind in FURNITURE, f"no kind of furniture: {kind}")
    first, *last = line.parts[0].split(" ~~ ")
    start = find(page, first, line, marked=False)["whole"][0]
    end = start["end"]
    if last:
        later = re.search(to_pattern(last[0]), page.text[end:])
        line.check(later is not None, f"not after its beginning: {last[0]}")
        end += later.end() if later else 0
    action = "label" if kind in LABEL_ONLY or line.flag("label") else "drop"
    return [
        {
            "start": start["start"] + piece.start(),
            "end": start["start"] + piece.end(),
            "kind": kind,
            "action": action,
        }
        for piece in re.finditer(r"\S(?:[^\n]*\S)?", page.text[start["start"] : end])
    ]


def read_statement(page: Page, line: Line, speakers: dict[str, Speaker]) -> Json:
    """The statement of an S line."""
    line.check(len(line.plain) == 4, "S takes form, stance, speaker, found_by")
    form, stance, who, found_by = line.plain
    line.check(form in FORMS and stance in STANCES, f"no such form or stance: {form} {stance}")
    line.check(found_by in FOUND_BY, f"no such found_by: {found_by}")
    line.check(who == "-" or who in speakers, f"no such speaker: {who}")
    spans = find(page, line.parts[0], line)
    line.check("content" in spans, "a statement needs <content>")
    mention = spans.get("mention", [None])[0]
    speaker = speakers.get(who)
    also = list(speaker.also) if speaker else []
    if other := line.option("also"):
        also.append(speakers[other].name)
    record: Json = {
        "id": f"q{page.number}-{len(page.record['statements']) + 1:02}",
        "form": form,
        "content": spans["content"],
        "cue": spans.get("cue", [None])[0],
        "speaker": speaker
        and {"name": speaker.name, "id": who, "mention": mention, "found_by": found_by},
        "stance": None if stance == "-" else stance,
        "reserved": line.flag("reserved"),
        "core": not line.flag("aside"),
        "also_speakers": also,
        "is_person": bool(speaker and speaker.is_person),
        "text": excerpt(page, spans["content"][0]),
    }
    if joint := line.option("joint"):
        record["joint"] = f"q{page.number}-joint-{joint}"
    return record


def read_number(text: str) -> float | int | None:
    """A number of the source, whole where it is whole; a dash is None."""
    if text == "-":
        return None
    return int(text) if re.fullmatch(r"-?\d+", text) else float(text)


def read_figure(page: Page, line: Line) -> Json:
    """The figure of an F line; its bounds follow from its modifier."""
    line.check(len(line.plain) == 3, "F takes value, modifier, unit")
    number, modifier, unit = line.plain
    line.check(modifier in MODIFIERS, f"no such modifier: {modifier}")
    span = target(find(page, line.parts[1], line))
    if modifier == "between":
        low, high = (read_number(bound) for bound in number.split(".."))
        value = None
    else:
        value = read_number(number)
        low = value if modifier in {"exact", "more_than", "at_least"} else None
        high = value if modifier in {"exact", "up_to", "less_than", "nearly"} else None
    record = {
        "id": f"f{page.number}-{len(page.record['figures']) + 1:02}",
        **span,
        "value": value,
        "low": low,
        "high": high,
        "modifier": None if modifier == "-" else modifier,
        "unit": unit,
        "counted": line.parts[0],
        "statement": statement_at(page, span),
        "core": not line.flag("aside"),
        "text": excerpt(page, span),
    }
    if scales := line.option("scales"):
        record["scales"] = [float(scale) for scale in scales.split(",")]
    return record


def statement_at(page: Page, span: Json) -> str | None:
    """The id of the statement that holds a span, the one in the core and the shortest first."""
    holders = [
        (not s["core"], s["content"][-1]["end"] - s["content"][0]["start"], s["id"])
        for s in page.record["statements"]
        if any(c["start"] <= span["start"] and span["end"] <= c["end"] for c in s["content"])
    ]
    return min(holders)[2] if holders else None


def read_period(text: str, line: Line) -> Json:
    """A period as FROM/TO, or FROM alone: that day, or that minute."""
    start, _, end = text.partition("/")
    try:
        moment = datetime.fromisoformat(start)
        if end:
            datetime.fromisoformat(end)
    except ValueError as error:
        raise GoldError(f"{line.where}: {error}") from error
    if not end:
        step = timedelta(minutes=1) if "T" in start else timedelta(days=1)
        end = (moment + step).isoformat()[: None if "T" in start else 10]
    start = moment.isoformat() if "T" in start else start
    return {"from": start, "to": end}


def read_moment_value(kind: str, text: str, line: Line) -> Json:
    """The value of a moment of one type."""
    if kind == "duration":
        return {"type": kind, "from": None, "to": None, "duration": text}
    if kind == "vague":
        return {"type": kind, "from": None, "to": None}
    line.check(kind in {"date", "interval"}, f"no such moment: {kind}")
    return {"type": kind, **read_period(text, line)}


def name_moment_type(value: str) -> str:
    """The type of a moment that is as good, from its value."""
    return "duration" if value.startswith("P") else "vague" if value == "vague" else "interval"


def read_moment(page: Page, line: Line) -> Json:
    """The moment of an M line; what is vague is never in the core."""
    kind, *value = line.plain
    span = target(find(page, line.parts[0], line))
    record = {
        **span,
        **read_moment_value(kind, value[0] if value else "", line),
        "core": kind != "vague" and not line.flag("aside"),
        "text": excerpt(page, span),
    }
    if also := line.option("also"):
        record["also"] = [
            read_moment_value(name_moment_type(other), other, line) for other in also.split(";")
        ]
    return record


def build_page(page: Page, gold: Path, speakers: dict[str, Speaker]) -> None:
    """Fill in an article from its gold file."""
    record = page.record
    lines = read_lines(gold / f"{page.number}.gold", {"F": 2, "credit": 2})
    for line in lines:
        match line.words[0]:
            case "title" | "byline" | "outlet":
                record[line.words[0]] = line.parts[0]
            case "published":
                record["published"], record["published_from"] = line.words[1:3]
            case "credit":
                span = target(find(page, line.parts[1], line))
                record["credits"].append({"name": line.parts[0], **span})
            case "X":
                record["furniture"] += read_furniture(page, line)
            case "S":
                record["statements"].append(read_statement(page, line, speakers))
            case "M":
                record["moments"].append(read_moment(page, line))
            case "F":
                pass  # needs all statements
            case _:
                line.check(False, f"unknown: {line.words[0]}")
    for line in lines:
        if line.words[0] == "F":
            record["figures"].append(read_figure(page, line))
    for key in ("furniture", "figures", "moments"):
        record[key].sort(key=lambda item: (item["start"], item["end"]))
    record["statements"].sort(key=lambda s: (s["content"][0]["start"], s["id"]))


# ---------------------------------------------------------------- stories


def read_evidence(pages: dict[str, Page], line: Line) -> Json:
    """The evidence of an E, W, A, a or b line."""
    line.check(line.words[1] in pages, f"no such article: {line.words[1]}")
    page = pages[line.words[1]]
    span = target(find(page, line.parts[0], line))
    record: Json = {"article": page.id, **span}
    if statement := statement_near(page, span):
        record["statement"] = statement["id"]
    return record | {"text": excerpt(page, span)}


def statement_near(page: Page, span: Json) -> Json | None:
    """The statement whose content shares most characters with a span, at least half of the shorter."""

    def shared(statement: Json) -> tuple[bool, int]:
        common = sum(
            max(0, min(c["end"], span["end"]) - max(c["start"], span["start"]))
            for c in statement["content"]
        )
        length = sum(c["end"] - c["start"] for c in statement["content"])
        enough = 2 * common >= min(length, span["end"] - span["start"])
        return statement["core"], common if enough else 0

    best = max(page.record["statements"], key=shared, default=None)
    return best if best and shared(best)[1] else None


def statement_parts(page: Page, statement: Json) -> list[Json]:
    """Content, cue and mention of a statement, as evidence."""
    mention = (statement["speaker"] or {}).get("mention")
    spans = [*statement["content"], statement["cue"], mention]
    return [{"article": page.id, **span} for span in spans if span]


def finish_claim(claim: Json, pages: dict[str, Page]) -> None:
    """Set what follows from the evidence of a claim."""
    by_id = {page.id: page for page in pages.values()}
    evidence = claim["evidence"]
    if evidence:
        first, page = evidence[0], by_id[evidence[0]["article"]]
        claim["text"] = page.text[first["start"] : first["end"]]
    statements = {s["id"]: s for page in pages.values() for s in page.record["statements"]}
    claim["speakers"] = sorted(
        {
            statements[e["statement"]]["speaker"]["id"]
            for e in evidence
            if "statement" in e and statements[e["statement"]]["speaker"]
        }
    )
    claim["articles"] = len({e["article"] for e in evidence})
    claim["outlets"] = len({by_id[e["article"]].record["outlet"] for e in evidence})


def finish_difference(difference: Json, pages: dict[str, Page]) -> None:
    """Widen the sides about speaker or stance by the statements that stand behind them."""
    if difference["kind"] not in {"speaker", "stance"}:
        return
    by_id = {page.id: page for page in pages.values()}
    for side in difference["sides"]:
        for e in [e for e in side["evidence"] if "statement" in e]:
            page = by_id[e["article"]]
            statement = next(s for s in page.record["statements"] if s["id"] == e["statement"])
            side["also_evidence"] += statement_parts(page, statement)


def add_all_of(line: Line, pages: dict[str, Page], side: Json) -> None:
    """An A* line: every statement that an article gives to one speaker is at this side."""
    page, who = pages[line.words[1]], line.words[2]
    held = [s for s in page.record["statements"] if (s["speaker"] or {}).get("id") == who]
    line.check(bool(held), f"no statement of {who} in {page.number}")
    for statement in held:
        side["also_evidence"] += statement_parts(page, statement)


@dataclass
class StoriesReader:
    """Reads `gold/stories.gold`, which is nested: a line belongs to the last one above it.

    Attributes:
        pages: The articles by number.
        stories: What was read so far.
    """

    pages: dict[str, Page]
    stories: list[Json] = field(default_factory=list)
    _group: Json = field(default_factory=dict)

    def read(self, gold: Path) -> list[Json]:
        """All stories of `stories.gold` in the folder of the gold source."""
        bars = {"DIFF": 2, "SIDE": 3}
        for line in read_lines(gold / "stories.gold", bars):
            if not self.open_group(line):
                self.add_to_group(line)
        for story in self.stories:
            for claim in story["claims"]:
                finish_claim(claim, self.pages)
            for difference in story["differences"]:
                finish_difference(difference, self.pages)
        return self.stories

    def ids_of(self, numbers: list[str]) -> list[str]:
        """The ids of articles by number."""
        return [self.pages[number].id for number in numbers]

    def open_group(self, line: Line) -> bool:
        """Open a story, origin, claim, difference or hard negative; False for other lines."""
        match line.words[0]:
            case "STORY":
                ids = self.ids_of(line.words[2:])
                self.stories.append({
                    "id": line.words[1], "title": line.parts[0], "articles": ids, "origins": [],
                    "claims": [], "differences": [], "hard_negatives": [], "weak_pairs": [],
                })  # fmt: skip
            case "ORIGIN":
                self.add_origin(line)
            case "WEAKPAIR":
                self.stories[-1]["weak_pairs"].append(self.ids_of(line.words[1:3]))
            case "CLAIM":
                self._group = {
                    "id": line.words[1], "text": "", "evidence": [], "speakers": [], "articles": 0,
                    "outlets": 0, "origins": None, "status": [], "weak": [], "note": line.parts[0],
                }  # fmt: skip
                self.stories[-1]["claims"].append(self._group)
            case "HARD":
                self._group = {"why": line.parts[0]}
                self.stories[-1]["hard_negatives"].append(self._group)
            case "DIFF":
                self.add_difference(line)
            case _:
                return False
        return True

    def add_origin(self, line: Line) -> None:
        """An ORIGIN line: kind, root and members."""
        number = f"o{len(self.stories[-1]['origins']) + 1}"
        kind, root, *members = line.words[1:]
        self.stories[-1]["origins"].append({
            "id": number, "articles": self.ids_of(members), "kind": kind,
            "root": None if root == "-" else self.pages[root].id, "shared": [],
            "note": line.parts[0],
        })  # fmt: skip

    def add_difference(self, line: Line) -> None:
        """A DIFF line: id, kind and verdict, then matter and why."""
        key, kind, verdict = line.plain
        line.check(verdict in VERDICTS, f"no such verdict: {verdict}")
        self._group = {"id": key, "kind": kind, "verdict": verdict, "matter": line.parts[0]}
        if also := line.option("also"):
            line.check(set(also.split(",")) <= VERDICTS, f"no such verdict: {also}")
            self._group["also_verdicts"] = also.split(",")
        self._group |= {"sides": [], "why": line.parts[1]}
        self.stories[-1]["differences"].append(self._group)

    def add_to_group(self, line: Line) -> None:
        """Add a line to what was opened last."""
        group = self._group
        side = group["sides"][-1] if group.get("sides") else {}
        match line.words[0]:
            case "E" if "sides" in group:
                side["evidence"].append(read_evidence(self.pages, line))
            case "E":
                group["evidence"].append(read_evidence(self.pages, line))
            case "W":
                group["weak"].append(read_evidence(self.pages, line))
            case "A":
                side["also_evidence"].append(read_evidence(self.pages, line))
            case "A*":
                add_all_of(line, self.pages, side)
            case "a" | "b" as end:
                group[end] = read_evidence(self.pages, line)
            case "SIDE":
                value, said_by, on = [*line.parts, "-", "-"][:3]
                group["sides"].append({
                    "value": value, "said_by": None if said_by == "-" else said_by,
                    "on": None if on == "-" else on, "evidence": [], "also_evidence": [],
                })  # fmt: skip
            case "status":
                on, status, by, evidence = line.words[1:5]
                line.check(status in STATUSES, f"no such status: {status}")
                entry = {"on": on, "status": status, "by": None if by == "-" else by}
                group["status"].append({**entry, "evidence": int(evidence)})
            case _:
                line.check(False, f"unknown: {line.words[0]}")


# ---------------------------------------------------------------- the whole


def read_texts(articles: Path) -> dict[str, tuple[str, str]]:
    """The file name and the text of every article of a folder, by number, as Recoupe reads them."""
    from recoupe.records import Article  # here: --help needs no Recoupe
    from recoupe.rooms.read import read

    paths = sorted([*articles.glob("[0-9]*.txt"), *articles.glob("[0-9]*.html")])
    texts = {}
    for path in paths:
        article = next(iter(read([path])))
        if not isinstance(article, Article):
            raise GoldError(f"{path.name}: Recoupe reads no article")
        if path.suffix == ".txt" and article.text != path.read_bytes().decode("utf-8"):
            raise GoldError(f"{path.name}: Recoupe reads another text than the file holds")
        texts[path.name[:2]] = path.name, article.text
    return texts


def build(texts: dict[str, tuple[str, str]], folder: Path) -> Json:
    """The gold dossier over the texts of the articles, from the source in `folder`."""
    from recoupe.records.identity import ID_CHARS, hash_text

    gold = folder / "gold"
    speakers = read_speakers(gold)
    pages = {}
    for number, (name, text) in texts.items():
        sha256 = hash_text(text)
        page = Page(number, text)
        page.record = {
            "id": sha256[:ID_CHARS], "source": name, "outlet": None, "title": None, "byline": None,
            "published": None, "published_from": None, "language": "fr", "text_sha256": sha256,
            "text_chars": len(text), "credits": [], "furniture": [], "statements": [],
            "figures": [], "moments": [],
        }  # fmt: skip
        build_page(page, gold, speakers)
        pages[number] = page
    stories = StoriesReader(pages).read(gold)
    return {
        "format": "recoupe-dossier",
        "version": 1,
        "gold": {
            "about": f"Hand-made gold of the {folder.name} articles, built by quality/sample/build_gold.py.",
            "partial": [],
        },
        "articles": [page.record for page in pages.values()],
        "stories": stories,
        "dropped": [],
    }


def main(arguments: list[str] | None = None) -> int:
    """Build or check `gold.json`; the exit status is 1 where it fails."""
    parser = argparse.ArgumentParser(description="Build a gold dossier, by default of the sample.")
    parser.add_argument("folder", type=Path, nargs="?", default=HERE, help="holds gold/, gold.json")
    parser.add_argument("articles", type=Path, nargs="?", default=SAMPLE, help="their texts")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="write the texts to this folder")
    options = parser.parse_args(arguments)
    target = options.folder / "gold.json"
    try:
        texts = read_texts(options.articles)
        built = (
            json.dumps(build(texts, options.folder.resolve()), ensure_ascii=False, indent=1) + "\n"
        )
    except GoldError as error:
        print(f"build_gold: {error}", file=sys.stderr)
        return 1
    if options.texts:
        options.texts.mkdir(parents=True, exist_ok=True)
        for name, text in texts.values():
            (options.texts / name).write_bytes(text.encode())
    if options.check:
        current = target.read_text(encoding="utf-8") if target.is_file() else ""
        if current != built:
            print("build_gold: gold.json is not what its source says; run me", file=sys.stderr)
        return int(current != built)
    target.write_text(built, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
