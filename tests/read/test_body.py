from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from tests.read.pages import check_page, read

FIRST = "+ The mayor of Orvane said on Friday that the old dam above the town would be watched day and night."
SECOND = "+ Inspectors found cracks in two of its pillars, according to a report that the council published."
THIRD = "+ About 12,000 people live below the dam, and the schools nearest to it will stay closed for a week."


def test_menus_above_and_lists_below_are_no_body():
    check_page(
        f"""
- Skip to main content Skip to footer Skip to search
- Home
- Sport

# Orvane’s old dam holds as the river keeps rising

{FIRST}

{SECOND}

- Comments3

- You May Also Like

- Ten Ways to Cook a Turnip Before Winter Comes
- LIFESTYLE

- The Fastest Cars of the Year and What They Cost
- Share it on...
"""
    )


def test_teasers_in_the_middle_go_and_the_report_goes_on():
    check_page(
        f"""
# Orvane’s old dam holds as the river keeps rising

{FIRST}

- Advertisement

- How Lowland Farmers Learned to Live With Floods
- Other Topics of Interest

- How Lowland Farmers Learned to Live With Floods

- A family in the lowlands tells how it learned to farm between two floods.

{SECOND}

- Advertisement

{THIRD}
"""
    )


def test_a_paragraph_after_read_also_and_its_link_is_kept():
    check_page(
        f"""
{FIRST}
- Read also:
- Council Debates New Bridge in Long Session
{SECOND}
{THIRD}
"""
    )


def test_subheadings_are_neither_body_nor_furniture():
    document = check_page(
        f"""
{FIRST}

- Cracks in two pillars

{SECOND}
"""
    )
    assert document.furniture == ()


def test_a_line_that_says_from_whom_the_next_one_is_belongs_to_the_report():
    check_page(
        f"""
{FIRST}

+ From the Orvane Herald:

+ “Inspectors found cracks in two of its pillars, the council’s engineer said in the town hall on Friday night.”

{THIRD}
"""
    )


def test_appeals_for_money_are_no_body():
    check_page(
        f"""
{FIRST}

{SECOND}

- You could leave now. Or you could join our community and help us to keep this newsroom alive.

- Our reporting is free for everyone because readers like you support us: for the cost of one cup of coffee a month
- Become a member!
"""
    )


def test_a_speaker_who_asks_for_help_is_body():
    check_page(
        f"""
{FIRST}

+ “We ask you to support our work and to donate what you can,” the head of the relief fund told reporters.
"""
    )


def test_the_author_s_life_is_no_body_and_gives_the_name():
    document = check_page(
        f"""
# Orvane’s old dam holds as the river keeps rising
By Mira Tolen

{FIRST}

{SECOND}

- Mira Tolen is an award-winning journalist who covers rivers. She received her degree from Arnos University.
"""
    )
    assert document.authors == ("Mira Tolen",)


def test_a_person_of_the_report_who_is_a_writer_stays():
    check_page(
        f"""
{FIRST}

+ Lena Hollis was a reporter before she became mayor, and she said that she had warned of the cracks for years.

{SECOND}
"""
    )


def test_a_name_repeated_at_the_foot_is_the_author():
    document = check_page(
        f"""
# Orvane’s old dam holds as the river keeps rising

Mira Tolen Views

{FIRST}

{SECOND}

- Mira Tolen
- letters@orvanepost.example
"""
    )
    assert document.authors == ("Mira Tolen",)
    assert document.outlet == "orvanepost.example"


def test_a_paragraph_given_twice_is_read_once():
    document = check_page(f"{FIRST}\n\n{FIRST}\n\n{SECOND}")
    assert len(document.body) == 2


def test_paragraphs_that_differ_in_a_figure_are_two():
    twelve = "The council said in the evening that 12 people of the lower town were missing since the flood."
    assert len(read(f"{twelve}\n\n{twelve.replace('12', '14')}").body) == 2


def test_credits_of_pictures_are_no_body():
    check_page(
        f"""
{FIRST}
- The dam above the town (Ana Li/Reuters)
- Photo: Ana Li
{SECOND}
"""
    )


@pytest.mark.parametrize(
    "sign_off",
    [
        "(Reporting by Ana Li; editing by Ode Brandt)",
        "(Additional reporting by Ana Li in MELK. Editing by Ode Brandt)",
        "(Editing by Ana Li; Please credit the Orvane Foundation, which covers rivers. Visit orvane.example for more.)",
    ],
)
def test_the_sign_off_of_an_agency_behind_the_last_sentence_is_cut_off(sign_off: str):
    document = read(f"{FIRST}\n{SECOND} {sign_off}".replace("+ ", ""))
    assert [block.cut(document.text) for block in document.body] == [FIRST[2:], SECOND[2:]]


def test_brackets_behind_a_sentence_that_are_no_sign_off_are_body():
    aside = "(Reporting on dams is hard, the mayor said.)"
    document = read(f"{FIRST[2:]} {aside}")
    assert document.body[-1].cut(document.text).endswith(aside)


def test_buttons_in_a_row_and_disclaimers_are_no_body():
    check_page(
        f"""
{FIRST}
{SECOND}
{THIRD}
- Order Prints | Today’s Paper | Subscribe A version of this report appears in print with the headline: The Dam Holds
- External links are here for reference. The Orvane Post is not responsible for the content of external sites.
"""
    )


