"""Numbers of a list as Word writes them, and LibreOffice after it.

Fails for: formats that spell a number out or use another script; those come out as decimals. The label is a
marker and never text of the catalogue, so nothing depends on it but what a person reads.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
#: Above this Word itself stops writing letters or Roman numerals sensibly, and a label would grow without end.
LARGEST_SPELLED: Final = 3999


def to_letters(count: int) -> str:
    """``1`` → ``a``, ``26`` → ``z``, ``27`` → ``aa``, ``28`` → ``bb``: Word repeats the letter."""
    times, place = divmod(count - 1, len(ALPHABET))
    return ALPHABET[place] * (times + 1)


def to_roman(count: int) -> str:
    """``4`` → ``iv``."""
    letters = ""
    for worth, letter in ROMAN:
        times, count = divmod(count, worth)
        letters += letter * times
    return letters


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerLetter": to_letters,
    "upperLetter": lambda count: to_letters(count).upper(),
    "lowerRoman": to_roman,
    "upperRoman": lambda count: to_roman(count).upper(),
    "numberInDash": "- {} -".format,
}
#: Formats that show no number.
SILENT: Final = frozenset({"none", "bullet"})


def number_to_label(count: int, form: str) -> str:
    """A number of a list in one of Word's formats; a decimal when the format is unknown or cannot write it."""
    if form in SILENT:
        return ""
    if not 0 < count <= LARGEST_SPELLED:
        return str(count)
    return FORMATS.get(form, str)(count)
