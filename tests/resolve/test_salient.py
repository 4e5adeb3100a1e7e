"""Bodies that a text goes on about by a bare noun, or by a name that is written in several ways."""

from stemma.model import SourceKind
from tests.resolve.speaking import check_apart, check_sources, resolve_all, speaker


def test_a_bare_noun_means_the_body_named_last_whose_name_tells_no_sort():
    check_sources(
        "[Corvex] said its ships were late. [The company] said it was sorry.", {"Corvex": ["Corvex", "The company"]}
    )


def test_a_bare_noun_does_not_mean_a_body_whose_name_says_that_it_is_another_sort():
    check_apart("[Halen Rowing Club] said its boats were late. [The bank] said it was sorry.", "The bank")


def test_a_bare_noun_does_not_mean_a_name_in_capitals_that_is_nowhere_heard():
    assert speaker("The PIN was known. [The company] said so.", "The company").name == "The company"
    assert speaker("He read the Bill of Rights. [The company] said so.", "The company").name == "The company"


def test_of_two_bodies_that_fit_alike_a_bare_noun_means_neither():
    check_apart("[Corvex] and [Sarvo] quarrelled. [The company] said it was sorry.", "Corvex", "Sarvo", "The company")


def test_a_name_may_open_with_a_word_that_counts():
    check_sources(
        "[All Pacific Lines] (APL) said so. [APL] added that. The crew left, [Six Rivers Bank] said.",
        {"All Pacific Lines": ["All Pacific Lines", "APL"], "Six Rivers Bank": ["Six Rivers Bank"]},
    )


def test_all_of_a_people_is_no_name():
    assert speaker("[All Canadians] said so.", "All Canadians").kind is SourceKind.GROUP


def test_a_body_is_called_by_what_stands_before_its_noun():
    check_sources(
        "[Brontel Vantis Airways] said so. [Brontel Vantis] added that.",
        {"Brontel Vantis Airways": ["Brontel Vantis Airways", "Brontel Vantis"]},
    )


def test_the_number_of_a_flight_is_no_part_of_the_airline():
    check_sources(
        "Somebody on Coral Airways Flight 17 slept. [The airline] said so.", {"Coral Airways": ["The airline"]}
    )


def test_the_police_of_a_town_are_its_police_department():
    check_sources(
        [
            "[The Halen Police Department] said so. [Halen police] added that.",
            "[Police] left. [The Halen police] said so.",
        ],
        {"Halen Police Department": ["The Halen Police Department", "Halen police"]},
    )
    check_sources(
        ["[Halen police] said so.", "[Police] said so. [The Halen police] said that."],
        {"The Halen police": ["Halen police", "Police", "The Halen police"]},
    )


def test_who_speaks_after_a_subordinate_clause_is_not_described_by_its_end():
    assert speaker("The pilot returned to the airport, [Corvex] said.", "Corvex").role is None


def test_a_spokesman_behind_a_comma_is_not_the_country_before_it():
    check_apart(
        "The ships were late in Marovia, [a ministry spokesman] said. [Marovia] denied it.",
        "a ministry spokesman",
        "Marovia",
    )


def test_two_offices_of_one_person_are_not_two_people():
    check_sources(
        "[Corvex chairman and Sarvo founder Ann Roe] said so. [Roe] left.",
        {"Ann Roe": ["Corvex chairman and Sarvo founder Ann Roe", "Roe"]},
    )


def test_a_car_is_no_country():
    resolution, _ = resolve_all("[Ann Roe], head of the car maker Corvex, said so.")
    assert "Central African Republic" not in {source.name for source in resolution.sources}


def test_a_body_named_since_is_meant_and_not_the_one_that_was_brought_in_without_a_name():
    check_sources(
        "[An airline] says a plane came back. [Corvex] was sorry. [The airline] said so.",
        {"Corvex": ["Corvex", "The airline"]},
    )


def test_a_statement_speaks_for_whoever_said_so_in_a_statement():
    check_sources(
        "In a statement, [Ann Roe] said they came back. Per Lam wept. All are safe, [the statement] said.",
        {"Ann Roe": ["Ann Roe", "the statement"]},
    )


def test_a_ship_under_a_flag_is_not_the_place_of_the_flag():
    assert speaker("A Port Halen-flagged ship sank. [It] said so.", "It") is None


def test_a_firm_that_is_called_one_is_no_person():
    check_sources(
        "The law firm Brontel Vantis is large. [The firm] said so. [Its website] showed that.",
        {"Brontel Vantis": ["The firm", "Its website"]},
    )


def test_documents_are_not_they_who_explain():
    check_sources(
        "[Several rescuers] spoke. [The documents] say that it sank. [They] explained why.",
        {"Several rescuers": ["Several rescuers", "They"]},
    )


def test_a_body_is_described_here_and_named_there():
    check_sources(
        ["[The Kenyan Space Agency] said so.", "[Kenya's space agency] said so.", "[The Ugandan space agency] left."],
        {"Kenyan Space Agency": ["The Kenyan Space Agency", "Kenya's space agency"]},
    )
    check_sources(
        ["[The Halen Police Department] said so.", "[Halen police] said so."],
        {"Halen Police Department": ["The Halen Police Department", "Halen police"]},
    )


def test_the_agency_of_a_dateline_is_not_the_place():
    check_apart("PORT HALEN, West Bank (AP) - [The West Bank] is calm. [AP] said so.", "The West Bank", "AP")


def test_a_court_or_an_army_is_not_whoever_was_named_last():
    check_apart("[Corvex] said so. [The court] said no. [The military] left.", "Corvex", "The court", "The military")


def test_a_name_behind_a_body_is_who_holds_the_office():
    check_sources(
        "[Vice Director of the Halen Space Administration Wu Yanhua] said so. [Wu] left.",
        {"Wu Yanhua": ["Vice Director of the Halen Space Administration Wu Yanhua"]},
    )


def test_a_spokeswoman_speaks_for_the_body_named_before_her_office():
    resolution, found = resolve_all(
        "[Corvex spokeswoman Ann Roe] said so.", "[A Corvex spokesman] said that. [He] left."
    )
    names = {source.id: source.name for source in resolution.sources}
    assert names[found["Corvex spokeswoman Ann Roe"][0].party] == "Corvex"
    assert found["A Corvex spokesman"][0] is not None


def test_a_statement_of_the_government_is_the_government_that_speaks():
    check_sources(
        "[The government] left. [A government statement] said so.",
        {"A government statement": ["The government", "A government statement"]},
    )


def test_one_of_many_leaks_is_not_the_leak():
    check_apart("[Harbour Leaks] said so. [The leak] shows that.", "Harbour Leaks", "The leak")


def test_the_company_is_who_is_named_before_it_not_a_firm_that_only_comes_later():
    check_sources(
        "The credit agency Corvex lost its files. [The company] is sorry. Then the same security "
        "company, Brontel, came. [Brontel] found nothing.",
        {"Corvex": ["The company"], "Brontel": ["Brontel"]},
    )


def test_who_also_says_something_is_who_spoke_last():
    check_sources(
        "[Corvex] said the company it hired, Brontel, has done its work. [The company] also said it was sorry.",
        {"Corvex": ["Corvex", "The company"]},
    )


def test_the_company_of_a_text_that_names_bodies_is_none_of_another_text():
    _, found = resolve_all(
        "The lawyers of Corvex wrote to Vantis. [The company] says nothing.",
        "A security company, [Brontel], found nothing. [Brontel] said so.",
    )
    assert [source.name for source in found["The company"] if source] != ["Brontel"]
