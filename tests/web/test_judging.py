"""Judging over HTTP: the queue, the words that are kept, the journal."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView, Window
from stemma.web import Site
from stemma.web.retelling import Retelling
from tests.web.conftest import client_of

JSON = {"Accept": "application/json"}


class Desk:
    """A desk over a case of its own."""

    def __init__(self, case: str) -> None:
        self.view = CaseView(case)
        self.site = Site(self.view, "gorna", by="ann")
        self.client: TestClient = client_of(self.site)
        self.client.get("/review")

    def token(self) -> str:
        page = self.client.get("/review").text
        return page.partition('name="token" value="')[2].partition('"')[0]

    def post(self, path: str, *, headers=None, **fields):
        data = {"token": self.token(), **fields}
        return self.client.post(path, data=data, headers=headers or {}, follow_redirects=False)

    def judge(self, verb: str, *of: str, headers=None, **fields):
        return self.post("/judgements", verb=verb, of=list(of), headers=headers, **fields)

    def review(self, **query):
        return self.client.get("/review", params=query, headers=JSON).json()

    def log(self, **query):
        return self.client.get("/log", params=query, headers=JSON).json()["part"]["lines"]


@pytest.fixture
def desk(case, view, tmp_path):  # what *view* has told is remembered in the copy
    return Desk(str(shutil.copy(case, tmp_path / "own.stemma")))


def first(desk: Desk):
    return desk.review()["asked"]["question"]


def test_the_most_consequential_question_comes_first_with_both_sides_in_context(desk):
    review = desk.review()
    weights = [q.weight for q in desk.view.questions(Window(count=99)).lines]
    assert weights == sorted(weights, reverse=True)
    assert review["total"] == len(weights)
    for party in review["asked"]["parties"]:
        assert party["passages"][0]["words"]
    page = desk.client.get("/review").text
    assert page.count('class="choice"') == 3
    assert all(f'data-key="{key}"' in page for key in "ynhj")


def test_what_is_answered_is_not_asked_again_where_the_case_is_told_while_the_page_reads_it(desk, monkeypatch):
    may_end, read = Event(), desk.view.questions
    object.__setattr__(desk.site, "retelling", Retelling(lambda: may_end.wait(60)))

    def read_slowly(window):
        part = read(window)
        may_end.set()
        assert desk.site.retelling.wait(60)
        return part

    before = first(desk)
    desk.judge("different", *before["about"], next="/review")
    monkeypatch.setattr(desk.view, "questions", read_slowly)
    assert first(desk)["id"] != before["id"]


def test_an_answer_is_kept_and_the_next_question_comes(desk):
    before = first(desk)
    done = desk.judge("same", *before["about"], next="/review?start=0")
    assert done.status_code == 303
    assert urlsplit(done.headers["location"]).path == "/review"
    page = desk.client.get(done.headers["location"]).text
    assert "Kept" in page
    assert "Undo" in page
    assert first(desk)["id"] != before["id"]
    (line,) = desk.log()
    assert (line["by"], line["what"], line["fate"]) == ("ann", "same", "stands")


def test_what_was_answered_stays_away_after_the_case_is_told_anew(desk):
    before = first(desk)
    desk.judge("different", *before["about"], next="/review")
    assert desk.site.retelling.wait(60)
    assert before["id"] not in {q.id for q in desk.view.questions(Window(count=99)).lines}


def test_undo_brings_the_question_back(desk):
    before = first(desk)
    done = desk.judge("same", *before["about"], next="/review")
    id = parse_qs(urlsplit(done.headers["location"]).query)["done"][0]
    assert desk.post(f"/judgements/{id}/withdraw", next="/review").status_code == 303
    assert desk.site.retelling.wait(60)
    assert first(desk)["id"] == before["id"]
    assert [line["fate"] for line in desk.log()] == ["stands", "withdrawn"]


def test_what_somebody_was_unsure_of_comes_last(desk):
    before = first(desk)
    desk.judge("unsure", *before["about"], next="/review")
    assert desk.site.retelling.wait(60)
    questions = desk.view.questions(Window(count=99)).lines
    assert questions[-1].id == before["id"]
    assert questions[-1].open_to == ("ann",)


def test_a_form_that_is_sent_twice_leaves_one_judgement(desk):
    before = first(desk)
    one, two = (desk.judge("same", *before["about"], headers=JSON) for _ in range(2))
    assert one.json()["id"] == two.json()["id"]
    assert len(desk.log()) == 1


def test_who_says_it_is_what_was_judged_last_also_where_it_was_judged_so_before(desk):
    story = desk.view.story(desk.view.stories().lines[0].id)
    said = next(a for a in story.attributions if a.source and a.source_span)
    made = [desk.judge("source", said.id, name, headers=JSON).json()["id"] for name in ("Ann", "Bob", "Ann")]
    assert len(set(made)) == 3
    assert [line["fate"] for line in desk.log()] == ["stands", "replaced", "replaced"]


def test_a_word_that_is_not_told_yet_replaces_the_one_before_it(desk, monkeypatch):
    story = desk.view.story(desk.view.stories().lines[0].id)
    said = next(a for a in story.attributions if a.source and a.source_span)
    desk.judge("source", said.id, "Bob")
    assert desk.site.retelling.wait(60)
    monkeypatch.setattr(desk.site.retelling, "renew", lambda: None)
    desk.judge("source", said.id, "Ann")
    assert [line["fate"] for line in desk.log()] == ["stands", "replaced"]


def test_withdrawals_that_are_sent_at_one_time_leave_one(desk):
    id = desk.judge("same", *first(desk)["about"], headers=JSON).json()["id"]
    token = desk.token()
    with ThreadPoolExecutor(4) as pool:
        way = f"/judgements/{id}/withdraw"
        done = pool.map(lambda _: desk.client.post(way, data={"token": token}, headers=JSON).json()["id"], range(4))
        assert len(set(done)) == 1


def test_a_withdrawal_that_is_sent_twice_leaves_one(desk):
    id = desk.judge("same", *first(desk)["about"], headers=JSON).json()["id"]
    one, two = (desk.post(f"/judgements/{id}/withdraw", headers=JSON) for _ in range(2))
    assert one.json()["id"] == two.json()["id"]
    assert len(desk.log()) == 2


def test_an_idempotency_key_stands_for_one_judgement(desk):
    about, key = first(desk)["about"], {**JSON, "Idempotency-Key": "k1"}
    one = desk.judge("same", *about, headers=key)
    desk.post(f"/judgements/{one.json()['id']}/withdraw")
    assert desk.judge("same", *about, headers=key).json()["id"] == one.json()["id"]
    other = desk.judge("different", *about, headers=key)
    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["detail"]


def test_without_a_token_nothing_is_kept(desk):
    about = first(desk)["about"]
    done = desk.client.post("/judgements", data={"verb": "same", "of": about})
    assert done.status_code == 403
    assert "nothing was kept" in done.text
    assert desk.log() == []


@pytest.mark.parametrize(
    ("verb", "of", "fields", "status", "told"),
    [
        ("same", ["a00000000000", "a00000000001"], {}, 404, "no attribution"),
        ("same", ["3", "7"], {}, 404, "no thing"),
        ("withdraw", ["j0"], {}, 422, "withdraw"),
        ("maybe", ["a00000000000"], {}, 422, "verb"),
        ("note", ["d00000000000"], {"value": "x"}, 404, "no document"),
    ],
)
def test_what_leads_nowhere_is_told_in_one_sentence_and_nothing_is_kept(desk, verb, of, fields, status, told):
    done = desk.judge(verb, *of, headers=JSON, **fields)
    assert done.status_code == status
    assert told in done.json()["detail"]
    assert desk.log() == []


def test_a_judgement_leads_on_to_a_page_of_this_desk_alone(desk):
    document = desk.view.documents().lines[0].id
    for way in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        done = desk.judge("note", document, value="seen", next=way)
        assert done.headers["location"] == "/"


def test_two_analysts_who_differ_are_both_kept_and_the_conflict_is_shown(desk):
    about = first(desk)["about"]
    desk.judge("same", *about)
    bob = Site(desk.view, "gorna", by="bob")
    other = client_of(bob)
    token = other.get("/review").text.partition('name="token" value="')[2].partition('"')[0]
    other.post("/judgements", data={"verb": "different", "of": about, "token": token})
    assert bob.retelling.wait(60)
    assert {(line["by"], line["fate"]) for line in desk.log()} == {("ann", "conflict"), ("bob", "conflict")}
    question = desk.view.questions(Window(count=99)).lines[-1]
    assert question.open_to == ("ann", "bob")


def test_a_wrong_source_is_put_right(desk):
    story = desk.view.story(desk.view.stories().lines[0].id)
    said = next(a for a in story.attributions if a.source and a.source_span)
    assert desk.judge("source", said.id, "Port Authority of Ansel", headers=JSON).status_code == 200
    assert desk.site.retelling.wait(60)
    story = desk.view.story(desk.view.stories().lines[0].id)
    names = {source.id: source.name for source in story.sources}
    assert next(names[a.source] for a in story.attributions if a.id == said.id) == "Port Authority of Ansel"


def test_what_was_missed_is_marked_by_its_place(desk):
    story = desk.view.story(desk.view.stories().lines[0].id)
    document = next(d for d in story.documents if "million" in d.text or any(c.isdigit() for c in d.text))
    at = next(i for i, c in enumerate(document.text) if c.isdigit())
    done = desk.judge("missed", document.id, figure=f"{at}:{at + 1}", headers=JSON)
    assert done.status_code == 200
    assert desk.judge("missed", document.id, figure="0:9999999", headers=JSON).status_code == 422


def test_the_journal_is_chosen_by_who_and_what(desk):
    document = desk.view.documents().lines[0].id
    desk.judge("note", document, value="rang the ministry")
    desk.judge("date", document, value="2024-12-17")
    assert [line["what"] for line in desk.log()] == ["date", "note"]
    assert [line["what"] for line in desk.log(what="note")] == ["note"]
    assert [line["what"] for line in desk.log(q="ministry")] == ["note"]
    assert desk.log(by="bob") == []
    assert "rang the ministry" in desk.client.get("/log").text


def test_what_is_hostile_in_the_journal_is_shown_and_does_nothing(desk):
    document = desk.view.documents().lines[0].id
    desk.judge("note", document, value="<script>alert(1)</script>")
    page = desk.client.get("/log").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
