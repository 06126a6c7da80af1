"""The line above a briefing: no two parts of it read the same."""

from __future__ import annotations

import pytest

from briefreader import i18n
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.briefing_bar import BriefingBar


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_new_briefing_is_not_called_as_what_is_done_with_briefings(
    language: str, corpus: Corpus, theme: Theme
) -> None:
    before = i18n.language()
    i18n.choose(language)
    try:
        bar, fresh = BriefingBar(theme), corpus.briefings.fresh()
        view = i18n._("Briefing")
    finally:
        i18n.choose(before)
    bar.show_briefings([fresh], fresh)
    said = [bar.box.currentText(), bar.more.text(), bar.export.text(), view]
    assert bar.box.currentText() == fresh.title
    assert len(said) == len(set(said))
    bar.deleteLater()
