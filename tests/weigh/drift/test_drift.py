from stemma.model import Bound, Check, Drift, Interval, SourceKind
from stemma.weigh import find_drift
from tests.factories import make_figure
from tests.weigh.telling import Tale, march, papers


def drifts(tale: Tale) -> list[tuple[str, str]]:
    """Return the kind and the words of each drift, after a look at both its places."""
    texts = {document.id: document.text for document in tale.documents}
    found: list[Drift] = list(find_drift(tale.brief()))
    for one in found:
        assert one.against.span.cut(texts[one.against.document]).strip()
        assert one.explanation.endswith(".")
    return [(one.kind, one.place.span.cut(texts[one.place.document])) for one in found]


def kinds(tale: Tale) -> list[str]:
    return [kind for kind, _ in drifts(tale)]


def test_denies_in_the_headline_over_silence_in_the_body_overstates():
    tale = Tale()
    tale.paper("herald", "Institute: Kesh denies raid on the port\nKesh has not acknowledged the raid on the port.")
    tale.who("Kesh", kind=SourceKind.GOVERNMENT)
    assert drifts(tale) == [("headline_overstates", "Kesh denies")]


def test_denies_in_the_headline_over_a_denial_is_as_it_is():
    tale = Tale()
    tale.paper("herald", "Kesh denies raid\nKesh denied the raid. Kesh has not commented on the harbour.")
    tale.who("Kesh", kind=SourceKind.GOVERNMENT)
    tale.deny("herald", "Kesh", "the raid.")
    assert kinds(tale) == []


def test_a_think_tank_that_is_named_elsewhere_was_blurred():
    tale = Tale()
    tale.paper("herald", "One\nThe Harbour Institute found that the fleet had shrunk.")
    tale.paper("gazette", "Two\nA report from an Oslo-based think tank found that the fleet was smaller.")
    tale.who("the Harbour Institute", None, SourceKind.ORGANISATION, "The Harbour Institute")
    tale.said("herald", "the Harbour Institute", "the fleet had shrunk", words="The Harbour Institute")
    tale.said("gazette", "the Harbour Institute", "the fleet was smaller", words="an Oslo-based think tank")
    assert drifts(tale) == [("source_blurred", "an Oslo-based think tank")]


def test_a_think_tank_named_beside_its_description_was_not_blurred():
    tale = Tale()
    tale.paper("herald", "One\nThe Harbour Institute found that the fleet had shrunk.")
    tale.paper("gazette", "Two\nA report from a think tank, The Harbour Institute, found that the fleet was smaller.")
    tale.who("the Harbour Institute", None, SourceKind.ORGANISATION, "The Harbour Institute")
    tale.said("herald", "the Harbour Institute", "the fleet had shrunk", words="The Harbour Institute")
    tale.said("gazette", "the Harbour Institute", "the fleet was smaller", words="a think tank")
    assert kinds(tale) == []


def test_analysts_for_a_named_source_in_nearly_the_same_words_are_a_blur():
    tale = Tale()
    tale.paper("herald", "One\nBrandt said the fleet had lost nine of its boats since the storm.")
    tale.paper("gazette", "Two\nanalysts said the fleet had lost nine of its boats since that storm.")
    tale.said("herald", "Brandt", "the fleet had lost nine of its boats since the storm")
    tale.said("gazette", "analysts", "the fleet had lost nine of its boats since that storm")
    assert drifts(tale) == [("source_blurred", "analysts")]


def test_claimed_where_two_others_have_said_is_a_changed_hedge():
    tale = Tale()
    for paper, cue in (("herald", "said"), ("gazette", "told"), ("metro", "claimed")):
        tale.paper(paper, f"One\nBrandt {cue} the fire was laid.")
        tale.said(paper, "Brandt", "the fire was laid", cue=cue)
    assert drifts(tale) == [("hedge_changed", "claimed the fire was laid")]


def test_one_paper_against_one_shows_no_changed_hedge():
    tale = Tale()
    for paper, cue in (("herald", "said"), ("metro", "claimed")):
        tale.paper(paper, f"One\nBrandt {cue} the fire was laid.")
        tale.said(paper, "Brandt", "the fire was laid", cue=cue)
    assert kinds(tale) == []


def figures_tale(*figures: tuple[str, float, Bound, Interval | None]) -> Tale:
    tale = Tale()
    for number, (words, value, bound, when) in enumerate(figures):
        paper = f"p{number}"
        tale.paper(paper, f"One\nBrandt said {words} people were hurt.")
        made = tale.said(paper, "Brandt", f"{words} people were hurt")
        document = tale.documents[-1]
        figure = make_figure(
            document, f"f{number}", words, value, bound=bound, when=when, counts="hurt", attribution=made
        )
        tale.figures.append(figure)
    return tale


def test_a_bound_that_two_have_and_one_has_lost_was_changed():
    tale = figures_tale(
        ("at least 12", 12, Bound.AT_LEAST, None),
        ("more than 12", 12, Bound.MORE_THAN, None),
        ("12", 12, Bound.EXACT, None),
    )
    assert drifts(tale) == [("bound_changed", "12")]


def test_a_figure_dated_otherwise_than_two_others_changed_its_time():
    tale = figures_tale(
        ("12", 12, Bound.EXACT, march(3)), ("12", 12, Bound.EXACT, march(3)), ("12", 12, Bound.EXACT, march(9))
    )
    assert drifts(tale) == [("time_changed", "12")]


def test_a_value_that_stands_alone_against_two_was_changed():
    tale = figures_tale(("14", 14, Bound.EXACT, None), ("12", 12, Bound.EXACT, None), ("12", 12, Bound.EXACT, None))
    tale.checks.append(Check("same_quantity", ("f0", "f1", "f2"), False, "14 is not 12"))
    assert drifts(tale) == [("figure_changed", "14")]


