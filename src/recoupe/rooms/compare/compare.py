"""Where they part, and whether it matters: the compare room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from recoupe.records import Article, Difference, Story
from recoupe.rooms.compare.accusations import find_accusations
from recoupe.rooms.compare.bare_denials import find_bare_denials
from recoupe.rooms.compare.comparatives import find_comparatives
from recoupe.rooms.compare.contested_words import find_contested_words
from recoupe.rooms.compare.correction_notices import find_corrections
from recoupe.rooms.compare.counters import find_counter_conflicts
from recoupe.rooms.compare.cut_sentences import find_cut_sentences
from recoupe.rooms.compare.dates import find_date_differences
from recoupe.rooms.compare.denial_acts import find_denial_acts
from recoupe.rooms.compare.differences import covers, is_told_alike, sort_key
from recoupe.rooms.compare.double_speakers import find_double_speakers
from recoupe.rooms.compare.event_times import find_event_time_conflicts
from recoupe.rooms.compare.exclusive_places import find_exclusive_places
from recoupe.rooms.compare.fact_differences import find_fact_differences
from recoupe.rooms.compare.figures import find_figure_differences
from recoupe.rooms.compare.impossible_counts import find_impossible_counts
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.misnamed import find_misnamed
from recoupe.rooms.compare.office_holders import find_office_holders
from recoupe.rooms.compare.open_acts import find_open_acts
from recoupe.rooms.compare.opposed_sides import find_opposed_sides
from recoupe.rooms.compare.opposite_clauses import find_opposite_clauses
from recoupe.rooms.compare.ordinals import find_ordinal_conflicts
from recoupe.rooms.compare.places import find_place_differences
from recoupe.rooms.compare.polarity import find_opposite_claims
from recoupe.rooms.compare.rejoinders import find_rejoinders
from recoupe.rooms.compare.rival_clauses import find_rival_clauses
from recoupe.rooms.compare.scale_slips import find_scale_slips
from recoupe.rooms.compare.shared_speech import find_shared_speech
from recoupe.rooms.compare.sourced_counts import find_sourced_counts
from recoupe.rooms.compare.stances import find_stance_differences
from recoupe.rooms.compare.stated_changes import find_stated_changes
from recoupe.rooms.compare.tied_counts import find_tied_counts
from recoupe.rooms.compare.turned_words import find_turned_words
from recoupe.rooms.compare.wordings import find_wordings

DETECTORS: tuple[Callable[[Material], Iterator[Difference]], ...] = (
    find_figure_differences,
    find_fact_differences,
    find_sourced_counts,
    find_counter_conflicts,
    find_scale_slips,
    find_impossible_counts,
    find_tied_counts,
    find_stated_changes,
    find_comparatives,
    find_corrections,
    find_office_holders,
    find_misnamed,
    find_shared_speech,
    find_double_speakers,
    find_place_differences,
    find_exclusive_places,
    find_date_differences,
    find_event_time_conflicts,
    find_ordinal_conflicts,
    find_stance_differences,
    find_bare_denials,
    find_denial_acts,
    find_rejoinders,
    find_contested_words,
    find_accusations,
    find_turned_words,
    find_opposed_sides,
    find_opposite_claims,
    find_opposite_clauses,
    find_rival_clauses,
    find_open_acts,
    find_cut_sentences,
    find_wordings,
)


def compare(
    story: Story, articles: Sequence[Article], *, without: frozenset[str] = frozenset()
) -> Story:
    """The story with its differences: conflicts first, then updates, then what is no conflict.

    Args:
        story: The story with its origins and claims.
        articles: Its articles, in the order of `story.articles`.
        without: Names of detectors (« find_wordings ») and innocent explanations (`EXPLANATIONS`)
            to do without, to measure what each is worth.

    Returns:
        A copy of the story. Two detectors that find one difference give it once, and the graver
        verdict stands; of two with one verdict the wider one, where it has every passage of the other.

    Cost:
        Quadratic in the figures and statements of one story.
    """
    material = Material(story, articles, without)
    found: dict[tuple[object, ...], Difference] = {}
    for detector in DETECTORS:
        if detector.__name__ in without:
            continue
        for difference in detector(material):
            key = _same_key(difference)
            held = found.get(key)
            if held is None or sort_key(difference) < sort_key(held):
                found[key] = difference
    kept: list[Difference] = []
    for difference in sorted(found.values(), key=sort_key):
        if not any(covers(wide, difference) for wide in kept) and not is_told_alike(difference):
            kept.append(difference)
    return replace(story, differences=tuple(kept))


def _same_key(difference: Difference) -> tuple[object, ...]:
    """What makes two findings one difference: its kind and first evidence of each side."""
    return (difference.kind, frozenset(side.evidence[0] for side in difference.sides))
