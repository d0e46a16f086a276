"""The terms of two JSON-LD contexts that the exports use, so that nothing is fetched.

Of the W3C annotation context only what we write is mapped: a term that is missing here, or spelled
wrongly in an export, is dropped by the processor and found missing.
"""

from __future__ import annotations

from typing import Any

_OA = "http://www.w3.org/ns/oa#"
_AS = "http://www.w3.org/ns/activitystreams#"


def _refer(iri: str, **more: str) -> dict[str, str]:
    return {"@id": iri, "@type": "@id", **more}


ANNOTATION = {
    "id": "@id",
    "type": "@type",
    **{
        name: _OA + name
        for name in [
            "Annotation",
            "TextualBody",
            "TextQuoteSelector",
            "TextPositionSelector",
            "describing",
            "identifying",
            "tagging",
            "start",
            "end",
            "exact",
            "prefix",
            "suffix",
        ]
    },
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "Software": f"{_AS}Application",
    "body": _refer(f"{_OA}hasBody"),
    "target": _refer(f"{_OA}hasTarget"),
    "source": _refer(f"{_OA}hasSource"),
    "selector": _refer(f"{_OA}hasSelector"),
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    "generator": _refer(f"{_AS}generator"),
    "first": _refer(f"{_AS}first"),
    "items": _refer(f"{_AS}items", **{"@container": "@list"}),
    "total": f"{_AS}totalItems",
    "startIndex": f"{_AS}startIndex",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "language": "http://purl.org/dc/elements/1.1/language",
    "name": "http://xmlns.com/foaf/0.1/name",
}
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    "https://schema.org": {"@vocab": "http://schema.org/"},
}


def load_context(address: str, options: Any) -> dict[str, Any]:
    """A context from this file, as pyld asks for it."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": CONTEXTS[address]},
    }
