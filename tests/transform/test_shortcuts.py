"""A shortcut says what the long way says: each is taken away, and the answer stays."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from tests.documents import printed, strand
from transform.bullets import line_to_bullet
from transform.clean import Clean, Field, clean
from transform.document import Line, is_blank, leaves_ink, printed_characters
from transform.labels import DESCRIPTION_LABEL, LABEL
from transform.notes import _AT_END, _may_end_in_mark
from transform.place import WordPlace
from transform.role import letters
from transform.row_checks import _is_at_an_end
from transform.words import Words

FIELDS = [Field("Durf", "description"), Field("Durf", "name")]
SIGNS = "-‐\u2011–/ .,;:()[]\n\t\u00ad\u200b\xa0*†1¹²•oivxIVXé’İıſK"
WORDS = "Indicatoren Gedragsindicatoren: gedrag- kenmerken behavioural İndicator gedragſ beschrijving DEFINITION durf"

texts = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=4)
    | st.text(st.sampled_from(SIGNS), max_size=3)
    | st.sampled_from(WORDS.split()),
    max_size=14,
).map("".join)


def cleaned(text: str, field: Field) -> Clean:
    lines = strand(printed(text))
    return clean(lines, 0, len(lines.text), field, Words([]))


@given(texts, st.sampled_from(FIELDS))
@example("doel- groep / plan .", FIELDS[1])
def test_a_text_in_which_nothing_is_settled_is_its_own_clean_text(text: str, field: Field) -> None:
    found = cleaned(text, field)
    with patch("transform.clean._is_settled", return_value=False):
        assert cleaned(text, field) == found


@given(texts)
@example("i. Durf")
@example("  o Durf")
def test_no_bullet_stands_before_a_word(text: str) -> None:
    line = Line(text=text, origin=WordPlace())
    found = line_to_bullet(line)
    with patch("transform.bullets._begins_with_word", return_value=False):
        assert line_to_bullet(line) == found


@given(texts)
def test_a_label_holds_a_piece_of_its_words(text: str) -> None:
    for label in (LABEL, DESCRIPTION_LABEL):
        if label._find_pattern(text) is None:
            assert label._whole.search(text) is None


@given(texts)
def test_a_mark_ends_in_a_digit_or_sign(text: str) -> None:
    assert _may_end_in_mark(text) or _AT_END.search(text) is None


@given(texts)
def test_ink_is_what_is_not_blank(text: str) -> None:
    assert leaves_ink(text) == any(not is_blank(character) for character in text)
    assert bool(printed_characters(text)) == leaves_ink(text)


@given(texts, texts, st.integers(0, 200))
def test_the_ends_of_a_long_text_tell_whether_a_word_stands_there(text: str, word: str, more: int) -> None:
    for whole in (text, text + " durf" * more, "durf " * more + text):
        own, sought = letters(whole), letters(word)
        assert _is_at_an_end(sought, whole) == (own.startswith(sought) or own.endswith(sought))
