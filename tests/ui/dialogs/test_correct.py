"""The window in which a fact is corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import FACT_KINDS, Fact
from briefreader.ui.dialogs.correct import FIELDS, CorrectDialog
from briefreader.ui.theme import Theme
from ui.views import attested

PEOPLE = ("Alexander Volfovich", "Lương Tam Quang")


def made(qtbot: QtBot, theme: Theme, fact: Fact, **typed: Any) -> CorrectDialog:
    dialog = CorrectDialog(fact, attested.TEXT, PEOPLE, theme, typed)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def select(dialog: CorrectDialog, words: str) -> None:
    start = dialog._passage.toPlainText().index(words)
    cursor = dialog._passage.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    dialog._passage.setTextCursor(cursor)


def can_save(dialog: CorrectDialog) -> bool:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def test_each_kind_has_the_fields_that_it_can_have(qtbot: QtBot, theme: Theme) -> None:
    assert set(FIELDS) < set(FACT_KINDS)
    for fact in attested.FACTS:
        dialog = made(qtbot, theme, fact)
        assert set(dialog._fields) == set(FIELDS.get(fact.kind, ()))
        assert dialog.values() == {}
        assert not can_save(dialog)
        assert all(field.accessibleName() for field in dialog._fields.values())


def test_the_selection_is_the_new_span(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, attested.PARTNER)
    select(dialog, "a promising partner")
    place = attested.span("a promising partner")
    assert dialog.values() == {"start": place.start, "end": place.end}
    assert "“a promising partner”" in dialog._words.text()
    assert can_save(dialog)


def test_a_click_that_selects_nothing_leaves_the_words(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, attested.PARTNER)
    qtbot.mouseClick(dialog._passage.viewport(), Qt.MouseButton.LeftButton)
    assert dialog.values() == {}


def test_words_can_be_selected_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, attested.PARTNER)
    dialog._passage.setFocus()
    for _key in range(6):
        qtbot.keyClick(dialog._passage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert dialog._words.text() == "“We see”"


def test_the_speaker_is_one_of_the_people_or_any_other(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, attested.PARTNER)
    field = dialog._fields["speaker"]
    assert [field.itemText(n) for n in range(field.count())] == list(PEOPLE)
    field.setCurrentText(" Somebody  else ")
    assert dialog.values() == {"speaker": "Somebody else"}


def test_what_is_printed_follows_the_selection_until_it_is_told(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, attested.TRADE)
    select(dialog, "reached $244 million")
    assert dialog.values()["value"] == "reached $244 million"
    dialog._fields["value"].setText("about $244 million")
    select(dialog, "$244 million in 2024")
    assert dialog.values()["value"] == "about $244 million"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("245,000,000", 245e6),
        ("245 000 000", 245e6),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("1,234.5", 1234.5),
        ("", None),
    ],
)
def test_amounts_are_read_as_people_write_them(
    qtbot: QtBot, theme: Theme, written: str, amount: float | None
) -> None:
    dialog = made(qtbot, theme, attested.TRADE)
    dialog._fields["amount"].setText(written)
    assert dialog.values() == {"amount": amount}


def compare(dialog: CorrectDialog, word: str) -> None:
    dialog._fields["comparator"].setCurrentText(word)


OVER = replace(
    attested.fact("figure", "reached $244 million", amount=244e6, unit="USD"),
    data={"comparator": ">", "core": {"start": attested.span("$244 million").start,
                                      "end": attested.span("$244 million").end}},
)  # fmt: skip


def test_what_is_printed_follows_the_comparator_until_it_is_told(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, OVER)
    assert dialog._fields["comparator"].currentText() == "over"
    compare(dialog, "up to")
    assert dialog.values() == {"comparator": "≤", "value": "up to $244 million"}
    compare(dialog, "none")
    assert dialog.values() == {"comparator": "=", "value": "$244 million"}
    dialog._fields["value"].setText("some $244 million")
    compare(dialog, "about")
    assert dialog.values() == {"comparator": "~", "value": "some $244 million"}
    compare(dialog, "over")
    assert dialog.values() == {"value": "some $244 million"}


def test_a_persons_own_words_stay_when_the_comparator_is_set_anew(qtbot: QtBot, theme: Theme) -> None:
    own = made(qtbot, theme, replace(OVER, data={**OVER.data, "value": "a lot of money"}))
    compare(own, "about")
    assert own.values() == {"comparator": "~"}
    ours = made(qtbot, theme, replace(OVER, data={**OVER.data, "value": "about $244 million"}))
    compare(ours, "none")
    assert ours.values() == {"comparator": "=", "value": "$244 million"}


def test_a_range_has_an_upper_end_and_nothing_else_has_one(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, OVER)
    upper = dialog._fields["to"]
    assert not upper.isVisible()
    compare(dialog, "between")
    assert upper.isVisible()
    assert not can_save(dialog)
    assert "upper end" in dialog._says.text()
    upper.setText("250000000")
    assert can_save(dialog)
    said = "244,000,000 – 250,000,000 USD"
    assert dialog.values() == {"comparator": "=", "to": 250e6, "value": said}
    compare(dialog, "over")
    assert dialog.values() == {}
    spread = replace(OVER, data={**OVER.data, "comparator": "=", "to": 250e6, "value": said})
    dialog = made(qtbot, theme, spread)
    assert dialog._fields["comparator"].currentText() == "between"
    compare(dialog, "about")
    assert dialog.values() == {"comparator": "~", "to": None, "value": "about 244,000,000 USD"}


def test_a_comparator_that_could_not_be_stored_stands_there_again(qtbot: QtBot, theme: Theme) -> None:
    values = {"comparator": "=", "to": 250e6, "value": "250 at most"}
    dialog = made(qtbot, theme, OVER, **values)
    assert dialog._fields["to"].isVisible()
    assert dialog.values() == values


@pytest.mark.parametrize(("name", "written"), [("amount", "many"), ("when", "soon"), ("when", "2024/")])
def test_what_cannot_be_understood_cannot_be_saved(
    qtbot: QtBot, theme: Theme, name: str, written: str
) -> None:
    dialog = made(qtbot, theme, attested.TRADE)
    dialog._fields[name].setText(written)
    assert not can_save(dialog)
    assert dialog._says.isVisible()
    dialog._fields[name].setText("2023")
    assert can_save(dialog)
    assert not dialog._says.isVisible()


def test_periods_have_two_ends(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, attested.DATE)
    dialog._fields["when"].setText("3 May 2025/2025-06")
    assert dialog.values() == {"when": "2025-05-03/2025-06"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("31 Dec 2025", "2025-12-31"), ("Thursday", "2025-12-04"), ("saturday", "2025-12-06"),
     ("7 May", "2025-05-07"), ("May 2024", "2024-05"), ("2 Dec 2025/Friday", "2025-12-02/2025-12-05")],
)  # fmt: skip
def test_dates_are_read_as_in_the_filter_and_weekdays_as_well(
    qtbot: QtBot, theme: Theme, written: str, meant: str
) -> None:
    saturday = date(2025, 12, 6)
    dialog = CorrectDialog(
        replace(attested.DATE, when="2025-11-30"), attested.TEXT, PEOPLE, theme, {}, None, saturday
    )
    qtbot.addWidget(dialog)
    assert dialog._shown["when"] == "30 Nov 2025"
    dialog._fields["when"].setText(written)
    assert dialog.values() == {"when": meant}


def test_a_value_that_no_field_could_mean_stays_if_it_is_left_alone(qtbot: QtBot, theme: Theme) -> None:
    dialog = made(qtbot, theme, replace(attested.TRADE, when="P3Y"))
    dialog._fields["unit"].setText("EUR")
    assert dialog.values() == {"unit": "EUR"}
    assert can_save(dialog)


def test_what_could_not_be_stored_stands_there_again(qtbot: QtBot, theme: Theme) -> None:
    place = attested.span("promising partner")
    values = {"start": place.start, "end": place.end, "speaker": "Somebody else"}
    assert made(qtbot, theme, attested.PARTNER, **values).values() == values


def test_a_judged_fact_can_be_left_to_the_machine(qtbot: QtBot, theme: Theme) -> None:
    plain = made(qtbot, theme, attested.PARTNER)
    assert "Leave" not in "".join(button.text() for button in plain.findChildren(QPushButton))
    judged = replace(attested.PARTNER, data={**attested.PARTNER.data, "decision": "1"})
    dialog = made(qtbot, theme, judged)
    leave = next(button for button in dialog.findChildren(QPushButton) if "Leave" in button.text())
    with qtbot.waitSignal(dialog.released):
        leave.click()
    assert not dialog.isVisible()
