"""The frozen types that rooms hand on."""

from recoupe.records.article import Article, Block, Credit, PublishedFrom
from recoupe.records.claim import Claim, Evidence, Reading, Status, StatusChange
from recoupe.records.decision import Anchor, Decision, DecisionKind, Judgement, Ruling
from recoupe.records.difference import CONFLICTS, Difference, DifferenceKind, Side, Verdict
from recoupe.records.dossier import Dossier
from recoupe.records.dropped import Dropped
from recoupe.records.entry import Entry
from recoupe.records.figure import Figure, Modifier
from recoupe.records.furniture import LABEL_ONLY, Furniture, FurnitureKind
from recoupe.records.identity import hash_text, make_id, make_slug
from recoupe.records.mention import EntityKind, Mention
from recoupe.records.moment import Moment, MomentType
from recoupe.records.origin import Link, Origin, OriginKind
from recoupe.records.packed_texts import pack_texts, unpack_texts
from recoupe.records.remark import Remark
from recoupe.records.sentence import Sentence, Token
from recoupe.records.span import Span, merge_spans, strip_span
from recoupe.records.statement import Form, FoundBy, Speaker, Stance, Statement
from recoupe.records.story import Story

__all__ = [
    "CONFLICTS",
    "LABEL_ONLY",
    "Anchor",
    "Article",
    "Block",
    "Claim",
    "Credit",
    "Decision",
    "DecisionKind",
    "Difference",
    "DifferenceKind",
    "Dossier",
    "Dropped",
    "EntityKind",
    "Entry",
    "Evidence",
    "Figure",
    "Form",
    "FoundBy",
    "Furniture",
    "FurnitureKind",
    "Judgement",
    "Link",
    "Mention",
    "Modifier",
    "Moment",
    "MomentType",
    "Origin",
    "OriginKind",
    "PublishedFrom",
    "Reading",
    "Remark",
    "Ruling",
    "Sentence",
    "Side",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "Status",
    "StatusChange",
    "Story",
    "Token",
    "Verdict",
    "hash_text",
    "make_id",
    "make_slug",
    "merge_spans",
    "pack_texts",
    "strip_span",
    "unpack_texts",
]
