"""What is shown against what the library found: which differences can be told, and which are none of a sound page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.pdf_agree import Disagreement, Places, places_of_shows
from extract.pdf_codes import Show


class Found:
    """A text as the library has it: pieces of text, each with the object that it belongs to (None: made up)."""

    def __init__(
        self, *pieces: tuple[int | None, str], made_up: Sequence[int] = (), hyphens: Sequence[int] = ()
    ) -> None:
        self.text = "".join(text for _, text in pieces)
        self._owners = [owner for owner, text in pieces for _ in text]
        self._made_up, self._hyphens = made_up, hyphens

    def owner(self, index: int) -> int | None:
        return self._owners[index]

    def is_generated(self, index: int) -> bool:
        return self._owners[index] is None or index in self._made_up

    def is_hyphen(self, index: int) -> bool:
        return index in self._hyphens


def places(shown: dict[int, Sequence[str]], found: Found) -> dict[int, Places]:
    shows = {handle: Show(glyphs, "F", None) for handle, glyphs in shown.items()}
    told = places_of_shows(shows, found.text, found)
    return {handle: list(own) for handle, own in told.items()}


@pytest.mark.parametrize(
    ("shown", "found", "expected"),
    [
        ({1: "Durf"}, Found((1, "Durf")), {1: [0, 1, 2, 3]}),
        ({1: "Durf", 2: "en"}, Found((1, "Durf"), (None, "\r\n"), (2, "en")), {1: [0, 1, 2, 3], 2: [6, 7]}),
        ({1: "a", 2: "b"}, Found((2, "b"), (1, "a")), {1: [1], 2: [0]}),
        ({1: "aa", 2: "aa"}, Found((1, "aa"), (2, "aa")), {1: [0, 1], 2: [2, 3]}),
        ({1: "a  b"}, Found((1, "a b")), {1: [0, 1, None, 2]}),
        ({1: "a "}, Found((1, "a")), {1: [0, None]}),
        ({1: " a"}, Found((1, "a")), {1: [None, 0]}),
        ({1: "ab"}, Found((1, "a b"), made_up=[1]), {1: [0, 2]}),
        ({1: "a b"}, Found((1, "a b"), made_up=[1]), {1: [0, 1, 2]}),
        ({1: "in-"}, Found((1, "in\ufffe"), hyphens=[2]), {1: [0, 1, 2]}),
        ({1: "in\u00ad"}, Found((1, "in\x02"), hyphens=[2]), {1: [0, 1, 2]}),
        ({1: "in\u00ad"}, Found((1, "in-")), {1: [0, 1, 2]}),
        ({1: ["\ufb01", "n"]}, Found((1, "fin")), {1: [0, 2]}),
        ({1: ["ffi", "n"]}, Found((1, "ffin")), {1: [0, 3]}),
        ({1: "\U0001f600!"}, Found((1, "\U0001f600!")), {1: [0, 1]}),
    ],
    ids=[
        "the same", "made up between", "in another order", "equal neighbours", "the second of two spaces",
        "a space at the end", "a space at the start", "a space made up within", "a space replaced by one made up",
        "a hyphen renamed", "a soft hyphen renamed", "a soft hyphen taken for a hard one", "a ligature",
        "a glyph of three letters", "beyond the first plane",
    ],
)  # fmt: skip
def test_differences_that_can_be_told(
    shown: dict[int, Sequence[str]], found: Found, expected: dict[int, list[int | None]]
) -> None:
    assert places(shown, found) == expected


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ({1: "Durf"}, Found((1, "Dur"))),
        ({1: "Durf"}, Found((1, "Durff"))),
        ({1: "Durf"}, Found((1, "Dorf"))),
        ({1: "Durf"}, Found()),
        ({1: "in-"}, Found((1, "in\ufffe"))),
        ({1: "in\u2010"}, Found((1, "in\ufffe"), hyphens=[2])),
        ({1: "a\u200b"}, Found((1, "a"))),
        ({1: "ab"}, Found((1, "a b"))),
        ({1: ["\ufb01"]}, Found((1, "f"))),
    ],
    ids=[
        "one lost", "one too many", "another letter", "all lost", "no hyphen at all", "another hyphen",
        "a zero-width character", "a space that is shown nowhere", "half a ligature",
    ],
)  # fmt: skip
def test_objects_that_differ_are_left_out(shown: dict[int, Sequence[str]], found: Found) -> None:
    assert places(shown, found) == {}


def test_what_differs_does_not_drag_others_along() -> None:
    assert places({1: "ab", 2: "cd"}, Found((1, "a"), (2, "cd"))) == {2: [1, 2]}


@pytest.mark.parametrize(
    "found",
    [Found((9, "x"), (1, "ab")), Found((1, "a"), (2, "c"), (1, "b")), Found((None, "x"), (1, "ab"))],
    ids=["of an object that shows nothing", "an object in two pieces", "nobody's"],
)
def test_characters_that_nothing_shows(found: Found) -> None:
    with pytest.raises(Disagreement):
        places({1: "ab", 2: "c"}, found)
