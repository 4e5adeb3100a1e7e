"""What a browser sends of a form: all its fields, those that are left empty too."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from stemma.case import CaseView

FORM = re.compile(r"<form(?P<head>[^>]*)>(?P<fields>.*?)</form>", re.DOTALL)
NAME = re.compile(r'<(?:input|select)[^>]* name="([^"]+)"')


def ways_of_forms(address: str, page: str) -> Iterator[str]:
    """Yield where each form that asks leads, when nothing is filled in."""
    for form in FORM.finditer(page):
        if 'method="post"' not in form["head"]:
            action = re.search(r'action="([^"]+)"', form["head"])
            yield f"{action[1] if action else address}?{urlencode(dict.fromkeys(NAME.findall(form['fields']), ''))}"


@pytest.mark.parametrize(
    "address",
    ["/", "/search", "/stories", "/documents", "/sources", "/log"]
    + [f"/stories/{{}}{part}" for part in ("", "/positions", "/figures", "/drift", "/days")],
)
def test_a_form_that_is_sent_as_it_is_has_an_answer(client: TestClient, view: CaseView, address: str):
    address = address.format(view.stories().lines[0].id)
    ways = [*ways_of_forms(address, client.get(address).text)]
    assert ways
    assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)
