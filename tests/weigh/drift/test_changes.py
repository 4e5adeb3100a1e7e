"""Figures, denials and the words around a quotation that were changed on the way."""

import pytest

from stemma.model import Bound, Check, SourceKind
from tests.factories import make_figure
from tests.weigh.drift.test_drift import drifts, kinds
from tests.weigh.telling import Tale, papers


def test_a_bound_of_one_quantity_is_held_together_without_a_claim():
    tale = Tale()
    for number, words in enumerate(("more than $250,000", "more than $250,000", "$250,000")):
        tale.paper(f"p{number}", f"One\nThey took {words} from the fund.")
        bound = Bound.MORE_THAN if number < 2 else Bound.EXACT
        tale.figures.append(make_figure(tale.documents[-1], f"f{number}", words, 250000, bound=bound, counts="taken"))
    tale.checks.append(Check("same_quantity", ("f0", "f1", "f2"), True, "one number can be all of them"))
    assert drifts(tale) == [("bound_changed", "$250,000")]


def test_a_bound_that_one_alone_has_may_be_what_the_others_rounded():
    tale = Tale()
    for number, words in enumerate(("$250,000", "$250,000", "more than $250,000")):
        tale.paper(f"p{number}", f"One\nThey took {words} from the fund.")
        bound = Bound.MORE_THAN if number > 1 else Bound.EXACT
        tale.figures.append(make_figure(tale.documents[-1], f"f{number}", words, 250000, bound=bound, counts="taken"))
    tale.checks.append(Check("same_quantity", ("f0", "f1", "f2"), True, "one number can be all of them"))
    assert kinds(tale) == []


def quoted_piece(lead: str) -> Tale:
    tale = Tale()
    tale.paper("herald", "One\n“This verdict is a sign that nobody stands above the sea,” Brandt said.", 3)
    tale.paper("gazette", f"Two\nBrandt said the verdict {lead} “nobody stands above the sea.”", 3)
    tale.quoted("herald", "Brandt", "This verdict is a sign that nobody stands above the sea")
    tale.quoted("gazette", "Brandt", f"the verdict {lead} “nobody stands above the sea.”")
    return tale


def test_proved_around_words_that_were_quoted_as_a_sign_is_a_changed_hedge():
    assert kinds(quoted_piece("proved that")) == ["hedge_changed"]


def test_a_fair_lead_to_a_quoted_piece_changes_nothing():
    assert kinds(quoted_piece("reminded all that")) == []


def reserved_piece(gazette: str) -> Tale:
    tale = Tale()
    whole = "Early signs suggest that the ferry was sailing much faster than is permitted"
    tale.paper("herald", f"One\n“{whole},” Brandt said.", 3)
    tale.paper("gazette", f"Two\nBrandt said {gazette}.", 3)
    tale.quoted("herald", "Brandt", whole)
    tale.quoted("gazette", "Brandt", gazette)
    return tale


def test_a_quoted_piece_without_the_reserve_that_its_speaker_kept_on_it_is_a_changed_hedge():
    assert kinds(reserved_piece("the ferry was sailing “much faster than is permitted”")) == ["hedge_changed"]


def test_a_quoted_piece_under_a_reserve_of_the_paper_is_as_its_speaker_had_it():
    assert kinds(reserved_piece("the ferry may have been sailing “much faster than is permitted”")) == []


def denial(gazette: str) -> Tale:
    tale = Tale()
    tale.paper("herald", "One\nKesh denied they carried out the strike.", 3)
    tale.paper("gazette", f"Two\nKesh denied {gazette}.", 3)
    tale.who("Kesh", None, SourceKind.GOVERNMENT)
    for paper, content in (("herald", "they carried out the strike"), ("gazette", gazette)):
        tale.deny(paper, "Kesh", content)
        item = tale.attributions[-1]
        start = item.content_spans[0].start
        tale.attributions[-1] = type(item)(
            **{name: getattr(item, name) for name in item.__slots__}
            | {"cue_span": type(item.content_spans[0])(start - len("denied "), start - 1)}
        )
    return tale


def test_a_denial_that_there_was_anything_is_wider_than_one_that_it_was_they():
    assert drifts(denial("the strike took place")) == [("scope_changed", "denied the strike took place")]


def test_two_denials_of_having_done_it_are_one():
    assert kinds(denial("any role in the strike")) == []


