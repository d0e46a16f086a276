"""A story and its articles as people see them: what the machine found, with their decisions on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.decisions.find_target import (
    find_claim,
    find_difference,
    find_statement,
    share_evidence,
)
from recoupe.decisions.lay_claims import join_claims, split_claim
from recoupe.decisions.lay_speakers import (
    Moved,
    give_speaker,
    join_speakers,
    map_aliases,
    move_speakers,
)
from recoupe.decisions.lay_verdicts import give_verdict, set_aside
from recoupe.records import Article, Decision, DecisionKind, Difference, Judgement, Story

# What is shown where a person set a difference aside or could not tell.
NOT_SAME_FACT = "not_same_fact"
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person said of one thing, beside what the machine said.

    Attributes:
        decision: The decision.
        machine: What the machine said: name of a speaker, verdict, text of a claim; None where
            it said nothing.
        person: What holds now, in the same terms; "not_same_fact" for a difference set aside,
            "unsure" where the person could not tell; None for nobody known.
    """

    decision: Decision
    machine: str | None
    person: str | None


@dataclass(frozen=True, slots=True)
class Applied:
    """A story with decisions laid over it.

    Attributes:
        story: The story as people see it.
        articles: Its articles as people see them, in its order.
        marks: For the id of each statement, speaker, claim, difference and story that was decided
            on, the marks, oldest first. Ids are those of `story` and `articles`.
        set_aside: Differences that a person held not to be of one fact.
        orphaned: Decisions whose matter is no longer found in this story.
    """

    story: Story
    articles: tuple[Article, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    set_aside: tuple[Difference, ...] = ()
    orphaned: tuple[Decision, ...] = ()


@dataclass(slots=True)
class _State:
    """What the decisions so far have made of a story."""

    story: Story
    articles: dict[str, Article]
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    set_aside: list[Difference] = field(default_factory=list)
    orphaned: list[Decision] = field(default_factory=list)
    moved: Moved = field(default_factory=Moved)

    def mark(self, id_: str, decision: Decision, machine: str | None, person: str | None) -> None:
        marks = self.marks.setdefault(id_, [])
        # Where a decision comes after another, the machine's word is that before the first; each
        # joining of claims is about another one.
        is_pair = decision.kind is DecisionKind.SAME_CLAIM
        first = next((m for m in marks if m.decision.kind is decision.kind and not is_pair), None)
        unsure = decision.ruling.judgement is Judgement.UNSURE
        marks.append(
            Mark(decision, first.machine if first else machine, UNSURE if unsure else person)
        )


def apply_decisions(
    story: Story, articles: Sequence[Article], decisions: Sequence[Decision]
) -> Applied:
    """A story and its articles with decisions laid over them; the records given stay as they are.

    A decision finds what it is about by id, else by its evidence, so it holds when the story is
    told anew. Of two decisions on one thing the later holds. Merged and split stories are made by
    `growth`; here they are only marked.

    Args:
        story: As the machine told it.
        articles: Its articles, in its order.
        decisions: Those that stand; undone ones are passed over.
    """
    standing = sorted(
        (d for d in decisions if d.undone_at is None), key=lambda d: (d.made_at, d.id)
    )
    state = _State(story, {article.id: article for article in articles})
    _lay_speakers(state, standing)
    for decision in standing:
        if decision.kind is DecisionKind.CLAIM:
            _lay_claim(state, decision)
        elif decision.kind is DecisionKind.SAME_CLAIM:
            _lay_same_claim(state, decision)
        elif decision.kind is DecisionKind.VERDICT:
            _lay_verdict(state, decision)
        elif decision.kind in {DecisionKind.STORY, DecisionKind.SAME_STORY}:
            state.mark(story.id, decision, None, decision.ruling.judgement)
    return Applied(
        story=state.story,
        articles=tuple(state.articles[article.id] for article in articles),
        marks={id_: tuple(marks) for id_, marks in state.marks.items()},
        set_aside=tuple(state.set_aside),
        orphaned=tuple(state.orphaned),
    )


def _lay_speakers(state: _State, decisions: Sequence[Decision]) -> None:
    for decision in decisions:
        if decision.kind is DecisionKind.SPEAKER:
            _lay_speaker(state, decision)
    joining = [d for d in decisions if d.kind is DecisionKind.SAME_SPEAKER]
    aliases = map_aliases([d for d in joining if d.ruling.judgement is Judgement.CONFIRMED])
    names = {d.about[0].id: d.ruling.speaker_name for d in joining if d.ruling.speaker_name}
    here = {s.speaker.id for a in state.articles.values() for s in a.statements if s.speaker}
    for decision in joining:
        kept, other = (anchor.id for anchor in decision.about)
        if here & {kept, other}:
            now = aliases.get(kept, kept)
            state.mark(now, decision, other, names.get(now, now))
    state.moved.aliases = aliases
    state.articles = {
        id_: join_speakers(article, aliases, names) for id_, article in state.articles.items()
    }
    state.story = move_speakers(state.story, state.articles, state.moved)


def _lay_speaker(state: _State, decision: Decision) -> None:
    found = find_statement(decision.about[0], state.articles.values())
    if found is None:
        state.orphaned.append(decision)
        return
    article, statement = found
    before = statement.speaker
    after = statement
    if decision.ruling.judgement in {Judgement.CORRECTED, Judgement.REJECTED}:
        after = give_speaker(statement, decision)
        said = (article.id, statement.id)
        first = state.moved.said.get(said, (before.id if before else None, None))[0]
        state.moved.said[said] = (first, after.speaker.id if after.speaker else None)
        statements = tuple(after if s.id == statement.id else s for s in article.statements)
        state.articles[article.id] = replace(article, statements=statements)
    name = after.speaker.name if after.speaker else None
    state.mark(statement.id, decision, before.name if before else None, name)


def _lay_claim(state: _State, decision: Decision) -> None:
    claim = find_claim(decision.about[0], state.story.claims)
    if claim is None:
        state.orphaned.append(decision)
        return
    judgement = decision.ruling.judgement
    if judgement is Judgement.REJECTED:
        parts = [[evidence] for evidence in claim.evidence]
        state.story = split_claim(state.story, state.articles, claim, parts)
    elif judgement is Judgement.CORRECTED:
        away = share_evidence(claim.evidence, decision.ruling.evidence)
        rest = [evidence for evidence in claim.evidence if evidence not in away]
        if away and rest:
            state.story = split_claim(state.story, state.articles, claim, [rest, away])
        elif not away:
            state.orphaned.append(decision)
            return
    state.mark(claim.id, decision, claim.text, judgement)


def _lay_same_claim(state: _State, decision: Decision) -> None:
    claim, other = (find_claim(anchor, state.story.claims) for anchor in decision.about)
    if claim is None or other is None:
        state.orphaned.append(decision)
        return
    if decision.ruling.judgement is Judgement.CONFIRMED and claim.id != other.id:
        state.story = join_claims(state.story, state.articles, claim, other)
    elif other.id != claim.id:
        state.mark(other.id, decision, claim.text, decision.ruling.judgement)
    state.mark(claim.id, decision, other.text, decision.ruling.judgement)


def _lay_verdict(state: _State, decision: Decision) -> None:
    anchor = decision.about[0]
    difference = find_difference(anchor, [*state.story.differences, *state.set_aside])
    if difference is None:
        state.orphaned.append(decision)
        return
    ruling = decision.ruling
    if difference in state.set_aside and ruling.judgement is not Judgement.REJECTED:
        state.set_aside.remove(difference)
        state.story = replace(state.story, differences=(*state.story.differences, difference))
    machine = difference.verdict
    if ruling.judgement is Judgement.REJECTED:
        if difference not in state.set_aside:
            state.set_aside.append(difference)
        state.story = set_aside(state.story, difference)
        state.mark(difference.id, decision, machine, NOT_SAME_FACT)
        return
    verdict = ruling.verdict if ruling.judgement is Judgement.CORRECTED else None
    state.story = give_verdict(state.story, difference, verdict or machine)
    state.mark(difference.id, decision, machine, verdict or machine)
