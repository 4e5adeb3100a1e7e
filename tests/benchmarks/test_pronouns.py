"""What is asked of a text, and how an answer is judged."""

from pathlib import Path

from benchmarks.pronouns.answers import Answer, ask_nearest_name, ask_sentence_before, ask_stemma
from benchmarks.pronouns.gap import read_gap
from benchmarks.pronouns.gum import read_gum
from benchmarks.pronouns.questions import Kind, Mention, Passage, Question, as_document
from benchmarks.pronouns.tally import Tally
from stemma.model import Span

TEXT = "Peter Lam said the bridge stood. Mary Doe left. She said it was safe."
COLUMNS = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL"
CONLLU = """\
# newpar_block = p (1 s)
1\tAnn\tAnn\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-x-cf1-1,2-coref
2\tRoe\tRoe\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\thas\thave\tAUX\tVBZ\t_\t4\taux\t_\t_
4\tleft\tleave\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-x-cf1-1-ana)
2\tsays\tsay\tVERB\tVBZ\t_\t0\troot\t_\t_
3\tit\tit\tPRON\tPRP\t_\t4\tnsubj\t_\t_
4\tsnowed\tsnow\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def passage() -> Passage:
    mentions = tuple(Mention(place(name), name, place(name)) for name in ("Peter Lam", "Mary Doe"))
    question = Question(place("She"), "Mary Doe", Kind.PRONOUN, is_source=True)
    document = as_document("t", TEXT, (Span(0, len(TEXT)),))
    return Passage(document, (question,), mentions, (place("Peter Lam"), place("She")))


def test_all_readers_are_judged_by_the_same_truth():
    asked = passage()
    for ask in (ask_stemma, ask_nearest_name, ask_sentence_before):
        assert ask(asked, asked.questions[0]) is Answer.RIGHT


def test_a_name_with_its_title_is_the_mention_and_half_a_sentence_is_not():
    asked = passage()
    assert asked.whom_at(place("Doe")) == "Mary Doe"
    assert asked.whom_at(place("the bridge stood. Mary Doe left")) == ""


def test_a_row_of_gap_that_means_neither_name_is_left_out(tmp_path: Path):
    start = str(TEXT.index("She"))
    rows = [
        "\t".join(["1", TEXT, "She", start, "Peter Lam", "0", "FALSE", "Mary Doe", "33", "TRUE", "u"]),
        "\t".join(["2", TEXT, "She", start, "Peter Lam", "0", "FALSE", "Mary Doe", "33", "FALSE", "u"]),
    ]
    path = tmp_path / "gap-development.tsv"
    path.write_text("\n".join([COLUMNS.replace(" ", "\t"), *rows]), encoding="utf-8")
    found = list(read_gap(path))
    assert [(p.questions[0].whom, p.questions[0].is_source) for p in found] == [("B", True)]


def test_gum_is_read_with_its_spaces_and_asks_of_subjects_of_saying(tmp_path: Path):
    path = tmp_path / "GUM_news_snow.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    read = read_gum(path)
    assert read.document.text == "Ann Roe has left. She says it snowed."
    assert [(q.span.cut(read.document.text), q.whom, q.is_source) for q in read.questions] == [("She", "1", True)]
    assert [s.cut(read.document.text) for s in read.sources] == ["She"]


def test_error_is_of_the_answered_and_accuracy_of_the_asked():
    tally = Tally([Answer.RIGHT, Answer.WRONG, Answer.NONE, Answer.NONE])
    assert (tally.accuracy, tally.error, tally.abstention) == (0.25, 0.5, 0.5)
