"""What keeps two passages apart however alike their words are."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.records import Figure, Modifier
from recoupe.rooms.align.settings import VETOES
from recoupe.rooms.align.signs import Signs
from recoupe.rooms.align.words import opposite_families

# « 600 000 » and « 650 000 » are two numbers, « 1 499 » and « 1 500 » one: rounding to two or
# three digits moves a number by less than this share. Set below the 8 % of the first pair.
ROUNDING_RATIO = 0.03
# Lengths of time are rounded more freely: « deux ans et demi », « près de trois ans » (17 %).
DURATION_RATIO = 0.25
# « Une quinzaine » is 14 too, « près de 50 » 48, « un peu plus de 200 » 212: a number given roughly
# is off by so much from one given exactly. Two that are both rough (« plus de 600 000 », « environ
# 650 000 ») stay two.
ABOUT_RATIO = 0.1
# Stages of one movement: the same 500 soldiers are sent, are trained there and have arrived. A
# plan (« doivent être envoyés ») is another fact than its doing.
MOVED = frozenset({"sent", "deployed", "arrived", "training"})
# Jobs are told of as numbers while they are still a plan: « 140 suppressions », « 140 postes disparaîtront ».
JOBS = frozenset({"planned", "promised", "hired", "laid_off"})
# « des milliers » can be 1 000 to 100 000: a quantity without a number clashes with none.


def find_veto(
    one: Signs, other: Signs, language: str, vetoes: frozenset[str] = VETOES
) -> str | None:
    """Why two passages cannot be one claim, or None.

    Args:
        one: A passage.
        other: The other.
        language: Whose opposites are known.
        vetoes: The names of those that are on.

    Returns:
        "figure", "stage", "population", "negation", "opposite" or "roles".
    """
    return next((name for name in _list_vetoes(one, other, language) if name in vetoes), None)


def _list_vetoes(one: Signs, other: Signs, language: str) -> Iterator[str]:
    if one.figures and other.figures:
        if _figures_clash(one.figures, other.figures) or _parts_clash(one, other):
            yield "figure"
        if _stages_clash(one, other):
            yield "stage"
    if one.populations and other.populations and _populations_clash(one, other):
        yield "population"
    if _polarities_clash(one, other):
        yield "negation"
    if not (one.takes_back or other.takes_back) and _say_opposites(one, other, language):
        yield "opposite"
    if _roles_swapped(one, other):
        yield "roles"


def same_number(one: Figure, other: Figure) -> bool:
    """Whether two figures give one number, bounds and modifiers aside.

    « plus de 600 000 » and « environ 650 000 » could both hold, and are still two claims: that
    they can hold together is for the comparison to say.
    """
    if one.value is None or other.value is None:
        return _share_bound(one, other)
    largest = max(abs(one.value), abs(other.value))
    if one.unit.startswith("duration"):
        ratio = DURATION_RATIO
    elif _is_rounding(one, other) or _is_rounding(other, one):
        ratio = ABOUT_RATIO
    else:
        ratio = ROUNDING_RATIO
    return abs(one.value - other.value) <= ratio * largest


def _is_rounding(rough: Figure, exact: Figure) -> bool:
    """Whether a number is given roughly and may round the other, which is given exactly."""
    if exact.modifier is not Modifier.EXACT or exact.value is None or rough.value is None:
        return False
    match rough.modifier:
        case Modifier.ABOUT:
            return True
        case Modifier.NEARLY:
            return exact.value <= rough.value
        case Modifier.MORE_THAN:
            return exact.value >= rough.value
        case _:
            return False


def _share_bound(one: Figure, other: Figure) -> bool:
    bounds = [(one.low, other.low), (one.high, other.high)]
    return all(a == b or a is None or b is None for a, b in bounds)


def measure_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are counted in one unit, of whatever length of time.

    A number without its noun (« 28 ont été blessés ») counts what others at its stage count.
    """
    if "count" in (one.unit, other.unit) and one.stage is not None and one.stage == other.stage:
        return True
    return one.unit.split(":")[0] == other.unit.split(":")[0] and (
        one.unit == other.unit or one.unit.startswith(("duration", "count"))
    )


