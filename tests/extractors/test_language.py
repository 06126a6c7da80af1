from __future__ import annotations

import pytest

from briefreader.domain.document import Document, Noise, lines
from briefreader.domain.errors import MissingPart
from briefreader.domain.text import Span
from briefreader.extractors import _language
from briefreader.extractors._masking import is_patronymic, is_vietnamese, masked


def document(text: str, *noise: Span) -> Document:
    return Document("x", text, lines(text), tuple(Noise("date line", span) for span in noise))


def people(text: str) -> list[str]:
    return [entity.text for entity in _language.parse(document(text)).ents if entity.label_ == "PERSON"]


def test_places_of_tokens_are_places_of_the_text():
    text = "HÀ NỘI — Chủ tịch 🇻🇳 Lương Tam Quang met Håkan Söderström.\n\nThey’d talked “at length”."
    doc = _language.parse(document(text))
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_names_that_the_model_breaks_are_read_as_people():
    assert "To Lam" in people("He met General Secretary To Lam on Monday. To Lam thanked him.")
    assert "Lê Quốc Hùng" in people("The talks were led by Deputy Minister Lê Quốc Hùng in May.")
    name = "Neverovsky Alexander Viktorovich"
    assert name in people(f"The talks were led by Deputy State Secretary {name} in May.")


def test_to_at_the_head_of_a_sentence_stays_a_word_unless_it_is_a_name_elsewhere():
    text = "To Lam Dong they went by train."
    assert masked(document(text)) == text


def test_a_family_name_on_ovich_is_no_patronymic_of_the_word_before():
    text = "The envoy of Belarus Alexander Volfovich came."
    assert masked(document(text)) == text


def test_masking_keeps_the_length_and_the_line_ends():
    text = " date 2025-12-06 Today\nTô Lâm\u2014Nguyễn Văn A\u0301n \n"
    read = masked(document(text, Span(0, 17)))
    assert len(read) == len(text)
    assert [i for i, c in enumerate(read) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert read.startswith(" " * 17 + "Today")


def test_noise_is_blank_to_the_parse():
    doc = _language.parse(document("date 2025-12-06 They left.", Span(0, 16)))
    assert [token.text for token in doc if not token.is_space] == ["They", "left", "."]
    assert next(token for token in doc if token.text == "They").idx == 16


def test_a_sentence_ends_with_its_line():
    doc = _language.parse(document("Belarus and Vietnam elevate their ties\nMinsk is connected with Hanoi."))
    assert [token.text for token in doc if token.is_sent_start] == ["Belarus", "Minsk"]


def test_a_broken_line_does_not_end_a_sentence():
    doc = _language.parse(document("The minister said on Monday that the\nagreement would be signed."))
    assert len(list(doc.sents)) == 1


def test_long_texts_are_parsed_in_pieces(monkeypatch):
    monkeypatch.setattr(_language, "PIECE", 200)
    text = "The minister said that talks would go on in Minsk.\n" * 20 + "word " * 200 + "x" * 500
    doc = _language.parse(document(text))
    assert doc.text == text
    assert len(list(doc.sents)) >= 20
    assert all(end - start <= 200 for start, end in _language._pieces(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u0301", "a", "\u200b\n"])
def test_next_to_nothing_parses(text):
    assert _language.parse(document(text)).text == text


def test_a_missing_model_is_said_with_what_to_do(monkeypatch):
    monkeypatch.setattr(_language, "MODEL", "no_such_model")
    _language.model.cache_clear()
    try:
        with pytest.raises(MissingPart, match="pip install"):
            _language.model()
    finally:
        _language.model.cache_clear()


def test_vietnamese_and_patronymic_shapes():
    assert is_vietnamese(["Lương", "Tam", "Quang"])
    assert is_vietnamese(["To", "Lam"])
    assert not is_vietnamese(["To", "Moscow"])
    assert not is_vietnamese(["To", "The"])
    assert is_patronymic("Grigorievich")
    assert is_patronymic("Petrovna")
    assert not is_patronymic("Grigory")
