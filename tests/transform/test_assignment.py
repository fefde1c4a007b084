"""The assignment is exact: no other choice of partners is worth more."""

from __future__ import annotations

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from transform.assignment import best_assignment

Worth = dict[tuple[int, int], int]

worths = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9), max_size=12)


def best_by_trying_all(worth: Worth) -> int:
    columns: list[int | None] = [*range(4), None, None, None, None]
    return max(
        sum(worth.get((row, column), 0) for row, column in enumerate(choice) if column is not None)
        for choice in set(permutations(columns, 4))
    )


@given(worths)
@example({(0, 0): 5, (0, 1): 4, (1, 0): 4})
@example({(0, 0): 9, (1, 0): 9})
@example({})
def test_no_other_choice_is_worth_more(worth: Worth) -> None:
    chosen = best_assignment(worth)
    assert len(set(chosen.values())) == len(chosen)
    assert all(pair in worth for pair in chosen.items())
    assert sum(worth[pair] for pair in chosen.items()) == best_by_trying_all(worth)


def test_three_hundred_that_are_all_alike() -> None:
    size = 300
    worth = {(i, j): size - abs(i - j) for i in range(size) for j in range(size)}
    assert best_assignment(worth) == {i: i for i in range(size)}
