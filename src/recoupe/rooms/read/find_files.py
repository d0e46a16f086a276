"""The files that a folder or a path stands for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from recoupe.errors import InputError
from recoupe.rooms.read.catalogue import CATALOGUE_NAME
from recoupe.rooms.read.file_kinds import BY_SUFFIX, find_suffix

# Formats that are named in the list of what was left out when they lie in a folder of articles;
# other files (pictures, style sheets, notes) are no articles and are passed over.
_NAMED_IN_FOLDERS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf"})


def find_files(path: Path) -> Iterator[Path]:
    """The file itself, or the articles' files under a folder, in the order of their names.

    Folders are read to any depth; hidden files, links out of the folder, `articles.csv` and
    files that cannot be articles (README, pictures) are passed over.

    Raises:
        InputError: The path does not exist.
    """
    if not path.exists():
        raise InputError(f"Il n'y a rien à {path}.", hint="Vérifiez le chemin.")
    if not path.is_dir():
        yield path
        return
    root = path.resolve()
    for found in sorted(path.rglob("*"), key=lambda p: p.relative_to(path).parts):
        if not is_worth_reading(found.relative_to(path)) or not found.is_file():
            continue
        if found.resolve().is_relative_to(root):
            yield found


def is_worth_reading(path: PurePath) -> bool:
    """Whether a file in a folder or archive can be an article, by its name.

    Example:
        >>> is_worth_reading(PurePath("pont/une.html")), is_worth_reading(PurePath("style.css"))
        (True, False)
    """
    if any(part.startswith((".", "__MACOSX")) for part in path.parts):
        return False
    suffix = find_suffix(path.name)
    if path.stem.upper() == "README" or path.name.lower() == CATALOGUE_NAME:
        return False
    return suffix in BY_SUFFIX or suffix in _NAMED_IN_FOLDERS