def _figures_clash(ones: tuple[Figure, ...], others: tuple[Figure, ...]) -> bool:
    pairs = [(a, b) for a in ones for b in others if measure_alike(a, b)]
    return bool(pairs) and not any(
        same_number(a, b)
        for a in ones
        for b in others
        if measure_alike(a, b) or _may_count_one_thing(a, b)
    )


def _may_count_one_thing(one: Figure, other: Figure) -> bool:
    """Whether one of two counts has no noun (« l'agence en compte 87 ») and may be of what the other counts."""
    return "count" in (one.unit, other.unit) and all(
        unit == "person" or unit.startswith("count") for unit in (one.unit, other.unit)
    )


def _parts_clash(one: Signs, other: Signs) -> bool:
    """Whether the one number they share counts a part in one (« trois des morts ») and all in the other."""
    pairs = [
        (a.id in one.parts, b.id in other.parts)
        for a in one.figures
        for b in other.figures
        if measure_alike(a, b) and same_number(a, b)
    ]
    return bool(pairs) and all(a != b for a, b in pairs)


def _stages_clash(one: Signs, other: Signs) -> bool:
    """Whether figures that give one number count it at different stages (planned, arrived).

    Of « trois des morts travaillaient » the stage is that of the whole: parts do not clash.
    """
    pairs = [
        (a.stage, b.stage)
        for a in one.figures
        for b in other.figures
        if measure_alike(a, b)
        and same_number(a, b)
        and not (a.id in one.parts or b.id in other.parts)
    ]
    return any(a and b and not _stages_agree(a, b) for a, b in pairs) and not any(
        a == b for a, b in pairs
    )


def _stages_agree(one: str, other: str) -> bool:
    """Whether one number can be counted at both stages: whoever has arrived was sent before."""
    return one == other or {one, other} <= MOVED or {one, other} <= JOBS


def _populations_clash(one: Signs, other: Signs) -> bool:
    """Whether one speaks of « soldats russes » and the other of « soldats ukrainiens » only."""
    shared = {noun for noun, _ in one.populations} & {noun for noun, _ in other.populations}
    if not shared:
        return False
    ones = {place for noun, place in one.populations if noun in shared}
    others = {place for noun, place in other.populations if noun in shared}
    return not ones & others


def _polarities_clash(one: Signs, other: Signs) -> bool:
    """Whether one says that something is not so which the other says.

    « n'ouvriront pas » and « resteront fermées » agree: what the first denies the other does not
    speak of, or says by a word of lack. A denial (« a démenti toute fuite ») speaks of the claim
    that it denies, so it joins « une fuite »; it says what « aucune fuite » says too.
    """
    if bool(one.negated) == bool(other.negated):
        return False
    denies, says = (one, other) if one.negated else (other, one)
    if says.refutes:
        return False
    if says.lacks and not says.lacks & denies.negated:
        return False
    return bool(denies.negated & says.labels)


def _say_opposites(one: Signs, other: Signs, language: str) -> bool:
    """Whether the main words of one say the contrary of those of the other.

    A word that both have says that the contrary is there on both sides (« ouvrir », « fermer »).
    """
    if bool(one.negated) != bool(other.negated) or not (one.families and other.families):
        return False
    pairs = opposite_families(language)
    only_one, only_other = one.families - other.families, other.families - one.families
    return any((a, b) in pairs for a in only_one & one.heads for b in only_other & other.heads)


def _roles_swapped(one: Signs, other: Signs) -> bool:
    """Whether who acts in one is acted on in the other and the other way round."""
    if not one.subject or not other.subject or one.subject & other.subject:
        return False
    return one.subject <= other.others and other.subject <= one.others
