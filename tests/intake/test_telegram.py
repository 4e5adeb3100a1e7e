import json

import pytest

from stemma.errors import UnreadableError
from stemma.model.item import Item
from tests.intake.taking import message, read_all, take, telegram

pytest.importorskip("ijson", reason="needs stemma-news[formats]")

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
Orvane Live
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">3 March 2023</div></div>
<div class="message default clearfix" id="message7"><div class="pull_left userpic_wrap"></div><div class="body">
<div class="pull_right date details" title="03.03.2023 16:20:00 UTC+01:00">16:20</div>
<div class="from_name">Mira </div><div class="text">The dam holds, the mayor said.<br>Schools stay closed.</div>
</div></div>
<div class="message default clearfix joined" id="message8"><div class="body">
<div class="pull_right date details" title="03.03.2023 16:21:00 UTC+01:00">16:21</div>
<div class="forwarded body"><div class="from_name">чайка ⚓
<span class="date details" title="02.03.2023 09:00:00"> 02.03</span>
</div><div class="text">Two bridges fell, the fire service said.</div></div></div></div>
<div class="message default clearfix joined" id="message9"><div class="body">
<div class="pull_right date details" title="03.03.2023 16:22:00 UTC+01:00">16:22</div>
<div class="forwarded body"><div class="text">A third may follow, it said.</div></div></div></div>
</div></div></div></body></html>"""


def test_each_post_is_a_document_with_its_channel_day_and_address():
    (layer,) = read_all(telegram(message(7, ["The ", {"type": "bold", "text": "dam"}, " holds.\n\nSo far."])), "r.json")
    assert layer.text == "The dam holds.\n\nSo far.\n\n"
    assert (layer.outlet, layer.published, layer.url) == (
        "Orvane Live",
        "2023-03-03T16:00:00",
        "https://t.me/c/12/7",
    )


def test_a_forward_keeps_whose_post_it_is_whatever_that_is_called():
    (layer,) = read_all(telegram(message(7, "The dam holds.", forwarded_from="чайка ⚓ News")), "r.json")
    assert layer.forwarded_from is not None
    assert layer.forwarded_from.cut(layer.text) == "чайка ⚓ News"


def test_a_post_is_known_by_its_number_and_its_bytes_are_an_export_of_nothing_else():
    first, second = take(telegram(message(7, "One."), message(9, "Two.")), "result.json")
    assert isinstance(second, Item)
    assert second.path == "result.json#9"
    assert take(second.data, "x.json") == [Item("x.json#9", second.data)]
    assert first != second


def test_an_export_of_all_chats_names_the_chat_too():
    chats = [
        {"name": name, "type": "public_channel", "id": id, "messages": [message(1, f"{name} says so.")]}
        for id, name in ((5, "Port"), (6, "Dam"))
    ]
    data = json.dumps({"about": "Here is the data you requested.", "chats": {"about": "", "list": chats}}).encode()
    assert [(layer.outlet, layer.text) for layer in read_all(data, "r.json")] == [
        ("Port", "Port says so.\n\n"),
        ("Dam", "Dam says so.\n\n"),
    ]


def test_messages_of_the_app_itself_are_no_posts():
    assert take(telegram({"id": 1, "type": "service", "action": "pin_message", "text": ""}), "r.json") == []


def test_an_export_that_is_cut_off_gives_what_stands_before_and_says_so():
    data = telegram(message(1, "One."), message(2, "Two."), message(3, "Three."))
    *items, error = take(data[:-60], "result.json")
    assert len(items) == 2
    assert str(error).startswith("result.json: is cut off")


def test_an_object_in_an_object_without_end_is_refused():
    data = telegram(message(1, "x")).replace(b'"x"', b'{"a":' * 5000)
    (error,) = take(data, "r.json")
    assert isinstance(error, UnreadableError)


def test_brackets_without_end_are_refused_before_they_fill_the_memory():
    data = telegram(message(1, "One.")).replace(b'"messages": [', b'"messages": [' + b"[" * 2_000_000)
    (error,) = take(data, "r.json")
    assert isinstance(error, UnreadableError)


def test_a_page_of_an_export_gives_each_post_the_name_that_the_app_wrote_once():
    plain, forward, joined = read_all(PAGE.encode(), "messages.html")
    assert (plain.outlet, plain.authors, plain.published) == ("Orvane Live", ("Mira",), "2023-03-03T16:20:00")
    assert plain.text == "The dam holds, the mayor said.\n\nSchools stay closed.\n\n"
    for layer in (forward, joined):
        assert layer.forwarded_from is not None
        assert layer.forwarded_from.cut(layer.text) == "чайка ⚓"
        assert layer.authors == ("Mira",)
    assert joined.text.endswith("A third may follow, it said.\n\n")


def test_the_same_export_gives_the_same_bytes():
    data = telegram(message(1, "One."))
    assert take(data, "a.json") == take(data, "a.json")
    assert take(PAGE.encode(), "a.html") == take(PAGE.encode(), "a.html")
