from __future__ import annotations

import pickle

import pytest

from briefreader.domain.document import Block, Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.extractors import Reading, quote
from extractors.quotes_of import Said, only, quotes_of, reading_of

# -- marks with an attribution beside them


def test_speech_with_the_attribution_behind_it():
    said = only("“The bridge will open in May,” Anna Keller said.")
    assert said == Said("The bridge will open in May", "direct", "Anna Keller", "Anna Keller")


def test_speech_with_an_inverted_attribution():
    said = only('"The bridge will open in May," said Anna Keller, an engineer from Basel.')
    assert said == Said("The bridge will open in May", "direct", "Anna Keller", "Anna Keller")


def test_speech_with_the_attribution_before_it():
    said = only('Anna Keller told reporters on Monday: "We need more time to finish the tunnel."')
    assert said == Said("We need more time to finish the tunnel.", "direct", "Anna Keller", "Anna Keller")


def test_speech_that_its_attribution_splits():
    said = quotes_of('"The tunnel," Anna Keller said, "will be finished in autumn."')
    assert [each.text for each in said] == ["The tunnel", "will be finished in autumn."]
    assert {each.name for each in said} == {"Anna Keller"}


def test_speech_that_goes_on_behind_the_attribution():
    said = quotes_of('"We have a plan," said Anna Keller. "It will cost nothing. It will work."')
    assert said[1] == Said("It will cost nothing. It will work.", "direct", "Anna Keller", "Anna Keller")


def test_speech_over_two_paragraphs_is_one():
    text = "Anna Keller said: “We began in March.\n\n“We will end in June.”"
    assert only(text).text == "We began in March.\n\n“We will end in June."


def test_a_line_above_names_the_speaker():
    text = 'Anna Keller, head of the railway office:\n\n"The line will reopen on Sunday."'
    said = only(text)
    assert (said.text, said.name) == ("The line will reopen on Sunday.", "Anna Keller")


def test_a_signed_quotation():
    text = "The council met on Friday.\n\n“Nobody asked the farmers.” — Anna Keller"
    assert only(text).name == "Anna Keller"


def test_speech_in_a_paragraph_of_its_own_goes_to_the_last_speaker():
    text = '"The water is clean," said Anna Keller.\n\n"People can drink it again without any fear."'
    assert quotes_of(text)[1].name == "Anna Keller"


def test_the_sentence_behind_names_the_speaker():
    text = "The two ports will share a customs office. This was stated by Anna Keller at a meeting in Basel."
    said = only(text)
    assert said == Said("The two ports will share a customs office", "indirect", "Anna Keller", "Anna Keller")


def test_an_unknown_verb_behind_speech_will_do():
    assert only("“I never saw that letter before today,” Anna Keller deadpanned.").name == "Anna Keller"


def test_a_question_and_its_attribution():
    assert only("“Who will pay for this?” Anna Keller asked.").text == "Who will pay for this?"


def test_in_the_words_of():
    said = only('In the words of Anna Keller, "the old bridge was a danger to everyone who used it."')
    assert said.name == "Anna Keller"


def test_what_somebody_called_something():
    said = only("It was what Anna Keller called “a shameful day for the city.”")
    assert (said.text, said.kind, said.name) == ("a shameful day for the city.", "direct", "Anna Keller")


# -- marks of the world


def test_british_single_marks():
    said = only("'The miners' rights come first,' Anna Keller said.")
    assert said.text == "The miners' rights come first"


def test_guillemets():
    assert only("«We are ready for the winter», said Anna Keller.").text == "We are ready for the winter"


def test_german_marks():
    assert only("„We are ready for the winter“, said Anna Keller.").text == "We are ready for the winter"


def test_dialogue_dashes():
    said = quotes_of("— We close at noon, said Anna Keller.\n— Who decided that? asked Peter Brandt.")
    assert [(each.text, each.name) for each in said] == [
        ("We close at noon", "Anna Keller"),
        ("Who decided that?", "Peter Brandt"),
    ]


def test_a_mark_without_a_partner_does_not_swallow_the_article():
    text = 'Anna Keller said: "We shall see.\n\nThe river rose by two metres.\n\nIt fell again in April.'
    assert all(len(each.text) < 40 for each in quotes_of(text))


def test_an_inch_is_no_quotation():
    assert quotes_of('The pipe is 6" wide and the wall is thick.') == []


# -- part in marks