def test_a_copy_that_skips_the_next_sentence_with_its_no_omits_a_denial():
    tale = Tale()
    copied = "There was no early word of any casualties at the northern fish market on the quay."
    against = "Ilse Brandt of the harbour watch said nobody had been killed or wounded."
    tale.paper("herald", f"One\n{copied} {against} Rain fell.", 3)
    tale.paper("gazette", f"Two\n{copied}", 5)
    tale.said("herald", "Ilse Brandt", "nobody had been killed or wounded")
    tale.takes("gazette", "herald")
    assert drifts(tale) == [("denial_omitted", copied)]


def test_a_plain_headline_over_a_may_overstates():
    tale = Tale()
    tale.paper("herald", "Credit agency lost data of harbour workers\nThe agency may have lost credit data of workers.")
    assert kinds(tale) == ["headline_overstates"]


def test_a_headline_that_keeps_the_may_or_whose_body_says_it_plainly_as_well_is_as_it_is():
    for title, more in (
        ("Credit agency may have lost data of harbour workers", ""),
        ("Credit agency lost data of harbour workers", " The agency lost the data of all harbour workers."),
    ):
        tale = Tale()
        tale.paper("herald", f"{title}\nThe agency may have lost credit data of workers.{more}")
        assert kinds(tale) == []


def test_a_letter_or_a_space_more_a_comma_for_and_and_marked_gaps_alter_no_quotation():
    said = "We will never sell the old port and its boats to anyone from abroad"
    for other in (
        "We will never sell the old port, its boats to anyone from abroad",
        "We will never sell the old prot and its boats to anyone from abroad",
        "We will never sell the oldport and its boats to anyone from abroad",
        "We will never sell the old port ... to anyone from abroad",
    ):
        tale = Tale()
        tale.paper("herald", f"One\n“{said},” Brandt said.", 3)
        tale.paper("gazette", f"Two\n“{other},” Brandt said.", 5)
        tale.quoted("herald", "Brandt", said)
        tale.quoted("gazette", "Brandt", other)
        assert kinds(tale) == [], other


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Kesh will survive those who hate it", ["quote_altered"]),
        ("Kesh will outlive them that hate it", []),
        ("Kesh will outlive many a grief in the long course of its years and those who hate it", []),
    ],
)
def test_of_a_short_quotation_a_word_of_matter_has_to_change(other, expected):
    said = "Kesh will outlive those who hate it"
    tale = papers(f"“{said},” Brandt said.", f"“{other},” Brandt said.")
    tale.quoted("herald", "Brandt", said)
    tale.quoted("gazette", "Brandt", other)
    assert kinds(tale) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("freedom of speech", ["quote_altered"]),
        ("because we say so", []),
        ("peace. Nobody will take that from us", []),
        ("", []),
    ],
)
def test_a_quotation_that_ends_in_other_words_was_altered_and_one_that_stops_or_starts_anew_was_not(other, expected):
    lead = "This is the end of equality, of freedom of movement and of"
    mine, theirs = f"{lead} self-determination", f"{lead} {other}".strip()
    tale = papers(f"“{mine},” Brandt said.", f"“{theirs},” Brandt said.")
    tale.quoted("herald", "Brandt", mine)
    tale.quoted("gazette", "Brandt", theirs)
    assert kinds(tale) == expected


def test_few_words_in_common_after_different_beginnings_are_two_sayings():
    mine, theirs = (
        "We will try to firmly guard the lives of the people",
        "They had all in order to guard the lives of our people",
    )
    tale = papers(f"“{mine},” Brandt said.", f"“{theirs},” Brandt said.")
    tale.quoted("herald", "Brandt", mine)
    tale.quoted("gazette", "Brandt", theirs)
    assert kinds(tale) == []


def test_the_wording_that_fewer_papers_have_is_the_altered_one():
    said = "We will never {} the old port to anyone from abroad"
    tale = Tale()
    for number, verb in enumerate(("give", "sell", "sell")):
        tale.paper(f"p{number}", f"One\n“{said.format(verb)},” Brandt said.", 3 + number)
        tale.quoted(f"p{number}", "Brandt", said.format(verb))
    assert drifts(tale) == [("quote_altered", said.format("give"))]


@pytest.mark.parametrize(("who", "expected"), [("the director", ["quote_altered"]), ("Hale", [])])
def test_a_quotation_of_an_unnamed_speaker_is_held_against_that_of_a_named_one_but_not_of_another(who, expected):
    said = "We will never {} the old port to anyone from abroad"
    tale = papers(f"“{said.format('sell')},” Brandt said.", f"“{said.format('give')},” {who} said.", (3, 5))
    tale.quoted("herald", "Brandt", said.format("sell"))
    tale.quoted("gazette", who, said.format("give"))
    assert kinds(tale) == expected


