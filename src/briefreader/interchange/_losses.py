"""What a format cannot hold, as sentences for the user, by short names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefreader.i18n import plural

SENTENCES: Mapping[str, Callable[[int], str]] = {
    "unplaced": lambda n: plural(
        "{n} annotation whose passage is not found in its article is left out.",
        "{n} annotations whose passages are not found in their articles are left out.",
        n,
    ),
    "whole": lambda n: plural(
        "{n} note on an article as a whole stands beside the article’s title, as if that were a passage.",
        "{n} notes on articles as a whole stand beside the article’s title, as if that were a passage.",
        n,
    ),
    "star": lambda n: plural("{n} star is left out.", "{n} stars are left out.", n),
    "colour": lambda n: plural(
        "The colour of {n} highlight is left out.", "The colours of {n} highlights are left out.", n
    ),
    "underline": lambda n: plural("{n} underline is left out.", "{n} underlines are left out.", n),
    "tags": lambda n: plural(
        "Tags of {n} annotation are spelled without spaces and signs.",
        "Tags of {n} annotations are spelled without spaces and signs.",
        n,
    ),
    "author": lambda n: plural(
        "The author of {n} annotation is left out.", "The authors of {n} annotations are left out.", n
    ),
    "changed": lambda n: plural(
        "When {n} annotation was last changed is left out.",
        "When {n} annotations were last changed is left out.",
        n,
    ),
    "control": lambda n: plural(
        "Control characters in {n} annotation are left out.",
        "Control characters in {n} annotations are left out.",
        n,
    ),
    "own star": lambda n: plural(
        "The star of {n} article itself is left out.", "The stars of {n} articles themselves are left out.", n
    ),
    "own tags": lambda n: plural(
        "The tags of {n} article itself are left out.", "The tags of {n} articles themselves are left out.", n
    ),
    "own tags spelled": lambda n: plural(
        "Tags of {n} article itself are spelled without spaces and signs.",
        "Tags of {n} articles themselves are spelled without spaces and signs.",
        n,
    ),
    "corrected": lambda n: plural(
        "That title, outlet or date of {n} article were corrected is left out.",
        "That title, outlet or date of {n} articles were corrected is left out.",
        n,
    ),
    "own control": lambda n: plural(
        "Control characters in what was set on {n} article itself are left out.",
        "Control characters in what was set on {n} articles themselves are left out.",
        n,
    ),
}
