"""Reading a REFI-QDA project, ours or that of another program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefreader.domain.annotation import COLOURS, Status
from briefreader.domain.errors import ReadError
from briefreader.domain.shared import Carried, CarriedStatus, Incoming, SharedSource
from briefreader.domain.text import Anchor, Span, canonical
from briefreader.i18n import _
from briefreader.interchange._archive import Archive
from briefreader.interchange._qda import CORRECTED_VARIABLES, GROUPS, VARIABLES, code_guid
from briefreader.interchange._qda_places import Counted
from briefreader.interchange._told import day, guid, moment, number, one_line, place, tags_of, words


@dataclass
class _Project:
    """What the elements of a project refer to, by their identities."""

    users: dict[str, str] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)  # group and name
    variables: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)


def incoming(raw: bytes) -> Incoming:
    """Return the selections and notes of a project's texts; raise ReadError if it is no project."""
    archive = Archive(raw)
    root = _root(archive)
    project = _project(root)
    marks: list[Carried] = []
    statuses: list[CarriedStatus] = []
    unclear = 0
    for element in _all(root, "TextSource"):
        content = _text(element, archive)
        told = _variables(element, project)
        source = _source(element, told, canonical(content))
        found, missed = _marks_of(element, project, source, content)
        marks += found
        unclear += missed
        statuses += _status_of(element, project, source, told)
    return Incoming(tuple(marks), unclear, tuple(statuses))


def _root(archive: Archive) -> Any:
    """Parse the project: no entities are put in, nothing is fetched, no document type is taken."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    name = next((name for name in archive.names() if name.endswith(".qde")), "")
    data = archive.read(name)
    if data is None:
        raise ReadError(_("The file is no REFI-QDA project, or is broken."))
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise ReadError(_("The file is no REFI-QDA project, or is broken.")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(_("The file declares a document type: no REFI-QDA project does, so it is not read."))
    if _tag(root) != "Project":
        raise ReadError(_("The file is no REFI-QDA project, or is broken."))
    return root


def _project(root: Any) -> _Project:
    project = _Project()
    for user in _all(root, "User"):
        project.users[_id(user)] = one_line(user.get("name"))
    for code in _all(root, "Code"):
        project.codes[_id(code)] = _meaning(code)
    for variable in _all(root, "Variable"):
        project.variables[_id(variable)] = one_line(variable.get("name")).lower()
    for note in _all(root, "Note"):
        project.notes[_id(note)] = note
    return project


def _meaning(code: Any) -> tuple[str, str]:
    """Return which of our own codes it is, wherever it has been meanwhile; every other one is a tag."""
    name, parent = one_line(code.get("name")), code.getparent()
    above = one_line(parent.get("name")) if parent is not None and _tag(parent) == "Code" else ""
    for group, title in GROUPS.items():
        known = (*COLOURS, "starred")
        if name in known and (above == title or _id(code) == code_guid(group, name)):
            return group, name
    return "tag", name


def _marks_of(element: Any, project: _Project, source: SharedSource, raw: str) -> tuple[list[Carried], int]:
    """Return the annotations of a source, and how many of them could not be understood."""
    marks = []
    selections = _children(element, "PlainTextSelection")
    counted = Counted(raw, source.text)
    for selection in selections:
        mark = _selected(selection, source, counted)
        if mark is not None:
            marks.append(_said(mark, selection, project))
    unclear = len(selections) - len(marks)
    for reference in _children(element, "NoteRef"):
        note = project.notes.get(_target(reference))
        if note is not None:
            marks.append(_on_whole(note, source, project))
    coded = _said(Carried(source, whole=True), element, project, notes=False)
    if coded.colour or coded.underline:  # which is nothing that an article itself can have here
        marks.append(replace(coded, starred=False, tags=()))
    return marks, unclear


def _status_of(
    element: Any, project: _Project, source: SharedSource, told: Mapping[str, str]
) -> Iterator[CarriedStatus]:
    """Yield what codes and variables say of a source itself, if they say anything."""
    coded = _said(Carried(source, whole=True), element, project, notes=False)
    corrected: dict[str, Any] = {
        name: told.get(variable, "") for name, variable in CORRECTED_VARIABLES.items()
    }
    corrected["published"] = day(corrected["published"])
    if coded.starred or coded.tags or any(corrected.values()):
        yield CarriedStatus(source, Status("", coded.starred, tags=coded.tags, **corrected))


def _text(element: Any, archive: Archive) -> str:
    """Return the text of a source, as it stands in the project or in a file beside it."""
    content = _children(element, "PlainTextContent")
    if content:
        return content[0].text or ""
    scheme, _sign, name = (element.get("plainTextPath") or "").partition("://")
    if scheme != "internal" or not name:
        return ""  # a file elsewhere is not looked for
    data = archive.read(f"sources/{name}") or archive.read(name)
    return data.decode("utf-8-sig", "replace") if data is not None else ""


def _variables(element: Any, project: _Project) -> dict[str, str]:
    """Return the values of a source's variables."""
    told: dict[str, str] = {}
    for value in _children(element, "VariableValue"):
        for reference in _children(value, "VariableRef"):
            name = project.variables.get(_target(reference), "")
            for held in _children(value, "TextValue"):
                told[name] = one_line(held.text) if name != "id" else words(held.text)
    return told


