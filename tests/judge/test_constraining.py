from hypothesis import given
from hypothesis import strategies as st

from stemma.judge.constraining import constrain

COUNT = 8
PAIRS = st.lists(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda pair: pair[0] != pair[1]), max_size=4
)


@st.composite
def clusterings(draw):
    homes = draw(st.lists(st.integers(0, 3), min_size=COUNT, max_size=COUNT))
    return [[i for i, home in enumerate(homes) if home == number] for number in sorted(set(homes))]


def alike(left, right):
    return 1.0


def heads(same):
    head = list(range(COUNT))
    for left, right in same:
        head = [head[left] if h == head[right] else h for h in head]
    return head


@given(groups=clusterings(), same=PAIRS, different=PAIRS)
def test_the_same_are_together_and_the_different_apart(groups, same, different):
    head = heads(same)
    different = [(a, b) for a, b in different if head[a] != head[b]]
    found = constrain(groups, same, different, alike)
    home = {member: number for number, group in enumerate(found) for member in group}
    assert sorted(home) == list(range(COUNT))
    assert all(home[a] == home[b] for a, b in same)
    assert all(home[a] != home[b] for a, b in different)


@given(groups=clusterings())
def test_without_a_word_the_groups_stay(groups):
    assert constrain(groups, [], [], alike) == sorted(groups)


def test_a_member_of_a_parted_group_goes_with_whom_it_is_likest_to():
    scores = {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 3.0}
    assert constrain([[0, 1, 2]], [], [(0, 1)], lambda left, right: scores[left, right]) == [[0], [1, 2]]


def test_what_was_in_no_group_comes_in_by_the_same():
    assert constrain([[0, 1]], [(1, 5)], [], alike) == [[0, 1, 5]]
