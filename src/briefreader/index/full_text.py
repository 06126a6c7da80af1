"""The full-text index by tantivy, over words that were folded beforehand."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from briefreader.domain.document import Document
from briefreader.domain.folding import words as folded_words
from briefreader.index import Hit
from briefreader.index._search import Part, parse

if TYPE_CHECKING:
    import tantivy

_log = logging.getLogger(__name__)

Found = TypeVar("Found")

VERSION = 1
"""Count the versions of what the index holds: another one means that it is made anew."""

_HEAP = 30_000_000  # bytes for the writer, which is there only while it writes
_NOTE = "briefreader.json"
_BETWEEN = "\x01"  # a token that no search can hold, so that no phrase reaches from title to outlet
_ALL = 10_000_000  # more documents than an index will hold
_HEAD_WEIGHT = 3.0
_WHOLE_WEIGHT = 2.0
_REFUSED = "An invalid argument was passed"  # says tantivy of a query, never of files


class TantivyIndex:
    """The index in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._note = folder / _NOTE
        self._seen: tuple[int, int] = (0, 0)
        self._index: Any = None
        self._open()

    # --- opening

    def _open(self) -> None:
        judged = self._stamp()
        if self._told() is not None:
            try:
                self._read()
                self._search(parse("probe"), 1)
                return
            except BaseException as error:
                if not _is_damage(error):
                    raise
                _log.warning("search index made anew: %s", error)
        self._index = None
        self._make(judged)
        self._read()

    def _make(self, judged: tuple[int, int]) -> None:
        """Put an empty index in the place of the one with this stamp; what another process put there stays.

        It is made elsewhere and moved, so that nobody ever finds half of it.
        """
        parent = self._folder.parent
        parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=parent, prefix=".making-", ignore_cleanup_errors=True) as place:
            fresh, old = Path(place, "new"), Path(place, "old")
            fresh.mkdir()
            _create(fresh)
            with suppress(FileNotFoundError):
                self._folder.rename(old)
                if _stamp(old) != judged:  # another process was quicker
                    old.rename(self._folder)
            try:
                fresh.rename(self._folder)
            except OSError:
                if self._told() is None:
                    raise

    def _read(self) -> None:
        import tantivy

        self._index = tantivy.Index(_schema(), path=str(self._folder))
        plain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("folded", plain)
        self._index.config_reader("manual", 0)
        self._seen = self._stamp()
        self._index.reload()

    def _safely(self, work: Callable[[], Found]) -> Found:
        """Do the work; if the index turns out to be damaged, make it anew and do it again."""
        try:
            self._catch_up()
            return work()
        except BaseException as error:
            if not _is_damage(error):
                raise
            _log.warning("search index made anew: %s", error)
            self.clear()
            return work()

    def _told(self) -> int | None:
        return told(self._folder)

    def _write_note(self, mark: int) -> None:
        _write_note(self._folder, mark)

    def _stamp(self) -> tuple[int, int]:
        return _stamp(self._folder)

    def _catch_up(self) -> None:
        """See what another process wrote."""
        stamp = self._stamp()
        if stamp == (0, 0):
            self._open()
        elif stamp != self._seen:
            self._seen = stamp
            self._index.reload()

    # --- writing

    @property
    def mark(self) -> int:
        """Return the store's mark that the index has reached; -1 for an empty index."""
        self._safely(lambda: None)
        told = self._told()
        return -1 if told is None else told

    def update(self, documents: Iterable[Document], gone: Sequence[str], mark: int) -> None:
        """Put documents in, take others out, and note the mark.

        If another process is writing, nothing is done and the mark stays: catch up later.
        """
        writer = self._safely(self._writer)
        if writer is None:
            return
        try:
            self._fill(writer, documents, gone)
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        self._write_note(mark)
        self._seen = self._stamp()
        self._index.reload()

    def _fill(self, writer: tantivy.IndexWriter, documents: Iterable[Document], gone: Sequence[str]) -> None:
        for id in gone:
            writer.delete_documents_by_term("id", id)
        for document in documents:
            writer.delete_documents_by_term("id", document.id)
            writer.add_document(_entry(document))

    def _writer(self) -> tantivy.IndexWriter | None:
        try:
            writer: tantivy.IndexWriter = self._index.writer(_HEAP, 1)
            return writer
        except (ValueError, OSError) as error:
            if "lock" not in str(error).lower():
                raise
            return None

    def clear(self) -> None:
        """Take everything out."""
        self._index = None
        self._note.unlink(missing_ok=True)
        self._open()

    # --- searching

    def search(self, words: str, limit: int = 10_000) -> list[Hit]:
        """Return the best documents in which every word or "phrase" occurs."""
        parts = parse(words)
        if not parts or limit < 1:
            return []
        return self._safely(lambda: self._search(parts, limit))

    def _search(self, parts: Sequence[Part], limit: int) -> list[Hit]:
        searcher, found = self._best(parts, limit)
        return [Hit(searcher.doc(place).get_first("id"), score) for score, place in found]

    def ids(self, words: str) -> list[str]:
        """Return the ids of all documents that a search finds, best first."""
        parts = parse(words)
        return self._safely(lambda: self._ids(parts)) if parts else []

    def _ids(self, parts: Sequence[Part]) -> list[str]:
        searcher, found = self._best(parts, _ALL)
        return [searcher.doc(place).get_first("id") for _score, place in found]

    def _best(self, parts: Sequence[Part], limit: int) -> tuple[Any, list[tuple[float, Any]]]:
        searcher = self._index.searcher()
        # What was begun may have more endings than the index looks for: then whole words must do.
        for tried in (parts, [replace(part, begun=False) for part in parts]):
            try:
                query = _query(self._index.schema, tried)
                return searcher, searcher.search(query, limit, count=False).hits
            except ValueError as error:
                if _REFUSED not in str(error):
                    raise
                _log.warning("search refused: %s", _REFUSED)  # the words are the user's own affair
        return searcher, []

    def count(self) -> int:
        """Return how many documents can be found."""
        return self._safely(lambda: int(self._index.searcher().num_docs))

    def close(self) -> None:
        """Let go of the files."""
        self._index = None


