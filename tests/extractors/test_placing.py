import pytest
from names_of import read


def countries(text):
    return {m.text: m.country for m in read(text).mentions if m.kind == "place"}


def test_known_places_have_their_country():
    text = "Officials flew from Minsk to Hanoi by way of Moscow, and on to Japan, South Africa and Scotland."
    assert countries(text) == {
        "Minsk": "BY", "Hanoi": "VN", "Moscow": "RU", "Japan": "JP", "South Africa": "ZA", "Scotland": "GB",
    }  # fmt: skip


def test_the_text_tells_where_an_unknown_place_lies():
    found = countries("A storm hit the town of Galesburg, Illinois, on Monday. Galesburg was dark for hours.")
    assert found["Galesburg"] == "US"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The firm moved to San José, Costa Rica, in May.", "San José", "CR"),
        ("She was born in Birmingham, England, in 1961.", "Birmingham", "GB"),
        ("A fire broke out in Paris, Texas, on Friday.", "Paris", "US"),
        ("The plant in London, Ontario, will close. London voted on it.", "London", "CA"),
        ("He teaches in Cambridge, Massachusetts.", "Cambridge", "US"),
        ("Talks were held in Moscow, Ukraine and Belarus last year.", "Moscow", "RU"),
        ("Talks were held in Paris, Ukraine, Moldova and Belarus last year.", "Paris", "FR"),
    ],
)
def test_what_the_text_says_goes_before_the_lists_but_a_row_of_places_says_nothing(text, place, country):
    assert countries(text)[place] == country


def test_a_list_of_countries_tells_nothing():
    found = countries("Envoys of China, Japan and France met in Geneva on Monday, officials in Vienna said.")
    assert (found["China"], found["Japan"], found["Geneva"]) == ("CN", "JP", "CH")


def test_georgia_after_a_town_of_america_is_the_state():
    assert countries("The governor spoke in Atlanta, Georgia, on Tuesday.")["Georgia"] == "US"
    assert countries("The president of Georgia spoke in Tbilisi on Tuesday.")["Georgia"] == "GE"


def test_what_belongs_to_no_country_has_none():
    assert countries("Ships left the Black Sea for the Suez Canal and Europe.").get("Europe", "") == ""
