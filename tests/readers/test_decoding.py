import pytest

from briefreader.domain.errors import ReadError
from briefreader.readers._decoding import decode

TEXT = "Đầu đề dài\n\n" + "The minister met the delegation in Hà Nội. " * 20
FRENCH = "L’été, à Genève, où l’on a dîné près du château, déjà — £5. " * 10
RUSSIAN = "Стороны подписали два документа о сотрудничестве. " * 12


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_needs_no_warning(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt").text == TEXT
    assert decode(TEXT.encode(encoding), "a.txt").warnings == ()


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251")])
def test_old_code_pages_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


def test_a_few_broken_bytes_do_not_make_it_another_encoding() -> None:
    decoded = decode(TEXT.encode() + b"\xe1\xba\xff\xc0\xaf", "a.txt")
    assert decoded.text.startswith(TEXT) and "\ufffd" in decoded.text
    assert len(decoded.warnings) == 1


def test_zero_bytes_are_taken_out_and_told() -> None:
    decoded = decode(b"Head\x00line and more of the text", "a.txt")
    assert decoded.text == "Headline and more of the text" and len(decoded.warnings) == 1


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "is empty"),
        (b" \n\xc2\xa0\t", "holds no text"),
        (bytes(range(128, 256)) * 50 + bytes(32) * 200, "does not hold text"),
        (b"%PDF-1.4 ...", "is a PDF file"),
        (b"PK\x03\x04....", "is a ZIP file"),
    ],
)
def test_what_is_no_text_is_one_sentence(raw: bytes, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(raw, "folder/odd.txt")
    assert says in caught.value.message and "“odd.txt”" in caught.value.message


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefreader.readers._decoding.MAX_TEXT", 100)
    with pytest.raises(ReadError, match="longer than 20 million"):
        decode(b"word " * 50, "a.txt")
    monkeypatch.setattr("briefreader.readers._decoding.MAX_FILE", 100)
    with pytest.raises(ReadError, match="larger than 100 MB"):
        decode(b"word " * 50, "a.txt")
