"""Long work beside the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from briefreader.ui.beside import beside_the_window, is_work_under_way


@pytest.fixture(autouse=True)
def searching() -> Iterator[None]:
    """Let Python search for dead circles by itself, as where there is no window."""
    gc.enable()
    yield
    gc.disable()


def test_a_search_that_rested_before_goes_on_resting() -> None:
    gc.disable()
    assert not is_work_under_way()
    with beside_the_window():
        assert is_work_under_way()
    assert not gc.isenabled()
    gc.unfreeze()


def test_the_window_comes_to_its_turn_sooner_and_is_not_halted() -> None:
    usual = sys.getswitchinterval()
    with beside_the_window():
        assert not gc.isenabled()
        assert sys.getswitchinterval() < usual
        with beside_the_window():
            assert not gc.isenabled()
        assert not gc.isenabled()
        made = [[n] for n in range(1000)]
    assert gc.isenabled()
    assert sys.getswitchinterval() == pytest.approx(usual)
    assert gc.get_freeze_count() >= len(made)
    gc.unfreeze()


def test_it_ends_also_when_the_work_fails() -> None:
    with pytest.raises(ValueError, match="broken"), beside_the_window():
        raise ValueError("broken")
    assert gc.isenabled()
    gc.unfreeze()
