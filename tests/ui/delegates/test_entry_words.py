"""Words of a row on several lines, in more than one look."""

from __future__ import annotations

from briefreader.ui.delegates.entry_words import laid_out, note_piece
from briefreader.ui.theme import Theme


def test_a_note_shows_its_markup_as_what_it_means(theme: Theme) -> None:
    note = "To **check** with *them*: <b>no</b>\n- [page](https://example.org)"
    piece = note_piece(note, theme.font("ui"), "text", 9)
    assert piece.text.startswith("To check with them: <b>no</b>\u2028• page")
    assert [span.of(piece.text) for span in piece.strong] == ["check"]
    assert [span.of(piece.text) for span in piece.slanted] == ["them"]
    assert "page" in [span.of(piece.text) for span in piece.linked]
    layout, _height = laid_out(piece, 400)
    assert layout.lineCount() == 2
