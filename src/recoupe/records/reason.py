"""Why something was left out, apart from the words of a language."""

from __future__ import annotations

from dataclasses import dataclass

Detail = str | int | float


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """A reason that the interface can word in any of its languages.

    Attributes:
        code: Key of its sentence in the catalogue (`language/labels/`, section `reason`); empty
            where only the sentence itself was kept.
        details: What stands for the names in braces of the sentence, sorted by name.
    """

    code: str = ""
    details: tuple[tuple[str, Detail], ...] = ()


# Of what was kept before reasons had codes.
NO_REASON = Reason()


def give_reason(code: str, **details: Detail) -> Reason:
    """A reason with its details.

    Example:
        >>> give_reason("too_large", limit=40).details
        (('limit', 40),)
    """
    return Reason(code, tuple(sorted(details.items())))