def test_one_sentence_of_two_quotations_that_go_on_differently_was_altered():
    asked = "We have {} meeting of the harbour council of Tarn"
    mine = f"The boats are gone. {asked.format('also requested an urgent')}. They promised to listen."
    theirs = f"{asked.format('requested an immediate')}. Nobody in our town was ever asked for his opinion before."
    tale = papers(f"“{mine}” Brandt said.", f"“{theirs}” Brandt said.", (3, 5))
    tale.quoted("herald", "Brandt", mine)
    tale.quoted("gazette", "Brandt", theirs)
    assert drifts(tale) == [("quote_altered", theirs.split(".")[0])]


def test_words_that_one_paper_alone_left_out_are_missing_there_whatever_follows_elsewhere():
    texts = (
        "the end of equality, freedom of movement and peace",
        "the end of equality, freedom of movement and quiet",
        "the end of equality, freedom and quiet",
    )
    tale = Tale()
    for number, said in enumerate(texts):
        tale.paper(f"p{number}", f"One\nThis is “{said},” Brandt said.", 3 + number)
        tale.quoted(f"p{number}", "Brandt", said)
    assert texts[2].removesuffix(" quiet") in [words for _, words in drifts(tale)]


def test_she_and_the_bank_are_no_names_that_a_source_is_exchanged_for():
    said = "nine of the boats had been lost since the storm in May"
    for words, who in (("she", "Varga"), ("The Kesh bank", "Varga"), ("Ilse Brand", "Ilse Brand")):
        tale = Tale()
        tale.paper("herald", f"One\nIlse Brandt said {said}.")
        tale.paper("gazette", f"Two\n{words} said {said}.")
        tale.said("herald", "Ilse Brandt", said)
        tale.said("gazette", who, said, words=words)
        tale.takes("gazette", "herald")
        assert kinds(tale) == [], words


def test_the_deadliest_without_modern_is_wider_than_the_deadliest_in_modern_history():
    tale = Tale()
    tale.paper("herald", "One\nIt was the deadliest boat fire in modern Keshian history.")
    tale.paper("gazette", "Two\nIt was the deadliest boat fire in Keshian history.")
    assert drifts(tale) == [("scope_changed", "deadliest boat fire in Keshian history")]


def test_one_of_the_deadliest_and_a_superlative_of_another_thing_are_no_wider():
    for words in ("It was one of the deadliest boat fires in history.", "It was the longest boat race in history."):
        tale = Tale()
        tale.paper("herald", "One\nIt was the deadliest boat fire in modern history.")
        tale.paper("gazette", f"Two\n{words}")
        assert kinds(tale) == []


def test_a_headline_that_drops_the_limit_of_its_body_overstates():
    tale = Tale()
    tale.paper("herald", "Harbour hit by worst leak in history\nIt was the worst leak in postal history.")
    assert drifts(tale) == [("headline_overstates", "worst leak in history")]


def numbered(title: str, *figures: tuple[str, float]) -> Tale:
    tale = Tale()
    tale.paper("herald", f"{title}\n" + " ".join(f"Then {words} people were killed." for words, _ in figures))
    for number, (words, value) in enumerate(figures):
        tale.figures.append(make_figure(tale.documents[0], f"f{number}", words, value, counts="killed"))
    return tale


def test_a_headline_with_fewer_dead_than_its_body_contradicts_it():
    assert drifts(numbered("Ferry fire: 58 killed in port", ("61", 61))) == [("self_contradiction", "58 killed")]


def test_a_headline_whose_number_stands_below_it_or_is_the_sum_of_what_does_contradicts_nothing():
    assert kinds(numbered("Ferry fire: 58 killed in port", ("61", 61), ("58", 58))) == []
    assert kinds(numbered("Ferry fire: 58 killed in port", ("40", 40))) == []


def test_officials_of_a_named_house_are_no_blur_of_it():
    said = "the fleet had lost nine of its boats since the storm in early May"
    tale = Tale()
    tale.paper("herald", f"One\nIts chief, Harbourworks, said {said}.")
    tale.paper("gazette", f"Two\nHarbourworks officials said {said}.")
    tale.who("Harbourworks", None, SourceKind.ORGANISATION)
    tale.who("Harbourworks officials", None, SourceKind.GROUP)
    tale.said("herald", "Harbourworks", said)
    tale.said("gazette", "Harbourworks officials", said)
    assert kinds(tale) == []


