import pytest

from tests.trace.telling import check_origins


def test_a_body_whose_name_has_a_slip_in_one_report_may_be_the_same():
    check_origins(
        ["Ansel Police"],
        "1-2",
        "herald | Ansel Police | the ferry sank",
        "gazette | Ansel Police | the ferry went down",
        "post | Asnel Police | the ferry was lost",
    )


@pytest.mark.parametrize(
    ("one", "other"), [("Kesh Police", "Keth Police"), ("Ansel Police", "Ansbo Police"), ("Ann Brandt", "Ann Brandl")]
)
def test_short_names_other_names_and_people_stay_apart(one: str, other: str):
    check_origins(sorted((one, other)), "2", f"herald | {one} | the ferry sank", f"post | {other} | the ferry was lost")
