"""Rows of words for the tables in dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefreader.ui.models.rows import RowsModel, TableRow


def test_rows_are_narrowed_by_words_without_regard_to_case_and_diacritics(qtmodeltester: ModelTester) -> None:
    model = RowsModel(["Tag", "Passages"])
    model.show([TableRow("a", ("Đà Nẵng", 3)), TableRow("b", ("trade", 12))])
    qtmodeltester.check(model)
    model.narrow("da nang")
    assert [row.value for row in model.rows] == ["a"]
    model.show([TableRow("c", ("Da Nang", 1)), TableRow("b", ("trade", 12))])
    assert [row.value for row in model.rows] == ["c"]
    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Passages: 1"
