"""Who gets in, and what nobody does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import Request
from fastapi.testclient import TestClient

from stemma.case import CaseView
from stemma.case.accounts import appoint
from stemma.model.account import Role
from stemma.stores import open_store
from stemma.web import Door, Limits, Site, hash_password
from stemma.web.door.entering import address_of
from stemma.web.door.limits import Limit
from tests.web.conftest import client_of

PASSWORD = "the river ran backwards"


@pytest.fixture(scope="module")
def shared(case: str, tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    """A case that a team shares."""
    path = tmp_path_factory.mktemp("team") / "team.stemma"
    shutil.copy(case, path)
    secret = hash_password(PASSWORD)
    for name, role in (("olga", Role.OWNER), ("anna", Role.ANALYST), ("rolf", Role.READER)):
        appoint(str(path), name, "olga", role=role, secret=secret)
    return CaseView(str(path))


@pytest.fixture
def site(shared: CaseView) -> Site:
    return Site(shared, "team", door=Door(needs_sign_in=True))


@pytest.fixture
def desk(site: Site) -> Iterator[TestClient]:
    with client_of(site) as client:
        yield client


def sign_in(desk: TestClient, name: str, password: str = PASSWORD, next: str = "/") -> int:
    form = {"token": token_in(desk.get("/sign-in").text), "name": name, "password": password, "next": next}
    return desk.post("/sign-in", data=form, follow_redirects=False).status_code


def token_in(page: str) -> str:
    return page.split('name="token" value="')[1].split('"')[0]


def test_who_has_not_signed_in_is_led_to_the_door_and_back(desk: TestClient):
    led = desk.get("/stories?q=dam", follow_redirects=False)
    assert led.status_code == 303
    assert led.headers["location"] == "/sign-in?next=%2Fstories%3Fq%3Ddam"
    told = desk.get("/?format=json")
    assert (told.status_code, told.json()["title"]) == (401, "Unauthorized")
    form = {"token": token_in(desk.get("/sign-in").text), "name": "rolf", "password": PASSWORD, "next": "/users"}
    back = desk.post("/sign-in", data=form, follow_redirects=False)
    assert (back.status_code, back.headers["location"]) == (303, "/users")
    assert "rolf" in desk.get("/users").text


def test_the_cookie_is_for_this_server_alone(desk: TestClient):
    line = desk.get("/sign-in").headers["set-cookie"]
    assert "HttpOnly" in line
    assert "SameSite=Strict" in line
    assert "Domain" not in line


def test_over_tls_the_cookie_is_never_sent_in_the_clear(shared: CaseView):
    client = client_of(Site(shared, "team", door=Door(needs_sign_in=True, is_secure=True)))
    line = client.get("/sign-in").headers["set-cookie"]
    assert line.startswith("__Host-stemma")
    assert "; Secure" in line


def test_a_wrong_password_and_an_unknown_name_are_told_alike(desk: TestClient):
    token = token_in(desk.get("/sign-in").text)
    answers = [
        desk.post("/sign-in", data={"token": token, "name": name, "password": "wrong, and long enough"})
        for name in ("anna", "nobody")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].text == answers[1].text


def test_a_session_begins_with_a_new_cookie_and_ends_at_once(desk: TestClient, site: Site):
    desk.get("/sign-in")
    before = desk.cookies[site.door.cookie]
    assert sign_in(desk, "anna") == 303
    during = desk.cookies[site.door.cookie]
    assert during != before
    token = token_in(desk.get("/users").text)
    desk.post("/sign-out", data={"token": token})
    desk.cookies.set(site.door.cookie, during)
    assert desk.get("/?format=json").status_code == 401


def test_a_session_that_ended_is_said_to_have_ended(desk: TestClient, site: Site):
    sign_in(desk, "anna")
    site.sessions.end(desk.cookies[site.door.cookie])
    assert "Your session has ended; sign in" in desk.get("/").text
    told = desk.post("/password", data={"token": "x"}, headers={"Accept": "application/json"})
    assert told.status_code == 401
    assert "sign in, then send it again" in told.json()["detail"]


def test_a_form_without_its_token_changes_nothing(desk: TestClient):
    sign_in(desk, "olga")
    for data in ({}, {"token": ""}, {"token": "0" * 64}):
        told = desk.post("/users", data={**data, "name": "mallory", "role": "owner", "password": PASSWORD})
        assert told.status_code == 403
        assert "load the page again" in told.text
    assert "mallory" not in desk.get("/users").text


def test_a_token_of_another_browser_is_none(desk: TestClient, site: Site):
    other = client_of(site)
    sign_in(other, "olga")
    token = token_in(other.get("/users").text)
    sign_in(desk, "olga")
    assert desk.post("/users", data={"token": token, "name": "mallory", "role": "reader"}).status_code == 403


def test_what_another_site_sends_is_refused_before_it_is_read(desk: TestClient):
    sign_in(desk, "olga")
    token = token_in(desk.get("/users").text)
    sent = {"token": token, "name": "mallory", "role": "reader", "password": PASSWORD}
    for site_of_sender in ("cross-site", "same-site"):
        assert desk.post("/users", data=sent, headers={"Sec-Fetch-Site": site_of_sender}).status_code == 403


def test_a_link_from_elsewhere_finds_the_session_again(desk: TestClient):
    sign_in(desk, "anna")
    desk.cookies.clear()  # a strict cookie does not come along
    page = desk.get("/users", headers={"Sec-Fetch-Site": "cross-site"})
    assert page.headers["refresh"] == "0"
    assert "set-cookie" not in page.headers


def test_a_name_that_another_site_gave_this_machine_leads_nowhere(desk: TestClient):
    for host in ("evil.example", "localhost.evil.example", "[::1", "127.0.0.1.evil.example:80", ""):
        assert desk.get("/", headers={"Host": host}).status_code == 421
    for host in ("localhost:8000", "127.0.0.1", "[::1]:80"):
        assert desk.get("/health", headers={"Host": host}).status_code == 200


def test_roles_say_who_may_do_what(desk: TestClient):
    sign_in(desk, "anna")
    token = token_in(desk.get("/users").text)
    told = desk.post("/users", data={"token": token, "name": "mallory", "role": "owner", "password": PASSWORD})
    assert told.status_code == 403
    assert "Only an owner" in told.text
    assert "rolf" not in desk.get("/users").text


def test_a_reader_judges_nothing(desk: TestClient):
    sign_in(desk, "rolf")
    token = token_in(desk.get("/users").text)
    for way in ("/judgements", "/judgements/x/withdraw"):
        told = desk.post(way, data={"token": token, "verb": "note", "of": "x", "value": "so"})
        assert told.status_code == 403
        assert "may read here, not judge" in told.text


def test_an_owner_lets_in_and_out_and_the_journal_says_so(desk: TestClient, shared: CaseView):
    sign_in(desk, "olga")
    token = token_in(desk.get("/users").text)
    desk.post("/users", data={"token": token, "name": "Zoë", "role": "analyst", "password": PASSWORD})
    assert "Zoë" in desk.get("/users").text
    desk.post("/users/Zo%C3%AB/remove", data={"token": token})
    assert "Zoë" not in desk.get("/users").text
    store = open_store(shared.case)
    told = [(line.kind, line.who) for line in store.lines()]
    assert told.count(("account", "olga")) >= 5
    assert ("sign-in", "olga") in told
    store.close()


def test_the_last_owner_stays(desk: TestClient):
    sign_in(desk, "olga")
    token = token_in(desk.get("/users").text)
    told = desk.post("/users/olga/remove", data={"token": token})
    assert told.status_code == 422
    assert "the only owner" in told.text


def test_whoever_was_let_out_is_out_of_their_sessions(desk: TestClient, site: Site, shared: CaseView):
    appoint(shared.case, "tom", "olga", role=Role.READER, secret=hash_password(PASSWORD))
    site.register.forget()
    sign_in(desk, "tom")
    assert desk.get("/health").status_code == 200
    appoint(shared.case, "tom", "olga", secret=hash_password("quite another password"))
    site.register.forget()
    assert desk.get("/?format=json").status_code == 401


def test_a_session_that_an_old_password_opened_ends_however_late_it_began(
    desk: TestClient, site: Site, shared: CaseView
):
    appoint(shared.case, "vera", "olga", role=Role.READER, secret=hash_password(PASSWORD))
    site.register.forget()
    assert site.register.find("vera") is not None  # known for some seconds
    appoint(shared.case, "vera", "olga", secret=hash_password("quite another password"))
    assert sign_in(desk, "vera") == 303
    site.register.forget()
    assert desk.get("/?format=json").status_code == 401


@pytest.mark.parametrize(
    ("hosts", "are_one"),
    [
        (("2001:db8::1", "2001:db8::ffff:1"), True),
        (("2001:db8::1", "2001:db8:0:1::1"), False),
        (("::ffff:192.0.2.1", "::ffff:192.0.2.2"), False),
        (("192.0.2.1", "192.0.2.2"), False),
    ],
)
def test_who_has_a_whole_network_of_ipv6_is_counted_as_one(hosts: tuple[str, str], are_one: bool):
    first, second = (address_of(Request({"type": "http", "client": (host, 1), "headers": []})) for host in hosts)
    assert (first == second) is are_one


def test_a_new_password_is_asked_for_the_old_one(desk: TestClient, site: Site, shared: CaseView):
    appoint(shared.case, "uma", "olga", role=Role.READER, secret=hash_password(PASSWORD))
    site.register.forget()
    sign_in(desk, "uma")
    token = token_in(desk.get("/users").text)
    assert desk.post("/password", data={"token": token, "old": "not it, not it", "new": "x" * 12}).status_code == 403
    assert "12 to 1,000" in desk.post("/password", data={"token": token, "old": PASSWORD, "new": "short"}).text
    desk.post("/password", data={"token": token, "old": PASSWORD, "new": "a better one, this"})
    assert sign_in(desk, "uma", "a better one, this") == 303


def test_passwords_cannot_be_tried_through(shared: CaseView):
    door = client_of(Site(shared, "team", door=Door(needs_sign_in=True)))
    token = token_in(door.get("/sign-in").text)
    tries = [door.post("/sign-in", data={"token": token, "name": "anna", "password": str(n)}) for n in range(7)]
    assert [answer.status_code for answer in tries] == [401] * 5 + [429] * 2
    assert int(tries[-1].headers["retry-after"]) > 0
    assert sign_in(door, "rolf") == 303


def test_one_visitor_cannot_ask_without_end(shared: CaseView):
    site = Site(shared, "team", limits=Limits(visitor=Limit(burst=3, rate=0.1)))
    client = client_of(site)
    assert [client.get("/health").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize("way", ["/documents/%00", "/documents/a%00b/bytes", "/claims/%00", "/sources/%00"])
def test_an_id_that_no_database_takes_is_unknown(desk: TestClient, way: str):
    sign_in(desk, "rolf")
    assert desk.get(way, headers={"Accept": "application/json"}).json()["detail"].startswith("there is nothing with")


def test_a_judgement_of_what_no_database_takes_is_not_understood(desk: TestClient):
    sign_in(desk, "anna")
    token = token_in(desk.get("/users").text)
    told = desk.post("/judgements", data={"token": token, "verb": "note", "of": "a\0b", "value": "so"})
    assert told.status_code == 422


def test_more_than_a_form_holds_is_not_taken(desk: TestClient):
    told = desk.post("/sign-in", content=b"x" * 1_000_001)
    assert told.status_code == 413
    chunks = desk.post("/sign-in", content=(b"x" * 100_000 for _ in range(11)), headers={"Content-Type": "text/plain"})
    assert chunks.status_code in (403, 413)


@pytest.mark.parametrize(
    "way", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", ""]
)
def test_the_way_back_stays_on_this_desk(desk: TestClient, way: str):
    form = {"token": token_in(desk.get("/sign-in").text), "name": "rolf", "password": PASSWORD, "next": way}
    assert desk.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/"


def test_a_lost_case_is_told_and_a_fault_of_ours_too(case: str, tmp_path: Path):
    path = tmp_path / "gone.stemma"
    shutil.copy(case, path)
    view = CaseView(str(path))
    client = client_of(Site(view, "gone", door=Door(needs_sign_in=True)))
    path.unlink()
    client.cookies.set("stemma-0", "x")
    told = client.post("/sign-in", data={"token": token_in(client.get("/sign-in").text), "name": "a", "password": "b"})
    assert told.status_code == 503
    assert "nothing that was kept is lost" in told.text
    view.totals = None  # type: ignore[method-assign, assignment]
    broken = client_of(Site(view, "gone")).get("/")
    assert broken.status_code == 500
    assert "script-src 'self'" in broken.headers["content-security-policy"]


def test_a_stolen_password_hash_is_dear_to_try(careful: PasswordHasher):
    told = careful.hash("a long password")
    assert told.startswith("$argon2id$")
    assert careful.memory_cost * careful.time_cost >= 2 * 19 * 1024, "OWASP asks 19 MiB twice at least"
