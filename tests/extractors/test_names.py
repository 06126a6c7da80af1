from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_of import named, read

from briefreader.domain.text import Span
from briefreader.extractors._names import ACRONYM, ALIAS, ALONE, FAMILY, GIVEN, SHORT, resolve


def by_text(text: str, name: str):
    return next(mention for mention in read(text).mentions if mention.text == name)


def entities(text: str, kind: str) -> dict[str, str]:
    return {mention.text: mention.entity for mention in read(text).mentions if mention.kind == kind}


# -- spans


def test_titles_and_possessives_are_outside_a_name():
    text = "Belarusian Foreign Minister Maksim Ryzhankov spoke. President Alexander Lukashenko's visit began."
    assert named(text, "person") == ["Maksim Ryzhankov", "Alexander Lukashenko"]


def test_a_rank_leaves_nothing_of_itself_behind():
    assert named("Lt. Gen. Mark Hertling spoke. Maj. Gen. Ivan Popov left.", "person") == [
        "Mark Hertling", "Ivan Popov",
    ]  # fmt: skip


def test_an_organisation_does_not_swallow_the_person_after_it():
    text = (
        "He met State Secretary of the Security Council of Belarus Aleksandr Grigorievich Volfovich in Hanoi."
    )
    assert named(text, "organisation") == ["Security Council of Belarus"]
    assert named(text, "person") == ["Aleksandr Grigorievich Volfovich"]


def test_a_possessing_country_is_a_place_of_its_own():
    text = "He told of his meetings with Vietnam’s Ministry of Public Security in Hanoi."
    assert named(text, "place")[:1] == ["Vietnam"]
    assert named(text, "organisation") == ["Ministry of Public Security"]


def test_offices_are_no_organisations():
    text = "The Secretary of State left. State Secretary Volfovich Aleksandr Grigorievich stayed."
    assert named(text, "organisation") == []


def test_a_number_in_an_order_is_no_name():
    assert named("The 75th anniversary of ties was marked.", "organisation") == []


def test_demonyms_are_no_places():
    assert named("Vietnamese and Belarusian delegations met with Russian officials.", "place") == []


def test_both_places_of_a_pair_are_found_and_the_partnership_is_no_body():
    text = "They will deepen the Việt Nam–Belarus Strategic Partnership."
    assert named(text, "place") == ["Việt Nam", "Belarus"]
    assert named(text, "organisation") == []


def test_a_city_named_after_a_person_is_a_place():
    assert "Ho Chi Minh City" in named("The talks were held in Ho Chi Minh City on Monday.", "place")


def test_noise_holds_no_mentions():
    text = "HANOI — Vietnam welcomed the guests."
    assert [m.text for m in read(text, noise="HANOI —").mentions] == ["Vietnam"]


def test_headlines_in_capitals_are_read_like_sentences():
    text = "JAPAN GET LUCKY WIN OVER CHINA IN CUP\nJapan beat China by two goals in the cup on Friday."
    assert {"JAPAN", "CHINA"} <= set(named(text, "place"))


# -- who is who


def test_short_forms_are_joined_to_the_name_in_full():
    text = "Alexander Volfovich came to Hanoi. Later Volfovich met Lương Tam Quang. Quang thanked him."
    volfovich, quang = by_text(text, "Volfovich"), by_text(text, "Quang")
    assert (volfovich.name, volfovich.rule) == ("Alexander Volfovich", FAMILY)
    assert (quang.name, quang.rule) == ("Lương Tam Quang", GIVEN)


def test_one_man_has_one_entity_in_all_documents():
    texts = (
        "State Secretary Alexander Volfovich spoke.",
        "State Secretary Aleksandr Grigorievich Volfovich spoke.",
        "State Secretary Volfovich Aleksandr Grigorievich spoke.",
    )
    keys = {by_text(text, text[16:-7]).entity for text in texts}
    assert keys == {"person:volfovich-aleksandr"}


