"""REFI-QDA projects (https://www.qdasoftware.org), which programs for qualitative analysis exchange.

An article is a text source, an annotation a selection in it; colours, underlines, the star and tags are
codes; a note is a note. One about an article as a whole is a note of the source. The star and the tags of an
article itself are codes of the source, and what was corrected on it stands in variables. Texts are UTF-8 and
their lines end with LF; places count code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefreader.domain.annotation import COLOURS, Annotation
from briefreader.domain.shared import CORRECTED, Incoming, Shared, SharedDocument, SharedMark, SharedSource
from briefreader.i18n import N_
from briefreader.interchange._qda import (
    CORRECTED_VARIABLES,
    GROUPS,
    NAMESPACE,
    VARIABLES,
    code_guid,
    own_guid,
    valid,
)

NAME = "qdpx"
LABEL = N_("REFI-QDA project")
SUFFIXES = (".qdpx",)

_HEX = {
    "yellow": "#FFFF00", "red": "#FF0000", "green": "#00A000", "blue": "#0000FF", "purple": "#800080",
    "magenta": "#FF00FF", "orange": "#FFA500", "grey": "#808080",
}  # fmt: skip
_LONGEST_NAME = 200
_STAMP = (1980, 1, 1, 0, 0, 0)  # the same annotations give the same bytes


def lost(document: SharedDocument, mark: SharedMark) -> frozenset[str]:
    """Return what is lost of an annotation: all of it, if its passage is not found; what XML cannot say."""
    annotation = mark.annotation
    if not mark.whole and not mark.placed:
        return frozenset({"unplaced"})
    told = [annotation.note, annotation.author, *annotation.tags]
    return frozenset({"control"} if any(valid(text) != text for text in told) else ())


def lost_of_whole(document: SharedDocument) -> frozenset[str]:
    """Return what is lost of what was set on a document itself: what XML cannot say."""
    told = [*document.status.tags, *document.corrected.values()]
    return frozenset({"own control"} if any(valid(text) != text for text in told) else ())


def write(shared: Shared) -> bytes:
    """Return the project with the texts of its sources."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", _project(shared))
        for document in shared.documents:
            text = document.source.text.encode("utf-8", "replace")
            _put(archive, f"sources/{_source_guid(document.source)}.txt", text)
    return out.getvalue()


def read(raw: bytes) -> Incoming:
    """Return the selections and notes of a project's texts."""
    from briefreader.interchange._qda_reading import incoming

    return incoming(raw)


def _put(archive: ZipFile, name: str, data: bytes) -> None:
    info = ZipInfo(name, _STAMP)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def _source_guid(source: SharedSource) -> str:
    return own_guid("source", source.id)


