"""Numbers that are one with each other, put together."""

from collections.abc import Iterable, Sequence

__all__ = ["families_of"]


def families_of(count: int, pairs: Iterable[tuple[int, int]]) -> Sequence[int]:
    """Return for each of *count* numbers the least of those that *pairs*, one with another, make it one with."""
    least = list(range(count))

    def first(number: int) -> int:
        while least[number] != number:
            least[number] = number = least[least[number]]
        return number

    for one, other in pairs:
        low, high = sorted((first(one), first(other)))
        least[high] = low
    return [first(number) for number in range(count)]
