"""W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/), with those of Hypothesis.

A passage is told by its words with their surroundings and by its place, both of the document's text;
the place counts code points. Colours are style classes; a star is the motivation "bookmarking". What was set
on an article itself is an annotation of all of it, known by its id; corrections are a body with the purpose
"editing".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefreader.domain.annotation import COLOURS, Annotation, Status
from briefreader.domain.errors import ReadError
from briefreader.domain.shared import (
    Carried,
    CarriedStatus,
    Incoming,
    Shared,
    SharedDocument,
    SharedMark,
    SharedSource,
)
from briefreader.domain.text import Anchor
from briefreader.i18n import N_, _
from briefreader.interchange._told import day, guid, moment, one_line, place, tags_of, words

NAME = "w3c"
LABEL = N_("W3C Web Annotations")
SUFFIXES = (".jsonld", ".json")

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_ARTICLE = "urn:briefreader:article:"
_CORRECTED = {"dc:title": "title", "dc:publisher": "outlet", "dc:date": "published"}
_DEEPEST = 8  # selectors within selectors


def lost(document: SharedDocument, mark: SharedMark) -> frozenset[str]:
    """Return what is lost of an annotation: nothing."""
    return frozenset()


def lost_of_whole(document: SharedDocument) -> frozenset[str]:
    """Return what is lost of what was set on a document itself: nothing."""
    return frozenset()


def write(shared: Shared) -> bytes:
    """Return a collection with one page that holds all annotations."""
    items = [item for document in shared.documents for item in _items_of(document)]
    try:
        return _written(shared, items, ascii=False).encode()
    except UnicodeEncodeError:  # half of a pair: JSON can say it, UTF-8 cannot
        return _written(shared, items, ascii=True).encode()


def read(raw: bytes) -> Incoming:
    """Return the annotations of a collection, a page, a list, one annotation, or an answer of Hypothesis."""
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadError(_("The file is no JSON, or is broken.")) from error
    items = _items(told)
    if items is None:
        raise ReadError(_("The file holds no Web Annotations."))
    marks: list[Carried] = []
    statuses: list[CarriedStatus] = []
    unclear = 0
    for item in items:
        found = list(_carried(item)) if isinstance(item, Mapping) else []
        if found and one_line(item.get("id")).startswith(_ARTICLE):
            statuses += [CarriedStatus(each.source, _status(item, each)) for each in found]
            continue
        marks += found
        unclear += not found
    return Incoming(tuple(marks), unclear, tuple(statuses))


# -- writing ---------------------------------------------------------------------------------------


def _written(shared: Shared, items: list[dict[str, Any]], ascii: bool) -> str:
    """Return the collection with a line for each annotation."""
    collection = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": "Briefreader",
        "created": shared.created,
        "total": len(items),
    }
    if not items:
        return json.dumps(collection, ensure_ascii=ascii)
    page = json.dumps(collection | {"first": {"type": "AnnotationPage", "startIndex": 0, "items": []}})
    lines = ",\n".join(json.dumps(item, ensure_ascii=ascii) for item in items)
    return f"{page.removesuffix(']}}')}\n{lines}\n]}}}}\n"


def _items_of(document: SharedDocument) -> Iterator[dict[str, Any]]:
    """Yield what was set on a document itself, and its annotations."""
    if document.says_anything:
        yield _own(document)
    for mark in document.marks:
        yield _item(document.source, mark)


def _own(document: SharedDocument) -> dict[str, Any]:
    status, source, corrected = document.status, document.source, document.corrected
    bodies: list[dict[str, Any]] = [_body("tagging", tag) for tag in status.tags]
    if corrected:
        told = {term: corrected.get(name) for term, name in _CORRECTED.items()}
        about: dict[str, Any] = {"type": "SpecificResource", "purpose": "editing"}
        about["source"] = source.url or source.link
        bodies.append(_without_blanks(about | told))
    reasons = {"bookmarking": status.starred, "tagging": status.tags, "editing": corrected}
    item: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": f"{_ARTICLE}{source.id}",
        "type": "Annotation",
        "motivation": [name for name, holds in reasons.items() if holds],
        "body": bodies,
        "target": _target(source, None),
    }
    return _without_blanks(item)


def _item(source: SharedSource, mark: SharedMark) -> dict[str, Any]:
    annotation = mark.annotation
    bodies = [_body("tagging", tag) for tag in annotation.tags]
    if annotation.note:
        bodies.insert(0, _body("commenting", annotation.note) | {"format": "text/markdown"})
    item: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": _motivations(annotation),
        "creator": {"type": "Person", "name": annotation.author} if annotation.author else None,
        "created": annotation.created,
        "modified": annotation.changed,
        "body": bodies,
        "stylesheet": _stylesheet(annotation),
        "target": _target(source, annotation.anchor) | _styled_as(annotation),
    }
    return _without_blanks(item)


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _motivations(annotation: Annotation) -> list[str]:
    told = {
        "highlighting": annotation.colour or annotation.underline,
        "commenting": annotation.note,
        "tagging": annotation.tags,
        "bookmarking": annotation.starred,
    }
    return [name for name, holds in told.items() if holds]


def _styles(annotation: Annotation) -> list[str]:
    told = (("highlight", annotation.colour), ("underline", annotation.underline))
    return [f"{kind}-{colour}" for kind, colour in told if colour]


def _stylesheet(annotation: Annotation) -> dict[str, str] | None:
    rules = []
    if annotation.colour:
        rules.append(f".highlight-{annotation.colour} {{ background: {annotation.colour} }}")
    if annotation.underline:
        line = f"text-decoration: underline {annotation.underline}"
        rules.append(f".underline-{annotation.underline} {{ {line} }}")
    return {"type": "CssStylesheet", "value": " ".join(rules)} if rules else None


def _styled_as(annotation: Annotation) -> dict[str, Any]:
    return _without_blanks({"styleClass": _styles(annotation)})


def _target(source: SharedSource, anchor: Anchor | None) -> dict[str, Any]:
    resource = {
        "id": source.url or source.link,
        "type": "Text",
        "language": source.language,
        "dc:identifier": source.id,
        "dc:title": source.title,
        "dc:publisher": source.outlet,
        "dc:creator": source.author,
        "dc:date": source.published,
        "schema:sha256": source.sha256,
    }
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": _without_blanks(resource),
    }
    if anchor is not None:
        quote = {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.before}
        span = {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end}
        quote["suffix"] = anchor.after
        target["selector"] = [quote, span]
    return _without_blanks(target)


def _without_blanks(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "", [])}


# -- reading ---------------------------------------------------------------------------------------


def _items(told: object) -> list[Any] | None:
    """Return the entries of whatever kind of file it is; None if it is of none."""
    if isinstance(told, list):
        return told
    if not isinstance(told, Mapping):
        return None
    first = told.get("first")
    for holder in (told, first if isinstance(first, Mapping) else {}):
        for name in ("items", "rows", "@graph"):  # a page; an answer of Hypothesis; a graph
            if isinstance(holder.get(name), list):
                return list(holder[name])
    if "AnnotationCollection" in _several(told.get("type")) and told.get("total") == 0:
        return []
    return [told] if "target" in told else None


def _carried(item: Mapping[str, Any]) -> Iterator[Carried]:
    """Yield an entry once for each of its targets that can be understood."""
    bodies = list(_bodies(item))
    notes = [text for purpose, text in bodies if purpose != "tagging"]
    motivations = _several(item.get("motivation"))
    about: dict[str, Any] = {
        "id": guid(_last_part(item.get("id"))),
        "starred": "bookmarking" in motivations,
        "note": "\n\n".join(note for note in notes if note),
        "tags": tags_of([text for purpose, text in bodies if purpose == "tagging"]),
        "author": _creator(item),
        "created": moment(item.get("created")),
        "changed": moment(item.get("modified") or item.get("updated")),
    }
    for target in _several(item.get("target")):
        source = _source(item, target)
        if source != SharedSource():
            yield Carried(source, **about, **_styled(target), **_placed(target))


def _status(item: Mapping[str, Any], told: Carried) -> Status:
    """Return what an item says of a document itself."""
    corrected: dict[str, Any] = {}
    for body in _several(item.get("body")):
        if "editing" in _several(_field(body, "purpose")):
            for term, name in _CORRECTED.items():
                corrected[name] = one_line(_field(body, term))
    published = day(corrected.pop("published", ""))
    return Status("", told.starred, tags=told.tags, published=published, **corrected)


def _bodies(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if isinstance(item.get("bodyValue"), str):
        yield "commenting", words(item["bodyValue"])
    if isinstance(item.get("text"), str):  # Hypothesis
        yield "commenting", words(item["text"])
    for tag in _several(item.get("tags")):
        yield "tagging", words(tag)
    for body in _several(item.get("body")):
        if isinstance(body, str):
            continue  # the address of something elsewhere
        if isinstance(body, Mapping):
            purposes = {*_several(body.get("purpose")), *_several(body.get("motivation"))}
            tagging = purposes & {"tagging", "classifying"}
            yield "tagging" if tagging else "commenting", words(body.get("value"))


def _creator(item: Mapping[str, Any]) -> str:
    for creator in (*_several(item.get("creator")), item.get("user")):
        name = creator.get("name") or creator.get("id") if isinstance(creator, Mapping) else creator
        if one_line(name):
            return one_line(name)
    return ""


def _source(item: Mapping[str, Any], target: object) -> SharedSource:
    told = target.get("source", target.get("id")) if isinstance(target, Mapping) else target
    source = told if isinstance(told, Mapping) else {"id": told}
    address = words(source.get("id") or item.get("uri"))
    titles = _several(_field(item.get("document"), "title"))  # Hypothesis
    return SharedSource(
        id=words(source.get("dc:identifier")),
        sha256=words(source.get("schema:sha256")).lower(),
        title=one_line(source.get("dc:title") or next(iter(titles), "")),
        outlet=one_line(source.get("dc:publisher")),
        author=one_line(source.get("dc:creator")),
        published=one_line(source.get("dc:date")),
        url="" if address.startswith("briefreader:") else address,
        link=address if address.startswith("briefreader:") else "",
    )


def _styled(target: object) -> dict[str, Any]:
    """Return the colours that the style classes of a target name."""
    named: dict[str, Any] = {}
    for style in _several(_field(target, "styleClass")):
        kind, _dash, colour = str(style).partition("-")
        if kind in ("highlight", "underline") and colour in COLOURS:
            named["colour" if kind == "highlight" else kind] = colour
    return named


def _placed(target: object) -> dict[str, Any]:
    """Return where a target is; without any selector that we know it is the whole document."""
    selectors = list(_selectors(_field(target, "selector")))
    found: dict[str, Any] = {"whole": not selectors}
    for selector in selectors:
        kind = selector.get("type")
        if kind == "TextQuoteSelector" and "exact" not in found:
            found["exact"] = words(selector.get("exact"))
            found["before"], found["after"] = words(selector.get("prefix")), words(selector.get("suffix"))
        elif kind == "TextPositionSelector" and "start" not in found:
            found["start"], found["end"] = place(selector.get("start"), selector.get("end"))
    return found


def _selectors(told: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    for selector in _several(told):
        if isinstance(selector, Mapping):
            yield selector
            for name in ("refinedBy", "items"):
                yield from _selectors(selector.get(name), depth + 1)


def _several(told: object) -> Iterable[Any]:
    """Return what may be one or several as several."""
    if told is None:
        return ()
    return told if isinstance(told, list) else (told,)


def _field(told: object, name: str) -> object:
    return told.get(name) if isinstance(told, Mapping) else None


def _last_part(address: object) -> str:
    """Return the end of an address, in which a UUID may stand."""
    return address.replace("/", ":").rpartition(":")[2] if isinstance(address, str) else ""
