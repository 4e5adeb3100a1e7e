"""The same sentence in two documents."""

from tests.resolve.speaking import check_apart, check_sources, resolve_all

SENTENCE = "[Officials] said the bridge over the Halen would stay closed until Monday."


def ids(*texts: str, words: str) -> set[str | None]:
    return {source.id if source else None for source in resolve_all(*texts)[1][words]}


def test_whoever_says_a_sentence_that_two_reports_print_is_one():
    assert len(ids(f"Rain fell. {SENTENCE}", f"{SENTENCE} It snowed.", words="Officials")) == 1


def test_officials_of_two_reports_in_their_own_words_stay_two():
    assert (
        len(ids(SENTENCE, "[Officials] said that nobody could use the bridge on Sunday or later.", words="Officials"))
        == 2
    )


def test_a_short_sentence_is_no_copy():
    assert len(ids("[Officials] said so on Monday.", "[Officials] said so on Monday.", words="Officials")) == 2


def test_two_speakers_of_one_copied_sentence_stay_two():
    copied = "[Officials] said that [residents] had told them of a long and heavy rain near the bridge."
    check_apart(f"{copied}", "Officials", "residents")
    assert len(ids(copied, copied + " It snowed.", words="Officials") | ids(copied, copied, words="residents")) == 2


def test_a_copy_may_keep_the_sentence_without_the_name_before_it():
    copied = "[The firm] said the bridge over the Halen would stay closed until next Monday."
    check_sources([f"[The firm Nordbau] built it. {copied}", copied], {"Nordbau": ["The firm", "The firm Nordbau"]})


def test_one_sentence_on_the_police_of_two_towns_does_not_make_them_one():
    appeal = "[Police] are asking anyone with any information to call them on a free number."
    check_apart([f"[Halen police] left. {appeal}", f"[Vare police] left. {appeal}"], "Halen police", "Vare police")
