"""Every role has a colour in every theme, and what is read can be read."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage
from PySide6.QtWidgets import QApplication, QComboBox

from briefreader.domain.annotation import COLOURS
from briefreader.resources import resource
from briefreader.settings import FACES, THEMES
from briefreader.ui.theme import FAMILIES, Theme, contrast, load_fonts

NAMES = THEMES
GROUNDS = ("ground", "panel", "surface", "field")


@pytest.fixture(params=NAMES)
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Theme:
    return Theme(request.param)


@pytest.mark.parametrize(
    "role", ["text", "text.muted", "text.faint", "accent", "danger", "warning", "success"]
)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out_from_every_ground(look: Theme, role: str, ground: str) -> None:
    assert contrast(look.colour(role), look.colour(ground)) >= 4.5


@pytest.mark.parametrize(
    "ground",
    ["mark.quote", "mark.hit", "mark.hit.current", "mark.flash", "hover", "selection", "text.selected"],
)
def test_the_text_stands_out_from_marks(look: Theme, ground: str) -> None:
    assert contrast(look.colour("text"), look.colour(ground)) >= 4.5


@pytest.mark.parametrize("colour", COLOURS)
def test_the_text_stands_out_from_highlights(look: Theme, colour: str) -> None:
    assert contrast(look.colour("text"), look.colour(f"highlight.{colour}")) >= 4.5


def test_pairs_of_colours_that_belong_together(look: Theme) -> None:
    for words, ground in (
        ("accent.text", "accent"), ("selection.text", "selection"), ("chip.text", "chip"),
        ("warning", "warning.soft"), ("text.muted", "selection"), ("text.muted", "hover"),
    ):  # fmt: skip
        assert contrast(look.colour(words), look.colour(ground)) >= 4.5, (words, ground)


def test_all_themes_have_the_same_roles() -> None:
    roles = [
        tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))["colours"]
        for name in NAMES
    ]
    for other in roles[1:]:
        assert sorted(roles[0]) == sorted(other)
        for part in ("mark", "highlight"):
            assert sorted(roles[0][part]) == sorted(other[part])


def test_high_contrast_is_higher(qapp: QApplication) -> None:
    look = Theme("contrast")
    for role in ("text", "text.muted", "text.faint", "accent", "danger", "warning", "success"):
        for ground in GROUNDS:
            assert contrast(look.colour(role), look.colour(ground)) >= 7
    for colour in COLOURS:
        assert contrast(look.colour("text"), look.colour(f"highlight.{colour}")) >= 7


@pytest.mark.parametrize("role", ["person", "organisation", "place", "figure", "date", "event", "agreement"])
def test_lines_below_words_stand_out(look: Theme, role: str) -> None:
    for ground in ("surface", "mark.quote"):
        assert contrast(look.colour(f"mark.{role}"), look.colour(ground)) >= 3


def test_every_role_of_the_style_sheet_is_put_in(look: Theme) -> None:
    assert "@" not in look._style_sheet()


def test_every_picture_of_the_style_sheet_is_there(look: Theme) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', look._style_sheet())
    assert len(pictures) >= 4
    for path in pictures:
        picture = QImage(path)
        assert not picture.isNull()
        middle = picture.width() // 2
        stroke = max((picture.pixelColor(middle, y) for y in range(picture.height())), key=QColor.alpha)
        ground = "accent" if "tick" in path else "field"
        assert contrast(stroke, look.colour(ground)) >= 4.5


def test_a_box_of_choices_has_a_frame_that_is_seen(qapp: QApplication) -> None:
    look = Theme("contrast")
    look.apply()
    box = QComboBox()
    box.resize(200, 30)
    edge = box.grab().toImage().pixelColor(100, 0)
    assert contrast(edge, look.colour("ground")) >= 4.5


def test_the_arrow_of_a_menu_has_its_room_on_either_side(qapp: QApplication) -> None:
    look = Theme("light")
    usual = look._style_sheet()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert "padding: 2px 6px 2px 16px;" in look._style_sheet()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert "padding: 2px 16px 2px 6px;" in usual


def test_contrast_is_that_of_wcag(qapp: QApplication) -> None:
    assert round(contrast(QColor("#ffffff"), QColor("#000000")), 2) == 21
    assert round(contrast(QColor("#777777"), QColor("#ffffff")), 2) == 4.48


def test_choosing_a_theme_tells_everybody(qapp: QApplication, qtbot) -> None:  # type: ignore[no-untyped-def]
    look = Theme("light")
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert look.name == "dark"
    assert look.dark


def test_a_disabled_icon_is_paler(look: Theme) -> None:
    icon = look.icon("arrow-back-up")
    usual, disabled = (
        icon.pixmap(18, 18, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert usual != disabled
    assert usual.size() == disabled.size()


def test_titles_and_words_of_sources_follow_the_size_of_the_text() -> None:
    usual, large = Theme("light"), Theme("light")
    large.dress_text(1.5, "serif")
    for role in ("title", "text"):
        assert large.font(role).pixelSize() > 1.3 * usual.font(role).pixelSize()
    assert large.font("ui").pixelSize() == usual.font("ui").pixelSize()


def test_every_typeface_comes_with_the_program(qapp: QApplication) -> None:
    load_fonts()
    assert set(FAMILIES) == set(FACES)
    for face, family in FAMILIES.items():
        look = Theme("light")
        look.dress_text(1.5, face)
        assert look.font("text").family() == family
        assert QFontInfo(look.font("text")).family() == family


def test_motion_is_reduced_where_a_person_or_the_system_wants_it(
    look: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    duration = [200]
    monkeypatch.setattr(type(QApplication.style()), "styleHint", lambda *_given: duration[0])
    assert not look.still
    look.keep_still(True)
    assert look.still
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    look.keep_still(False)
    assert not look.still
    duration[0] = 0
    assert look.still
