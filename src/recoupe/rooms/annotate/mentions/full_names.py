"""The distinct full names of an article, and which of them a naming belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.language.names import (
    first_names,
    fold_name,
    fold_sounds,
    last_name,
    same_first_names,
    same_last_name,
)


class FullNames:
    """The full names that the namings of an article come down to.

    « M. Rutte », « Rutte » and « Mark Rutte » are one; « Luc Roy » and « Anne Roy » are two.

    Cost:
        Near linear: other spellings are looked for among the last names of the same first and last sounds only.

    Example:
        >>> names = FullNames(["Mark Rutte", "Rutte", "Luc Roy", "Anne Roy", "Roy"])
        >>> names.find_owners("Rutte"), names.find_owners("Roy")
        (['Mark Rutte'], ['Luc Roy', 'Anne Roy'])
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        self._alike: dict[str, list[str]] = {}
        for name in sorted(names, key=lambda n: -len(n.split())):
            self._add(name)

    def _add(self, name: str) -> None:
        last = last_name(name)
        key = self._find_key(last)
        if key is None:
            if not first_names(name) and last in self._by_first:
                return
            key = last
            self._alike.setdefault(_bucket(last), []).append(last)
        known = self._by_last.setdefault(key, [])
        if not any(same_first_names(first_names(n), first_names(name)) for n in known):
            known.append(name)
            self._by_first.setdefault(fold_name(name).split(" ")[0], []).append(name)

    def _find_key(self, last: str) -> str | None:
        """The known last name that this one is, or another spelling of."""
        if last in self._by_last:
            return last
        alike = self._alike.get(_bucket(last), ())
        return next((key for key in alike if same_last_name(key, last)), None)

    def find_owners(self, name: str) -> list[str]:
        """The full names that a naming can belong to, longest first; itself where there is none."""
        last, first = last_name(name), first_names(name)
        key = self._find_key(last)
        if key is None:
            starts = self._by_first.get(last, [])
            return starts if len(starts) == 1 else [name]
        known = self._by_last[key]
        if first:
            known = [n for n in known if same_first_names(first, first_names(n))]
        return list(known) or [name]


def _bucket(last: str) -> str:
    """What two spellings of one last name share at least: first and last sounds of its last word."""
    key = fold_sounds(re.sub(r"'?s$|'$", "", last.split(" ")[-1]))
    return key[:1] + key[-2:]
