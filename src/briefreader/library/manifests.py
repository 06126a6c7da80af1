"""Manifests: what an exported briefing was made from, so that the same bytes can be made again.

A manifest holds the outline, and all that composing takes from the rest of a workspace: what a person set on
the cited sources, the decisions that concern them, and what the comparison of all sources said of the cited
passages. Of the sources themselves it holds hashes and the names of their files. The format is described in
docs/notes/manifest-format.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

import briefreader
from briefreader import i18n
from briefreader.domain.annotation import Edit, Status
from briefreader.domain.briefing import Briefing
from briefreader.domain.decision import NAME_COLOUR, Decision, Passage
from briefreader.domain.document import Document, Published
from briefreader.domain.errors import ExportError, ReadError
from briefreader.domain.fact import Analysis
from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.outline import Line, Outline
from briefreader.domain.survey import SourceCard, Survey
from briefreader.domain.text import Anchor
from briefreader.engine import Engine
from briefreader.i18n import _
from briefreader.library._cited import Cited
from briefreader.library.composing import compose
from briefreader.library.importing import Progress
from briefreader.library.pipeline import ANALYSER, Job, read_and_analyse, read_bytes
from briefreader.library.sources import find, jobs, several
from briefreader.store import Store

FORMAT, VERSION = "briefreader-manifest", 1


@dataclass(frozen=True, slots=True)
class ManifestSource:
    """A cited source: the id of its document, the SHA-256 of its bytes, its file's name, what read it."""

    id: str
    sha256: str
    name: str
    reader: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a briefing was made from but the sources themselves.

    ``language`` is that of the program; ``claims`` are those on the cited passages, None if the sources were
    not compared; ``origins`` maps cited documents to their independent origin; ``changes`` are by line.
    """

    made: str
    outline: Outline
    sources: tuple[ManifestSource, ...] = ()
    statuses: tuple[Status, ...] = ()
    decisions: tuple[Decision, ...] = ()
    claims: tuple[Claim, ...] | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    briefreader: str = ""
    analyser: str = ""
    format: str = FORMAT
    version: int = VERSION


def sealed(
    store: Store,
    outline: Outline,
    made: str,
    survey: Survey | None = None,
    changes: Mapping[str, str] | None = None,
) -> Briefing:
    """Return the briefing that ``compose`` makes, with the manifest from which it can be made again.

    It is composed from the manifest itself, so that nothing which is not in it has a part in the briefing.
    """
    return _composed(store, manifest(store, outline, made, survey, changes))


def manifest(
    store: Store,
    outline: Outline,
    made: str,
    survey: Survey | None = None,
    changes: Mapping[str, str] | None = None,
) -> str:
    """Return the manifest of a briefing as one canonical JSON text."""
    settled, cited = _settled(store, outline)
    ids = [each.id for each in cited]
    known = survey.sources if survey is not None else {}
    return _encoded(
        Manifest(
            made,
            settled,
            tuple(ManifestSource(each.id, each.sha256, _name(each), each.reader) for each in cited),
            tuple(_set_by_hand(store.statuses(ids))),
            tuple(each for each in store.decisions() if _matters(each, ids)),
            _claims(survey, settled) if survey is not None else None,
            {id: known[id].origin for id in ids if id in known},
            dict(changes or {}),
            i18n.language(),
            briefreader.__version__,
            ANALYSER,
        )
    )


def parse(text: str | bytes) -> Manifest:
    """Return the manifest of a JSON text; ReadError with a sentence if it is none that is understood."""
    import msgspec

    try:
        found = msgspec.json.decode(text, type=Manifest)
    except (ValueError, RecursionError) as error:  # what msgspec says of rubbish is a ValueError
        raise ReadError(_("This is no manifest of a briefing.")) from error
    if found.format != FORMAT:
        raise ReadError(_("This is no manifest of a briefing."))
    if found.version != VERSION:
        raise ReadError(
            _("The manifest was written by a newer Briefreader."), _("Take that version to make it again.")
        )
    return found


def manifest_in(data: bytes) -> str:
    """Return the manifest that a PDF or DOCX carries, or that this is itself; ReadError if there is none."""
    from briefreader.exporters import docx, pdf

    carriers = {"pdf": pdf.manifest_of, "docx": docx.manifest_of}
    carrier = carriers.get(carrier_of(data))
    if carrier is None:
        parse(data)
        return data.decode()
    if text := carrier(data):
        return text
    raise ReadError(_("The file carries no manifest."), _("Take one that Briefreader has written."))


def carrier_of(data: bytes) -> str:
    """Return the format of a file that may carry a manifest: "pdf", "docx", or "" for any other."""
    return {b"%PDF": "pdf", b"PK\x03\x04": "docx"}.get(data[:4], "")


def remake(
    store: Store, text: str, paths: Sequence[str | Path], engine: Engine, progress: Progress | None = None
) -> Briefing:
    """Return the briefing of a manifest, from sources that are read anew into an empty store.

    ExportError says which source is missing, or is there with other bytes. ``spoken`` has to hold while it is
    made and written, if the bytes are to be the same.
    """
    told = parse(text)
    wanted = {each.id: each for each in told.sources}
    analyses, others = _read_anew(wanted, paths, engine, progress)
    found = {each.document.id for each in analyses}
    lacking = [_lacking(each, others) for each in told.sources if each.id not in found]
    if lacking:
        raise ExportError(" ".join(lacking), _("Nothing was written."))
    store.add(analyses, ANALYSER)
    records: tuple[Status | Decision, ...] = (*told.statuses, *told.decisions)
    store.apply([Edit(None, each) for each in records])
    return _composed(store, _encoded(told))


def other_versions(told: Manifest) -> str:
    """Say that a briefing was made by other versions than these, or return an empty string."""
    if (told.briefreader, told.analyser) == (briefreader.__version__, ANALYSER):
        return ""
    return _("It was made by Briefreader {version} with other parts; the file may differ.").format(
        version=told.briefreader
    )


@contextmanager
def spoken(told: Manifest) -> Iterator[None]:
    """Speak the language in which a briefing was made for as long as it is made again."""
    before = i18n.language()
    i18n.choose(told.language if told.language in i18n.LANGUAGES else "en")
    try:
        yield
    finally:
        i18n.choose(before)


# -- composing from a manifest ------------------------------------------------------------------------


def _composed(store: Store, text: str) -> Briefing:
    told = parse(text)
    survey = None
    if told.claims is not None:
        cards = {id: SourceCard(id, "", "", Published(), origin) for id, origin in told.origins.items()}
        survey = Survey(ledger=Ledger(told.claims), sources=cards)
    return replace(compose(store, told.outline, told.made, survey, told.changes), manifest=text)


def _encoded(told: Manifest) -> str:
    import msgspec

    return msgspec.json.encode(told, order="sorted").decode()


def _settled(store: Store, outline: Outline) -> tuple[Outline, list[Document]]:
    """Return the outline with each passage where it stands now, and the documents that it then rests on."""
    passages = [each for _part, line in outline.lines() for each in line.evidence]
    cited = Cited(store, passages, outline.scope)

    def line_now(line: Line) -> Line:
        return replace(line, evidence=tuple(_now(cited, each) for each in line.evidence))

    parts = tuple(replace(part, lines=tuple(map(line_now, part.lines))) for part in outline.parts)
    newest = store.successors([*outline.grades, *outline.scope])
    grades = {newest.get(id, id): grade for id, grade in outline.grades.items()} | {
        id: grade for id, grade in outline.grades.items() if id not in newest
    }
    scope = tuple(dict.fromkeys(newest.get(id, id) for id in outline.scope))
    settled = replace(outline, parts=parts, grades=grades, scope=scope)
    return settled, [each for each in cited.documents if each.text]


def _now(cited: Cited, passage: Passage) -> Passage:
    found = cited.found(passage)
    if found.span is None:
        return Passage(found.document.id, replace(passage.anchor, exact=found.text or passage.anchor.exact))
    if found.span.of(found.document.text) != passage.anchor.exact:  # only spelt otherwise, and found again
        return Passage(found.document.id, passage.anchor)
    return Passage(found.document.id, Anchor.on(found.document.text, found.span))


def _claims(survey: Survey, outline: Outline) -> tuple[Claim, ...]:
    """Return the claims that rest on a cited passage, in the ledger's order, without their words."""
    places = {(each.document, each.anchor.span) for _part, line in outline.lines() for each in line.evidence}
    touched = {claim.id for place in places for claim in survey.ledger.touching(*place)}
    return tuple(
        replace(claim, entries=tuple(replace(each, text="", published=Published()) for each in claim.entries))
        for claim in survey.ledger.claims
        if claim.id in touched
    )