def test_who_is_held_responsible_in_a_report_is_body():
    check_page(
        f"""
{FIRST}
+ Judges ruled that the firm was not responsible for the content of third-party sellers, the lawyer Ann Hale said.
"""
    )


def test_a_picture_from_the_files_is_no_body():
    seen = "Mayor Ana Brandt stands on the dam above the town, which was built in 1961 and was closed on Monday."
    check_page(
        f"""
{FIRST}
- File - In this Tuesday, March 5, 2024 file photo, {seen} (Ana Li, File/Continental Press)
- FILE PHOTO: {seen}
- FILE – {seen} (CP Photo/Ana Li, File)
{SECOND}
"""
    )


def test_a_paragraph_that_names_an_agency_as_its_source_is_body():
    check_page(f"{FIRST}\n+ “The water stood at our doors all night,” the farmer Ode Brandt told Reuters.\n{SECOND}")


def test_page_words_behind_the_last_sentence_are_cut_off():
    document = read(f"{FIRST[2:]} Share\n\n{SECOND[2:]} / Image: Screenshot from the council’s channel")
    assert [block.cut(document.text)[-6:] for block in document.body] == ["night.", "ished."]


def test_a_date_at_the_head_of_the_first_paragraph_is_no_body():
    document = read(" date 2023-03-04 The mayor said on Friday that the dam above the town would be watched at night.")
    assert document.body[0].cut(document.text).startswith("The mayor")
    assert str(document.published.interval) == "2023-03-04"


def test_a_report_in_one_line_below_its_address_is_found():
    document = read(
        "Source: http://www.bbc.co.uk/news/orvane-dam-1\n"
        "Orvane’s old dam holds as the river rises\n4 March 2023 Last updated at 12:41 GMT\n" + f"{FIRST[2:]} " * 20
    )
    assert document.title == "Orvane’s old dam holds as the river rises"
    assert document.outlet == "BBC"
    assert len(document.body) == 1


def test_the_original_source_at_the_foot_is_another_s_outlet():
    document = read(f"{FIRST[2:]}\n\n{SECOND[2:]}\n\nOriginal Source: www.arnosherald.example\n\nPost Comment\n")
    assert document.outlet is None
    assert len(document.body) == 2


def test_a_sentence_above_the_date_belongs_to_the_headline():
    check_page(
        f"""
# Orvane’s old dam holds as the river keeps rising

- The council will watch it day and night, and the schools below will stay closed.

March 4, 2023 - 10:00

{FIRST}

{SECOND}
"""
    )


def test_readers_comments_are_no_body():
    again = f"{FIRST.replace('Friday', 'Sunday')}\n\n{THIRD.replace('12', '13')}"
    comment = "- I have lived under that dam for all my life and it has never once been safe."
    check_page(f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{again}\n\n- 2 Comments\n\n{comment}\n")


def test_a_note_without_any_stop_is_its_own_body():
    assert [span.cut("Explosions heard near the dam") for span in read("Explosions heard near the dam").body]


@pytest.mark.parametrize("text", ["", " \n", "Share\n\nAdvertisement\n", "....", "\u200f\n"])
def test_a_page_without_a_report_has_no_body(text):
    assert read(text).body == ()


def test_a_line_of_a_million_characters_is_cut_between_sentences_and_read_as_far_as_a_report_may_go():
    document = read("The mayor said that the dam would hold through the night. " * 17_300)
    assert max(len(block) for block in document.body) <= 20_000
    kept = sum(len(block) for block in document.body)
    assert 180_000 <= kept <= 200_000
    assert kept + document.unread > 0.99 * len(document.text)


def test_right_to_left_text_is_read():
    document = read(
        "قال رئيس البلدية إن السد القديم فوق المدينة سيبقى تحت المراقبة ليلا ونهارا بعد العثور على شقوق في عموديه."
    )
    assert document.language == "ar"
    assert len(document.body) == 1


LINES = st.sampled_from(
    [FIRST[2:], SECOND[2:], "", "Share", "Read also:", "Comments0", "A Headline of Another Story", "By Mira Tolen",
     "March 4, 2023", "  • 1", "“Quite,” she said.", "Mira Tolen", "www.example.org", "x" * 40, "\u200b", "a:"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_spans_lie_in_the_text_in_order_and_the_same_text_gives_the_same_reading(lines, line_break):
    text = line_break.join(lines)
    document = read(text)
    assert document == read(text)
    end = 0
    for block in document.body:
        assert end <= block.start < block.end <= len(text)
        assert block.trim(text) == block
        end = block.end
    if document.title_span:
        assert document.title_span.cut(text) == document.title
        assert not any(document.title_span.meets(block) for block in document.body)
    assert all(
        Span(0, len(text)).holds(span) and not any(span.meets(b) for b in document.body) for span in document.furniture
    )


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not here")
def test_every_seed_report_has_a_body_without_buttons():
    for path in sorted(SEEDS.glob("*.txt")):
        document = read(path.read_text(encoding="utf-8"))
        lines = {block.cut(document.text) for block in document.body}
        assert len(lines) >= 8
        assert not lines & {"Advertisement", "Share", "Post Comment", "Comments0"}
