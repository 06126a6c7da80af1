"""The pages of a PDF: how many, how large, what they look like, and where the items of a briefing stand."""

from __future__ import annotations

import atexit
import ctypes
import weakref
from contextlib import closing
from functools import cache
from threading import RLock
from typing import Any, Self
from urllib.parse import unquote

from briefreader.domain.errors import ExportError
from briefreader.exporters._carried import PREFIX
from briefreader.i18n import _

__all__ = ["PdfPages"]

# PDFium may be used by one thread at a time. A file that nobody holds any more is closed by whichever
# thread finds it, which may hold the lock already.
_pdfium = RLock()


class PdfPages:
    """A PDF that is kept open: what its pages share, above all typefaces, is read once.

    Raises ExportError if the bytes are no PDF. May be used from several threads, and in a ``with``.
    """

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with _pdfium:
            try:
                # Its parameters have no types.
                document: Any = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
            except pypdfium2.PdfiumError as error:
                raise ExportError(_("The preview cannot be shown: {reason}.").format(reason=error)) from error
            self.count: int = len(document)
        self._document = document
        self._let_go = weakref.finalize(self, _close, document)
        _watched().add(self)

    def close(self) -> None:
        """Let go of the file; nothing can be asked of it then."""
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def size(self, n: int) -> tuple[float, float]:
        """Return width and height in points of a page, counted from 0."""
        with _pdfium:
            width, height = self._document.get_page_size(n)
            return width, height

    def image(self, n: int, width: int) -> tuple[int, int, bytes]:
        """Return a page, counted from 0, as a picture of this width in pixels: width, height, RGBA rows."""
        import pypdfium2

        # The constants are made from PDFium's own headers, where no checker sees them.
        bgra: Any = pypdfium2.raw.FPDFBitmap_BGRA  # type: ignore[attr-defined]
        with _pdfium, closing(self._document[n]) as page:
            bitmap = page.render(
                scale=max(1, width) / page.get_width(),
                force_bitmap_format=bgra,
                rev_byteorder=True,
            )
            with closing(bitmap):
                row, data = bitmap.width * 4, bytes(bitmap.buffer)
                if bitmap.stride != row:
                    data = b"".join(
                        data[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
                    )
                return bitmap.width, bitmap.height, data

    def places(self) -> dict[str, tuple[int, float]]:
        """Return where each item begins: the page, counted from 0, and how far down it, from 0 to 1."""
        import pypdfium2

        api: Any = pypdfium2.raw
        found: dict[str, tuple[int, float]] = {}
        with _pdfium:
            heights: dict[int, float] = {}
            for n in range(api.FPDF_CountNamedDests(self._document)):
                named = self._named_place(api, n)
                if named is None:
                    continue
                id, page, up = named
                if page not in heights:
                    heights[page] = self.size(page)[1]
                found[id] = page, min(1.0, max(0.0, 1 - up / heights[page]))
        return dict(sorted(found.items(), key=lambda each: (each[1], each[0])))

    def _named_place(self, api: Any, n: int) -> tuple[str, int, float] | None:
        """Return id, page and height above its foot of the n-th named place, if it is that of an item."""
        document = self._document
        length = ctypes.c_long()
        api.FPDF_GetNamedDest(document, n, None, length)
        if length.value <= 0:
            return None
        buffer = ctypes.create_string_buffer(length.value)
        place = api.FPDF_GetNamedDest(document, n, buffer, length)
        name = buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
        page = api.FPDFDest_GetDestPageIndex(document, place) if place else -1
        if page < 0 or not name.startswith(PREFIX):
            return None
        has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
        x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
        api.FPDFDest_GetLocationInPage(place, has_x, has_y, has_zoom, x, y, zoom)
        return unquote(name.removeprefix(PREFIX)), page, y.value


@cache
def _watched() -> weakref.WeakSet[PdfPages]:
    """Return the files that are open: they are closed at the end, before the library finds them and says so.

    What is registered last is called first, so this comes after the library has been loaded.
    """
    still_open: weakref.WeakSet[PdfPages] = weakref.WeakSet()

    def close_all() -> None:
        for pages in tuple(still_open):
            pages.close()

    atexit.register(close_all)
    return still_open


def _close(document: Any) -> None:
    with _pdfium:
        document.close()