class _Writer:
    """Makes the elements of a project, with what they refer to."""

    def __init__(self, shared: Shared) -> None:
        from lxml.etree import Element

        self._shared = shared
        self.root = Element(
            _name("Project"), nsmap={None: NAMESPACE}, name="Briefreader", origin="Briefreader",
            creationDateTime=shared.created,
        )  # fmt: skip
        self._notes: list[tuple[SharedMark, str]] = []

    def make(self) -> None:
        """Put everything in, in the order that the standard asks for."""
        self._users()
        self._codes()
        self._variables()
        sources = _add(self.root, "Sources")
        for document in self._shared.documents:
            self._source(sources, document)
        if self._notes:
            notes = _add(self.root, "Notes")
            for mark, guid in self._notes:
                self._note(notes, mark, guid)

    def _users(self) -> None:
        authors = dict.fromkeys(mark.annotation.author for mark in self._shared.marks)
        authors.pop("", None)
        if authors:
            users = _add(self.root, "Users")
            for author in authors:
                _add(users, "User", guid=own_guid("user", author), name=author)

    def _codes(self) -> None:
        used = {key for mark in self._shared.marks for key in _codes_of(mark.annotation)}
        used |= {key for document in self._shared.documents for key in _codes_of_whole(document)}
        if not used:
            return
        codes = _add(_add(self.root, "CodeBook"), "Codes")
        for group, name in GROUPS.items():
            members = [key for key in used if key[0] == group]
            if members:
                guid = code_guid("group", group)
                parent = _add(codes, "Code", guid=guid, name=name, isCodable="false")
                for key in sorted(members, key=lambda key: (*COLOURS, "starred").index(key[1])):
                    _code(parent, key)
        for key in sorted(key for key in used if key[0] == "tag"):
            _code(codes, key)

    def _variables(self) -> None:
        variables = _add(self.root, "Variables")
        corrected = {name for document in self._shared.documents for name in document.corrected}
        own = [CORRECTED_VARIABLES[name] for name in CORRECTED if name in corrected]
        for name in (*VARIABLES, *own):
            _add(variables, "Variable", guid=own_guid("variable", name), name=name, typeOfVariable="Text")

    def _source(self, sources: Any, document: SharedDocument) -> None:
        source = document.source
        guid = _source_guid(source)
        element = _add(
            sources,
            "TextSource",
            guid=guid,
            name=source.title or source.id,
            plainTextPath=f"internal://{guid}.txt",
        )
        whole = []
        for mark in document.marks:
            if mark.whole:
                whole.append(mark.annotation.id)
                self._notes.append((mark, mark.annotation.id))
            elif mark.placed:
                self._selection(element, mark)
        for group, name in _codes_of_whole(document):
            coding = _add(element, "Coding", guid=own_guid("coding", f"{source.id} {group} {name}"))
            _add(coding, "CodeRef", targetGUID=code_guid(group, name))
        for id in whole:
            _add(element, "NoteRef", targetGUID=id)
        told = {name: getattr(source, name) for name in VARIABLES}
        told |= {CORRECTED_VARIABLES[name]: value for name, value in document.corrected.items()}
        for name, text in told.items():
            if text:
                value = _add(element, "VariableValue")
                _add(value, "VariableRef", targetGUID=own_guid("variable", name))
                _add(value, "TextValue", text)

    def _selection(self, source: Any, mark: SharedMark) -> None:
        annotation = mark.annotation
        assert annotation.anchor is not None
        span, words = annotation.anchor.span, " ".join(annotation.exact.split())
        words = words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME] + "…"
        element = _add(
            source, "PlainTextSelection", guid=annotation.id, name=words, startPosition=str(span.start),
            endPosition=str(span.end), **_made(annotation),
        )  # fmt: skip
        _codings(element, annotation)
        if annotation.note:
            guid = own_guid("note", annotation.id)
            self._notes.append((mark, guid))
            _add(element, "NoteRef", targetGUID=guid)

    def _note(self, notes: Any, mark: SharedMark, guid: str) -> None:
        element = _add(notes, "Note", guid=guid, name="", **_made(mark.annotation))
        _add(element, "PlainTextContent", mark.annotation.note)
        if mark.whole:
            _codings(element, mark.annotation)


def _project(shared: Shared) -> bytes:
    from lxml.etree import tostring

    writer = _Writer(shared)
    writer.make()
    told: bytes = tostring(writer.root, encoding="utf-8", xml_declaration=True, standalone=True)
    return told


def _codes_of(annotation: Annotation) -> Iterator[tuple[str, str]]:
    """Yield the codes of an annotation: the group of each, and its name in it."""
    if annotation.starred:
        yield "mark", "starred"
    if annotation.colour:
        yield "highlight", annotation.colour
    if annotation.underline:
        yield "underline", annotation.underline
    for tag in annotation.tags:
        yield "tag", tag


def _codes_of_whole(document: SharedDocument) -> Iterator[tuple[str, str]]:
    """Yield the codes of a document itself."""
    if document.status.starred:
        yield "mark", "starred"
    for tag in document.status.tags:
        yield "tag", tag


def _code(parent: Any, key: tuple[str, str]) -> None:
    group, name = key
    colour = {} if group == "tag" or name not in _HEX else {"color": _HEX[name]}
    _add(parent, "Code", guid=code_guid(group, name), name=name, isCodable="true", **colour)


def _codings(element: Any, annotation: Annotation) -> None:
    for group, name in _codes_of(annotation):
        guid = own_guid("coding", f"{annotation.id} {group} {name}")
        coding = _add(element, "Coding", guid=guid, **_made(annotation, changed=False))
        _add(coding, "CodeRef", targetGUID=code_guid(group, name))


def _made(annotation: Annotation, changed: bool = True) -> dict[str, str]:
    """Return the attributes that say who made something, and when."""
    user = own_guid("user", annotation.author) if annotation.author else ""
    told = {"creatingUser": user, "creationDateTime": annotation.created}
    if changed:
        told |= {"modifiedDateTime": annotation.changed}
    return {name: value for name, value in told.items() if value}


def _add(parent: Any, kind: str, text: str = "", /, **attributes: str) -> Any:
    from lxml.etree import SubElement

    element = SubElement(parent, _name(kind), {key: valid(value) for key, value in attributes.items()})
    if text:
        element.text = valid(text)
    return element


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
