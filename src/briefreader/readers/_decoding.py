"""From bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePath

from briefreader.domain.errors import ReadError
from briefreader.domain.text import canonical
from briefreader.i18n import _

MAX_FILE = 100 * 1024 * 1024
"""Largest file that is read, in bytes."""

MAX_TEXT = 20_000_000
"""Longest text that a document may have, in code points."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_ENOUGH = 40  # characters beyond ASCII that make a guess safe
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MAGIC = (
    (b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"), (b"{\\rtf", "RTF"), (b"\xd0\xcf\x11\xe0", "Microsoft Office"), (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"), (b"SQLite format 3\x00", "SQLite"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A canonical text, and a sentence for each thing that had to be guessed or mended."""

    text: str
    warnings: tuple[str, ...] = ()


def file_name(origin: str) -> str:
    """Return the last part of a path or address, for messages."""
    return PurePath(origin).name or origin


def decode(raw: bytes, origin: str) -> Decoded:
    """Return the text of a file; raise ReadError if it is empty, too long, or no text.

    In this order: byte order mark, strict UTF-8, zero bytes in the pattern of UTF-16, UTF-8 with
    some bad bytes, and at last the guess of charset-normalizer.
    """
    name = file_name(origin)
    if len(raw) > MAX_FILE:
        raise ReadError(
            _("“{name}” is larger than 100 MB.").format(name=name), _("Split it into smaller files.")
        )
    if not raw:
        raise ReadError(_("“{name}” is empty.").format(name=name))
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise ReadError(
                _("“{name}” is a {kind} file, not text.").format(name=name, kind=kind),
                _("Rename it with the right ending, or save it as text."),
            )
    text, warnings = _decode(raw)
    return finish(text, warnings, name)


def finish(text: str, warnings: list[str], name: str) -> Decoded:
    """Return the canonical text with its warnings; raise ReadError if it is no text or too long."""
    if len(text) > MAX_TEXT:
        raise ReadError(_("The text of “{name}” is longer than 20 million characters.").format(name=name))
    sample = text[:_SAMPLE]
    rubbish = len(_CONTROLS.findall(sample)) + max(0, sample.count("\0") - len(sample) // 50)
    if sample and rubbish / len(sample) > 0.1:
        raise ReadError(_("“{name}” does not hold text.").format(name=name))
    if zeros := text.count("\0"):
        warnings.append(_("{n} zero bytes were taken out.").format(n=zeros))
    text = canonical(text)
    if not text.strip():
        raise ReadError(_("“{name}” holds no text.").format(name=name))
    return Decoded(text, tuple(warnings))


def _decode(raw: bytes) -> tuple[str, list[str]]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _with(raw[len(mark) :], encoding)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Strict UTF-8 accepts the zero bytes of UTF-16 English; so many of them mean UTF-16.
        if text.count("\0") * 5 < len(text):
            return text, []
    encoding = _utf16_pattern(raw)
    if encoding:
        return _with(raw, encoding)
    if _mostly_utf8(raw):
        return _with(raw, "utf-8")
    return _guessed(raw)


def _with(raw: bytes, encoding: str) -> tuple[str, list[str]]:
    """Decode with a known encoding; what does not fit becomes U+FFFD and is counted."""
    try:
        return raw.decode(encoding), []
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
        count = max(1, text.count("\ufffd"))
        return text, [
            _("{n} places are not valid {encoding}; they are shown as “\ufffd”.").format(
                n=count, encoding=encoding.upper()
            )
        ]


def _utf16_pattern(raw: bytes) -> str:
    """Return the UTF-16 encoding that the zero bytes of the text's beginning speak for, or nothing."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _mostly_utf8(raw: bytes) -> bool:
    """Tell whether nearly all bytes beyond ASCII form valid sequences: then a few are merely broken."""
    sample = raw[: 16 * _SAMPLE]
    whole = _MULTIBYTE.findall(sample)
    valid = sum(map(len, whole))
    high = len(_HIGH.findall(sample))
    return valid > 0 and (valid >= 0.9 * high or (valid >= 0.5 * high and high - valid <= 16))


def _guessed(raw: bytes) -> tuple[str, list[str]]:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 4 * _SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    # Small letters are at the same places in both; charset-normalizer likes the one that nobody uses.
    encoding = "cp1251" if encoding == "mac_cyrillic" else _western(raw, encoding)
    text = raw.decode(encoding, "replace")
    if best and best.chaos < 0.1 and len(_HIGH.findall(raw[:_SAMPLE])) >= _ENOUGH and "\ufffd" not in text:
        return text, []
    return text, [
        _("The file does not say how it is encoded; it was read as {encoding}.").format(encoding=encoding)
    ]


_RARE_CODE_PAGES = """
    cp1250 cp1254 cp1257 cp1258 cp775 cp850 cp852 cp437 cp858 mac_roman hp_roman8 cp1125 latin_1
    iso8859_2 iso8859_3 iso8859_4 iso8859_9 iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16
    cp1140 cp273 cp500 cp037 mac_iceland mac_turkish mac_latin2 cp860 cp861 cp863 cp865
"""
_RARE = frozenset(_RARE_CODE_PAGES.split())
_WESTERN = re.compile(rb"[A-Za-z][\xe0-\xef\xf1-\xf6\xf8-\xfc][a-z]|[\x91-\x94\x96\x97]")


def _western(raw: bytes, encoding: str) -> str:
    """Prefer Windows-1252 to its rarer look-alikes where the bytes are those of western letters.

    charset-normalizer takes French or German in Windows-1252 for some other single-byte code page
    in about one case of four.
    """
    if encoding not in _RARE:
        return encoding
    sample = raw[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    if any(byte in sample for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")):
        return encoding
    return "cp1252" if high and len(_WESTERN.findall(sample)) >= 0.4 * high else encoding