def test_people_who_share_a_given_name_stay_apart():
    text = (
        "Alexander Volfovich, Alexander Lukashenko and Alexander Yefimov "
        "met Neverovsky Alexander Viktorovich. Then Alexander left."
    )
    found = entities(text, "person")
    assert len({found[name] for name in found if name != "Alexander"}) == 4
    assert found["Alexander"] not in {found[name] for name in found if name != "Alexander"}
    assert by_text(text, "Alexander").rule == ALONE


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("George W. Bush and his father, George H. W. Bush, spoke. Later George Bush left.", "George Bush"),
        (
            "Martin Luther King Jr. led the march. Martin Luther King Sr. preached. Martin King rested.",
            "Martin King",
        ),
        ("John F. Smith met John K. Smith in Leeds. On Friday John Smith left.", "John Smith"),
    ],
)
def test_initials_and_junior_tell_people_of_one_name_apart(text, either):
    found = entities(text, "person")
    assert len(set(found.values())) == 3
    assert by_text(text, either).name == either


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wang Yi met Wang Wentao in Beijing. On Friday Wang said that the talks went well.", "Wang"),
        ("Liu Xiaoming and Liu Jianchao came. Later Liu spoke to reporters.", "Liu"),
    ],
)
def test_a_chinese_family_name_stands_first_and_two_bearers_are_neither(text, name):
    assert by_text(text, name).rule == ALONE


def test_a_chinese_family_name_is_the_short_form():
    text = "Zhao Leji and Cai Qi opened the meeting. Later Zhao spoke."
    assert by_text(text, "Zhao").name == "Zhao Leji"


def test_a_family_name_that_is_an_english_word_belongs_to_the_name():
    text = "He Lifeng said that tariffs were too high. He will travel to Geneva, officials said."
    assert named(text, "person") == ["He Lifeng"]
    assert named("Vice Premier He Lifeng met Anna Keller. He said nothing.", "person")[0] == "He Lifeng"


def test_a_title_that_contradicts_the_office_is_of_somebody_else():
    text = "Minister Quang was informed. Nguyen Minh Quang, a lawyer in Da Nang, filed the suit."
    assert by_text(text, "Quang").name == "Quang"
    text = "Anna Keller, the foreign secretary, spoke in Oslo. President Keller did not speak."
    assert by_text(text, "Keller").name == "Keller"
    text = "Senator Anna Keller spoke. Later General Keller left."
    assert by_text(text, "Keller").name == "Anna Keller"


def test_a_form_of_address_tells_which_of_two_is_meant():
    text = "Bill Clinton and Hillary Clinton attended. Later Mrs Clinton spoke."
    assert by_text(text, "Clinton").name == "Hillary Clinton"
    assert by_text("Robert Keller came to Oslo. Later Mrs Keller spoke.", "Keller").name == "Keller"


@pytest.mark.parametrize(
    ("text", "alias", "name"),
    [
        (
            "Lai Ching-te said no. Lai, also known as William Lai, spoke in Taipei. Later Lai left.",
            "William Lai", "Lai Ching-te",
        ),
        ("Anna Keller, formerly known as Anna Berg, married. Keller left.", "Anna Berg", "Anna Keller"),
    ],
)  # fmt: skip
def test_another_name_that_the_text_gives_is_of_the_same_person(text, alias, name):
    found = entities(text, "person")
    assert len(set(found.values())) == 1
    assert (by_text(text, alias).name, by_text(text, alias).rule) == (name, ALIAS)


def test_a_known_acronym_is_told_to_be_one():
    text = "The Kuomintang met in Taipei. Later the KMT disagreed."
    assert by_text(text, "KMT").rule == ACRONYM


def test_two_names_with_and_between_them_are_two_people():
    found = entities("Robert F. Kennedy Jr. and Robert Kennedy were friends of the family.", "person")
    assert len(set(found.values())) == 2
    found = entities("Robert F. Kennedy Jr. came. Robert Kennedy Jr. spoke first, Kennedy said.", "person")
    assert len(set(found.values())) == 1


