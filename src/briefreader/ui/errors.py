"""Faults of the program: they are logged and shown, and the program goes on."""

from __future__ import annotations

import logging
import platform
import sys
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
    """Takes over Python's last resort for exceptions, from every thread."""

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: FaultDialog | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Begin to catch faults."""
        sys.excepthook = self._catch

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:  # fmt: skip
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("%s", text)
        self.caught.emit(text)

    def _show(self, text: str) -> None:
        if self._dialog is None:
            self._dialog = FaultDialog(text, QApplication.activeWindow())
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


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
