import pytest

from briefreader.readers._language import language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "The two ministers signed a protocol on the safety of ships and said it was the first.",
        ),
        (
            "de",
            "Die Minister haben ein Protokoll unterzeichnet, und es ist nicht das erste von den beiden.",
        ),
        (
            "fr",
            "Les ministres ont signé un protocole sur la sécurité des navires, et ce n'est pas le premier.",
        ),
        (
            "vi",
            "Hai bộ trưởng đã ký nghị định thư và cho biết đây là văn kiện đầu tiên của hai nước trong năm.",
        ),
        (
            "ru",
            "Два министра подписали протокол о безопасности судов, и это первый такой документ в стране.",
        ),
        (
            "be",
            "Два міністры падпісалі пратакол аб бяспецы суднаў, і гэта першы такі дакумент, які ў краіне.",
        ),
        (
            "uk",
            "Два міністри підписали протокол про безпеку суден, і це перший такий документ, який є в країні.",
        ),
        (
            "zh",
            "两国部长周三在首都签署了一项关于海上安全的议定书，官员们说这是两国之间第一份这样的文件。" * 2,
        ),
        ("", "Too short to say."),
        ("", "3.78 3.00 3.38 1.2 4.5 6.7 8.9 10.11 12.13 14.15 16.17 18.19 20.21 22.23 24.25"),
    ],
)
def test_language(code: str, text: str) -> None:
    assert language(text) == code
