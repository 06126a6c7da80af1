"""``briefreader search``: find articles in a workspace."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from briefreader.cli import DONE
from briefreader.cli._output import Output, one_line
from briefreader.cli._working import existing
from briefreader.i18n import _, plural


def run(options: Namespace, output: Output) -> int:
    """Print the articles that hold the words, best first; return the exit code."""
    from briefreader.domain.query import Query
    from briefreader.library.searching import find
    from briefreader.library.workspace import open_workspace

    words = " ".join(options.words)
    with open_workspace(existing(options.workspace)) as workspace:
        workspace.refresh_index(output.progress)
        ids = find(workspace, Query(words=words, order="relevance"))
        for row in workspace.store.rows(ids[: options.limit]):
            document = workspace.store.document(row.id)
            if document is None:
                continue
            if options.json:
                output.json(_found(document, words))
            else:
                _show(document, words, output)
    if not options.json and len(ids) > options.limit:
        output.line(
            plural("{n} more article was found.", "{n} more articles were found.", len(ids) - options.limit)
        )
    if not options.json and not ids:
        output.line(_("Nothing was found."))
    return DONE


def _found(document: Any, words: str) -> dict[str, Any]:
    from briefreader.index import hits

    published = document.published
    return {
        "id": document.id,
        "path": document.origin,
        "title": document.title,
        "source": document.outlet,
        "published": {
            "value": published.value or None,
            "precision": published.precision,
            "how": published.how,
        },
        "hits": [{"start": span.start, "end": span.end} for span in hits(document.text, words)],
    }


def _show(document: Any, words: str, output: Output) -> None:
    from briefreader.library.searching import snippet

    about = [part for part in (document.outlet, document.published.value, document.origin) if part]
    output.line(one_line(document.title))
    output.line("  " + one_line(" · ".join(about)))
    output.line("  " + one_line(snippet(document, words)[0]))
    output.line()
