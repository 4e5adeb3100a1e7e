"""The overview, and what every page has."""

from fastapi.testclient import TestClient


def test_what_is_loud_and_single_sourced_comes_first(client: TestClient):
    page = client.get("/")
    assert page.status_code == 200
    assert "one voice" in page.text
    loud = client.get("/", headers={"Accept": "application/json"}).json()["claims"]["lines"]
    assert loud[0]["outlets"] >= loud[-1]["outlets"] > 1
    assert {line["high"] for line in loud} == {1}


def test_a_page_and_its_twin_are_at_the_same_address(client: TestClient):
    assert client.get("/").headers["content-type"].startswith("text/html")
    assert client.get("/?format=json").headers["content-type"] == "application/json"
    asked = {"Accept": "text/html;q=0.4, application/json;q=0.9"}
    assert client.get("/", headers=asked).headers["content-type"] == "application/json"
    assert client.get("/?format=html", headers=asked).headers["content-type"].startswith("text/html")


def test_no_page_runs_scripts_that_are_not_ours(client: TestClient):
    for path in ("/", "/nowhere", "/health", "/static/desk.css"):
        policy = client.get(path).headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_an_address_without_a_page_is_told_in_one_sentence(client: TestClient):
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "the overview leads to all there are" in page.text
    told = client.get("/nowhere?format=json")
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["status"] == 404


def test_files_of_the_desk_are_named_by_their_hash_and_kept(client: TestClient):
    page = client.get("/").text
    address = page.split('<link rel="stylesheet" href="')[1].split('"')[0]
    assert "immutable" in client.get(address).headers["cache-control"]
    assert client.get("/static/..%2Fapp.py").status_code == 404


def test_a_mark_of_the_drawing_leads_to_its_claims(client: TestClient):
    told = client.get("/?format=json").json()
    cell = next(cell for cell in told["plot"]["cells"] if not cell["is_loud"])
    chosen = client.get(f"/?format=json&at={cell['column']}.{cell['row']}").json()["claims"]
    assert chosen["total"] == cell["count"]
    assert all(line["high"] > 1 for line in chosen["lines"])
    assert client.get("/?at=what").status_code == 422
