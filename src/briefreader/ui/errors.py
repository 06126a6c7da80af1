"""Faults of the program: they are logged and shown, and the program goes on."""

from __future__ import annotations

import errno
import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefreader import __version__
from briefreader.i18n import _

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Takes over Python's last resort for exceptions, from every thread.

    The log, which is written only where the user asked for one, has them whole; the report that is
    shown and may be sent away has no words of theirs (see ``report``).
    """

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: FaultDialog | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Begin to catch faults."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread

    def _catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:  # fmt: skip
        _log.error("%s", "".join(traceback.format_exception(kind, error, trace)))
        self.caught.emit(report(error) if error is not None else kind.__name__)

    def _catch_in_thread(self, fault: threading.ExceptHookArgs) -> None:
        if not issubclass(fault.exc_type, SystemExit):  # it ends a thread, and is no fault
            self._catch(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _show(self, text: str) -> None:
        if self._dialog is None:
            self._dialog = FaultDialog(text, QApplication.activeWindow())
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def report(error: BaseException) -> str:
    """Return where an exception and those that led to it were raised, without what they say.

    What an exception says may hold the text, title or file of an article ("invalid literal: …"), so
    only its type is given, and the name of the system's error (as in "ENOSPC") if it has one. The
    lines shown are of the program's own code.
    """
    parts: list[str] = []
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        lines = traceback.format_tb(found.__traceback__)
        parts.append("".join((*lines, _kind(found))))
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    return "\n\nwhich led to:\n\n".join(reversed(parts))


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    code = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    return f"{name} ({code})" if code else name


class FaultDialog(QDialog):
    """Says that the program has made a mistake, with what a developer needs to mend it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Briefreader made a mistake"))
        self.resize(640, 360)
        says = QLabel(
            _("Something in the program went wrong. Nothing that you made is lost; you can go on working.")
            + " "
            + _(
                "If it happens again, send this report to the developers. No text of your articles is in it."
            ),
            self,
        )
        says.setWordWrap(True)
        self._report = QPlainTextEdit(self)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("Report"))
        self._report.setPlainText(
            f"Briefreader {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
            f"{platform.system()} {platform.release()}\n\n{text}"
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(says)
        layout.addWidget(self._report, 1)
        layout.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
