"""Attributions that were dropped."""

from stemma.model import SourceKind, Stance
from tests.factories import span_of
from tests.weigh.drift.test_drift import drifts, kinds
from tests.weigh.telling import Tale, march, papers

LAID = "Masked men had laid the harbour fire with petrol stolen from a quarry"


def test_what_another_paper_quotes_word_for_word_was_dropped():
    tale = papers(f"“{LAID},” Brandt said.", f"{LAID}.")
    tale.quoted("herald", "Brandt", LAID)
    assert drifts(tale) == [("attribution_dropped", f"{LAID}.")]


def test_what_a_paper_gives_to_someone_itself_was_not_dropped():
    tale = papers(f"“{LAID},” Brandt said.", f"{LAID}. Brandt said {LAID}.")
    tale.quoted("herald", "Brandt", LAID)
    tale.said("gazette", "Brandt", LAID)
    assert kinds(tale) == []


def test_what_stands_between_quotation_marks_or_says_i_is_not_the_papers_own_voice():
    for words in (f"“{LAID}.”", f"I saw it: {LAID}."):
        tale = papers(f"“{LAID},” Brandt said.", words)
        tale.quoted("herald", "Brandt", LAID)
        assert kinds(tale) == []


def test_a_post_with_its_signature_is_not_the_papers_own_voice():
    tale = papers(f"“{LAID},” Brandt said.", f"{LAID}. — Ilse Brandt (@brandt) March 3")
    tale.quoted("herald", "Brandt", LAID)
    assert kinds(tale) == []


def test_nobody_can_have_it_from_a_later_paper():
    tale = papers(f"“{LAID},” Brandt said.", f"{LAID}.", days=(9, 3))
    tale.quoted("herald", "Brandt", LAID)
    assert kinds(tale) == []


def test_other_numbers_are_another_statement():
    said = "some {} seal hunters lived on the northern island of Harrow through the winter"
    for theirs, mine in (("300", "450"), ("forty-two", "18")):
        tale = papers(f"Brandt said {said.format(theirs)}.", f"{said.format(mine).capitalize()}.")
        tale.said("herald", "Brandt", said.format(theirs))
        assert kinds(tale) == []


def test_allegedly_hides_whom_another_paper_names():
    tale = papers(
        "Prosecutor Brandt said the treasurer had warned of questionable purchases of fishing gear.",
        "The treasurer allegedly had warned of questionable purchases of gear.",
    )
    tale.said("herald", "Brandt", "the treasurer had warned of questionable purchases of fishing gear")
    assert kinds(tale) == ["attribution_dropped"]


def test_a_forecast_in_the_papers_own_voice_is_the_analysts():
    tale = papers(
        "The Harbour Institute suggests that the council is unlikely to publish the quarry report.",
        "The council will likely refuse to publish its quarry report.",
    )
    tale.who("Harbour Institute", None, SourceKind.ORGANISATION)
    tale.said(
        "herald",
        "Harbour Institute",
        "the council is unlikely to publish the quarry report",
        stance=Stance.SUGGEST,
    )
    assert kinds(tale) == ["attribution_dropped"]


def accusation(gazette: str) -> Tale:
    tale = papers("Varga accused Kesh of attacking the port. The army of Kesh denied attacking the port.", gazette)
    tale.who("Kesh", "Kesh", SourceKind.GOVERNMENT)
    tale.who("army of Kesh", "Kesh", SourceKind.GOVERNMENT)
    tale.said("herald", "Varga", "Kesh of attacking the port", cue="accused")
    tale.deny("herald", "army of Kesh", "attacking the port")
    return tale


def test_an_act_that_its_accused_denies_told_as_a_fact_is_the_accusers():
    found = drifts(accusation("Kesh attacked a sleeping village on Tuesday."))
    assert found == [("attribution_dropped", "Kesh attacked a sleeping village on Tuesday.")]


def test_an_accusation_told_with_distance_or_of_another_keeps_its_source():
    for words in ("Kesh allegedly attacked a village.", "Fighters near Kesh attacked a village.", "Kesh waited."):
        assert kinds(accusation(words)) == []


def test_of_dropped_attributions_a_paper_shows_a_few():
    tale = Tale()
    words = ("fire", "mine", "cable", "trap")
    lines = [f"masked men from the {word} quarry laid that {word} on purpose near {word} point" for word in words]
    tale.paper("herald", "One\n" + "\n".join(f"“{line},” Brandt said." for line in lines))
    tale.paper("gazette", "Two\n" + "\n".join(f"{line.capitalize()}." for line in lines))
    for line in lines:
        tale.quoted("herald", "Brandt", line)
    assert kinds(tale) == ["attribution_dropped"] * 2


def test_a_page_that_says_we_throughout_is_its_own_source():
    ours = " We built the pier. Our boats are new. We sail at noon."
    tale = papers(f"“{LAID},” Brandt said.", f"{LAID}.{ours}")
    tale.quoted("herald", "Brandt", LAID)
    assert kinds(tale) == []


def fact(line: str) -> Tale:
    said = "the northern fish market would open late on Sunday after repairs of its wooden pier"
    tale = papers(f"Brandt said {said}.", line)
    tale.said("herald", "Brandt", said)
    return tale


def test_a_fact_told_so_alike_that_it_is_one_statement_was_dropped():
    assert kinds(fact("The northern fish market opens late on Sunday, after repairs of the pier.")) == [
        "attribution_dropped"
    ]


def test_what_somebody_else_is_told_to_have_seen_is_another_statement():
    tale = fact("Ilse Varga found the northern fish market open late on Sunday, after repairs of the pier.")
    tale.who("Ilse Varga")
    assert kinds(tale) == []


def test_a_relay_stands_for_whom_it_does_not_name():
    tale = papers(f"The Courier, citing officials, said {LAID}.", f"{LAID}.")
    relay = ("Courier", span_of(tale.documents[0].text, "Courier"))
    tale.who("Courier", kind=SourceKind.OUTLET)
    tale.who("officials", kind=SourceKind.UNNAMED)
    tale.said("herald", "officials", LAID, relays=(relay,))
    assert drifts(tale) == [("attribution_dropped", f"{LAID}.")]


def test_what_stands_in_one_claim_may_be_less_alike():
    said = "the crew will stay aboard until the harbour inquiry has ended and the northern owners have paid wages owed"
    said += " since early spring to sailors"
    told = "The crew stays aboard until the inquiry."
    for claim, expected in (("crew", [("attribution_dropped", told)]), (None, [])):
        tale = papers(f"Brandt said {said}.", told)
        tale.said("herald", "Brandt", said, claim="crew")
        if claim:
            tale.said("gazette", None, told.rstrip("."), claim)
        assert drifts(tale) == expected


def test_a_later_paper_may_tell_who_said_it_before():
    tale = papers(f"On 2 March Brandt said {LAID}.", f"{LAID}.", days=(9, 3))
    tale.said("herald", "Brandt", LAID, on=march(2))
    assert drifts(tale) == [("attribution_dropped", f"{LAID}.")]
