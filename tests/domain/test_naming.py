import pytest

from briefreader.domain.naming import SURE, family_key, pair_evidence, person_likeness, word_keys

ONE = [
    ("Angela Merkel", "Angela Merkel", "same words"),
    ("Mr. Keir Starmer", "Keir Starmer", "same words"),
    ("Kim Jong-un", "Kim Jong Un", "same words"),
    ("Tô Lâm", "To Lam", "diacritics"),
    ("Александр Лукашенко", "Aleksandr Lukashenko", "diacritics"),
    ("Xi Jinping", "Jinping Xi", "order"),
    ("STARMER, Keir", "Keir Starmer", "order"),
    ("Alexander Lukashenko", "Аляксандр Лукашэнка", "given name variant"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky", "given name variant"),
    ("Yuri Efimov", "Yury Yefimov", "transliteration"),
    ("Sergei Shoigu", "Sergey Shoygu", "transliteration"),
    ("Volfovich Aleksandr Grigorievich", "Alexander Volfovich", "patronymic"),
    ("Sergey Viktorovich Lavrov", "Sergei Lavrov", "patronymic"),
    ("Bill Gates", "William Gates", "given name variant"),
    ("Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi", "same words"),
    ("Muhammad bin Salman", "Mohammed bin Salman", "given name variant"),
    ("George Walker Bush", "George Bush", "middle name"),
    ("Olaf Schloz", "Olaf Scholz", "spelling"),
    ("J. Smith", "John Smith", "initials"),
    ("J. Smith", "John K. Smith", "initials"),
    ("Dmitry Ryzhenkov", "Dmitry Ryzhankou", "transliteration"),
    ("Pavel Kozlov", "Pavel Kazlou", "transliteration"),
    ("Bernard Sanders", "Bernie Sanders", "given name variant"),
    ("George H. Bush", "George H. W. Bush", "middle name"),
    ("Robert F. Kennedy Jr.", "Robert Kennedy Jr.", "middle name"),
    ("Sammy Davis Jr.", "Sammy Davis", "generation"),
    ("Sammy Davis Jr.", "Sammy Davis, Jr.", "same words"),
]
APART = [
    ("Alexander Lukashenko", "Alexander Yefimov"),
    ("Alexander Volfovich", "Alexander Lukashenko"),
    ("Neverovsky Alexander Viktorovich", "Alexander Lukashenko"),
    ("Alexander Volfovich", "Neverovsky Alexander Volfovich"),
    ("Alexander Yefimov", "Neverovsky Alexander Viktorovich"),
    ("Neverovsky Alexander Viktorovich", "Alexander Volfovich"),
    ("Muhammad bin Salman", "Salman bin Muhammad"),
    ("A. Clinton", "Hillary Clinton"),
    ("George Bush Sr.", "George Bush Jr."),
    ("George W. Bush", "George H. W. Bush"),
    ("John F. Smith", "John K. Smith"),
    ("J. R. Hartley", "J. K. Hartley"),
    ("Martin Luther King Jr.", "Martin Luther King Sr."),
    ("Henry Ford II", "Henry Ford III"),
    ("Malik Magomedovich Isaev", "Malik Ruslanovich Isaev"),
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("J. S.", "John Smith"),
    ("Lukashenko", "Alexander Lukashenko"),
    ("", "John Smith"),
]


@pytest.mark.parametrize(("left", "right", "rule"), ONE)
def test_one_person_by_rule(left, right, rule):
    likeness = person_likeness(left, right)
    assert (likeness.same, likeness.rule) == (True, rule)
    assert (likeness.score >= SURE) == (rule not in ("middle name", "generation", "initials", "spelling"))


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_people(left, right):
    assert not person_likeness(left, right).same
    assert not person_likeness(right, left).same


@pytest.mark.parametrize(("left", "right"), [each[:2] for each in ONE])
def test_either_may_stand_first(left, right):
    assert person_likeness(left, right) == person_likeness(right, left)


def test_chinese_characters_that_are_read_alike_are_not_sure():
    assert person_likeness("高石早苗", "高市早苗").score < 0.7
    assert person_likeness("贝拉克·奥巴马", "Barack Obama").rule in ("spelling", "different")


def test_slips_are_never_sure():
    for left, right in [
        ("Tim Cook", "Tim Cock"),
        ("Emanuel Macrone", "Emmanuel Macron"),
        ("Ana Silva", "Ena Silva"),
    ]:
        assert person_likeness(left, right).score < 0.7


def test_two_given_names_in_another_order_are_not_sure():
    assert person_likeness("Paul Simon", "Simon Paul").score < SURE


def test_family_keys_join_romanisations_only():
    assert family_key("Lukashenka") == family_key("Лукашенко")
    assert family_key("Yefimov") == family_key("Efimov")
    assert family_key("Yefimov") != family_key("Yefremov")


def test_names_that_are_surely_one_share_the_keys_of_their_words():
    for left, right in [
        ("Mohammed bin Rashid Al Maktoum", "Muhammad bin Rashid al-Maktum"),
        ("Volodymyr Zelenskyy", "Володимир Зеленський"),
        ("Dmitry Ryzhenkov", "Dmitry Ryzhankou"),
    ]:
        assert person_likeness(left, right).score >= SURE
        assert word_keys(left) == word_keys(right)


def test_only_a_belarusian_ending_makes_other_vowels_one():
    assert not person_likeness("Anton Orlov", "Anton Arlov").score >= SURE
    assert not person_likeness("Anton Petrau", "Anton Patrou").score >= SURE


def test_evidence_counts_wrong_letters():
    assert pair_evidence("Tim Cook", "Tim Cock")["wrong"] == 1
    assert pair_evidence("Olaf Schloz", "Olaf Scholz")["wrong"] == 1
