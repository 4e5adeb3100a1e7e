"""What was found out of a case is kept until something in it changes."""

from stemma.case.looking.lasting import Lasting


class Asked:
    """Counts how often it is asked, of a case that a test changes."""

    def __init__(self) -> None:
        self.state, self.keys = "first", list[str]()
        self.lasting = Lasting(lambda: self.state, self.find)

    def find(self, key: str) -> str | None:
        self.keys.append(key)
        return f"{key} {self.state}" if key != "nothing" else None


def test_it_is_found_out_once_in_a_state():
    asked = Asked()
    assert [asked.lasting.get(key) for key in ("a", "b", "a")] == ["a first", "b first", "a first"]
    assert asked.keys == ["a", "b"]


def test_it_is_found_out_anew_when_something_has_changed():
    asked = Asked()
    asked.lasting.get("a")
    asked.state = "second"
    assert asked.lasting.get("a") == "a second"
    assert asked.lasting.get("a") == "a second"
    assert asked.keys == ["a", "a"]


def test_while_the_state_is_not_known_nothing_is_kept():
    asked = Asked()
    asked.state = ""
    assert [asked.lasting.get("a"), asked.lasting.get("a")] == ["a ", "a "]
    assert asked.keys == ["a", "a"]


def test_nothing_is_not_kept():
    asked = Asked()
    assert asked.lasting.get("nothing") is asked.lasting.get("nothing") is None
    assert asked.keys == ["nothing", "nothing"]
