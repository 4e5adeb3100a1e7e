"""Who brings a charge that the text puts in the passive, and who is not the source of what is alleged of them."""

from dataclasses import replace

from stemma.model import Attribution, Span, make_id
from stemma.resolve import resolve
from tests.resolve.speaking import document, read


def passive(text: str, accused: str, cue: str, content: str) -> Attribution:
    """Return a charge without a source: the accused and what follows the cue are what is said."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (accused, cue, content)]
    said = (spans[0], spans[2])
    return Attribution(make_id("a", cue), "d0", said, f"{accused} {content}", cue_span=spans[1])


def check_accuser(marked: str, expected: str | None, charge: tuple[str, str, str]) -> None:
    """Hold the source of a passive *charge* (accused, cue, content) in a text with its sources in brackets."""
    made, said = read(marked)
    found = resolve([made], [*said, passive(made.text, *charge)])
    names = {source.id: source.name for source in found.sources}
    assert names.get(found.attributions[-1].source or "") == expected


def test_the_grand_jury_that_indicted_somebody_brings_the_charge_that_has_no_agent():
    check_accuser(
        "[A grand jury in Halen] indicted the Roes. Mayor Ann Roe was charged with hiding gifts.",
        "A grand jury in Halen",
        ("Mayor Ann Roe", "was charged with", "hiding gifts"),
    )


def test_another_accused_has_other_accusers():
    check_accuser(
        "[A grand jury in Halen] indicted Mayor Ann Roe. Senator Per Lam was charged with hiding gifts.",
        None,
        ("Senator Per Lam", "was charged with", "hiding gifts"),
    )


def test_of_two_who_charge_the_same_person_neither_is_guessed():
    check_accuser(
        "[A grand jury in Halen] indicted Ann Roe. [A grand jury in Vare] indicted Ann Roe. "
        "Mayor Ann Roe was charged with hiding gifts.",
        None,
        ("Mayor Ann Roe", "was charged with", "hiding gifts"),
    )


def test_who_allegedly_did_it_is_not_who_alleges_it():
    text = "Ann Roe allegedly hid the gifts."
    item = Attribution("a", "d0", (Span(18, 31),), "hid the gifts", source_span=Span(0, 7), cue_span=Span(8, 17))
    found = resolve([document(text)], [item])
    assert [source.kind for source in found.sources] == ["unnamed"]
    assert found.attributions[0] == replace(item, source_span=None, source=found.sources[0].id)
