"""What can be done in the views: each named once, with keys of its own."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from briefreader.ui.views.acts import LEDGER, VIEW_ACTS, named


@pytest.mark.parametrize("view", VIEW_ACTS)
def test_names_and_keys_are_given_once(view: str) -> None:
    _title, acts = VIEW_ACTS[view]
    keys = [QKeySequence(act.keys).toString() for act in acts if act.keys]
    assert all(keys)
    assert len(keys) == len(set(keys))
    assert len({act.name for act in acts}) == len(acts)
    assert all(act.text and act.tip for act in acts)


def test_an_act_is_found_by_its_name() -> None:
    assert named(LEDGER, "confirm").keys == "C"
