from __future__ import annotations

import pytest

from briefreader.domain.naming import family_key, romanised
from briefreader.extractors._joining import (
    compatible,
    initials,
    is_family_first,
    is_slip,
    name_parts,
    organisation_key,
    person_key,
    place_entity,
    short_forms,
)
from briefreader.extractors._roles import fits, same_office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexander Volfovich", "Aleksandr Grigorievich Volfovich"),
        ("Alexander Volfovich", "Volfovich Aleksandr Grigorievich"),
        ("Alexander Lukashenko", "Аляксандр Лукашенко"),
        ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
        ("To Lam", "Tô Lâm"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Yuri Gorlov", "Gorlov Yury"),
        ("Maxim Ryzhenkov", "Maksim Ryzhenkov"),
        ("John F. Kennedy", "John Kennedy"),
        ("Alexander Yefimov", "Aleksandr Efimov"),
    ],
)
def test_spellings_of_one_person_have_one_key(one, other):
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexander Volfovich", "Alexander Lukashenko"),
        ("Alexander Lukashenko", "Viktor Lukashenko"),
        ("To Lam", "To Huy Rua"),
        ("Nguyễn Phú Trọng", "Nguyễn Xuân Phúc"),
        ("Bill Clinton", "Hillary Clinton"),
    ],
)
def test_two_people_have_two_keys(one, other):
    assert person_key(one) != person_key(other)
    assert not compatible(one, other)


def test_initials_of_given_names_are_compatible():
    assert compatible("A. Volfovich", "Alexander Volfovich")
    assert not compatible("B. Volfovich", "Alexander Volfovich")


def test_one_letter_in_a_long_family_name_is_a_spelling():
    assert compatible("Maksim Ryzhankov", "Maxim Ryzhenkov")
    assert not compatible("Ivan Petrov", "Ivan Retrov")


def test_short_forms_of_vietnamese_names_are_given_names():
    assert "quang" in short_forms("Lương Tam Quang")[0]
    assert "volfovich" in {family_key("Volfovich")} & short_forms("Alexander Volfovich")[0]


def test_keys_of_bodies_and_places():
    assert organisation_key("Belarusian Security Council") == organisation_key("Security Council of Belarus")
    assert organisation_key("UN") == organisation_key("United Nations")
    assert organisation_key("Ministry of Culture") != organisation_key("Ministry of Defence")
    assert place_entity("the Republic of Belarus") == place_entity("Belarus")
    assert initials("Ministry of Public Security") == "MPS"
    assert romanised("Лукашенко") == "lukashenko"


def test_offices_that_fit():
    assert same_office("Secretary of State", "State Secretary of the Security Council of Belarus")
    assert fits("the minister", "Vietnamese Minister of Public Security")
    assert not fits("the minister", "Deputy Minister")
    assert fits("Deputy Minister", "Deputy Minister")
    assert fits("the Belarusian leader", "Belarusian President")
    assert not fits("the Vietnamese leader", "Belarusian President")
    assert not fits("the delegation", "Belarusian President")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "the United States"), ("America", "United States of America"), ("Britain", "U.K."),
        ("State of Texas", "Texas"), ("Ky.", "Kentucky"), ("American", "United States"), ("Burma", "Myanmar"),
    ],
)  # fmt: skip
def test_places_have_one_key_under_all_their_names(one, other):
    assert place_entity(one) == place_entity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.N. Security Council", "United Nations Security Council"), ("Airbus S.A.S.", "Airbus SAS"),
        ("Defence Ministry of France", "French Ministry of Defense"), ("Volkswagen Group", "Volkswagen"),
        ("Ministry of Foreign Affairs of China", "Chinese Foreign Ministry"),
        ("WHO", "World Health Organisation"),
    ],
)  # fmt: skip
def test_bodies_have_one_key_under_their_full_names(one, other):
    assert organisation_key(one) == organisation_key(other)


def test_chinese_and_korean_names_have_the_family_first():
    assert name_parts("Yoon Suk Yeol")[0] == family_key("Yoon")
    assert person_key("Kim Jong-un") == person_key("Kim Jong Un")
    assert person_key("Xi Jinping") == person_key("Jinping Xi")
    assert name_parts("Lee Harvey Oswald")[0] == "osvald"
    assert short_forms("Wang Wentao") == ({family_key("Wang")}, {"wentao"})
    assert name_parts("Chen Harper")[0] == "harper"
    assert name_parts("Ma Ethan")[0] == "ma"
    assert name_parts("Sun Clark")[0] == "clark"


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        ("Buchtmann", "Bauchtmann", True), ("Maurer", "Mauer", False), ("Petrova", "Petrov", False),
        ("Volfovich", "Wolfovich", False), ("Tedeschi", "Tedesci", True),
    ],
)  # fmt: skip
def test_slips_of_one_letter(one, other, holds):
    assert is_slip(one, other) is holds


def test_the_family_name_stands_first_where_both_are_chinese():
    assert is_family_first(["Xi", "Jinping"]) and is_family_first(["Wang", "Wentao"])
    assert not is_family_first(["Tan", "Anna"]) and not is_family_first(["Anna", "Berg"])
