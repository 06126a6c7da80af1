"""Every word for the user has its translation, with the same things to put in."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from briefreader import i18n
from catalogues import LANGUAGES, catalogue, compiled, place, source, spoken_inside

_ACCELERATOR = re.compile(r"&(?=\w)")


@pytest.fixture(scope="module")
def words() -> Catalog:
    return source()


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def translated(language: str) -> Catalog:
    return catalogue(language)


def fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def forms(message: Message) -> tuple[str, ...]:
    said = message.string
    return (said,) if isinstance(said, str) else tuple(said)


def test_the_languages_are_those_that_can_be_chosen() -> None:
    assert {"en", *LANGUAGES} == set(i18n.LANGUAGES)


def test_nothing_is_left_untranslated(words: Catalog, translated: Catalog) -> None:
    missing = []
    for message in words:
        if not message.id:
            continue
        found = translated.get(message.id, message.context)
        if found is None or not all(forms(found)) or found.fuzzy:
            missing.append(message.id)
    assert missing == []


def test_words_within_other_texts_and_calls_are_found() -> None:
    module = """f"{_('one')} {plural('{n} day', '{n} days', n)}", _(kinds.get(kind, N_("two")))"""
    assert set(spoken_inside(ast.parse(module))) == {"one", ("{n} day", "{n} days"), "two"}


def test_what_is_put_in_is_the_same(translated: Catalog) -> None:
    for message in translated:
        if not message.id:
            continue
        given = message.id if isinstance(message.id, str) else message.id[1]
        try:
            wanted = fields(given)
        except ValueError:
            continue  # a text with a brace that is nothing to put in
        for said in forms(message):
            assert fields(said) == wanted, (given, said)


def test_line_breaks_and_dots_stay(translated: Catalog) -> None:
    for message in translated:
        if not isinstance(message.id, str) or not message.id:
            continue
        for said in forms(message):
            assert message.id.endswith("…") == said.endswith("…"), (message.id, said)
            assert message.id.count("\n") == said.count("\n"), (message.id, said)
            assert bool(_ACCELERATOR.search(message.id)) == bool(_ACCELERATOR.search(said)), (
                message.id,
                said,
            )


def test_the_compiled_catalogue_is_that_of_the_words(language: str, translated: Catalog) -> None:
    assert place(language, "mo").read_bytes() == compiled(translated)


def test_plurals_have_all_their_forms(translated: Catalog) -> None:
    for message in translated:
        if isinstance(message.id, tuple):
            assert len(forms(message)) == translated.num_plurals


def test_a_language_can_be_chosen_and_left(language: str) -> None:
    try:
        i18n.choose(language)
        assert i18n.language() == language
        assert i18n._("Notes") != "Notes"
    finally:
        i18n.choose("en")
    assert i18n.language() == "en"
    assert i18n._("Notes") == "Notes"
