import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stemma.part import NOTHING, Keys, KeyTable, Parted, go_on, part, stories_of
from stemma.part.links import OF_A_DAY, REACH, Links

DAY = date(2031, 3, 1)


def found_by(document: str, words: str, day: date | None = DAY) -> Keys:
    """A document that is found by *words*, each as weighty as the others."""
    parts = words.split()
    return Keys(document, day, tuple((word, round(len(parts) ** -0.5, 6)) for word in parts))


def stories(*keys: Keys, bound: tuple[tuple[str, str], ...] = ()) -> list[str]:
    return [" ".join(story) for story in part(keys, bound)]


def test_documents_with_their_rare_words_in_common_are_one_story():
    assert stories(
        found_by("a", "ferry gorna brenn"), found_by("b", "gorna quay ferry tug"), found_by("c", "budget tram council")
    ) == ["a b", "c"]


def test_no_documents_are_no_stories():
    assert part([]) == ()


def test_a_document_without_words_is_a_story_of_its_own():
    assert stories(found_by("a", ""), found_by("b", "")) == ["a", "b"]


def test_one_word_among_many_makes_no_story():
    long = " ".join(f"word{n}" for n in range(30))
    assert stories(found_by("a", f"gorna {long}"), found_by("b", f"gorna {long.replace('word', 'other')}")) == [
        "a",
        "b",
    ]


def test_an_undated_document_finds_its_story_by_its_words():
    assert stories(
        found_by("a", "ferry gorna"), found_by("b", "budget tram"), found_by("c", "gorna ferry", day=None)
    ) == ["a c", "b"]


def test_a_document_that_is_like_two_stories_makes_them_one():
    first, second = found_by("a", "ferry gorna toll"), found_by("b", "captain deck stern")
    both = found_by("c", "ferry gorna toll captain deck stern", DAY + timedelta(1))
    assert stories(first, second) == ["a", "b"]
    assert stories(first, second, both) == ["a b c"]


def test_documents_that_an_analyst_bound_are_of_one_story():
    keys = [found_by("a", "ferry"), found_by("b", "tram"), found_by("c", "tram"), found_by("d", "reef")]
    assert stories(*keys, bound=(("a", "c"), ("c", "b"))) == ["a b c", "d"]


def test_a_word_that_all_have_ties_a_document_to_its_neighbours_in_time_alone():
    own = "own{0} rare{0} odd{0} last{0}"
    crowd = [found_by(f"{n:03}", f"summit {own.format(n)}", DAY + timedelta(2 * n)) for n in range(40 * REACH)]
    sizes = [len(story) for story in part(crowd)]
    assert len(sizes) > 1
    assert max(sizes) < 20 * REACH


def test_no_story_grows_without_end():
    copies = [found_by(f"{n:05}", "ferry gorna brenn") for n in range(50 * REACH)]
    sizes = [len(story) for story in part(copies)]
    assert len(sizes) > 1
    assert max(sizes) < 20 * REACH


def test_two_reports_of_one_day_are_likelier_of_one_story_than_two_of_different_weeks():
    table = KeyTable.of(
        [
            found_by("a", "ferry gorna"),
            found_by("b", "ferry toll", DAY + timedelta(1)),
            found_by("c", "ferry deck", None),
        ]
    )
    places, likeness = Links(table).near(0)
    assert places.tolist() == [1, 2]
    assert likeness[0] == OF_A_DAY * likeness[1]


def test_a_word_ties_a_document_to_the_nearest_before_and_after_it():
    keys = [found_by(f"{n:02}", "gorna", DAY + timedelta(n)) for n in range(2 * REACH + 3)]
    places, _ = Links(KeyTable.of(keys)).near(REACH + 1)
    assert places.tolist() == [*range(1, REACH + 1), *range(REACH + 2, 2 * REACH + 2)]


def test_a_document_stands_between_those_before_it_and_those_after_it_that_have_one_of_its_words():
    keys = [found_by("a", "ferry gorna"), found_by("b", "gorna tram"), found_by("c", "ferry reef")]
    links = Links(KeyTable.of(keys))
    assert links.tied(0).tolist() == links.tied(1).tolist() == []
    assert Links(KeyTable.of([keys[1], keys[0], found_by("d", "gorna")])).tied(1).tolist() == [0, 2]


