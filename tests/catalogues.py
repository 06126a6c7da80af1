"""Catalogues of translations: what they must hold, and bringing them up to date.

``python tests/catalogues.py`` reads all words for the user out of the source, merges them into
``resources/locale/LANGUAGE/LC_MESSAGES/briefreader.po`` and compiles these. What is new has no translation.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2), "in_context": ((1, "c"), 2)}
LANGUAGES = ("vi", "ru")


_MADE = datetime(2026, 11, 27, tzinfo=UTC)


def _blank(language: str | None) -> Catalog:
    return Catalog(
        language, project="Briefreader", version="0.1", copyright_holder="The Briefreader developers",
        header_comment="# The words of Briefreader. Brought up to date by tests/catalogues.py.\n",
        last_translator="The Briefreader developers", language_team="The Briefreader developers",
        msgid_bugs_address="", creation_date=_MADE, revision_date=_MADE, fuzzy=False,
    )  # fmt: skip


def source() -> Catalog:
    """Return the words for the user that stand in the source."""
    found = _blank(None)
    folder = ROOT / "src" / "briefreader"
    for name, line, message, comments, context in extract_from_dir(
        str(folder), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        found.add(message, None, [(f"src/briefreader/{name}", line)], auto_comments=comments, context=context)
    for path in sorted(folder.rglob("*.py")):
        for message in spoken_inside(ast.parse(path.read_text(encoding="utf-8"))):
            found.add(message)
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August"
    for month in (*months.split(), "September", "October", "November", "December"):
        found.add(month, context="month of a day")
    return found


def spoken_inside(tree: ast.Module) -> Iterator[str | tuple[str, str]]:
    """Yield the words for the user in f-strings and in calls within calls, where Babel does not look."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        said = [each.value for each in call.args if isinstance(each, ast.Constant)]
        texts = [each for each in said if isinstance(each, str)]
        if call.func.id in ("_", "N_") and texts:
            yield texts[0]
        elif call.func.id == "plural" and len(texts) == 2:
            yield (texts[0], texts[1])


def place(language: str, suffix: str) -> Path:
    """Return where the catalogue of a language is: "po" as translators write it, "mo" as it is read."""
    return ROOT / "resources" / "locale" / language / "LC_MESSAGES" / f"briefreader.{suffix}"


def catalogue(language: str) -> Catalog:
    """Return the catalogue of a language."""
    with place(language, "po").open("rb") as file:
        return read_po(file, locale=language)


def compiled(found: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, found)
    return out.getvalue()


def written(found: Catalog) -> bytes:
    """Return a catalogue as translators write it, always in the same way."""
    out = io.BytesIO()
    write_po(out, found, width=110, sort_output=True, no_location=True, omit_header=False)
    return out.getvalue()


def update() -> None:
    """Merge the source's words into every catalogue and compile it."""
    template = source()
    for language in LANGUAGES:
        path = place(language, "po")
        path.parent.mkdir(parents=True, exist_ok=True)
        found = catalogue(language) if path.exists() else _blank(language)
        found.update(template, no_fuzzy_matching=True)
        found.obsolete.clear()
        found.creation_date = found.revision_date = _MADE  # else every run would write another file
        path.write_bytes(written(found))
        place(language, "mo").write_bytes(compiled(found))


if __name__ == "__main__":
    update()
