import pytest

from briefreader.domain.spelling import aligned, evidence, romanised, sounds, spelling_likeness


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lukashenko", "Lukashenka"), ("Müller", "Mueller"), ("Schwarz", "Schwartz"), ("Vlasov", "Wlassow"),
        ("Tchaikovsky", "Chaikovskij"), ("Zhukov", "Žukov"), ("Philippa", "Filipa"), ("Erdoğan", "Erdogan"),
        ("Mohammed", "Muhammad"), ("Hussein", "Husain"), ("Katherine", "Catharine"), ("Nikolai", "Nikolay"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings(left, right):
    assert spelling_likeness(left, right).same
    assert spelling_likeness(right, left) == spelling_likeness(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Carter", "Cartwright"), ("Martin", "Martinez"), ("Kosenko", "Timoshenko"), ("Baker", "Becket"),
        ("Kaminosato", "Terunoumi"), ("Smith", "Jones"), ("Lavrov", "Petrov"), ("Helm", "Schmidt"),
    ],
)  # fmt: skip
def test_two_names(left, right):
    likeness = spelling_likeness(left, right)
    assert (likeness.same, likeness.rule) == (False, "different")


def test_rules():
    assert spelling_likeness("Lam", "lam").rule == "same words"
    assert spelling_likeness("Lâm", "Lam").rule == "diacritics"
    assert spelling_likeness("Лавров", "Lavrov").rule == "diacritics"


def test_alignment_sets_like_letters_side_by_side():
    assert [(a, b) for a, b, _ in aligned("kava", "cahva")] == [
        ("k", "c"), ("a", "a"), ("", "h"), ("v", "v"), ("a", "a"),
    ]  # fmt: skip


def test_evidence_names_what_differs():
    told = evidence("Vlasov", "Wlasov")
    assert told["^v/w"] == 1
    assert told["same end"] == pytest.approx(5 / 6)
    assert evidence("", "Wlasov")["letters"] == 0.6


def test_sounds_and_romanisation():
    assert sounds("schwartz") == sounds("shvarts")
    assert romanised("Đà Nẵng") == "da nang"
    assert romanised("Αθήνα") == "athina"
