"""What can be wrong with the world: files, packs, evidence. Each error says what to do."""

from __future__ import annotations


class RecoupeError(Exception):
    """Anything that is wrong outside the caller's code.

    Attributes:
        code: Stable short name of the kind of trouble, for programs.
        hint: One sentence that says what to do about it.
    """

    code = "recoupe"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class EvidenceError(RecoupeError, ValueError):
    """A span that does not lie in its text: evidence that cannot be opened."""

    code = "evidence"


class InputError(RecoupeError, OSError):
    """A path or stream that cannot be read at all."""

    code = "input"


class PackError(RecoupeError, ValueError):
    """A language pack with an entry that is wrong or breaks its own examples."""

    code = "pack"


class DossierError(RecoupeError, ValueError):
    """JSON that is not a dossier of this version."""

    code = "dossier"


class ModelError(RecoupeError, ImportError):
    """The spaCy model of a language is not installed."""

    code = "model"


class StoreError(RecoupeError, OSError):
    """A store that cannot be opened, is locked, or is not what it should be."""

    code = "store"


class WorkerError(RecoupeError, RuntimeError):
    """A worker process that ended before its work was done."""

    code = "worker"


class ExtraError(RecoupeError, ImportError):
    """A part of Recoupe whose libraries are not installed."""

    code = "extra"
