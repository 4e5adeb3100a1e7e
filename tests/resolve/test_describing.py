"""Whom descriptions mean: bodies without a name, and what stands beside a name."""

from tests.resolve.speaking import check_apart, check_sources, resolve_all


def test_a_body_is_one_whichever_way_it_is_said_whose_it_is():
    check_sources(
        [
            "[Kesh's water ministry] said the dam was shut.",
            "[The water ministry of Kesh] said the dam was safe.",
        ],
        {"The water ministry of Kesh": ["Kesh's water ministry", "The water ministry of Kesh"]},
    )


def test_a_body_told_by_what_it_does_is_the_one_that_another_paper_says_whose_it_is():
    check_sources(
        ["[Maravia's rescue service] said two were hurt.", "[The rescue service] said nobody was missing."],
        {"Maravia's rescue service": ["Maravia's rescue service", "The rescue service"]},
    )


def test_bodies_of_two_states_are_two():
    check_apart(
        ["[Maravia's water ministry] said so.", "[Kesh's water ministry] denied it."],
        "Maravia's water ministry",
        "Kesh's water ministry",
    )


def test_whoever_has_ministers_is_a_party():
    texts = (
        "[Kesh's water ministry] denied it. Kesh's army was sent to the dam, [officials in Kesh] said.",
        "Kesh's Interior Minister [Ann Roe] said the dam was shut.",
    )
    resolution, _ = resolve_all(*texts)
    names = {s.id: s.name for s in resolution.sources}
    parties = {s.name: names.get(s.party or "") for s in resolution.sources}
    assert parties["Kesh's water ministry"] == parties["officials in Kesh"] == "Kesh"


def test_a_person_s_government_makes_the_person_no_state():
    texts = "[Carl Dane] left. Dane's government said so. [Dane's minister] spoke."
    resolution, _ = resolve_all(texts)
    assert {s.party for s in resolution.sources if s.name == "Carl Dane"} == {None}
    assert all(s.kind != "government" for s in resolution.sources)


def test_a_spokesman_speaks_for_the_body_that_his_text_describes():
    resolution, found = resolve_all("[The rescue service] said so. [Rescue service spokesman Tom Lind] said more.")
    spokesman, service = found["Rescue service spokesman Tom Lind"][0], found["The rescue service"][0]
    assert spokesman is not None
    assert service is not None
    assert spokesman.party == service.id
    assert resolution.sources


def test_who_speaks_behind_an_opening_phrase_does_not_describe_the_name_in_it():
    check_sources(
        "[Karl Lind] directed the film. In an interview with Hugo Broz, [the director] said the weir leaks. [He] left.",
        {"Karl Lind": ["Karl Lind"], "the director": ["the director"]},
    )


def test_a_verb_with_its_object_describes_nobody():
    check_sources(
        "The article, by Hugo Broz, described the mayor as tired. [Karl Lind], the mayor, spoke. [The mayor] said no.",
        {"Karl Lind": ["Karl Lind", "The mayor"]},
    )