def _is_damage(error: BaseException) -> bool:
    """Tell whether an error means that the files are not what they should be."""
    if _REFUSED in str(error):
        return False
    return isinstance(error, (ValueError, OSError)) or type(error).__name__ == "PanicException"


def told(folder: Path) -> int | None:
    """Return the mark that the note in an index's folder tells of, or None if it is not one of ours.

    This opens nothing: the package that the index is made with takes 12 MB and is left for a search.
    """
    if _stamp(folder) == (0, 0):  # tantivy would take the folder for a new one
        return None
    try:
        note = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        return int(note["mark"]) if note["version"] == _version() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _create(folder: Path) -> None:
    """Make an empty index in an empty folder."""
    import tantivy

    tantivy.Index(_schema(), path=str(folder))
    _write_note(folder, -1)


def _write_note(folder: Path, mark: int) -> None:
    note = folder / _NOTE
    fresh = note.with_suffix(".new")
    fresh.write_text(json.dumps({"version": _version(), "mark": mark}), encoding="utf-8")
    fresh.replace(note)


def _stamp(folder: Path) -> tuple[int, int]:
    try:
        state = (folder / "meta.json").stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_ino


def _version() -> str:
    from importlib.metadata import version

    return f"{VERSION}, tantivy {version('tantivy')}"


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("head", tokenizer_name="folded", index_option="position")
    builder.add_text_field("body", tokenizer_name="folded", index_option="position")
    return builder.build()


def _entry(document: Document) -> tantivy.Document:
    import tantivy

    head = [*folded_words(document.title), _BETWEEN, *folded_words(document.outlet)]
    return tantivy.Document(id=document.id, head=" ".join(head), body=" ".join(folded_words(document.text)))


def _query(schema: tantivy.Schema, parts: Sequence[Part]) -> tantivy.Query:
    from tantivy import Occur, Query

    pieces = [(Occur.MustNot if part.excluded else Occur.Must, _part_query(schema, part)) for part in parts]
    if all(part.excluded for part in parts):
        pieces.append((Occur.Must, Query.all_query()))
    return Query.boolean_query(pieces)


def _part_query(schema: tantivy.Schema, part: Part) -> tantivy.Query:
    from tantivy import Occur, Query

    head = Query.boost_query(_field_query(schema, "head", part), _HEAD_WEIGHT)
    return Query.boolean_query([(Occur.Should, head), (Occur.Should, _field_query(schema, "body", part))])


def _field_query(schema: tantivy.Schema, field: str, part: Part) -> tantivy.Query:
    from tantivy import Occur, Query

    words: list[Any] = list(part.words)
    if not part.begun:
        return (
            Query.phrase_query(schema, field, words)
            if words[1:]
            else Query.term_query(schema, field, words[0])
        )
    begun = re.escape(words[-1]) + ".*"
    if words[1:]:
        return Query.regex_phrase_query(schema, field, [*map(re.escape, words[:-1]), begun])
    whole = Query.boost_query(Query.term_query(schema, field, words[0]), _WHOLE_WEIGHT)
    return Query.boolean_query(
        [(Occur.Should, whole), (Occur.Should, Query.regex_query(schema, field, begun))]
    )
