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
    return _catalogue.ngettext(one, many, n).format(n=f"{n:,}")