def test_nobody_hurt_denies_a_number_and_changes_none():
    tale = Tale()
    for number, value in enumerate((2, 2, 0)):
        words = "no one" if not value else "two"
        tale.paper(f"p{number}", f"One\nThey say {words} was hurt.")
        tale.figures.append(make_figure(tale.documents[-1], f"f{number}", words, value, counts="injured"))
    tale.checks.append(Check("same_quantity", ("f0", "f1", "f2"), False, "no one number"))
    assert kinds(tale) == []


def test_who_stands_beside_the_words_is_not_exchanged_for_their_speaker():
    said = "nine of the boats had been lost since the storm in May"
    tale = Tale()
    tale.paper("herald", f"One\nIlse Brand said {said}.")
    tale.paper("gazette", f"Two\nIlse Brand told Jon Varga that {said}.")
    tale.said("herald", "Ilse Brand", said)
    tale.said("gazette", "Jon Varga", said)
    tale.takes("gazette", "herald")
    assert kinds(tale) == []


def described(words: str, said: str) -> Tale:
    tale = Tale()
    tale.paper("herald", "One\nIlse Brandt said the northern ferry sailed at twice the speed that the harbour permits.")
    tale.paper("gazette", f"Two\n{words} said {said}.")
    tale.who("Ilse Brandt")
    tale.who(words, None, SourceKind.GROUP)
    tale.said("herald", "Ilse Brandt", "the northern ferry sailed at twice the speed that the harbour permits")
    tale.said("gazette", words, said)
    return tale


def test_investigators_who_say_what_one_with_a_name_says_elsewhere_are_a_blur():
    tale = described("investigators", "the ferry sailed at twice the speed that its harbour permits")
    assert drifts(tale) == [("source_blurred", "investigators")]


def test_investigators_who_say_something_else_in_one_claim_are_themselves():
    assert kinds(described("investigators", "the ferry was found to have a cracked hull and no pumps")) == []


def counted(*told: tuple[str, str, float, Bound], holds: bool = True) -> Tale:
    """Return papers of one quantity, each with its sentence, the words for the number in it, its value and bound."""
    tale = Tale()
    for number, (sentence, words, value, bound) in enumerate(told):
        tale.paper(f"p{number}", f"{number} One\n{sentence}", day=number + 1)
        tale.figures.append(make_figure(tale.documents[-1], f"f{number}", words, value, bound=bound, counts="people"))
    ids = tuple(figure.id for figure in tale.figures)
    tale.checks.append(Check("same_quantity", ids, holds, "one quantity"))
    return tale


def test_more_than_a_number_that_nobody_rounds_is_a_changed_bound():
    plain = ("They took 51 people to hospital.", "51 people", 51, Bound.EXACT)
    odd = ("They took more than 51 people to hospital.", "more than 51 people", 51, Bound.MORE_THAN)
    assert drifts(counted(plain, plain, odd, holds=False)) == [("bound_changed", "more than 51 people")]


def test_a_number_told_plainly_that_was_told_with_may_have_has_lost_its_reserve():
    reserved = ("The leak may have exposed 143,205 clients.", "143,205 clients", 143205, Bound.EXACT)
    plain = ("In all 143,205 clients were exposed in May.", "143,205 clients", 143205, Bound.EXACT)
    found = kinds(counted(reserved, plain))
    assert found == ["hedge_changed"]


def test_a_number_that_keeps_its_reserve_or_was_told_plainly_first_has_lost_none():
    reserved = ("The leak may have exposed 143,205 clients.", "143,205 clients", 143205, Bound.EXACT)
    kept = ("Some 143,205 clients were potentially exposed.", "143,205 clients", 143205, Bound.EXACT)
    plain = ("In all 143,205 clients were exposed in May.", "143,205 clients", 143205, Bound.EXACT)
    assert kinds(counted(reserved, kept)) == []
    assert kinds(counted(plain, reserved)) == []


def test_a_round_number_in_other_words_tells_of_no_lost_reserve():
    reserved = ("The leak may have exposed 200 clients.", "200 clients", 200, Bound.EXACT)
    plain = ("The firm has 200 clients on the coast.", "200 clients", 200, Bound.EXACT)
    assert kinds(counted(reserved, plain)) == []


def test_a_number_that_fits_none_of_those_that_fit_each_other_was_changed():
    between = ("He fell 10 feet.", "10 feet", 10, Bound.ABOUT)
    about = ("He fell about 11 feet.", "about 11 feet", 11, Bound.ABOUT)
    odd = ("He fell 15ft.", "15ft", 15, Bound.EXACT)
    tale = counted(between, about, odd, holds=False)
    assert drifts(tale) == [("figure_changed", "15ft")]
