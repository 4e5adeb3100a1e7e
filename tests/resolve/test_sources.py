"""What a source is shown as."""

from dataclasses import replace

import pytest

from stemma.model import SourceKind
from stemma.resolve import resolve
from tests.resolve.speaking import check_sources, read, resolve_all


def test_a_body_is_shown_under_the_name_that_most_reports_write():
    check_sources(
        ["[Halen Coral Airways] was late.", "[The Halen Coral Airways] said so.", "[Halen-Coral Airways Inc.] left."],
        {"Halen Coral Airways": ["Halen Coral Airways", "The Halen Coral Airways", "Halen-Coral Airways Inc."]},
    )


def test_a_person_is_shown_under_the_full_name_though_most_reports_have_a_surname():
    check_sources(
        ["[Mr. Qvist] was late.", "[Mr. Qvist] said so.", "[Mr. Oona Qvist] left."],
        {"Oona Qvist": ["Mr. Oona Qvist"]},
    )


def test_of_two_names_that_as_many_reports_write_the_longer_is_shown():
    check_sources(
        ["[Korvex Brandt Inc] said so.", "[Korvex Brandt Group Inc] said no."],
        {"Korvex Brandt Group Inc": ["Korvex Brandt Inc", "Korvex Brandt Group Inc"]},
    )


def test_where_somebody_works_is_not_whom_he_works_for():
    resolution, _ = resolve_all("[Halen] is a city. [Orla Broz, an attorney with Lind & Roe in Halen], said so.")
    assert [source.party for source in resolution.sources if source.name == "Orla Broz"] == [None]


def test_the_part_of_the_world_that_somebody_sells_in_is_not_who_pays_him():
    resolution, _ = resolve_all("[Corvex] said so. [Karl Lind, President for Europe at Corvex], left.")
    parties = {source.id: source.name for source in resolution.sources}
    assert {parties.get(source.party) for source in resolution.sources if source.name == "Karl Lind"} <= {
        "Corvex",
        None,
    }


@pytest.mark.parametrize(("outlet", "relays"), [("Tarn Herald", 0), ("Orvane Post", 1)])
def test_an_outlet_is_no_relay_in_its_own_report(outlet, relays):
    report, said = read("{The Tarn Herald} quoted [Anna Lind] on Friday.")
    (found,) = resolve([replace(report, outlet=outlet)], said).attributions
    assert len(found.via) == relays


def test_one_word_with_a_description_is_a_body_where_another_report_names_it_as_one():
    resolution, _ = resolve_all(
        "[Korvex, the biggest producer of pumps], said so. [Korvex] left.", "[Korvex Inc] said so. [Korvex] said no."
    )
    assert {source.name: source.kind for source in resolution.sources} == {"Korvex Inc": SourceKind.ORGANISATION}


def test_a_surname_that_a_body_has_too_stays_a_persons():
    resolution, _ = resolve_all("[Mr. Brandt, a producer], said so.", "[Brandt Inc] said so.")
    assert SourceKind.PERSON in {source.kind for source in resolution.sources}
