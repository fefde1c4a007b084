"""Words cut in two at a line end without a hyphen: whether there may be one, and whether there is.

    … andere beleidst⏎erreinen/vakgebieden …

The page only shows that there may be one: the line is full to its last character, and the two pieces have no room
on one line of their column, or the document is one that cuts its words anywhere. Whatever is decided then, a
person is asked. An address of the web or of mail shows by its own signs that it goes on. Fails, quietly, where a cell
leaves more free on its right than on its left, and for a word that was cut though it would have fitted, in a document
that did so less than a few times.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from transform.addresses import begins_mail, is_address, must_go_on
from transform.broken_words import is_broken_word
from transform.document import Line
from transform.hyphens import HYPHENS, LINKING_S
from transform.room import is_full, is_wider_than_column, is_wrapped
from transform.word_evidence import Spelling, spelling_of
from transform.word_forms import is_first_piece, is_last_piece, is_stump
from transform.words import LITTLE_WORDS, Words

#: What a cell may leave more free on its right than on its left, as a share of the type size, so that nobody sees it.
HAIR: Final = 0.15

#: What no line begins with, or ends in, unless it was cut there.
_CLOSING: Final = ")]}”»?!/"
_OPENING: Final = "([{„“«"
#: What may stand within a word beside its letters and digits.
_WITHIN_WORD: Final = ")]’'&"
#: So many letters between brackets may be an ending: ``medewerker(s)``, ``leider(schap)`` is none.
_ENDING: Final = 3
#: A second half elsewhere in the document that is shorter may as well be an ending: ``en``, ``ing``.
_LONG_ENOUGH: Final = 4

#: A first half that ends in a prefix behind a linking s: no word ends so.
_BEGUN: Final = re.compile(r"(?:ing|heid|teit|schap|gang|ion)s(?:be|ge|her|ont|ver)$")
#: A first half that is an adjective or a participle, and so no first part of a longer word: ``Analytisch⏎vermogen``.
_ADJECTIVE: Final = re.compile(
    r"[^\W\d_]{2}(?:ische?|[inu]eel|[iu]?ële|[inru]ele|[bgiknrt]ale|lijke?|ige|bare|zame|aire"
    r"|(?:ct|pt|rat|ss)ief|(?:ct|pt|t|ss)ieve)$"
    r"|^(?:on)?ge[^\W\d_]{2,}eerd$"
)
#: Beside the most frequent: words that begin a line as such, and that hardly a longer one ends in.
_ALONE_TEXT: Final = """
    alle andere anderen daarbij daarmee daarvan dit dus elk elke geen heeft hem hen hoe ieder iedere kunnen moet moeten
    nog omdat ook samen steeds toch wanneer welke werd wie wil wordt worden zal zeer zelf zoals zodat zonder zowel
