"""Words for the user: gettext, for the window and the command line alike."""

from __future__ import annotations

import gettext

from briefreader.resources import resource

_catalogue = gettext.translation("briefreader", resource("locale"), fallback=True)


def _(text: str) -> str:
    """Return the text in the user's language."""
    return _catalogue.gettext(text)


def N_(text: str) -> str:
    """Mark a text for translation that is looked up later."""
    return text


def plural(one: str, many: str, n: int) -> str:
    """Return the form of a counted text for n, with n put in for ``{n}``."""
    return _catalogue.ngettext(one, many, n).format(n=number(n))


def number(n: int) -> str:
    """Return a number with its thousands set apart as the user's language does: "12,345" in English.

    This is the one place that knows the sign; a catalogue gives its own for the text "," in the
    context "thousands separator".
    """
    return f"{n:,}".replace(",", _catalogue.pgettext("thousands separator", ","))
