import pytest
from names_of import named

from briefreader.extractors._cutting import stands_for


def test_the_head_of_an_office_is_no_part_of_the_person():
    text = "Secretary of State Antony Blinken met House Speaker Nancy Pelosi in Rome on Friday."
    assert named(text, "person") == ["Antony Blinken", "Nancy Pelosi"]
    assert "State Antony Blinken" not in named(text, "organisation")


def test_abbreviated_offices_are_no_bodies():
    assert "MP" not in named("Rachel Reeves, MP for Leeds West, spoke to the BBC.", "organisation")


def test_partisans_are_no_people_with_a_name():
    assert named("Republicans and Democrats are divided, Joe Biden said.", "person") == ["Joe Biden"]


def test_figures_of_a_table_are_no_part_of_a_club():
    text = "Standings (played, won, drawn, lost, points):\nLiverpool 14 8 4 2 28\nEverton 14 7 4 3 25"
    assert named(text, "organisation") == ["Liverpool", "Everton"]


def test_the_town_of_a_date_line_is_a_place():
    text = "PERTH, Australia - Australia reached 320 for four against Sri Lanka on Friday."
    assert named(text, "place") == ["PERTH", "Australia", "Australia", "Sri Lanka"]


def test_a_court_is_a_body():
    assert named("The U.S. Supreme Court declined to hear Exxon Mobil.", "organisation") == [
        "U.S. Supreme Court", "Exxon Mobil",
    ]  # fmt: skip


def test_a_short_name_in_brackets_is_a_body_wherever_it_stands():
    text = "The Ministry of Public Security (MPS) met on Monday. Later MPS officials spoke."
    assert named(text, "organisation") == ["Ministry of Public Security", "MPS", "MPS"]


@pytest.mark.parametrize(
    ("short", "name", "holds"),
    [
        ("MPS", "Ministry of Public Security", True), ("MPS", "Ministry of Health", False),
        ("UNHCR", "UN High Commissioner for Refugees", False), ("IMF", "International Monetary Fund", True),
        ("NPC", "National Petroleum Company", True), ("PNC", "National Petroleum Company", False),
    ],
)  # fmt: skip
def test_letters_stand_for_words(short, name, holds):
    assert stands_for(short, name.split()) is holds


def test_the_word_that_opens_a_sentence_is_no_part_of_a_name():
    text = "Ivan Orlov came to Rome. Later Orlov met the pope. But Orlov said nothing."
    assert named(text, "person") == ["Ivan Orlov", "Orlov", "Orlov"]


def test_what_is_taught_is_no_place():
    assert named("Scientology has offices in Berlin.", "place") == ["Berlin"]


def test_an_administration_is_named_for_a_person():
    assert "Biden" in named("The Biden administration sent aid to Ukraine on Monday.", "person")


def test_the_country_before_an_office_is_a_place():
    text = "Richard Marles met U.S. Defense Secretary Lloyd Austin in Singapore."
    assert named(text, "place") == ["U.S.", "Singapore"]
    assert named(text, "person") == ["Richard Marles", "Lloyd Austin"]


def test_a_district_is_one_name():
    assert named("The governor of Leningrad Oblast came to Minsk.", "place") == ["Leningrad Oblast", "Minsk"]


def test_the_day_before_a_name_is_no_part_of_it():
    text = "Ivan Orlov came to Rome. On Friday Orlov met the pope. April Jones was there."
    assert named(text, "person") == ["Ivan Orlov", "Orlov", "April Jones"]