def test_one_region_of_two_countries_changed_its_place():
    tale = Tale()
    tale.paper("herald", "One\nTroops stood in the Finnish Karlsund Province.\nThey left Finland's Karlsund Province.")
    tale.paper("gazette", "Two\nTroops stood in Sweden's Karlsund Province.")
    assert drifts(tale) == [("place_changed", "Sweden's Karlsund Province")]


def test_a_copy_that_drops_before_the_vote_changed_the_scope():
    tale = Tale()
    said = "Brandt warned of a sudden closure of the northern port."
    tale.paper("herald", f"One\nIn a speech before the vote, {said}")
    tale.paper("gazette", f"Two\n{said}")
    tale.said("gazette", "Brandt", "a sudden closure of the northern port")
    tale.takes("gazette", "herald")
    assert kinds(tale) == ["scope_changed"]


def test_a_word_changed_inside_a_quotation_is_an_altered_quote():
    tale = Tale()
    tale.paper("herald", "One\n“We will never sell the old port to anyone from abroad,” Brandt said.", 3)
    tale.paper("gazette", "Two\n“We will never give the old port to anyone from abroad,” Brandt said.", 5)
    tale.quoted("herald", "Brandt", "We will never sell the old port to anyone from abroad")
    tale.quoted("gazette", "Brandt", "We will never give the old port to anyone from abroad")
    tale.takes("gazette", "herald")
    assert drifts(tale) == [("quote_altered", "We will never give the old port to anyone from abroad")]


def test_a_word_that_is_put_into_a_quotation_is_told_as_such():
    said = "We will never {}sell the old port to anyone from abroad"
    for there, here, told in (("", "gladly ", "put in"), ("gladly ", "", "left out")):
        tale = papers(f"“{said.format(there)},” Brandt said.", f"“{said.format(here)},” Brandt said.", days=(3, 5))
        tale.quoted("herald", "Brandt", said.format(there))
        tale.quoted("gazette", "Brandt", said.format(here))
        (found,) = find_drift(tale.brief())
        assert found.explanation == f"In the words of Brandt, “gladly” was {told}."


def test_a_shortened_quotation_and_another_spelling_are_not_altered():
    tale = papers(
        "“We will never sell the old harbour to anyone from abroad, never,” Brandt said.",
        "“We will never sell the old harbor to anyone from abroad,” Brandt said.",
    )
    tale.quoted("herald", "Brandt", "We will never sell the old harbour to anyone from abroad, never")
    tale.quoted("gazette", "Brandt", "We will never sell the old harbor to anyone from abroad")
    assert kinds(tale) == []


def denied_in_one() -> Tale:
    tale = papers("Brandt said the fire was laid. Varga denied it was laid.", "Brandt said the fire was laid.")
    tale.said("herald", "Brandt", "the fire was laid")
    tale.deny("herald", "Varga", "it was laid")
    tale.said("gazette", "Brandt", "the fire was laid")
    return tale


def test_a_copy_without_the_denial_beside_the_claim_omits_it():
    tale = denied_in_one()
    tale.takes("gazette", "herald")
    assert drifts(tale) == [("denial_omitted", "the fire was laid")]


def test_a_paper_that_took_nothing_from_the_other_omits_nothing():
    assert kinds(denied_in_one()) == []


def test_a_copied_sentence_in_another_mouth_changed_its_source():
    said = "nine of the boats had been lost since the storm in May"
    tale = papers(f"Brandt said {said}.", f"Varga said {said}.")
    tale.said("herald", "Brandt", said)
    tale.said("gazette", "Varga", said)
    tale.takes("gazette", "herald")
    assert ("source_changed", said) in drifts(tale)


def test_officials_confirm_in_the_headline_over_officials_say_in_the_body_overstates():
    tale = Tale()
    tale.paper("herald", "Officials confirm pirates sank ferry\nOfficials in Kesh say that pirates sank the ferry.")
    tale.said("herald", "Officials in Kesh", "pirates sank the ferry", cue="say")
    assert drifts(tale) == [("headline_overstates", "Officials confirm")]


def test_officials_confirm_over_a_body_that_confirms_is_as_it_is():
    tale = Tale()
    tale.paper(
        "herald", "Officials confirm pirates sank ferry\nOfficials say pirates sank the ferry, and confirmed it."
    )
    tale.said("herald", "Officials", "pirates sank the ferry", cue="say")
    assert kinds(tale) == []


def test_analysts_who_say_twice_what_one_institute_says_are_a_blur():
    tale = Tale()
    tale.paper("herald", "One\nHarbour Institute said the fleet had shrunk. Harbour Institute said ice came early.")
    tale.paper("gazette", "Two\nanalysts said there were fewer boats. analysts said winter came soon.")
    tale.who("Harbour Institute", None, SourceKind.ORGANISATION)
    tale.who("analysts", None, SourceKind.GROUP)
    tale.said("herald", "Harbour Institute", "the fleet had shrunk", claim="fleet")
    tale.said("herald", "Harbour Institute", "ice came early", claim="ice")
    tale.said("gazette", "analysts", "there were fewer boats", claim="fleet")
    assert kinds(tale) == []
    tale.said("gazette", "analysts", "winter came soon", claim="ice")
    assert drifts(tale) == [("source_blurred", "analysts")]


def test_an_accusation_is_no_plain_telling_against_which_claimed_is_a_changed_hedge():
    tale = Tale()
    for paper, cue in (("herald", "accused them"), ("gazette", "accused them"), ("metro", "claimed")):
        tale.paper(paper, f"One\nBrandt {cue} the fire was laid.")
        tale.said(paper, "Brandt", "the fire was laid", cue=cue)
    assert kinds(tale) == []
