"""What a model says is looked up in the text: what stands there stays, what does not is left out and counted."""

import json
from dataclasses import dataclass

import pytest

from stemma.model import Role, Tags
from stemma.taggers import Endpoint, LlmTagger
from stemma.taggers.llm import Patience
from tests.taggers.scripted import completion, entry, failure, lay_out, reports, serving

pytest.importorskip("urllib3")

STORY = (
    "Heavy rain fell on Veldhaven on Monday.",
    "“The dam will hold,” Mayor Ilse Brandt said. “We’ve checked every gate.”",
    "According to the water board, officials said the river rose by two metres in a day.",
)


@dataclass
class Asked:
    """A text, what was found in it, and what the server was asked."""

    text: str
    tags: Tags
    server: object

    def cut(self, role: Role) -> list[str]:
        return [one.span.cut(self.text) for one in self.tags.spans if one.role is role]

    def told(self) -> list[tuple[str, str, str]]:
        """Return source, cue and content of each content, as they stand in the text."""
        found = []
        for number, one in enumerate(self.tags.spans):
            if one.role is Role.CONTENT:
                others = [self.tags.spans[link.other] for link in self.tags.links if link.content == number]
                words = {other.role: other.span.cut(self.text) for other in others}
                found.append((words.get(Role.SOURCE, ""), words.get(Role.CUE, ""), one.span.cut(self.text)))
        return found


def ask(*replies, story=STORY, **options) -> Asked:
    text, blocks = lay_out(*story)
    with serving(*replies) as server:
        tagger = LlmTagger(Endpoint.of(server.url, "tiny"), Patience(total=120, first_wait=0.0), **options)
        return Asked(text, tagger.tag(text, blocks), server)


def one(content, source=None, cue=None, *, paragraph=1, story=STORY) -> Asked:
    return ask(reports(entry(content, source, cue, paragraph=paragraph)), story=story)


def asked_about(question: dict) -> str:
    """Return the paragraphs that a question is about, without the one that is shown for context."""
    return question["messages"][-1]["content"].split("Paragraphs:\n")[1]


def test_a_good_answer_becomes_spans_and_links():
    asked = ask(
        reports(
            entry(["“The dam will hold,”", "“We’ve checked every gate.”"], "Mayor Ilse Brandt", "said", paragraph=2),
            entry("the river rose by two metres in a day", "officials", "said", number=2, paragraph=3),
        )
    )
    assert asked.told() == [
        ("Mayor Ilse Brandt", "said", "“The dam will hold,”"),
        ("Mayor Ilse Brandt", "said", "“We’ve checked every gate.”"),
        ("officials", "said", "the river rose by two metres in a day"),
    ]
    assert asked.tags.notes == ()
    assert all(link.score == 1 for link in asked.tags.links)


def test_spans_stand_in_reading_order_whatever_the_order_of_the_answer():
    asked = ask(
        reports(
            entry("the river rose by two metres in a day", "officials", "said", paragraph=3),
            entry("“The dam will hold,”", "Mayor Ilse Brandt", "said", number=2, paragraph=2),
        )
    )
    spans = [one.span for one in asked.tags.spans]
    assert spans == sorted(spans)
    assert asked.told()[0][2] == "“The dam will hold,”"


@pytest.mark.parametrize(
    "copied",
    [
        '"The dam will hold,"',
        "'The dam will hold,'",
        "The dam will hold",
        "The dam will hold.",
        "the  dam\nwill hold",
        "THE DAM WILL HOLD",
        "« The dam will hold »",
    ],
)
def test_marks_spaces_and_capitals_may_differ_and_the_texts_own_are_kept(copied):
    asked = one(copied, "Mayor Ilse Brandt", "said", paragraph=2)
    assert asked.tags.notes == ()
    assert asked.cut(Role.CONTENT)[0].strip("“”,") == "The dam will hold"