def parted(*keys: Keys, before: Parted = NOTHING, gone: Sequence[Keys] = ()) -> Parted:
    return go_on(before, KeyTable.of([*gone, *keys]), [one.document for one in keys])


def test_who_comes_later_goes_to_its_story_and_leaves_the_others_where_they_are():
    first = found_by("a", "ferry gorna"), found_by("b", "budget tram")
    more = parted(*first, found_by("c", "gorna ferry tug"), before=parted(*first))
    assert stories_of(more) == (("a", "c"), ("b",))


def test_nothing_new_leaves_all_as_it_was():
    before = parted(found_by("a", "ferry gorna"), found_by("b", "budget tram"))
    assert parted(found_by("a", "ferry gorna"), found_by("b", "budget tram"), before=before) is before


def test_a_document_with_another_day_is_put_in_its_new_place():
    one, other = found_by("a", "ferry gorna"), found_by("b", "gorna ferry", DAY + timedelta(3))
    moved = found_by("a", "ferry gorna", DAY + timedelta(5))
    assert parted(moved, other, before=parted(one, other)) == parted(moved, other)


WORDS = st.lists(st.sampled_from(["ferry", "gorna", "brenn", "quay", "tram", "council"]), max_size=4, unique=True)


@given(st.lists(st.tuples(WORDS, st.one_of(st.none(), st.dates(DAY, DAY + timedelta(9)))), max_size=12), st.randoms())
def test_the_order_of_documents_does_not_matter_and_each_is_in_one_story(texts, dice: random.Random):
    keys = [found_by(f"{n:02}", " ".join(words), day) for n, (words, day) in enumerate(texts)]
    mixed = dice.sample(keys, len(keys))
    assert part(mixed) == part(keys)
    assert sorted(id for story in part(keys) for id in story) == [one.document for one in keys]


@given(
    st.lists(st.tuples(WORDS, st.one_of(st.none(), st.dates(DAY, DAY + timedelta(4)))), min_size=1, max_size=16),
    st.integers(0, 16),
    st.randoms(),
)
def test_documents_that_come_one_by_one_in_any_order_are_parted_as_all_at_once(texts, gone: int, dice: random.Random):
    keys = [found_by(f"{n:02}", " ".join(words), day) for n, (words, day) in enumerate(texts)]
    dice.shuffle(keys)
    state = NOTHING
    for count in range(1, len(keys) + 1):
        state = parted(*keys[:count], before=state)
        assert state == parted(*keys[:count])
    left = [*keys[:gone], *keys[gone + 1 :]]
    assert parted(*left, before=state) == parted(*left, before=state, gone=keys) == parted(*left)


def crowd_of(count: int) -> list[Keys]:
    dice = random.Random(7)
    names = [f"name{n}" for n in range(count // 8)]  # each is in more documents than a word reaches
    ids = dice.sample(range(1000), count)
    return [found_by(f"{ids[n]:03}", " ".join(dice.sample(names, 5)), DAY + timedelta(n // 4)) for n in range(count)]


def test_a_late_report_among_many_is_parted_as_if_it_had_been_there():
    crowd = crowd_of(200)
    for late in range(0, len(crowd), 25):
        others = [*crowd[:late], *crowd[late + 1 :]]
        assert parted(*crowd, before=parted(*others)) == parted(*crowd)


def test_several_late_reports_at_once_are_parted_as_if_they_had_been_there():
    crowd = crowd_of(200)
    others = [one for number, one in enumerate(crowd) if number % 29]
    assert parted(*crowd, before=parted(*others)) == parted(*crowd)


def test_some_that_go_while_others_come_or_get_another_day_leave_what_there_is_without_them():
    crowd = crowd_of(200)
    now = [one for number, one in enumerate(crowd) if number % 31]
    now[20::50] = [replace(one, day=DAY + timedelta(number)) for number, one in enumerate(now[20::50])]
    before = parted(*crowd[:60], *crowd[64:])
    assert parted(*now, before=before, gone=crowd) == parted(*now)


def test_a_late_report_changes_few_stories():
    crowd = crowd_of(200)
    now = {*stories_of(parted(*crowd))}
    changed = [len(now - {*stories_of(parted(*crowd[:late], *crowd[late + 1 :]))}) for late in range(0, len(crowd), 10)]
    assert sum(changed) <= 3 * len(changed)