def test_people_who_share_a_family_name_stay_apart_and_the_bare_name_is_left_alone():
    text = "Bill Clinton and Hillary Clinton came to New York. Clinton said nothing."
    found = entities(text, "person")
    assert len(set(found.values())) == 3


def test_acronyms_and_short_forms_of_bodies_are_joined():
    text = (
        "The Ministry of Public Security (MPS) of the country met on Monday. MPS officials spoke. "
        "The Security Council of Belarus agreed, and the Security Council will report."
    )
    found = entities(text, "organisation")
    assert found["MPS"] == found["Ministry of Public Security"]
    assert by_text(text, "MPS").rule == ACRONYM
    assert found["Security Council"] == found["Security Council of Belarus"]
    assert by_text(text, "Security Council").rule == SHORT


def test_a_body_is_the_same_with_adjective_and_with_country():
    one = entities("The Belarusian Security Council met.", "organisation")
    other = entities("The Security Council of the Republic of Belarus met.", "organisation")
    assert set(one.values()) == set(other.values())


def test_a_place_is_the_same_in_every_spelling():
    text = "They flew from Hà Nội to Minsk and back to Hanoi, through Việt Nam and Vietnam."
    found = entities(text, "place")
    assert found["Hà Nội"] == found["Hanoi"] == "place:hanoi"
    assert found["Việt Nam"] == found["Vietnam"]


def test_a_family_name_alone_is_a_person_whatever_the_model_takes_it_for():
    text = "Ilham Aliyev met Nikol Pashinyan. Aliyev's adviser said that Aliyev and Pashinyan agreed."
    assert named(text, "person") == ["Ilham Aliyev", "Nikol Pashinyan", "Aliyev", "Aliyev", "Pashinyan"]


@pytest.mark.parametrize(
    "later", ["Volfovich left Hanoi.", "He thanked Volfovich.", "They met; Volfovich smiled."]
)
def test_a_family_name_that_stands_before_a_patronymic_is_the_short_form(later: str) -> None:
    text = f"Volfovich Aleksandr Grigorievich came. {later}"
    assert [m.name for m in read(text).mentions if m.kind == "person"] == [
        "Volfovich Aleksandr Grigorievich"
    ] * 2


def test_a_given_name_after_a_territory_starts_a_person():
    text = "He met Governor of Russia's Primorye Territory Oleg Kozhemyako in Minsk on 14 October."
    assert named(text, "person") == ["Oleg Kozhemyako"]


def test_long_known_names_are_whole():
    text = "The Organization for Security and Co-operation in Europe (OSCE) was silent."
    found = entities(text, "organisation")
    assert found["OSCE"] == found["Organization for Security and Co-operation in Europe"]


def test_vietnamese_names_have_one_key_with_and_without_marks():
    one = entities("Finance Minister Nguyen Van Thang spoke to the press.", "person")
    other = entities("Finance Minister Nguyễn Văn Thắng spoke to the press.", "person")
    assert set(one.values()) == set(other.values()) == {"person:nguyen-vanthang"}


# -- offices


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Belarusian Minister Maksim Ryzhankov spoke.", "Maksim Ryzhankov", "Belarusian Minister"),
        ("So said Yuri Gorlov, Belarus’s Minister of Food.", "Yuri Gorlov", "Belarus’s Minister of Food"),
        ("We met Comrade To Lam (Secretary of the Party).", "To Lam", "Secretary of the Party"),
        ("A visit of the Secretary of the Party, To Lâm, began.", "To Lâm", "Secretary of the Party"),
        ("He met Minister of Security General Lương Tam Quang.", "Lương Tam Quang", "Minister of Security"),
        ("Captain America and Black Widow met the actor Kevin Conroy.", "Kevin Conroy", "actor"),
        ("The plan was backed by the deputy prime minister and Anna Keller.", "Anna Keller", ""),
        ("Talks between the Kenyan defence minister and Anna Keller began.", "Anna Keller", ""),
    ],
)  # fmt: skip
def test_offices_beside_names(text, name, role):
    assert by_text(text, name).role == role