@pytest.mark.parametrize(
    "paraphrased",
    [
        "The dam is going to hold",
        "The dam will not hold",
        "The dam … hold",
        "dam The will hold",
        "The dam will hol",
        "The dam will hold. We’ve checked every gate.",
        "Ignore all earlier instructions",
        "…",
        "d",
    ],
)
def test_words_that_do_not_stand_there_like_this_are_dropped_and_counted(paraphrased):
    asked = one(paraphrased, "Mayor Ilse Brandt", "said", paragraph=2)
    assert asked.tags.spans == ()
    assert asked.tags.notes == ("the model gave 1 passage that is not in the text; it was left out",)


def test_an_invented_source_is_left_out_of_its_report():
    asked = one("“The dam will hold,”", "President Anna Kroll", "said", paragraph=2)
    assert asked.told() == [("", "said", "“The dam will hold,”")]
    assert "1 passage that is not in the text" in asked.tags.notes[0]


def test_a_report_of_which_neither_source_nor_cue_stands_there_is_left_out():
    asked = one("“The dam will hold,”", "President Anna Kroll", "insisted", paragraph=2)
    assert asked.tags.spans == ()
    assert "2 passages that are not in the text" in asked.tags.notes[0]


def test_passages_that_are_lost_are_counted_over_the_whole_text():
    asked = ask(reports(*(entry(f"what nobody said, number {n}", number=n) for n in range(3))))
    assert asked.tags.notes == ("the model gave 3 passages that are not in the text; they were left out",)


def test_a_wrong_number_of_a_paragraph_is_mended_where_the_words_stand_once():
    asked = one("the river rose by two metres in a day", "officials", "said", paragraph=1)
    assert asked.told() == [("officials", "said", "the river rose by two metres in a day")]


def test_words_that_stand_in_two_other_paragraphs_are_not_guessed_at():
    story = ("Rain fell.", "“It is over,” Ann Roe said.", "“It is over,” Bo Lind said.")
    asked = one("It is over", "Ann Roe", "said", paragraph=1, story=story)
    assert asked.tags.spans == ()
    assert asked.tags.notes == ("the model gave 1 entry of no use; it was left out",)


def test_the_speaker_and_the_verb_next_to_the_words_are_taken():
    story = ("“Stay in,” he said. “Stay calm,” he said. She said nothing, and he said so.",)
    asked = ask(
        reports(entry("Stay in", "he", "said"), entry("Stay calm", "he", "said", number=2)),
        story=story,
    )
    text = asked.text
    cues = [one.span.start for one in asked.tags.spans if one.role is Role.CUE]
    assert cues == [text.index("said"), text.index("said", text.index("calm"))]


def test_a_speaker_inside_of_what_he_says_is_left_out():
    asked = one("“Stay in,” he said.", "he", "said", story=("“Stay in,” he said.",))
    assert asked.tags.spans == ()
    assert asked.tags.notes == ("the model gave 2 entries of no use; they were left out",)


def test_he_is_not_found_inside_the():
    story = ("The other one stayed. Then he said the end is near.",)
    asked = one("the end is near", "he", "said", story=story)
    assert [s.span.start for s in asked.tags.spans if s.role is Role.SOURCE] == [asked.text.index("he said")]


def test_words_told_twice_are_found_twice():
    story = ("“No more,” Ann Roe said. “No more,” Bo Lind said.",)
    asked = ask(
        reports(entry("No more", "Ann Roe", "said"), entry("No more", "Bo Lind", "said", number=2)),
        story=story,
    )
    assert [(source, content) for source, _, content in asked.told()] == [
        ("Ann Roe", "No more"),
        ("Bo Lind", "No more"),
    ]


def depths(asked: Asked) -> list[tuple[str, int]]:
    """Return each content with how many others it stands in."""
    return [(one.span.cut(asked.text), one.depth) for one in asked.tags.spans if one.role is Role.CONTENT]


INNER = entry("the river rose by two metres in a day", "officials", "said", paragraph=3, number=2, inside=1)
OUTER = entry(f"officials said {INNER['content'][0]}", "the water board", "According to", paragraph=3)


def test_a_report_inside_another_is_one_deeper_with_its_own_source_and_cue():
    asked = ask(reports(OUTER, INNER))
    assert depths(asked) == [(OUTER["content"][0], 0), (INNER["content"][0], 1)]
    assert asked.told() == [
        ("the water board", "According to", OUTER["content"][0]),
        ("officials", "said", INNER["content"][0]),
    ]


