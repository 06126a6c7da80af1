"""The language of Qt's own words, and of numbers and dates that Qt writes."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from briefreader.i18n import N_, _, language

_BUTTONS = (
    N_("OK"), N_("&OK"), N_("Save"), N_("&Save"), N_("Cancel"), N_("&Cancel"), N_("Close"), N_("&Close"),
    N_("&Yes"), N_("&No"), N_("Open"), N_("Apply"), N_("Reset"), N_("Discard"),
)  # fmt: skip
_MENU = (
    N_("Cu&t"), N_("&Copy"), N_("&Paste"), N_("Delete"), N_("Select All"), N_("&Undo"), N_("&Redo"),
)  # fmt: skip
_WORDS = frozenset((*_BUTTONS, *_MENU))


def speak(app: QApplication) -> None:
    """Let Qt speak the program's language, and lay out from the side on which it begins."""
    spoken = language()
    system = QLocale.system()
    same = system.name().partition("_")[0] == spoken
    QLocale.setDefault(system if same else QLocale(spoken))
    app.setLayoutDirection(QLocale().textDirection())
    words = QTranslator(app)
    if words.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    elif spoken != "en":
        app.installTranslator(OwnWords(app))


class OwnWords(QTranslator):
    """The few words of Qt that our windows show, for a language in which Qt has none of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the word as our catalogue has it, or None for Qt to look elsewhere."""
        return _(source_text) if source_text in _WORDS else None