def _set_by_hand(statuses: Iterable[Status]) -> Iterator[Status]:
    """Yield what a person set that is printed."""
    for each in statuses:
        if each.title or each.outlet or each.published:
            yield Status(
                each.document, title=each.title, outlet=each.outlet, published=each.published, revision=1
            )


def _matters(decision: Decision, ids: Sequence[str]) -> bool:
    return decision.act == NAME_COLOUR or any(each.document in ids for each in decision.passages)


def _name(document: Document) -> str:
    return PurePath(document.origin.replace("\\", "/")).name


# -- sources read anew --------------------------------------------------------------------------------


def _read_anew(
    wanted: Mapping[str, ManifestSource],
    paths: Sequence[str | Path],
    engine: Engine,
    progress: Progress | None,
) -> tuple[list[Analysis], set[str]]:
    """Return the wanted documents under their old names, and the names of files that held others."""
    todo, others = _to_read(wanted, paths)
    found: dict[str, Analysis] = {}
    # The type of a generator is not told by the port, which promises an iterator.
    for done, outcome in enumerate(engine.map(read_and_analyse, todo), 1):
        name = PurePath(outcome.item.path).name
        if progress is not None:
            progress(done, len(todo), name)
        if outcome.error is not None:
            raise outcome.error
        for analysis in outcome.value or ():
            source = wanted.get(analysis.document.id)
            if source is None:
                others.add(name)
            else:
                document = replace(analysis.document, origin=source.name)
                found.setdefault(source.id, replace(analysis, document=document))
    return list(found.values()), others


def _to_read(wanted: Mapping[str, ManifestSource], paths: Sequence[str | Path]) -> tuple[list[Job], set[str]]:
    """Return what may hold a wanted document, and the names of files with other bytes."""
    hashes = {each.sha256 for each in wanted.values()}
    todo: list[Job] = []
    others: set[str] = set()
    for source in find([Path(path).absolute() for path in paths]):
        if source.reason:
            continue
        if several(source.path) or _hash(source.path) in hashes:
            todo += jobs(source)
        else:
            others.add(PurePath(source.path).name)
    return todo, others


def _hash(path: str) -> str:
    """Return the SHA-256 of a file's bytes; of one that cannot be read, nothing."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except ReadError:
        return ""


def _lacking(source: ManifestSource, others: set[str]) -> str:
    said = (
        _("“{name}” is not what it was when the briefing was made: its bytes are other.")
        if source.name in others
        else _("“{name}” is missing among the sources.")
    )
    return said.format(name=source.name)
