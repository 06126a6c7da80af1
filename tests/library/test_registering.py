"""The register: who is who over all documents, with the reason, and as a person decided."""

from __future__ import annotations

from briefreader.domain.decision import Decision, Passage
from briefreader.domain.register import Apart, Entity, Register
from briefreader.domain.text import Anchor
from briefreader.library.deciding import merge, never, rename, spelling, split_variant
from briefreader.library.registering import RULES
from library.told_of import article, seeds, survey_of


def named(register: Register, name: str) -> Entity:
    (found,) = [each for each in register.entities if name in {v.text for v in each.variants}]
    return found


def people(register: Register) -> set[str]:
    return {each.name for each in register.of_kind("person")}


def of_seeds(*decisions: Decision) -> Register:
    return survey_of(*seeds(), decisions=decisions).register


def test_three_spellings_of_one_man_are_one_with_the_reason() -> None:
    volfovich = named(of_seeds(), "Alexander Volfovich")
    texts = {each.text: each.rule for each in volfovich.variants}
    assert {"Aleksandr Grigorievich Volfovich", "Volfovich Aleksandr Grigorievich", "Volfovich"} <= set(texts)
    assert texts["Alexander Volfovich"] == ""
    assert all(rule for text, rule in texts.items() if text != "Alexander Volfovich")
    assert [each.title for each in volfovich.offices] == [
        "State Secretary of the Security Council of Belarus"
    ]
    assert (volfovich.offices[0].since, volfovich.offices[0].until) == ("2025-12-01", "2025-12-06")


def test_the_four_alexanders_stay_apart() -> None:
    assert {
        "Alexander Volfovich", "Alexander Lukashenko", "Alexander Yefimov",
        "Neverovsky Alexander Viktorovich",
    } <= people(of_seeds())  # fmt: skip


def test_accents_and_short_forms_are_joined() -> None:
    register = of_seeds()
    assert named(register, "To Lâm") is named(register, "To Lam")
    assert named(register, "To Lam") is named(register, "Lam")
    assert named(register, "Quang").name == "Lương Tam Quang"
    assert named(register, "MPS") is named(register, "Ministry of Public Security of Vietnam")
    assert named(register, "Hà Nội") is named(register, "Hanoi")
    assert named(register, "Việt Nam").name == "Vietnam"


def test_a_body_without_its_country_is_the_one_with_it_if_only_one_can_be_meant() -> None:
    register = of_seeds()
    assert named(register, "Communist Party") is named(register, "Communist Party of Vietnam")


def test_a_family_name_alone_is_joined_only_where_one_bearer_can_be_meant() -> None:
    full = article("a", "Anna Keller met Omar Haddad in Oslo. Keller spoke first.")
    alone = article("b", "Keller told reporters on Friday that Omar Haddad was late.")
    register = survey_of(full, alone).register
    assert len(named(register, "Keller").documents) == 2
    other = article("c", "Otto Keller met Omar Haddad in Bonn.")
    register = survey_of(full, alone, other).register
    assert {each.name for each in register.of_kind("person") if "Keller" in each.name} == {
        "Anna Keller", "Otto Keller", "Keller",
    }  # fmt: skip


def test_initials_and_junior_keep_people_of_different_articles_apart() -> None:
    texts = (
        "George W. Bush opened the library in Dallas.",
        "George H. W. Bush opened the port in Houston.",
        "George W. Bush and his father, George H. W. Bush, met Omar Haddad.",
        "Sammy Davis Jr. sang in Las Vegas.",
        "Sammy Davis Sr. danced in Las Vegas.",
    )
    register = survey_of(*(article(f"i{n}", text) for n, text in enumerate(texts))).register
    assert named(register, "George W. Bush").documents == ("i0", "i2")
    assert named(register, "George H. W. Bush").documents == ("i1", "i2")
    assert named(register, "Sammy Davis Jr.").documents == ("i3",)
    office = [
        article("j0", "President George W. Bush spoke in Dallas."),
        article("j1", "President George H. W. Bush spoke in Houston."),
        article("j2", "President George Bush spoke in Boston."),
    ]
    register = survey_of(*office).register
    assert named(register, "George W. Bush") is not named(register, "George H. W. Bush")


def test_all_spellings_of_a_bearer_are_compared() -> None:
    texts = (
        "Volodymyr Zelenskyy flew to Ankara.",
        "Vladimir Zelensky arrived in Ankara. Vladimir Zelensky left.",
        "Erdogan said that a truce was close. Володимир Зеленський thanked NATO.",
        "Mohammed bin Rashid Al Maktoum sent congratulations.",
        "Muhammad bin Rashid al-Maktum was present.",
        "Lai Ching-te spoke. Lai, also known as William Lai, left Taipei.",
        "William Lai cut short a trip to Hualien.",
    )
    register = survey_of(*(article(f"s{n}", text) for n, text in enumerate(texts))).register
    assert len(named(register, "Володимир Зеленський").documents) == 3
    assert len(named(register, "Mohammed bin Rashid Al Maktoum").documents) == 2
    assert named(register, "Lai Ching-te").documents == ("s5", "s6")


