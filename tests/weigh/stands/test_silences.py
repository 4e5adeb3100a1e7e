import pytest

from stemma.weigh.stands.silences import find_silence, object_of


@pytest.mark.parametrize(
    ("content", "who", "what"),
    [
        ("Kesh has not publicly acknowledged the raid", "Kesh", "the raid"),
        ("both Kesh and Maravia remain silent regarding the raid", "both Kesh and Maravia", "the raid"),
        ("neither the army nor the palace has commented on the raid", "the army nor the palace", "the raid"),
        ("The army declined to comment on the raid", "The army", "the raid"),
        ("Lang could not immediately be reached", "Lang", ""),
        ("There was no immediate comment from the ministry on Thursday", "the ministry", ""),
        ("The company did not respond to a request for comment", "The company", ""),
        ("Lang could not be reached again for word on the conflicting reports", "Lang", ""),
        ("The company did not answer questions about the raid", "The company", "the raid"),
        ("The palace has yet to confirm the raid", "The palace", "the raid"),
        ("The bank did not immediately confirm these details", "The bank", ""),
    ],
)
def test_a_silence_has_who_and_on_what(content, who, what):
    found = find_silence(content)
    assert found is not None
    assert (found.who, found.what) == (who, what)


@pytest.mark.parametrize(
    "content",
    ["The army denied the raid", "The raid has not begun", "Nobody was hurt", "The palace confirmed the raid"],
)
def test_a_denial_and_an_absence_are_no_silence(content):
    assert find_silence(content) is None


def test_a_clause_about_somebody_who_kept_quiet_is_no_silence():
    assert find_silence("a girl who was filmed slapping soldiers who refused to respond") is None


def test_a_silence_on_blanks_is_on_nothing():
    assert object_of(" \u00a0") == ""
