"""Markdown for people, and for Obsidian: properties, then each passage as a quotation, with what was noted.

Words of a source are escaped, so that they are never taken for markup. A note is Markdown already and stays
as it is, but for what would be HTML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from briefreader.domain.folding import fold
from briefreader.domain.shared import Shared, SharedDocument, SharedMark, SharedSource
from briefreader.i18n import N_, _

NAME = "markdown"
LABEL = N_("Markdown")
SUFFIXES = (".md",)

_LONGEST_NAME = 80
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&=%^!]")
_ADDRESS = re.compile(r"(?<=\w)(?=:/)|(?<=www)(?=\.)")  # what would be taken for a link
_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")
_NOT_PLAIN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f\ud800-\udfff\\/:*?"<>|#^\[\]]+')


def lost(document: SharedDocument, mark: SharedMark) -> frozenset[str]:
    """Return what is lost of an annotation: how its tags are spelled, where Obsidian takes no such tags."""
    annotation = mark.annotation
    told = {
        "tags": any(_tag(tag) != tag for tag in annotation.tags),
        "control": _NOT_PLAIN.search(annotation.note + annotation.exact) is not None,
    }
    return frozenset(name for name, is_lost in told.items() if is_lost)


def lost_of_whole(document: SharedDocument) -> frozenset[str]:
    """Return what is lost of what was set on a document itself: how its tags are spelled."""
    spelled = any(_tag(tag) != tag for tag in document.status.tags)
    return frozenset({"own tags spelled"} if spelled else ())


def write(shared: Shared) -> bytes:
    """Return all documents in one text, one after the other."""
    if len(shared.documents) == 1:
        return _encoded(_page(shared.documents[0]))
    parts = [_properties({"created": shared.created[:10], "tags": []}), f"# {_('Annotations')}"]
    for document in shared.documents:
        source = document.source
        about = [part for part in (source.outlet, source.published) if part]
        line = _escaped(" · ".join(about)) + (" · " if about else "")
        parts += [f"## {_escaped(_title(source))}", f"{line}[{_('Open the article')}]({source.link})"]
        if source.url.startswith(("https://", "http://")):
            parts.append(f"<{_address(source.url)}>")
        if own := " · ".join(_own(document)):
            parts.append(own)
        parts += [text for mark in document.marks for text in _mark(mark)]
    return _encoded("\n\n".join(parts))


def write_each(shared: Shared) -> tuple[tuple[str, bytes], ...]:
    """Return a text for each document, under its title."""
    taken: set[str] = set()
    files = []
    for document in shared.documents:
        name = plain = _file_name(_title(document.source))
        n = 1
        while fold(name) in taken:
            n += 1
            name = f"{plain} ({n})"
        taken.add(fold(name))
        files.append((name + SUFFIXES[0], _encoded(_page(document))))
    return tuple(files)


def _page(document: SharedDocument) -> str:
    source = document.source
    properties = {
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "date": source.published,
        "url": source.url,
        "briefreader": source.link,
        "starred": document.status.starred,
        "corrected": list(document.corrected),
        "tags": [_tag(tag) for tag in document.status.tags],
    }
    marks = [text for mark in document.marks for text in _mark(mark)]
    return "\n\n".join([_properties(properties), f"# {_escaped(_title(source))}", *marks])


def _own(document: SharedDocument) -> Iterator[str]:
    """Yield what was set on a document itself."""
    if document.status.starred:
        yield "★"
    if document.status.tags:
        yield " ".join(f"#{_tag(tag)}" for tag in document.status.tags)
    if document.corrected:
        names = {"title": _("title"), "outlet": _("outlet"), "published": _("date")}
        yield _("corrected: {what}").format(what=", ".join(names[name] for name in document.corrected))


def _mark(mark: SharedMark) -> Iterator[str]:
    """Yield the paragraphs of an annotation: passage, note, and a line on the rest."""
    annotation = mark.annotation
    lines = [line for line in annotation.exact.split("\n") if line.strip()]
    if lines:
        yield "\n>\n".join(f"> {_escaped(line)}" for line in lines)
    if annotation.note:
        yield _note(annotation.note)
    yield " · ".join(_rest(mark))


def _note(note: str) -> str:
    """Return a note that shows no HTML, and whose code ends with it."""
    told = _HTML.sub(r"\\<", note)
    fence = ""
    for match in _FENCE.finditer(told):
        if not fence:
            fence = match[1]
        elif match[1].startswith(fence):
            fence = ""
    return f"{told}\n{fence}" if fence else told


def _rest(mark: SharedMark) -> Iterator[str]:
    annotation = mark.annotation
    if annotation.starred:
        yield "★"
    if annotation.colour:
        yield _("highlighted in {colour}").format(colour=_(annotation.colour))
    if annotation.underline:
        yield _("underlined in {colour}").format(colour=_(annotation.underline))
    if annotation.tags:
        yield " ".join(f"#{_tag(tag)}" for tag in annotation.tags)
    if annotation.author:
        yield _escaped(annotation.author)
    if annotation.created:
        yield annotation.created[:10]
    if annotation.changed[:10] != annotation.created[:10]:
        yield _("changed {date}").format(date=annotation.changed[:10])
    if mark.whole:
        yield _("on the whole article")
    elif not mark.placed:
        yield _("the passage is no longer in the article")
    if mark.link:
        place = _("para. {n}").format(n=mark.paragraph) if mark.paragraph else _("Open the article")
        yield f"[{place}]({mark.link})"


def _title(source: SharedSource) -> str:
    return " ".join(source.title.split()) or source.id


def _escaped(text: str) -> str:
    """Return words that Markdown shows as they are, in one line."""
    told = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    told = _ADDRESS.sub(r"\\", told)
    return re.sub(r"^([-+])", r"\\\1", re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", told))


def _tag(tag: str) -> str:
    """Return a tag as Obsidian takes it: in one word that is not only a number."""
    told = _NOT_IN_TAGS.sub("-", tag).strip("-") or "tag"
    return f"{told}_" if told.isdecimal() else told


def _address(url: str) -> str:
    return re.sub(r"[\s<>\\]", lambda match: f"%{ord(match[0]):02X}", url)


def _properties(values: Mapping[str, object]) -> str:
    """Return properties as YAML, of which JSON's strings and lists are a part."""
    lines = [f"{name}: {_yaml(value)}" for name, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: object) -> str:
    told = json.dumps(value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def _file_name(title: str) -> str:
    """Return a name that every file system and Obsidian's links take."""
    told = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST_NAME].strip(" .")
    while len(told.encode()) > 2 * _LONGEST_NAME:
        told = told[:-1].rstrip(" .")
    return told or _("article")


def _encoded(text: str) -> bytes:
    return (_NOT_PLAIN.sub("", text).rstrip("\n") + "\n").encode()
