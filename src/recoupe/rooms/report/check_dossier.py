"""Tell whether JSON is a dossier of this version, and where it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from recoupe.errors import DossierError

_HINT = "Make the dossier again with this version of Recoupe, or mend the value at that path."
_SHOWN_CHARS = 200


@cache
def load_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a dossier, as shipped in the package."""
    text = files("recoupe.rooms.report").joinpath("dossier.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def check_dossier(data: object) -> None:
    """Return only if the data is a dossier: its shape, its spans and its references.

    Looks at what the JSON alone can show: spans are in order and within `text_chars`, ids that
    are referred to exist, a status points at a piece of evidence. Does not compare spans with
    the words of the texts, which a dossier does not hold.

    Args:
        data: What `json.loads` gives.

    Raises:
        DossierError: It is not a dossier; the message begins with the path of the fault.

    Example:
        >>> empty = {"format": "recoupe-dossier", "version": 1}
        >>> check_dossier(empty | {"articles": [], "stories": [], "dropped": []})
        >>> check_dossier(empty | {"articles": [], "stories": 3, "dropped": []})
        Traceback (most recent call last):
        recoupe.errors.DossierError: $.stories: 3 is not of type 'array'
    """
    validator = Draft202012Validator(load_schema())
    faults = sorted(validator.iter_errors(data), key=lambda fault: (fault.json_path, fault.message))
    for fault in faults:
        raise DossierError(f"{fault.json_path}: {fault.message[:_SHOWN_CHARS]}", hint=_HINT)
    assert isinstance(data, dict)
    for path, message in _find_broken_references(data):
        raise DossierError(f"{path}: {message}", hint=_HINT)


def _find_broken_references(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    lengths = {article["id"]: article["text_chars"] for article in data["articles"]}
    statements = {a["id"]: {s["id"] for s in a["statements"]} for a in data["articles"]}
    for number, article in enumerate(data["articles"]):
        yield from _find_bad_spans(article, f"$.articles[{number}]", article["text_chars"])
    for number, story in enumerate(data["stories"]):
        at = f"$.stories[{number}]"
        for article_id in story["articles"]:
            if article_id not in lengths:
                yield f"{at}.articles", f"no article {article_id!r}"
        for path, evidence in _walk_evidence(story, at):
            if evidence["article"] not in lengths:
                yield f"{path}.article", f"no article {evidence['article']!r}"
                continue
            yield from _find_bad_spans(evidence, path, lengths[evidence["article"]])
            if evidence["statement"] not in {None, *statements[evidence["article"]]}:
                yield f"{path}.statement", f"no statement {evidence['statement']!r}"
        for index, claim in enumerate(story["claims"]):
            for step, change in enumerate(claim["status"]):
                if change["evidence"] >= len(claim["evidence"]):
                    yield f"{at}.claims[{index}].status[{step}].evidence", "no such evidence"
        yield from _find_strangers(story, at)


def _find_strangers(story: dict[str, Any], at: str) -> Iterator[tuple[str, str]]:
    """Articles of an origin that are not in its story."""
    own = set(story["articles"])
    for index, origin in enumerate(story["origins"]):
        named = [*origin["articles"], *([origin["root"]] if origin["root"] else [])]
        named += [link[end] for link in origin["shared"] for end in ("from", "to")]
        for article_id in named:
            if article_id not in own:
                yield f"{at}.origins[{index}]", f"article {article_id!r} is not in the story"


def _walk_evidence(story: dict[str, Any], at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for c, claim in enumerate(story["claims"]):
        for e, evidence in enumerate(claim["evidence"]):
            yield f"{at}.claims[{c}].evidence[{e}]", evidence
    for d, difference in enumerate(story["differences"]):
        for s, side in enumerate(difference["sides"]):
            for e, evidence in enumerate(side["evidence"]):
                yield f"{at}.differences[{d}].sides[{s}].evidence[{e}]", evidence


def _find_bad_spans(value: object, path: str, length_chars: int) -> Iterator[tuple[str, str]]:
    """Spans anywhere under a value that are empty, reversed or end after the text."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            if value["start"] >= value["end"]:
                yield path, f"span {value['start']}-{value['end']} is empty or reversed"
            elif value["end"] > length_chars:
                yield path, f"span ends at {value['end']}, after the {length_chars} of the text"
        for key, inner in value.items():
            yield from _find_bad_spans(inner, f"{path}.{key}", length_chars)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _find_bad_spans(inner, f"{path}[{index}]", length_chars)
