"""A screen reader's way to the program: AT-SPI over D-Bus, without eyes, mouse or keyboard.

Everything is found by role and name in the tree that the program tells of, and done by the actions,
texts and values that it offers there.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 180.0
SHOWING, ENABLED = 25, 8
"""Numbers of states in AT-SPI."""
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_VALUE = "org.a11y.atspi.Value"
_LEAVES = ("cell", "tree item", "label", "row header", "column header", "push button")
_UNSHOWN = ("application", "menu", "menu item", "popup menu", "menu bar")
"""Roles of what can be used though it is not seen."""
Ref = tuple[str, str]
"""The connection of a program on the bus, and the path of something there."""


def why_not() -> str:
    """Return what is missing to listen to the program; "" if nothing is."""
    try:
        import jeepney  # noqa: F401
    except ImportError:
        return "jeepney is not installed"
    if not any(Path(each).exists() for each in LAUNCHERS):
        return "not installed: at-spi2-core"
    return "" if shutil.which("dbus-daemon") else "not installed: dbus-daemon"


@contextlib.contextmanager
def accessibility_bus(env: dict[str, str]) -> Iterator[tuple[dict[str, str], str]]:
    """Start a session's bus and the one for assistive technology; yield what a program's environment
    needs to be on them, and the address of the second."""
    session = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | env, text=True,
    )  # fmt: skip
    assert session.stdout is not None
    needed = {"DBUS_SESSION_BUS_ADDRESS": session.stdout.readline().strip(),
              "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}  # fmt: skip
    launcher = subprocess.Popen(
        [next(each for each in LAUNCHERS if Path(each).exists()), "--launch-immediately"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | env | needed,
    )  # fmt: skip
    try:
        yield needed, _address(needed["DBUS_SESSION_BUS_ADDRESS"])
    finally:
        for process in (launcher, session):
            process.terminate()
            process.wait(10)
        session.stdout.close()


def _address(session: str) -> str:
    """Ask the session's bus where the one for assistive technology is."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    asked = new_method_call(
        DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus"), "GetAddress"
    )
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        with open_dbus_connection(bus=session) as line:
            answer = line.send_and_get_reply(asked, timeout=PATIENCE)
        if answer.header.message_type.name == "method_return":
            return str(answer.body[0])
        time.sleep(0.1)
    raise AssertionError("no bus for assistive technology came up")


class Listener:
    """Reads the tree of the programs on the bus, and acts in it."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self._line = open_dbus_connection(bus=address)

    def close(self) -> None:
        self._line.close()

    # -- asking ------------------------------------------------------------------------------------

    def _call(self, one: Ref, interface: str, method: str, kinds: str | None = None, *given: Any) -> Any:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(one[1], bus_name=one[0], interface=interface)
        answer = self._line.send_and_get_reply(
            new_method_call(address, method, kinds, given), timeout=PATIENCE
        )
        if answer.header.message_type.name != "method_return":
            raise LookupError(f"{interface}.{method} of {one[1]}: {answer.body}")
        return answer.body[0] if answer.body else None

    def get(self, one: Ref, what: str, interface: str = _ACCESSIBLE) -> Any:
        """Return a property, such as Name or Description."""
        return self._call(one, "org.freedesktop.DBus.Properties", "Get", "ss", interface, what)[1]

    def role(self, one: Ref) -> str:
        return str(self._call(one, _ACCESSIBLE, "GetRoleName"))

    def states(self, one: Ref) -> set[int]:
        low, high = self._call(one, _ACCESSIBLE, "GetState")
        bits = low | high << 32
        return {number for number in range(64) if bits >> number & 1}

    def children(self, one: Ref) -> list[Ref]:
        return [tuple(each) for each in self._call(one, _ACCESSIBLE, "GetChildren")]

    # -- finding -----------------------------------------------------------------------------------

    def programs(self) -> list[Ref]:
        """Return the programs that are on the bus."""
        return self.children(("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"))

    def find(self, role: str, name: str, within: Ref | None = None) -> Ref | None:
        """Return what has a role and a name that begins so; None if nothing that is shown does."""
        ask = [within] if within is not None else [w for p in self.programs() for w in self.children(p)]
        while ask:
            one = ask.pop(0)
            try:
                here = self.role(one)
                if here in _UNSHOWN or SHOWING in self.states(one):
                    if here == role and str(self.get(one, "Name")).startswith(name):
                        return one
                    if here not in _LEAVES:
                        ask += self.children(one)
            except LookupError:
                continue  # it has gone meanwhile
        return None

    def wait(self, role: str, name: str, within: Ref | None = None) -> Ref:
        """Wait until something is there, and return it."""
        return until(lambda: self.find(role, name, within), f"the {role} “{name}”")

    # -- acting ------------------------------------------------------------------------------------

    def press(self, one: Ref) -> None:
        """Press a button or take a menu's entry."""
        actions = self._call(one, "org.a11y.atspi.Action", "GetActions")
        names = [str(each[0]) for each in actions]
        number = names.index("Press") if "Press" in names else 0
        self._call(one, "org.a11y.atspi.Action", "DoAction", "i", number)

    def able(self, one: Ref) -> bool:
        """Tell whether something can be used now."""
        return ENABLED in self.states(one)

    def value(self, one: Ref, which: str = "Current") -> float:
        """Return the value of a slider, or the end of its range that is "Minimum" or "Maximum"."""
        return float(self.get(one, f"{which}Value", _VALUE))

    def set_value(self, one: Ref, value: float) -> None:
        """Set the value of a slider."""
        given = ("ssv", _VALUE, "CurrentValue", ("d", float(value)))
        self._call(one, "org.freedesktop.DBus.Properties", "Set", *given)

    def text(self, one: Ref) -> str:
        return str(self._call(one, "org.a11y.atspi.Text", "GetText", "ii", 0, -1))

    def select(self, one: Ref, words: str) -> None:
        """Select words of a text."""
        start = self.text(one).index(words)
        if not self._call(one, "org.a11y.atspi.Text", "SetSelection", "iii", 0, start, start + len(words)):
            self._call(one, "org.a11y.atspi.Text", "AddSelection", "ii", start, start + len(words))

    def write(self, one: Ref, text: str) -> None:
        """Put a text into a field."""
        self._call(one, "org.a11y.atspi.EditableText", "SetTextContents", "s", text)


def until(holds: Callable[[], Any], what: str) -> Any:
    """Wait until something holds, and return it."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if found := holds():
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")
