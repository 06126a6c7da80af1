from __future__ import annotations

from briefreader.domain.document import Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.library.origins import credit, fingerprint, origins, publisher, resemblance

REPORT = (
    "Norway and Kenya signed a treaty on fishing in Oslo on Tuesday, after two years of talks that had been "
    "broken off twice over the size of the zones in which boats of the other side may work without a licence."
)


def document(id: str, text: str, outlet: str = "", agency: str = "") -> Document:
    noise = ()
    if agency:
        start = len(text) + 1
        text = f"{text} — {agency}"
        noise = (Noise("agency", Span(start, len(text))),)
    return Document(id, text, lines(text), noise, outlet=outlet)


def test_copies_have_the_origin_of_the_first() -> None:
    found = origins(
        [document("a", REPORT, "The Post"), document("b", REPORT + " It rained.", "The Times"),
         document("c", "Something else altogether happened in Bergen.", "The Times")]
    )  # fmt: skip
    assert found == {"a": "publisher:the post", "b": "publisher:the post", "c": "publisher:the times"}


def test_an_agency_stands_behind_all_that_credit_it() -> None:
    one, other = document("a", REPORT, "The Post", "VNA/VNS"), document("b", "Quite another text.", "VNA")
    assert credit(one) == "vna"
    assert publisher(one) == publisher(other) == "publisher:vna"


def test_a_text_without_outlet_stands_for_itself() -> None:
    assert origins([document("a", REPORT), document("b", "Another.")]) == {"a": "a", "b": "b"}


def test_resemblance_is_one_for_the_same_and_none_for_others() -> None:
    one = fingerprint(document("a", REPORT))
    assert resemblance(one, one) == 1
    assert resemblance(one, fingerprint(document("b", "Rain fell on all of the hills around the town."))) == 0
    assert resemblance((), ()) == 0
