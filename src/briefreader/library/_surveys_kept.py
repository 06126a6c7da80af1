"""The last survey of a workspace, kept in the user's folder for caches: to make it may take a minute."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO, TypeVar

from briefreader import i18n
from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.register import Entity, Register
from briefreader.domain.survey import FigureRow, Moment, SourceCard, Survey
from briefreader.store import Store

Item = TypeVar("Item")

_CHUNK = 200  # values that are encoded together
_MOST = 8  # workspaces whose survey is kept: one of 5,000 articles takes some 50 MB


def state(store: Store) -> bytes:
    """Return what a survey is made from, as a digest: the evidence, the code, the user's language."""
    digest = hashlib.sha256(_code())
    digest.update(i18n._("Comparing the sources").encode())
    digest.update(store.evidence().encode())
    return digest.digest()


def recall(store: Store, state: bytes) -> Survey | None:
    """Return the survey that was kept for this state, or None."""
    try:
        with _place(store).open("rb") as file:
            if file.read(len(state)) != state:
                return None
            return _read(file)
    except (OSError, ValueError):  # what msgspec says of rubbish is a ValueError
        return None


def keep(store: Store, state: bytes, survey: Survey) -> None:
    """Keep a survey in place of the earlier one; where that cannot be, it is made again next time."""
    place = _place(store)
    fresh = place.with_suffix(".new")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(state)
            _write(file, survey)
        fresh.replace(place)
        ages = sorted(place.parent.glob("*.survey"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in ages[_MOST:]:
            old.unlink()


def _write(file: BinaryIO, survey: Survey) -> None:
    """Write the parts of a survey one after another, each in chunks with their lengths before them."""
    from msgspec import msgpack

    parts = (survey.register.entities, survey.ledger.claims, survey.moments, survey.figures)
    for items in (*parts, tuple(survey.sources.values()), (survey.left_out,)):
        for start in range(0, len(items), _CHUNK):
            chunk = msgpack.encode(items[start : start + _CHUNK])
            file.write(len(chunk).to_bytes(4, "big") + chunk)
        file.write(bytes(4))


def _read(file: BinaryIO) -> Survey:
    """Read what ``_write`` wrote. In chunks, because the window waits while one of them is decoded."""
    searching = gc.isenabled()
    gc.disable()  # to look for circles among millions of new values would take most of the time
    try:
        register = Register(_items(file, Entity))
        ledger = Ledger(_items(file, Claim))
        moments, figures = tuple(_items(file, Moment)), tuple(_items(file, FigureRow))
        sources = {each.id: each for each in _items(file, SourceCard)}
        (left_out,) = _items(file, int)
        return Survey(register, ledger, moments, figures, sources, left_out)
    finally:
        if searching:
            gc.enable()


def _items(file: BinaryIO, type: type[Item]) -> Iterator[Item]:
    from msgspec import msgpack

    decoder = msgpack.Decoder(tuple[type, ...])  # type: ignore[valid-type]
    while length := int.from_bytes(_exactly(file, 4), "big"):
        yield from decoder.decode(_exactly(file, length))


def _exactly(file: BinaryIO, length: int) -> bytes:
    found = file.read(length)
    if len(found) < length:
        raise ValueError("cut short")
    return found


def _place(store: Store) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("briefreader", appauthor=False) / "surveys" / f"{store.workspace}.survey"


@cache
def _code() -> bytes:
    """Return a digest of the code that makes a survey, by the sizes and times of its files."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    for folder in ("domain", "library"):
        for path in sorted((package / folder).glob("*.py")):
            about = path.stat()
            digest.update(f"{path.name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.digest()