def test_a_clause_part_of_which_is_in_marks():
    said = only("Anna Keller said the old pumps were “a danger to every village” on the river.")
    assert said.kind == "mixed"
    assert said.text == "the old pumps were “a danger to every village” on the river"


def test_a_sentence_whose_end_stands_in_marks():
    said = only("The new law is “a gift to the banks,” Anna Keller said.")
    assert (said.text, said.kind) == ("The new law is “a gift to the banks,”", "mixed")


def test_an_object_in_marks():
    said = only("Anna Keller called for a “full and open inquiry” into the flood.")
    assert (said.text, said.kind) == ("a “full and open inquiry” into the flood", "mixed")


def test_one_word_in_marks():
    assert only("Anna Keller said the new rules were “bogus” and unfair.").kind == "mixed"


def test_a_title_of_one_word_in_marks_makes_nothing_mixed():
    assert only("Anna Keller said that she had read “Dune” twice.").kind == "indirect"


def test_two_words_go_on_with_what_was_said():
    said = quotes_of("“We don't know what's in it,” complained Anna Keller. “Nobody does.”")
    assert [(each.text, each.name) for each in said][1:] == [("Nobody does.", "Anna Keller")]


def test_a_title_before_a_verb_that_takes_an_object():
    assert quotes_of("The show “Saturday Night Out” mocked the mayor over the weekend.") == []


def test_a_word_outside_the_marks_makes_it_mixed():
    said = only("Anna Keller said the director “really left it free for us to explore the whole city.”")
    assert (said.text[:12], said.kind) == ("the director", "mixed")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Keller lost the vote. She was unmoved. “I will run again next year.”", "Anna Keller"),
        ("The mayor shook his head. “That is not going to happen here.”", "mayor"),
        ("For Peter Brandt, a plumber, the choice was easy. “I want somebody tough.”", "Peter Brandt"),
    ],
)
def test_speech_behind_a_sentence_about_its_speaker(text, name):
    assert only(text).name == name


def test_speech_behind_a_sentence_about_nobody():
    assert quotes_of("The road was closed. “It is a mess out there.”") == []


def test_two_objects():
    said = only("Anna Keller called the verdict “a shameful mistake.”")
    assert (said.text, said.kind) == ("the verdict “a shameful mistake.”", "mixed")


def test_a_description():
    said = only("Anna Keller described the talks as “useful but slow.”")
    assert (said.text, said.kind) == ("useful but slow.", "direct")


# -- no marks


def test_a_clause_leaves_out_that():
    said = only("Anna Keller said that the museum would stay closed until spring.")
    assert said == Said("the museum would stay closed until spring", "indirect", "Anna Keller", "Anna Keller")


def test_a_person_told_and_a_clause():
    assert only("Anna Keller told reporters the dam was safe.").text == "the dam was safe"


def test_a_reporting_clause_behind():
    said = only("The museum will stay closed until spring, Anna Keller said on Friday.")
    assert said.text == "The museum will stay closed until spring"


def test_a_reporting_clause_set_into_the_sentence():
    said = quotes_of("The museum, Anna Keller said, will stay closed until spring.")
    assert [each.text for each in said] == ["The museum", "will stay closed until spring"]


def test_as_somebody_said():
    said = only("As Anna Keller noted, the museum has never made a profit.")
    assert said.text == "the museum has never made a profit"


def test_according_to_before_and_behind():
    first = only("According to Anna Keller, the museum has never made a profit.")
    second = only("The museum has never made a profit, according to Anna Keller.")
    assert first.text == second.text.replace("The", "the") == "the museum has never made a profit"
    assert first.name == second.name == "Anna Keller"


def test_somebody_urged_others_to_do_something():
    said = only("Anna Keller urged both sides to open the road again.")
    assert said.text == "to open the road again"


def test_a_suggestion_as_a_gerund():
    assert only("Anna Keller suggested closing the old road.").text == "closing the old road"


def test_an_accusation():
    said = only("Anna Keller accused the company of hiding the results of its tests.")
    assert said.text == "hiding the results of its tests"


def test_a_noun_with_a_clause():
    said = only("Anna Keller expressed confidence that the treaty would be signed.")
    assert (said.text, said.name) == ("the treaty would be signed", "Anna Keller")


def test_a_second_verb_of_the_speaker_is_not_what_was_said():
    said = quotes_of("Anna Keller stated that the ferry runs on time and agreed to add a second boat.")
    assert said[0].text == "the ferry runs on time"


