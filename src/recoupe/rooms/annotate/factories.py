"""The annotators as spaCy components with registered factories.

Anyone can add them to a pipeline: ``nlp.add_pipe("recoupe_figures")``. Each writes a tuple of
records to an attribute of the document (``doc._.recoupe_figures``), with spans in characters.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from recoupe.rooms.annotate.extensions import register_extensions
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.mentions import find_mentions
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.parse_view import Doc
from recoupe.rooms.annotate.read_parse import read_doc
from recoupe.rooms.annotate.statements import find_statements
from recoupe.settings import DEFAULT_LANGUAGE

Component = Callable[[SpacyDoc], SpacyDoc]


def _component(
    attribute: str, find: Callable[[Doc, str], tuple[object, ...]], lang: str
) -> Component:
    """A component that writes what `find` gives to an attribute of the document."""
    register_extensions()

    def component(doc: SpacyDoc) -> SpacyDoc:
        setattr(doc._, attribute, find(_read_with_attributes(doc), lang))
        return doc

    return component


def _read_with_attributes(doc: SpacyDoc) -> Doc:
    """A spaCy document as the rules read it, with what has been written to it."""
    view = read_doc(doc)
    given = doc._.recoupe_paragraphs
    if given is not None:
        view.paragraphs, view.shared = tuple(given), tuple({} for _ in given)
    view.published, view.title = doc._.recoupe_published, doc._.recoupe_title
    view.mentions, view.moments = doc._.recoupe_mentions, doc._.recoupe_moments
    return view


@Language.factory("recoupe_mentions")
def create_mentions(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """People, bodies and places, written to ``doc._.recoupe_mentions``."""
    return _component("recoupe_mentions", find_mentions, nlp.lang or DEFAULT_LANGUAGE)


@Language.factory("recoupe_statements")
def create_statements(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Who says what, written to ``doc._.recoupe_statements``; reads the mentions if there are any."""
    return _component("recoupe_statements", find_statements, nlp.lang or DEFAULT_LANGUAGE)


@Language.factory("recoupe_figures")
def create_figures(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """How many, written to ``doc._.recoupe_figures``."""
    return _component("recoupe_figures", find_figures, nlp.lang or DEFAULT_LANGUAGE)


@Language.factory("recoupe_moments")
def create_moments(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """When, written to ``doc._.recoupe_moments``; reads ``doc._.recoupe_published``."""
    return _component("recoupe_moments", find_moments, nlp.lang or DEFAULT_LANGUAGE)
