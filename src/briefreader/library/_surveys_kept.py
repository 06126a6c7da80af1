"""The last survey of a workspace, kept in the user's folder for caches: to make it may take a minute."""

from __future__ import annotations

import gc
import hashlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefreader import i18n
from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.register import Entity, Register
from briefreader.domain.survey import FigureRow, Moment, SourceCard, Survey
from briefreader.store import Store

_MOST = 8  # workspaces whose survey is kept: one of 5,000 articles takes some 50 MB


@dataclass(frozen=True, slots=True)
class _Kept:
    """A survey as it is kept: the parts from which its register and its ledger are made again."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    moments: tuple[Moment, ...]
    figures: tuple[FigureRow, ...]
    sources: dict[str, SourceCard]
    left_out: int


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
            kept = _loaded(file.read())
    except (OSError, ValueError):  # what msgspec says of rubbish is a ValueError
        return None
    register, ledger = Register(kept.entities), Ledger(kept.claims)
    return Survey(register, ledger, kept.moments, kept.figures, kept.sources, kept.left_out)


def _packed(survey: Survey) -> bytes:
    from msgspec import msgpack

    kept = _Kept(
        survey.register.entities,
        survey.ledger.claims,
        survey.moments,
        survey.figures,
        dict(survey.sources),
        survey.left_out,
    )
    return msgpack.encode(kept)


def _loaded(kept: bytes) -> _Kept:
    from msgspec import msgpack

    # Looking for circles again and again among millions of new values would take most of the time.
    searching = gc.isenabled()
    gc.disable()
    try:
        return msgpack.decode(kept, type=_Kept)
    finally:
        if searching:
            gc.enable()


def keep(store: Store, state: bytes, survey: Survey) -> None:
    """Keep a survey in place of the earlier one; where that cannot be, it is made again next time."""
    place = _place(store)
    fresh = place.with_suffix(".new")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(state + _packed(survey))
        fresh.replace(place)
        ages = sorted(place.parent.glob("*.survey"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in ages[_MOST:]:
            old.unlink()


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