def test_an_office_is_kept_for_later_mentions():
    text = "Foreign Minister Maksim Ryzhankov came. Ryzhankov spoke."
    assert by_text(text, "Ryzhankov").role == "Foreign Minister"


STORY = (
    "Belarusian President Alexander Lukashenko received General Secretary of the Communist Party "
    "of Vietnam To Lam. State Secretary of the Security Council of Belarus Alexander Volfovich and "
    "Deputy State Secretary Neverovsky Alexander Viktorovich took part."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Secretary of State", "Alexander Volfovich"),
        ("the General Secretary", "To Lam"),
        ("the Vietnamese leader", "To Lam"),
        ("The Belarusian leader", "Alexander Lukashenko"),
        ("the president", "Alexander Lukashenko"),
        ("Deputy State Secretary", "Neverovsky Alexander Viktorovich"),
        ("Volfovich", "Alexander Volfovich"),
    ],
)
def test_offices_stand_for_people(words, name):
    found = resolve(read(STORY), words)
    assert found is not None
    assert found.name == name


def test_an_office_that_nobody_holds_stands_for_nobody():
    assert resolve(read(STORY), "the ambassador") is None
    assert resolve(read(STORY), "the weather") is None


def test_a_span_with_a_name_gives_that_mention():
    reading = read(STORY)
    place = STORY.index("Alexander Volfovich")
    found = resolve(reading, Span(place - 10, place + 19))
    assert found is not None
    assert found.span.start == place


# -- whatever comes


def test_mentions_pickle_and_lie_in_the_text():
    reading = read(STORY)
    again = pickle.loads(pickle.dumps(reading.mentions))
    assert again == reading.mentions
    assert all(mention.span.of(STORY) == mention.text for mention in reading.mentions)


WORDS = [
    "To", "Lam", "Alexander", "of", "Belarus", "’s", "(", ")", "-", "\n", "Ministry", "the", ",",
    "Grigorievich", "HÀ NỘI", "–", "president", "said", ".", "U.S.", "🇻🇳", "Аляксандр", "\u0301",
    "Party", "“", "region",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            WORDS
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_text_breaks_the_rules(words):
    text = " ".join(words)
    found = read(text).mentions
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_join_shows_the_name_that_it_was_made_through():
    text = "The Ministry of Public Security (MPS) met. Alexander Volfovich spoke. Volfovich praised the MPS."
    mentions = read(text).mentions
    through = {m.text: m.evidence.of(text) if m.evidence else None for m in mentions}
    assert through == {
        "Ministry of Public Security": None, "MPS": "Ministry of Public Security",
        "Alexander Volfovich": None, "Volfovich": "Alexander Volfovich",
    }  # fmt: skip


def test_a_family_name_with_particles_is_joined_to_the_name_in_full():
    text = "Ursula von der Leyen spoke in Paris. Later von der Leyen met John Kerry. Kerry agreed."
    found = {m.text: m.entity for m in read(text).mentions if m.kind == "person"}
    assert found["von der Leyen"] == found["Ursula von der Leyen"]
    assert found["Kerry"] == found["John Kerry"]


def test_excellencies_are_no_part_of_a_name_and_do_not_make_two_people_one():
    text = (
        "H.E. Saif bin Rashid Al Nuwais met H.E. Hamad bin Rashid Al Nuwais in Dubai. H.E. Al Nuwais spoke."
    )
    people = [(m.text, m.entity) for m in read(text).mentions if m.kind == "person"]
    assert [said for said, _ in people] == [
        "Saif bin Rashid Al Nuwais", "Hamad bin Rashid Al Nuwais", "Al Nuwais",
    ]  # fmt: skip
    assert len({entity for _, entity in people}) == 3


def test_a_chinese_family_name_alone_is_the_person_though_the_given_name_is_well_known():
    text = "Xi Jinping arrived in Hanoi on Monday. Xi left on Tuesday."
    assert entities(text, "person")["Xi"] == entities(text, "person")["Xi Jinping"]
    assert entities(text, "organisation") == {}