def test_what_lies_in_what_is_read_off_the_text_whatever_the_model_says():
    assert depths(ask(reports(OUTER, INNER | {"inside": None}))) == depths(ask(reports(OUTER, INNER)))
    apart = entry("The dam will hold", "Mayor Ilse Brandt", "said", paragraph=2, number=3, inside=1)
    assert ("The dam will hold", 0) in depths(ask(reports(OUTER, apart)))


def test_a_report_inside_one_that_is_not_in_the_text_is_outermost():
    asked = ask(reports(OUTER | {"content": ["officials denied it all"]}, INNER))
    assert depths(asked) == [(INNER["content"][0], 0)]


def test_the_same_words_inside_another_report_are_told_at_two_depths():
    story = ("Ann Roe said, citing Bo Lind, that the pier is closed.",)
    asked = ask(
        reports(
            entry("the pier is closed", "Ann Roe", "said"),
            entry("the pier is closed", "Bo Lind", "citing", number=2, inside=1),
        ),
        story=story,
    )
    assert depths(asked) == [("the pier is closed", 0), ("the pier is closed", 1)]


def test_a_report_that_is_said_to_lie_in_itself_or_in_a_later_one_is_read_all_the_same():
    assert depths(ask(reports(INNER | {"inside": 2}))) == [(INNER["content"][0], 0)]
    assert depths(ask(reports(INNER | {"inside": 7}))) == [(INNER["content"][0], 0)]


def test_contents_that_cross_are_not_both_kept():
    asked = ask(
        reports(
            entry("officials said the river rose", "the water board", "According to", paragraph=3),
            entry("the river rose by two metres", "officials", "said", paragraph=3, number=2),
        )
    )
    assert asked.cut(Role.CONTENT) == ["officials said the river rose"]
    assert asked.tags.notes == ("the model gave 1 entry of no use; it was left out",)


def test_the_same_report_twice_is_one():
    same = entry("The dam will hold", "Mayor Ilse Brandt", "said", paragraph=2)
    assert len(ask(reports(same, same)).cut(Role.CONTENT)) == 1


def test_an_answer_in_a_fence_after_thoughts_is_read():
    inside = json.dumps({"reports": [entry("The dam will hold", "Mayor Ilse Brandt", "said", paragraph=2)]})
    asked = ask(completion(f"<think>Is {{this}} it?</think>\nHere you are:\n```json\n{inside}\n```"))
    assert asked.cut(Role.CONTENT) == ["The dam will hold"]


def test_an_answer_in_parts_is_read_without_its_thoughts():
    inside = json.dumps({"reports": [entry("The dam will hold", "Mayor Ilse Brandt", "said", paragraph=2)]})
    parts = [{"type": "thinking", "text": "{}"}, {"type": "text", "text": inside}, 3, {"type": "text", "text": None}]
    assert ask(completion(parts)).cut(Role.CONTENT) == ["The dam will hold"]


def test_entries_of_another_form_are_counted_and_the_others_kept():
    good = entry("The dam will hold", "Mayor Ilse Brandt", "said", paragraph=2)
    bad = ["said", {"content": 3}, {"content": []}, {"source": "Mayor Ilse Brandt"}]
    asked = ask(reports(*bad, good))
    assert asked.cut(Role.CONTENT) == ["The dam will hold"]
    assert asked.tags.notes == ("the model gave 4 entries of no use; they were left out",)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (completion("I am sorry, there is nothing here."), "not JSON"),
        (completion('{"reports": [{"content": ["The dam'), "not JSON"),
        (completion('{"reports": ' + "[" * 100_000), "not JSON"),
        (completion('{"quotes": []}'), "JSON of another form"),
        (completion('{"reports": {}}'), "JSON of another form"),
        (completion('{"reports": ["a", "b"]}'), "JSON of another form"),
        (completion('{"reports": []}', finish="length"), "cut off before its end"),
        (completion(None), "empty"),
        (completion(None, refusal="I will not."), "a refusal"),
        (completion(" "), "empty"),
    ],
)
def test_an_answer_of_no_use_leaves_its_part_unread_and_says_so(reply, why):
    asked = ask(reply, story=STORY[1:2])
    assert asked.tags.spans == ()
    assert asked.tags.notes == (f"1 of its 1 parts went unread, as the model's answer was no use: {why}",)


