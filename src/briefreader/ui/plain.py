"""Text of documents in tooltips, shown as it is written."""

from __future__ import annotations

import html


def plain_tooltip(text: str) -> str:
    """Return a text so that a tooltip shows just its characters, wrapped, with its line breaks.

    Qt has no plain tooltips: it guesses, and takes a title such as "Use <b>bold</b>" for markup, or
    would look for the file of an image. So it is given markup in which everything is escaped. Where
    assistive technology would read the tooltip for want of a description, give the widget one.
    """
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
