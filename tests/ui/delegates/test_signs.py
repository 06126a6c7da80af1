"""Each verdict has a shape of its own, and its word can be read on its badge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefreader.domain.ledger import VERDICTS
from briefreader.ui.delegates.signs import ROLES, badge_ground, badge_size, paint_badge, paint_sign
from briefreader.ui.models.claims import SHELVES
from briefreader.ui.theme import Theme, contrast


def drawn(theme: Theme, sign: str) -> bytes:
    image = QImage(36, 36, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_sign(painter, QRectF(0, 0, 36, 36), sign, theme.colour("text"))
    painter.end()
    return bytes(image.constBits())


def test_every_verdict_shelf_and_decision_has_a_sign() -> None:
    assert {*VERDICTS, *(shelf.sign for shelf in SHELVES), "confirmed", "linked"} == set(ROLES)


def test_no_two_signs_look_alike_without_their_colours(theme: Theme) -> None:
    shapes = {drawn(theme, sign) for sign in ROLES}
    assert len(shapes) == len(ROLES)
    assert bytes(36 * 36 * 4) not in shapes


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("sign", sorted(ROLES))
def test_words_stand_out_from_their_badge(qapp: QApplication, name: str, sign: str) -> None:
    look = Theme(name)
    assert contrast(look.colour(ROLES[sign]), badge_ground(look, sign)) >= 4.5
    assert contrast(look.colour("text.muted"), badge_ground(look, sign)) >= 4.5


def test_a_badge_takes_no_more_than_its_room(theme: Theme) -> None:
    image = QImage(300, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    words = "Different period or scope"
    assert paint_badge(painter, theme, QPointF(0, 0), "scope", words) == badge_size(theme, words)[0]
    assert paint_badge(painter, theme, QPointF(0, 0), "scope", words, 60) == 60
    painter.end()
