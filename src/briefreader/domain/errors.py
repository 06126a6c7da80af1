"""What can go wrong in the world, as one tree.

::

    BriefreaderError        a sentence for the user, and a hint on what to do
    ├── ReadError           a file cannot be read as a document
    ├── WorkspaceError      a workspace cannot be opened or written
    │   └── Conflict        a record was changed by somebody else meanwhile
    ├── ExportError         a briefing cannot be written
    ├── Crashed             a worker ended in the middle of its work
    ├── MissingPart         something that has to be installed is not there
    └── Cancelled           the user asked to stop

Everything else that is raised is a fault of the program.
"""

from __future__ import annotations


class BriefreaderError(Exception):
    """A failure that the user can do something about."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ReadError(BriefreaderError):
    """A file cannot be read as a document."""


class WorkspaceError(BriefreaderError):
    """A workspace cannot be opened or written."""


class Conflict(WorkspaceError):
    """A record is no longer what the edit was made from."""


class ExportError(BriefreaderError):
    """A briefing cannot be written."""


class Crashed(BriefreaderError):
    """A worker ended in the middle of its work."""


class MissingPart(BriefreaderError):
    """Something that has to be installed is not there."""


class Cancelled(BriefreaderError):
    """The user asked to stop."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")

    def __reduce__(self) -> tuple[type[Cancelled], tuple[()]]:
        return Cancelled, ()
