"""What judgements lead to in a case of several stories is all that is loaded for them, and says the same as all."""

import pytest

from stemma.case import add_files, brief_files, init_case, judge_case, read_wish
from stemma.case.holding import opened_case
from stemma.case.judgements.leading import lead
from stemma.case.judgements.pointing import Pointer
from stemma.errors import JudgementError
from stemma.model import Brief, by_date
from tests.case.stories import ScriptedTagger, loaded_stories

TAGGER = ScriptedTagger()
DAM = "The Tarn dam holds\n\nMarch 3, 2019\n\nAna Bell said that the dam of Tarn holds.\n"
STRIKE = "Ostrava orchestra strikes\n\nMay 7, 2021\n\nTomas Birkeland said that players want their pensions.\n"
FERRY = "Ferry Aurelia burns\n\nMay 9, 2020\n\nAna Bell said that the ferry Aurelia was empty.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    path = str(folder / "tarn.stemma")
    init_case(path)
    for name, text in (("dam", DAM), ("dam2", DAM + "\nMore was said.\n"), ("strike", STRIKE), ("ferry", FERRY)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    list(add_files(path, [str(folder / f"{name}.txt") for name in ("dam", "dam2", "strike", "ferry")], tagger=TAGGER))
    brief_files([path], tagger=TAGGER)
    return path


@pytest.fixture(scope="module")
def brief(case: str) -> Brief:
    return brief_files([case], tagger=TAGGER).brief


def named(brief: Brief, words: str) -> list[str]:
    """Put ids in the place of what stands for them: ``attribution:1`` for the second in order."""
    things = {
        "attribution": [a.id for a in brief.attributions if not a.narrated],
        "claim": [c.id for c in brief.claims],
        "document": [d.id for d in by_date(brief.documents)],
        "source": [s.id for s in brief.sources],
        "path": [d.path for d in by_date(brief.documents)],
    }
    found = []
    for word in words.split(" / "):
        kind, colon, number = word.partition(":")
        found.append(things[kind][int(number)] if colon else word)
    return found


@pytest.mark.parametrize(
    "words",
    [
        "same / 1 / 2",
        "same / attribution:0 / attribution:2",
        "different / Ana Bell / Tomas Birkeland",
        "unsure / attribution:1 / Somebody Else",
        "source / attribution:0 / ana bell",
        "source / attribution:0 / A voice that nobody knows",
        "source / attribution:0 / 7",
        "wrong / attribution:2",
        "stance / attribution:1 / deny",
        "date / 2 / 2019-03-04",
        "date / path:3 / 2021-05-08",
        "grade / Ana Bell / B",
        "grade / source:1 / C",
        "text / 2 / In short",
        "text / claim:0 / In short",
        "note / [3] / rang them",
        "note / document:0 / rang them",
        "note / path:1 / rang them",
        "note / Tomas Birkeland / rang him",
    ],
)
def test_what_a_wish_points_at_is_the_same_as_among_all(case: str, brief: Brief, words: str):
    wish = read_wish(named(brief, words))
    with opened_case(case) as store:
        led = lead(store.shelf, [wish])
    assert led is not None
    (here,) = led.wishes
    pointed = Pointer.of(led.brief).about(here.verb, here.of, here.passage)
    assert pointed == Pointer.of(brief).about(wish.verb, wish.of, wish.passage)


@pytest.mark.parametrize("words", ["same / 1 / 99", "grade / Nobody Here / B", "wrong / a0000", "text / 99 / In short"])
def test_what_leads_nowhere_is_said_in_the_words_of_all(case: str, brief: Brief, words: str):
    wish = read_wish(words.split(" / "))
    with pytest.raises(JudgementError) as whole:
        Pointer.of(brief).about(wish.verb, wish.of, wish.passage)
    with pytest.raises(JudgementError) as said:
        judge_case(case, [wish], "ana", tagger=TAGGER)
    assert str(said.value) == str(whole.value)


def test_no_story_is_loaded_that_is_not_judged(case: str, brief: Brief, monkeypatch: pytest.MonkeyPatch):
    loaded = loaded_stories(monkeypatch)
    texts = {d.id: d.text for d in brief.documents}
    strike = next(a for a in brief.attributions if "pensions" in a.content_spans[0].cut(texts[a.document]))
    judge_case(case, [read_wish(["note", strike.id, "rang them"])], "ana", tagger=TAGGER)
    assert len(set(loaded)) == 1
