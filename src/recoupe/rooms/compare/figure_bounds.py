"""How wide a figure is once rounding is allowed for, and whether two can both hold."""

from __future__ import annotations

from math import inf

from recoupe.records import Figure, Modifier

# « environ 650 000 », « une quarantaine »: a speaker who says about means within a tenth; in the
# 5 + 10 articles of the two gold stories the widest agreeing pair is 1 150 for « environ 1 200 »
# (4 %) and 6 800 for « quelque 7 000 » (3 %).
ABOUT_RATIO = 0.1
# « près de 50 » is below 50 and not far: it holds 40, not 20.
NEARLY_RATIO = 0.2
# « plus de 600 000 » is read as up to a quarter more; 650 000 fits, 1 200 000 would be said so.
MORE_RATIO = 0.25
# Two exact figures with one or two leading digits may be one number rounded: « 1 200 », « 1 150 ».
ROUNDING_RATIO = 0.05


def find_range(figure: Figure) -> tuple[float, float]:
    """Least and greatest number that the wording can stand for.

    Example:
        >>> from recoupe.records import Span
        >>> find_range(Figure("f", Span(0, 1), 40, None, None, Modifier.ABOUT, "person", "blessés"))
        (36.0, 44.0)
    """
    value = figure.value
    if value is None:
        return (
            figure.low if figure.low is not None else -inf,
            figure.high if figure.high is not None else inf,
        )
    width = abs(value)
    if figure.modifier is Modifier.ABOUT:
        return (value - ABOUT_RATIO * width, value + ABOUT_RATIO * width)
    if figure.modifier is Modifier.NEARLY:
        return (value - NEARLY_RATIO * width, value)
    low = figure.low if figure.low is not None else -inf
    high = figure.high if figure.high is not None else inf
    return (low, high)


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Tell whether one number satisfies both wordings.

    « plus de 600 000 » and « environ 650 000 » can, « 12 » and « au moins 14 » cannot. An open
    bound is open: « plus de 70 » and « 600 » meet.

    Example:
        >>> from recoupe.records import Span
        >>> def exact(value): return Figure("f", Span(0, 1), value, value, value, Modifier.EXACT, "person", "")
        >>> can_both_hold(exact(12), exact(14)), can_both_hold(exact(1200), exact(1150))
        (False, True)
    """
    one_low, one_high = find_range(one)
    other_low, other_high = find_range(other)
    if max(one_low, other_low) <= min(one_high, other_high):
        return True
    gap = max(one_low, other_low) - min(one_high, other_high)
    highest = max(abs(one.value or one.high or 0), abs(other.value or other.high or 0))
    return (is_round(one) or is_round(other)) and gap <= ROUNDING_RATIO * highest


def is_round(figure: Figure) -> bool:
    """Whether the number has at most two leading digits and three places, as a rounded one has.

    Example:
        >>> from recoupe.records import Span
        >>> is_round(Figure("f", Span(0, 1), 1200, 1200, 1200, Modifier.EXACT, "person", ""))
        True
        >>> is_round(Figure("f", Span(0, 1), 12, 12, 12, Modifier.EXACT, "person", ""))
        False
    """
    value = figure.value
    if value is None or value < 100 or value != int(value):
        return False
    return len(str(int(value)).rstrip("0")) <= 2


def is_far_above(one: Figure, other: Figure) -> bool:
    """Whether « plus de X » is so far below the other figure that nobody would round it so."""
    low = min(one.value or 0, other.value or 0)
    high = max(one.value or 0, other.value or 0)
    return high > low * (1 + MORE_RATIO)