"""
_WORDS_ALONE: Final = LITTLE_WORDS.union(_ALONE_TEXT.split())
#: What many a competence's name ends in, behind its first part.
_CAPACITY: Final = "vermogen"


class Seam(Enum):
    """What lies between two lines, as far as words go."""

    NO_CUT = auto()
    CUT = auto()
    UNSURE = auto()


class _Pieces(NamedTuple):
    """What stands on either side of a line end: as printed between spaces, and the letters and digits of that."""

    first: str
    last: str
    left: str
    right: str


def seam_at_line_end(before: Line, printed: str, line: Line, text: str, words: Words, *, in_name: bool = False) -> Seam:
    """Whether ``printed``, what of ``before`` is text, ends in the first half of the word that begins ``text``.

    How much room a narrow column leaves is known by a hair: what is no word but the end of one says more in a name, and
    so does, in a document that surely cuts others, a word that fills its line all but for that and has no room there
    with what follows. Behind another word none is cut where words are broken with a hyphen, but one that stands whole
    elsewhere.
    """
    slack, cuts = words.habits.slack(before), words.habits.cuts_long_words or words.habits.cuts(before)
    is_end = in_name and is_stump(text.split(None, 1)[0]) and is_wrapped(before, line)
    if not is_end and not is_full(before, line, slack):
        alone = in_name and cuts and " " not in printed.strip()
        nearly = alone and is_full(before, line, slack + HAIR * (before.size or 0.0))
        if not nearly or not is_wider_than_column(before, printed.strip(), line, text.split(None, 1)[0], slack):
            return Seam.NO_CUT
    if (text[0] in _CLOSING and printed[-1].isalnum()) or printed[-1] in _OPENING:
        return Seam.CUT
    pieces = _to_pieces(printed, text)
    if " " in printed.strip() and words.habits.hyphenates_here(before) and not _stands_elsewhere(pieces, words):
        return Seam.NO_CUT
    if not _goes_on(pieces) or not (is_end or _may_be_cut(before, line, pieces, words)):
        return Seam.NO_CUT
    return Seam.CUT if _is_one_word(pieces, words, in_name=in_name, cuts=cuts) else Seam.UNSURE


def seam_in_address(text: str, line: str) -> Seam:
    """Whether ``text`` ends within an address that goes on on the next line: ``https://www.⏎voorbeeld.nl``.

    Fails for an address without a sign at the line end, which is a word that may have been cut like any other.
    """
    last, first = text.rsplit(None, 1)[-1], line.split(None, 1)[0]
    if not is_address(last):
        return Seam.UNSURE if last[-1] in "._" and begins_mail(first) else Seam.NO_CUT
    if must_go_on(last, first):
        return Seam.CUT
    if last[-1] == "/" and first[0].isalnum():
        return Seam.UNSURE if first in LITTLE_WORDS else Seam.CUT
    return Seam.CUT if last[-1] in ".?" and first[0].islower() else Seam.NO_CUT


def _to_pieces(printed: str, text: str) -> _Pieces:
    first, last = printed.rsplit(None, 1)[-1], text.split(None, 1)[0]
    return _Pieces(first, last, re.split(r"[\W_]", first)[-1], re.split(r"[\W_]", last)[0])


def _goes_on(pieces: _Pieces) -> bool:
    """Whether a word may run on: letters of one case, or what stands within a word beside letters."""
    end, start = pieces.first[-1], pieces.last[0]
    if not any(map(str.isalnum, pieces.first)):
        return False
    if not (end.isalnum() or end in _WITHIN_WORD):
        return False
    if start.isupper():
        return pieces.left.isupper()
    return start.isalnum() or start == "(" or (start in _WITHIN_WORD + "-‐" and len(pieces.last) > 1)


def _may_be_cut(before: Line, line: Line, pieces: _Pieces, words: Words) -> bool:
    if is_wider_than_column(before, pieces.first, line, pieces.last, words.habits.slack(before)):
        return True
    lone_letter = len(pieces.right) == 1 and pieces.left.isalpha() and _ends_a_word(pieces)
    within_word = lone_letter or words.habits.cuts(before) or _is_one_by_word_list(pieces, words)
    within_word = within_word or _stands_elsewhere(pieces, words)
    return bool(pieces.left and pieces.right and within_word)


def _stands_elsewhere(pieces: _Pieces, words: Words) -> bool:
    """Whether the document has both pieces as one word, and nowhere the second one alone: ``kwa⏎liteit``."""
    return words.stands_whole(pieces.left + pieces.right) and not words.stands_whole(pieces.right)


def _ends_a_word(pieces: _Pieces) -> bool:
    """Whether the second piece is no word but may end one; a letter before a hyphen begins one: ``x-as``."""
    begins = len(pieces.right) == 1 and pieces.last[1:2] in set(HYPHENS)
    return is_last_piece(pieces.right.casefold()) and not begins


def _is_one_word(pieces: _Pieces, words: Words, *, in_name: bool, cuts: bool) -> bool:
    """The document's own words tell, or the form of the pieces; else whether it surely ``cuts`` others."""
    left, right = pieces.left.casefold(), pieces.right.casefold()
    first, last = pieces.first.lstrip("(['\"‘“„«"), pieces.last.rstrip(".,;:!?)]'\"’”»")
    if first + last in words or (left and right and left + right in words):
        return True
    if not (left and right):
        return last not in LITTLE_WORDS and not (last[:1] == "(" and len(last) > _ENDING + 1)
    if left[-1].isalpha() != right[0].isalpha():
        return False
    if is_first_piece(left) or _ends_a_word(pieces) or is_broken_word(left, right) or _BEGUN.search(left):
        return True
    if words.go_on_alike(left, right) or (in_name and _is_capacity(left, right)):
        return True
    if right == "en" and last[2:3] == "/" and last != "en/of":
        return True
    by_list = _is_one_by_word_list(pieces, words)
    if by_list is not None or not _WORDS_ALONE.isdisjoint((first.casefold(), last.casefold())):
        return bool(by_list)
    if _ADJECTIVE.search(left) and len(right) > _LONG_ENOUGH and not right.startswith("heid"):
        return False
    if in_name and len(right) < _LONG_ENOUGH and not words.stands_whole(right):
        return True
    if LINKING_S.search(left):
        return True
    like_words = words.sides_like_words(left, right)
    if like_words == 0 or (like_words == 2 and len(right) >= _LONG_ENOUGH):
        return not like_words
    apart = words.stands_whole(right) and (words.stands_whole(left) or len(right) >= _LONG_ENOUGH)
    return cuts and not apart


def _is_capacity(left: str, right: str) -> bool:
    """Whether a name ends in ``vermogen``, broken within: ``Coördinatiever⏎mogen``. Before it two words may part.

    Fails for what may be done by two who are compared: ``Liever⏎mogen``.
    """
    return len(right) < len(_CAPACITY) < len(left + right) and (left + right).endswith(_CAPACITY)


def _is_one_by_word_list(pieces: _Pieces, words: Words) -> bool | None:
    """Whether the list has both as one word and not each as a word; None where it has both, or does not know."""
    left, right, word_list = pieces.left.casefold(), pieces.right.casefold(), words.word_list
    match spelling_of(left, right, word_list):
        case Spelling.ONLY_WHOLE:
            return True
        case Spelling.JOINED:
            return None if left in word_list and right in word_list else True
        case Spelling.WORDS | Spelling.HYPHENATED:
            return False
        case _:
            return None
