"""A zip file from elsewhere: read member by member into memory, never unpacked, never beyond a size."""

from __future__ import annotations

import lzma
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from briefreader.domain.errors import ReadError
from briefreader.i18n import _

_MEMBERS = 20_000
_LONGEST = 64 * 2**20  # bytes of one member
_ALL = 512 * 2**20  # bytes of all members that are read


class Archive:
    """The members of a zip file by their names, case aside."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(raw))
            infos = self._zip.infolist()
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReadError(_("The file is no REFI-QDA project, or is broken.")) from error
        if len(infos) > _MEMBERS:
            raise ReadError(_("The file holds too much to be read."))
        self._members = {info.filename.replace("\\", "/").lower(): info for info in infos}
        self._left = _ALL

    def names(self) -> list[str]:
        """Return the names of all members, in small letters."""
        return list(self._members)

    def read(self, name: str) -> bytes | None:
        """Return what a member holds, or None if there is none of the name."""
        info = self._members.get(name.lower())
        if info is None:
            return None
        limit = min(_LONGEST, self._left)
        try:
            with self._zip.open(info) as member:
                data = member.read(limit + 1)  # what the file says of its own size is not trusted
        except (BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
            raise ReadError(_("The file is no REFI-QDA project, or is broken.")) from error
        except (RuntimeError, NotImplementedError) as error:  # a password; a way of packing
            raise ReadError(_("The file is locked, or packed in a way that cannot be read.")) from error
        if len(data) > limit:
            raise ReadError(_("The file holds too much to be read."))
        self._left -= len(data)
        return data
