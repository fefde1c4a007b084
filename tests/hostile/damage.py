"""Damaged copies of the samples: cut off at every tenth of their length, and with bytes changed by a seeded chance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SAMPLES: Final = sorted(
    path for path in (Path(__file__).parents[2] / "samples").iterdir() if path.suffix in {".pdf", ".docx", ".odt"}
)
#: At most so many bytes, or runs of bytes, are changed at once.
MOST_CHANGES: Final = 4


def truncations(data: bytes) -> Iterator[bytes]:
    """The first tenth, two tenths, and so on to nine."""
    for tenth in range(1, 10):
        yield data[: len(data) * tenth // 10]


def mutations(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """So many copies, each changed in one to four places: a byte, a bit, a run left out, doubled, or filled."""
    for number in range(count):
        yield mutation(data, random.Random(f"{seed}:{number}"))  # noqa: S311 - a repeatable chance is meant


def mutation(data: bytes, chance: random.Random) -> bytes:
    torn = bytearray(data)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        at = chance.randrange(len(torn))
        length = chance.choice((1, 2, 8, 64))
        match chance.randrange(5):
            case 0:
                torn[at] = chance.randrange(256)
            case 1:
                torn[at] ^= 1 << chance.randrange(8)
            case 2:
                del torn[at : at + length]
            case 3:
                torn[at:at] = torn[at : at + length]
            case _:
                torn[at : at + length] = bytes([chance.choice((0, 255, 32, 57))]) * length
    return bytes(torn)
