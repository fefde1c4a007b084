"""The best assignment of rows to columns, exactly.

Kuhn's method as a shortest augmenting path for each row (Hungarian algorithm, O(n²m)), on the connected parts of
the pairs that are worth anything: competences that share nothing are never compared further. Ties are broken by
the order of rows and columns, so a caller that wants the same answer from either side must hand over both sides
in an order that does not depend on which is which (see ``matching``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_UNREACHED: Final = 1 << 62


def best_assignment(worth: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """Row → column such that the sum of ``worth`` is largest; rows and columns may stay without a partner.

    Only pairs in ``worth`` (all values positive) are ever chosen.
    """
    return {row: column for part in _parts(worth) for row, column in _assign(*part, worth)}


def _parts(worth: Mapping[tuple[int, int], int]) -> list[tuple[list[int], list[int]]]:
    """The connected parts of the pairs: rows and columns in order."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in worth:
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    parts = []
    seen: set[int] = set()
    for start in sorted(by_row):
        if start in seen:
            continue
        rows, columns, waiting = {start}, set[int](), [start]
        while waiting:
            for column in by_row[waiting.pop()]:
                if column not in columns:
                    columns.add(column)
                    fresh = set(by_column[column]) - rows
                    rows |= fresh
                    waiting += fresh
        seen |= rows
        parts.append((sorted(rows), sorted(columns)))
    return parts


def _assign(rows: Sequence[int], columns: Sequence[int], worth: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The best assignment of one part. Each row also has a column of its own that is worth nothing: no partner."""
    if len(rows) == 1 and len(columns) == 1:
        return [(rows[0], columns[0])]
    width = len(columns) + len(rows)
    costs = [
        [-worth.get((row, column), 0) for column in columns] + [0 if i == own else 1 for own in range(len(rows))]
        for i, row in enumerate(rows)
    ]
    owner = _cheapest(costs, width)
    pairs = ((rows[owner[j]], column) for j, column in enumerate(columns) if owner[j] >= 0)
    return [pair for pair in pairs if pair in worth]


def _cheapest(costs: list[list[int]], width: int) -> list[int]:
    """For each column the row that owns it in the cheapest assignment of all rows, or -1."""
    owner = [-1] * width
    row_price, column_price = [0] * len(costs), [0] * width
    for start in range(len(costs)):
        _augment(start, costs, owner, row_price, column_price)
    return owner


def _augment(
    start: int, costs: list[list[int]], owner: list[int], row_price: list[int], column_price: list[int]
) -> None:
    """Give row ``start`` a column along the shortest path, moving other rows where that is cheaper."""
    width = len(owner)
    distance = [_UNREACHED] * width
    came_from = [-1] * width
    open_columns = list(range(width))
    row, reached, done = start, 0, list[int]()
    last = -1
    while True:
        price, line = reached - row_price[row], costs[row]
        best, best_column = _UNREACHED, -1
        for column in open_columns:
            length = price + line[column] - column_price[column]
            if length < distance[column]:
                distance[column], came_from[column] = length, last
            if distance[column] < best:
                best, best_column = distance[column], column
        reached, last = best, best_column
        open_columns.remove(last)
        done.append(last)
        if owner[last] < 0:
            break
        row = owner[last]
    row_price[start] += reached
    for column in done[:-1]:
        row_price[owner[column]] += reached - distance[column]
        column_price[column] -= reached - distance[column]
    while last >= 0:
        before = came_from[last]
        owner[last] = owner[before] if before >= 0 else start
        last = before