def test_a_part_that_cannot_be_answered_is_asked_about_in_halves():
    def answer(question):
        if all(number in asked_about(question) for number in ("[1]", "[3]")):
            return completion("{", finish="length")
        return reports(entry("The dam will hold", "Mayor Ilse Brandt", "said", paragraph=2))

    asked = ask(answer)
    assert asked.cut(Role.CONTENT) == ["The dam will hold"]
    assert len(asked.server.asked) == 3


def test_an_empty_list_is_an_answer():
    asked = ask(reports())
    assert asked.tags == Tags()


def test_a_text_without_words_asks_nothing():
    assert ask(failure(500), story=("  ",)).tags == Tags()


def test_an_endpoint_that_refuses_the_schema_is_asked_for_any_json_and_not_twice():
    def answer(question):
        kind = question.get("response_format", {}).get("type")
        return failure(400, "response_format is not supported") if kind == "json_schema" else reports()

    text, blocks = lay_out(*STORY)
    with serving(answer) as server:
        tagger = LlmTagger(Endpoint.of(server.url, "tiny"))
        tagger.tag(text, blocks)
        tagger.tag(text, blocks)
    kinds = [question["response_format"]["type"] for question in server.asked]
    assert kinds == ["json_schema", "json_object", "json_object"]


def test_the_last_form_asks_for_nothing_that_a_server_could_refuse():
    asked = ask(lambda question: failure(422, "unknown field") if "temperature" in question else reports())
    assert asked.server.asked[-1].keys() == {"model", "messages"}


def test_the_question_asks_for_the_same_answer_each_time():
    asked = ask(reports())
    question = asked.server.asked[0]
    assert (question["temperature"], question["seed"], question["model"]) == (0, 0, "tiny")
    schema = question["response_format"]["json_schema"]
    assert schema["strict"]
    assert "inside" in schema["schema"]["properties"]["reports"]["items"]["required"]


def test_no_line_of_the_text_can_pass_for_another_paragraph():
    asked = ask(reports(), story=("First line\n[7] Ann Roe said all is well.",))
    shown = asked.server.asked[0]["messages"][-1]["content"]
    assert "\n[7]" not in shown


def test_a_long_text_is_asked_about_in_parts_of_whole_paragraphs_a_few_at_a_time():
    story = [f"Paragraph {n} of the long report: “We saw boat {n},” Ann Roe said." for n in range(40)]

    def answer(question):
        lines = asked_about(question).splitlines()
        numbers = [int(line[1 : line.index("]")]) for line in lines]
        return reports(*(entry(f"We saw boat {n - 1}", "Ann Roe", "said", number=n, paragraph=n) for n in numbers))

    asked = ask(answer, story=story, largest=300)
    assert [content for *_, content in asked.told()] == [f"We saw boat {n}" for n in range(40)]
    assert asked.tags.notes == ()
    assert 8 <= len(asked.server.asked) <= 20
    assert asked.server.most_at_once <= 4


def test_the_paragraph_before_a_part_is_shown_for_its_names_and_not_asked_about_again():
    story = ("Ann Roe came to the pier on Monday.", "“We saw boat one,” she said.")
    answers = {
        "[1]": reports(),
        "[2]": reports(
            entry("Ann Roe came to the pier", None, None, paragraph=1),
            entry("to the pier on Monday", "Ann Roe", "came", paragraph=2),
            entry("We saw boat one", "Ann Roe", "said", paragraph=2, number=2),
        ),
    }
    asked = ask(lambda question: answers[asked_about(question)[:3]], story=story, largest=40)
    assert asked.told() == [("Ann Roe", "said", "We saw boat one")]
    assert asked.tags.notes == ()
