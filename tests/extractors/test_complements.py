from __future__ import annotations

import pytest

from extractors.quotes_of import only, quotes_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Keller told The Post newspaper he would not vote for it.", "he would not vote for it"),
        (
            "Anna Keller said she was not ready to endorse him, a remarkable rebuke from the party.",
            "she was not ready to endorse him",
        ),
        (
            "Anna Keller argued that the city was too big, while in Ohio she told voters it was not.",
            "the city was too big",
        ),
        ("Anna Keller has since called the old vote a mistake.", "the old vote a mistake"),
        ("Anna Keller denied any involvement in the theft.", "any involvement in the theft"),
        ("Anna Keller acknowledged having met with the envoy twice.", "having met with the envoy twice"),
        ("Anna Keller herself, asked about the letter, said she knew nothing.", "she knew nothing"),
        ("Anna Keller called on Congress to raise the wage.", "to raise the wage"),
        ("Anna Keller questioned whether he was fit for the post.", "whether he was fit for the post"),
        ("Anna Keller said in a letter that he was in good health.", "he was in good health"),
        ("Anna Keller said earlier that the trip was private.", "the trip was private"),
        ("Anna Keller made clear that she would not be bullied.", "she would not be bullied"),
        ("Anna Keller was quoted as saying that the troops would leave.", "the troops would leave"),
        ("Anna Keller is expected to say on Friday that the strikes go on.", "the strikes go on"),
        (
            "The tariffs, a move that Anna Keller said would hurt farmers, take effect in June.",
            "would hurt farmers",
        ),
        (
            "Anna Keller has said she would close the plant and has suggested selling it.",
            "she would close the plant",
        ),
    ],
)
def test_what_a_verb_reports(text, said):
    found = quotes_of(text)
    assert said in [each.text for each in found]
    assert {each.name for each in found} == {"Anna Keller"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A recent poll found 52 percent of voters favor the plan.", "52 percent of voters favor the plan"),
        ("Polls show Anna Keller leading by two points.", "Anna Keller leading by two points"),
        ("The report found that the pilots had erred.", "the pilots had erred"),
    ],
)
def test_what_texts_find(text, said):
    assert only(text).text == said


def test_people_find_things_without_saying_so():
    assert quotes_of("The police found the man was dead.") == []


def test_who_is_brought_to_say_something_says_it():
    said = only("That prompted Anna Keller to respond, “That is a lie.”")
    assert (said.text, said.name) == ("That is a lie.", "Anna Keller")


def test_what_is_denied_without_a_word():
    assert quotes_of("Anna Keller denied the two students visas.") == []


def test_who_is_encouraged_to_say_something_does_not_say_it():
    assert quotes_of("People were encouraged to suggest what the flag should mean.") == []


def test_words_in_marks_behind_a_clause_without_any():
    said = only("Anna Keller told the court that, over five months, “the child's health was failing.”")
    assert (said.text, said.kind) == ("over five months, “the child's health was failing.”", "mixed")


def test_who_asks_for_something_for_themselves():
    assert quotes_of("Anna Keller, who asked not to be named, left the hall.") == []
    assert only("Anna Keller asked Peter Brandt to leave the hall.").text == "to leave the hall"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Anna Keller paid tribute to “a friend of the town”.", "a friend of the town", "direct"),
        ("Anna Keller spoke of “years of neglect”.", "years of neglect", "direct"),
        ("Anna Keller talked about a “better plan”.", "a “better plan”", "mixed"),
        ("Anna Keller has complained of “endless delays” at the border.", "endless delays", "direct"),
        ("Anna Keller hailed “a proud day for the town”.", "a proud day for the town", "direct"),
        ("Anna Keller praised the “patience” of the farmers.", "the “patience” of the farmers", "mixed"),
        ("Anna Keller thanked “our tireless nurses”.", "our tireless nurses", "direct"),
        ("Anna Keller denounced “nonsense”.", "nonsense", "direct"),
        ("Anna Keller referred to the ruling as “odd”.", "odd", "direct"),
        ("Anna Keller blamed the firm for “cutting corners”.", "cutting corners", "direct"),
    ],
)
def test_what_counts_in_marks_only(text, words, kind):
    said = only(text)
    assert (said.text, said.kind, said.name) == (words, kind, "Anna Keller")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keller praised “Harbours”.",
        "Anna Keller thanked “The Long Winter”.",
        "Anna Keller spoke to “Der Morgen”.",
        "Anna Keller spoke of years of neglect.",
        "The talks spoke of “a new era”.",
        "Anna Keller put the blame on the farmers.",
    ],
)
def test_titles_and_unmarked_objects_are_not_said(text):
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Keller urged “some neighbours” to wait.", "“some neighbours” to wait"),
        ("Anna Keller called on “some neighbours” to wait.", "“some neighbours” to wait"),
        ("Anna Keller urged the neighbours to wait.", "to wait"),
        ("Anna Keller held that the vote had been “unfair”.", "the vote had been “unfair”"),
        ("Anna Keller praised the deal, which she described as a gift to farmers.", "a gift to farmers"),
        ("Forecasters expect the price to be 40 francs.", "the price to be 40 francs"),
        ("Anna Keller put the number of dead at 12.", "the number of dead at 12"),
        ("Per the ministry, 12 people died.", "12 people died"),
        ("The road will close, per Anna Keller.", "The road will close"),
    ],
)
def test_more_that_is_said(text, words):
    assert only(text).text == words


@pytest.mark.parametrize(
    "text", ["The fee is 30 francs per the hour.", "The farm, which he describes as old, is sold."]
)
def test_rates_and_standing_descriptions_are_not_said(text):
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("In the opinion of Anna Keller, the dam is too low.", "the dam is too low", "Anna Keller"),
        ("In the view of Anna Keller, the dam is too low.", "the dam is too low", "Anna Keller"),
        ("Anna Keller’s view is that the dam is too low.", "the dam is too low", "Anna Keller"),
        ("Anna Keller’s argument was that the dam was too low.", "the dam was too low", "Anna Keller"),
        ("Anna Keller’s position remains unknown to the town.", "", ""),
        ("The trouble is that the dam is too low.", "", ""),
        ("In view of the flood, the dam is too low.", "", ""),
    ],
)
def test_nouns_of_a_view_lead_to_what_is_held(text, said, name):
    found = [(each.text.removeprefix("that "), each.name) for each in quotes_of(text)]
    assert found == ([(said, name)] if said else [])