def _source(element: Any, told: Mapping[str, str], text: str) -> SharedSource:
    known = {name: told[name] for name in VARIABLES if name in told}
    return SharedSource(title=one_line(element.get("name")), text=text, **known)


def _selected(element: Any, source: SharedSource, counted: Counted) -> Carried | None:
    """Return the passage of a selection; None if neither its place nor its words tell it."""
    start, end = place(number(element.get("startPosition")), number(element.get("endPosition")))
    said = words(element.get("name"))
    blank = Carried(source, id=guid(element.get("guid")))
    if start is not None and end is not None:
        span = counted.place(Span(start, end), said)
        if span is not None:
            anchor = Anchor.on(source.text, span)
            found = replace(blank, exact=anchor.exact, before=anchor.before, after=anchor.after)
            return replace(found, start=span.start, end=span.end)
    return replace(blank, exact=said, start=start, end=end) if said.strip() else None


def _said(mark: Carried, element: Any, project: _Project, notes: bool = True) -> Carried:
    """Return a mark with the codes and notes of an element, and who made it."""
    codes = []
    for coding in _children(element, "Coding"):
        codes += [project.codes.get(_target(each), ("tag", "")) for each in _children(coding, "CodeRef")]
    named = dict(reversed(codes))
    said = [one for one in _notes_of(element, project) if one] if notes else []
    return replace(
        mark,
        id=mark.id or guid(element.get("guid")),
        starred="mark" in named,
        colour=_colour(named.get("highlight", "")),
        underline=_colour(named.get("underline", "")),
        tags=tags_of(name for group, name in codes if group == "tag"),
        note="\n\n".join(said),
        author=project.users.get((element.get("creatingUser") or "").lower(), ""),
        created=moment(element.get("creationDateTime")),
        changed=moment(element.get("modifiedDateTime")),
    )


def _notes_of(element: Any, project: _Project) -> Iterator[str]:
    for description in _children(element, "Description"):
        yield words(description.text)
    for reference in element.iter("{*}NoteRef"):  # those of its codings too
        note = project.notes.get(_target(reference))
        if note is not None:
            yield _content(note)


def _on_whole(note: Any, source: SharedSource, project: _Project) -> Carried:
    mark = _said(Carried(source, whole=True), note, project, notes=False)
    return replace(mark, note=_content(note))


def _content(note: Any) -> str:
    for content in _children(note, "PlainTextContent"):
        return words(content.text)
    return words(note.get("name"))


def _colour(name: str) -> str:
    return name if name in COLOURS else ""


# -- elements, whatever namespace they are in --------------------------------------------------------


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(root: Any, name: str) -> list[Any]:
    return list(root.iter(f"{{*}}{name}"))


def _children(element: Any, name: str) -> list[Any]:
    return list(element.iterchildren(f"{{*}}{name}"))


def _id(element: Any) -> str:
    return (element.get("guid") or "").strip().lower()


def _target(reference: Any) -> str:
    return (reference.get("targetGUID") or "").strip().lower()
