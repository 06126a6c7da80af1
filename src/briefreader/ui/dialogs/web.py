"""Shows where an address leads before it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from briefreader.i18n import _
from briefreader.library.web import host_of

_SHOWN = 600


def ask_to_open(address: str, parent: QWidget) -> QMessageBox:
    """Ask whether a web address is to be opened in the browser; it is opened only on "Open"."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_("Open web page"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_("Open this page of {host} in the web browser?").format(host=host_of(address)))
    shown = address if len(address) <= _SHOWN else address[:_SHOWN] + "…"
    box.setInformativeText(shown)
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)

    def answered(button: int) -> None:
        if button == QMessageBox.StandardButton.Open:
            QDesktopServices.openUrl(QUrl(address))

    box.finished.connect(answered)
    box.open()
    return box