def test_the_reason_is_that_of_the_register_where_it_joined_a_short_name() -> None:
    full = article("r0", "Anna Keller met Omar Haddad in Oslo.")
    alone = article("r1", "Keller spoke on Friday. Later Keller told Omar Haddad that Keller was late.")
    found = named(survey_of(full, alone).register, "Anna Keller")
    reason = next(each for each in found.variants if each.text == "Keller")
    assert (reason.rule, reason.joined) == (RULES["only"], "Anna Keller")


def made(edits: object) -> Decision:
    ((edit,),) = (edits,)  # type: ignore[misc]
    assert isinstance(edit.after, Decision)
    return edit.after


def test_merging_renaming_and_never() -> None:
    register = of_seeds()
    yefimov, gorlov = named(register, "Alexander Yefimov"), named(register, "Yuri Gorlov")
    joined = made(merge([yefimov, gorlov]))
    one = named(of_seeds(joined), "Yuri Gorlov")
    assert one is named(of_seeds(joined), "Alexander Yefimov") or one.id in {yefimov.id, gorlov.id}
    assert len(one.mentions) == len(yefimov.mentions) + len(gorlov.mentions)
    assert one.decided
    called = made(rename(yefimov, "A. Yefimov"))
    assert "A. Yefimov" in people(of_seeds(called))


def test_never_keeps_apart_what_rules_would_join() -> None:
    one = article("a", "Alexander Orlov met Omar Haddad in Oslo.")
    other = article("b", "Aleksandr Petrovich Orlov met Omar Haddad in Bonn.")
    register = survey_of(one, other).register
    orlov = named(register, "Alexander Orlov")
    assert len(orlov.documents) == 2
    first, second = (
        Entity(str(n), "person", name)
        for n, name in enumerate(("Alexander Orlov", "Aleksandr Petrovich Orlov"))
    )
    apart = survey_of(one, other, decisions=[made(never([first, second]))]).register
    assert named(apart, "Alexander Orlov").documents == ("a",)
    split = survey_of(
        one,
        other,
        decisions=[made(split_variant(orlov, next(v for v in orlov.variants if "Petrovich" in v.text)))],
    ).register
    assert named(split, "Aleksandr Petrovich Orlov").documents == ("b",)
    assert named(split, "Aleksandr Petrovich Orlov").decided


def test_never_holds_after_a_renaming_and_is_told_by_the_register() -> None:
    one = article("a", "Irina Maslova met Omar Haddad in Oslo.")
    other = article("b", "Irina Petrovna Maslova met Omar Haddad in Bonn.")
    called = made(rename(named(survey_of(one).register, "Irina Maslova"), "The first Maslova"))
    first = named(survey_of(one, decisions=[called]).register, "Irina Maslova")
    decision = made(never([first, named(survey_of(other).register, "Irina Petrovna Maslova")]))
    register = survey_of(one, other, decisions=[called, decision]).register
    first, second = named(register, "Irina Maslova"), named(register, "Irina Petrovna Maslova")
    assert first is not second
    assert first.apart == (Apart(second.name, second.id, decision.id),)
    assert second.apart == (Apart("The first Maslova", first.id, decision.id),)
    assert second.decided
    assert named(register, "Oslo").apart == ()


def test_never_keeps_the_spellings_of_each_bearer_together() -> None:
    texts = (
        "Irina Maslova came.",
        "Irina Petrovna Maslova came.",
        "Iryna Maslova left.",
        "Omar Haddad left.",
    )
    articles = [article(f"m{n}", text) for n, text in enumerate(texts)]
    register = survey_of(*articles).register
    maslova = named(register, "Irina Maslova")
    assert len(maslova.documents) == 3
    decision = made(never([maslova, named(register, "Omar Haddad")]))
    assert len(named(survey_of(*articles, decisions=[decision]).register, "Irina Maslova").documents) == 3


def test_whom_the_corpus_no_longer_names_is_told_by_a_spelling() -> None:
    decision = Decision("n", "never", "person", names=("irina maslova", "otto keller"), revision=1)
    register = survey_of(article("m0", "Irina Maslova came."), decisions=[decision]).register
    assert named(register, "Irina Maslova").apart == (Apart("otto keller", "", "n"),)


def test_one_mention_is_set_apart_by_its_passage() -> None:
    register = of_seeds()
    lam = named(register, "To Lam")
    place = lam.mentions[0]
    text = next(each.document.text for each in seeds() if each.document.id == place.document)
    passage = Passage(place.document, Anchor.on(text, place.span))
    split = Decision("s", "split", "person", (passage,), values={"name": "Another Lam"}, revision=1)
    again = of_seeds(split)
    other = again.at(place.document, place.span)
    assert other is not None
    assert (other.name, len(other.mentions)) == ("Another Lam", 1)
    assert len(named(again, "To Lâm").mentions) == len(lam.mentions) - 1


def test_spellings_are_known_without_case_and_accents() -> None:
    assert spelling("  Tô  LÂM ") == "to lam"
