"""Words for the user: gettext, for the window and the command line alike."""

from __future__ import annotations

import gettext

from briefreader.resources import resource

LANGUAGES = ("en", "vi", "ru")
"""The languages that the program speaks, by their codes of ISO 639-1."""

_DOMAIN = "briefreader"


def _catalogue_of(languages: list[str] | None) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, resource("locale"), languages, fallback=True)


_catalogue = _catalogue_of(None)


def choose(language: str) -> None:
    """Speak one of LANGUAGES from now on, or "system": what the environment asks for."""
    global _catalogue  # the one state of this module: which language is spoken
    _catalogue = _catalogue_of(None if language == "system" else [language])


def language() -> str:
    """Return the language that is spoken, one of LANGUAGES."""
    spoken = str(_catalogue.info().get("language", "en")).partition("_")[0]
    return spoken if spoken in LANGUAGES else "en"


def _(text: str) -> str:
    """Return the text in the user's language."""
    return _catalogue.gettext(text)


def anew(text: str) -> str:
    """Return a text that was kept in the language of its day in the user's, if it is one of the source's."""
    return _(text) if text else ""


def N_(text: str) -> str:
    """Mark a text for translation that is looked up later."""
    return text


def in_context(context: str, text: str) -> str:
    """Return a text whose translation hangs on where it stands, such as the name of a month after its day."""
    return _catalogue.pgettext(context, text)


def plural(one: str, many: str, n: int) -> str:
    """Return the form of a counted text for n, with n put in for ``{n}``."""
    return _catalogue.ngettext(one, many, n).format(n=number(n))


def number(n: int) -> str:
    """Return a number with its thousands set apart as the user's language does: "12,345" in English.

    A catalogue gives its own sign for the text "," in the context "thousands separator".
    """
    return in_figures(f"{n:,}")


def in_figures(written: str) -> str:
    """Return a number that is written as in English, "1,234.5", with the signs of the user's language.

    This is the one place that knows them; a catalogue gives its own for the text "." in the context
    "decimal sign" as well.
    """
    signs: dict[str, str | int | None] = {
        ",": in_context("thousands separator", ","),
        ".": in_context("decimal sign", "."),
    }
    return written.translate(str.maketrans(signs))
