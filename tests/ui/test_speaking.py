"""Qt speaks the language of the program."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import sys
from briefreader import i18n
i18n.choose(sys.argv[1])
from briefreader.ui.app import make_application
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox
app = make_application()
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
text = box.button(QDialogButtonBox.StandardButton.Cancel).text()
print(text.replace("&", ""), QLocale().toString(0.5, "f", 1))
"""


@pytest.mark.parametrize("language, said", [("en", "Cancel 0.5"), ("ru", "Отмена 0,5"), ("vi", "Hủy 0,5")])
def test_the_buttons_of_dialogs_and_the_decimal_sign(language: str, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CODE, language], capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == said
