from dataclasses import replace

from tests.trace.telling import check_origins, tell


def test_an_outlet_is_no_origin_of_what_its_own_report_has_from_someone():
    check_origins(["Ilse Brandt"], "1", "herald | Ilse Brandt | the ferry sank", "post | Herald | the ferry was lost")


def test_an_outlet_whose_own_report_is_not_at_hand_stays_an_origin():
    check_origins(
        ["Herald", "Ilse Brandt"], "2", "gazette | Ilse Brandt | the ferry sank", "post | Herald | the ferry was lost"
    )


def test_someone_unnamed_in_a_report_that_was_taken_from_another_is_whom_that_one_names():
    check_origins(
        ["Ilse Brandt"], "1", "herald | Ilse Brandt | the ferry sank", "post | Herald > dockers | the ferry was lost"
    )


def test_someone_unnamed_in_a_report_of_its_own_may_be_someone_else():
    check_origins(
        ["Ilse Brandt", "dockers"],
        "1-2",
        "herald | Ilse Brandt | the ferry sank",
        "post | dockers | the ferry was lost",
    )


def test_someone_unnamed_beside_the_one_who_is_named_may_be_someone_else():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt | the ferry sank",
        "post | Herald > Ilse Brandt | the ferry was lost",
        "post | dockers | the ferry went down",
    )


def test_whom_an_agency_names_is_found_behind_another_paper_that_has_it_from_the_agency():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Maravia Wire > Ilse Brandt | the ferry sank",
        "post | Maravia Wire > dockers | the ferry was lost",
    )


def test_an_outlet_is_not_whom_someone_unnamed_is():
    check_origins(
        ["Gazette", "dockers"],
        "1-2",
        "herald | Gazette | the ferry sank",
        "post | Herald > dockers | the ferry was lost",
    )


def test_officials_may_be_a_public_body_that_another_report_names():
    check_origins(
        ["Harbour Police"], "1-2", "herald | Harbour Police | the ferry sank", "post | officials | the ferry was lost"
    )


def test_a_body_that_is_only_described_may_be_one_that_another_report_names():
    check_origins(
        ["Harbour Institute"],
        "1-2",
        "herald | Harbour Institute | the ferry sank",
        "post | A Kesh-based institute | the ferry was lost",
    )


def test_an_outlet_that_another_report_prints_is_no_origin_of_what_that_one_has_from_someone():
    story = tell("herald | Ilse Brandt | the ferry sank", "post | Quaypress | the ferry was lost")
    printed = [replace(d, text=f"{d.text}\nOriginal source: Quaypress\n") for d in story.documents if d.id == "herald"]
    papers = (*printed, *(d for d in story.documents if d.id != "herald"))
    traced = replace(story, documents=papers).trace()
    assert traced.origins["claim"].sources == ("Ilse Brandt",)


def test_officials_may_be_the_council_of_a_town():
    check_origins(["Kesh council"], "1-2", "herald | Kesh council | the ferry sank", "post | officials | it was lost")


def test_an_outlet_that_tells_in_its_own_voice_what_it_prints_from_another_is_whom_that_one_names():
    story = tell(
        "herald | Ilse Brandt | the ferry sank",
        "post | - | the ferry sank",
        "metro | Post | the ferry was lost",
        "other: metro | Herald | the crew was paid",
    )
    printed = [replace(d, text=f"{d.text}\nOriginal source: Herald\n") for d in story.documents if d.id == "post"]
    papers = (*printed, *(d for d in story.documents if d.id != "post"))
    assert replace(story, documents=papers).trace().origins["claim"].sources == ("Ilse Brandt",)
