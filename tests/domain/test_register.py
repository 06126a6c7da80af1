from __future__ import annotations

from briefreader.domain.register import Entity, Place, Register
from briefreader.domain.text import Span


def test_a_mention_leads_to_its_bearer() -> None:
    here, there = Place("a", Span(0, 4)), Place("b", Span(9, 12))
    lam = Entity("person:lam", "person", "To Lam", mentions=(here, there, Place("a", Span(7, 9))))
    register = Register([lam, Entity("place:minsk", "place", "Minsk")])
    assert register.at("a", Span(0, 4)) is lam
    assert register.at("a", Span(0, 5)) is None
    assert register.entity("person:lam") is lam
    assert register.entity("nobody") is None
    assert [each.name for each in register.of_kind("place")] == ["Minsk"]
    assert lam.documents == ("a", "b")