def test_a_second_report_begins_anew():
    said = quotes_of("Anna Keller said the road was blocked, adding that nobody was hurt.")
    assert [each.text for each in said] == ["the road was blocked", "nobody was hurt"]


def test_words_without_marks_in_the_first_person():
    text = "One of our mills burnt down. We will build it again, said Anna Keller."
    assert only(text).text == "One of our mills burnt down. We will build it again"


def test_a_report_can_say_something():
    said = only("The report says the harbour is too shallow for large ships.")
    assert (said.text, said.name) == ("the harbour is too shallow for large ships", "report")


# -- who does not speak


def test_an_event_does_not_speak():
    assert quotes_of("The visit confirmed that trade is the heart of the relationship.") == []


def test_a_passive_names_no_speaker():
    assert quotes_of("It was said that the harbour would be closed.") == []


def test_speech_within_marks_is_not_taken_apart():
    said = only("“My father told me that the sea never forgets,” Anna Keller said.")
    assert said.text == "My father told me that the sea never forgets"


# -- who is meant


def test_a_pronoun_is_the_last_speaker():
    said = quotes_of('"We won," said Anna Keller. The crowd cheered. "We won again," she added.')
    assert said[1] == Said("We won again", "direct", "she", "Anna Keller")


def test_a_family_name_is_the_full_one():
    said = quotes_of("Anna Keller opened the fair. “It is larger than ever,” Keller said.")
    assert said[0].name == "Anna Keller"


def test_an_office_is_its_holder():
    text = (
        "Norwegian President Anna Keller met Swedish Prime Minister Peter Brandt in Oslo.\n\n"
        "“We share a border,” the Norwegian leader said.\n\n“It must stay open,” the prime minister said."
    )
    assert [each.name for each in quotes_of(text)] == ["Anna Keller", "Peter Brandt"]


def test_an_office_that_nobody_holds_stays_as_it_is():
    text = "Foreign Minister Anna Keller was in Oslo. The minister of agriculture said the harvest was poor."
    assert only(text).name == "minister of agriculture"


def test_a_name_behind_an_office():
    said = only("A spokesman, Peter Brandt, said the strike was over.")
    assert said.name == "Peter Brandt"


def test_a_spokesman_is_not_the_one_he_speaks_for():
    said = only("A spokesman for Anna Keller said the strike was over.")
    assert said.name == "spokesman for Anna Keller"


def test_the_office_is_given():
    (fact,) = quote.extract(reading_of("“It works,” said Finance Minister Anna Keller."))
    assert "minister" in fact.data["role"].lower()


# -- the document


def test_noise_is_never_said():
    text = "Photo: Anna Keller said hello. “It works well,” said Anna Keller."
    noise = (Noise("caption", Span(0, 30)),)
    assert [f.text for f in quote.extract(reading_of(text, noise))] == ["It works well"]


def test_a_block_that_the_source_sets_as_a_quotation():
    text = "Anna Keller wrote:\nThe archive will be open to all from now on."
    blocks = lines(text)
    document = Document("x", text, (blocks[0], Block("quote", blocks[1].span)))
    (fact,) = quote.extract(Reading(document))
    assert (fact.text, fact.about) == ("The archive will be open to all from now on.", "Anna Keller")


def test_an_empty_document_has_none():
    assert list(quote.extract(reading_of(""))) == []


def test_facts_pickle():
    (fact,) = quote.extract(reading_of("“It works,” said Anna Keller."))
    assert pickle.loads(pickle.dumps(fact)) == fact


def test_somebody_is_quoted_by_an_agency():
    said = only("“The ice will hold,” the agency quoted Anna Keller as saying.")
    assert said.name == "Anna Keller"


def test_somebody_is_confident():
    assert only("“The ice will hold all winter,” Anna Keller is confident.").name == "Anna Keller"


def test_a_counterpart_holds_the_same_office():
    text = (
        "Foreign Minister Anna Keller met her Hungarian counterpart Peter Brandt in Oslo.\n\n"
        "The Hungarian foreign minister said the road was open."
    )
    assert only(text).name == "Peter Brandt"


def test_reporting_words_that_report_nothing():
    for text in (
        "The team added that goal late.",
        "The government added 300 jobs in May.",
        "The judge ordered the man to pay.",
        "Prices rose, as expected, in June.",
        "The party called a meeting for Monday.",
    ):
        assert quotes_of(text) == []
