"""What holds for any text and any catalogue, not only for those that somebody thought of."""

from __future__ import annotations

import textwrap
import unicodedata

from hypothesis import assume, example, given
from hypothesis import strategies as st

from catalogus import document_to_reading
from tests.documents import HEADER, WIDTH, document, printed, strand, table
from transform.clean import Clean, Field, clean
from transform.document import is_blank, printed_characters
from transform.pages import pages_again
from transform.words import Words

FIELDS = [Field("Durf", "description"), Field("Durf", "name")]

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
    | st.sampled_from("-‐\u2011/ .,;:\n\u00ad\u200b\xa0"),
    max_size=80,
)


def cleaned(text: str, field: Field) -> Clean:
    lines = strand(printed(text))
    return clean(lines, 0, len(lines.text), field, Words([]))


@given(texts, st.sampled_from(FIELDS))
@example("Omgevings-\nbewustzijn", FIELDS[1])
@example("a-\n/ .\n.", FIELDS[0])
def test_no_character_is_lost_or_added(text: str, field: Field) -> None:
    result = cleaned(text, field)
    source = "".join(printed_characters(line.text) for line in printed(text))
    for entry in sorted(result.entries, key=lambda entry: -entry.offset):
        assert source[entry.offset : entry.offset + len(entry.text)] == entry.text
        source = source[: entry.offset] + source[entry.offset + len(entry.text) :]
    assert printed_characters(result.text) == printed_characters(source)


@given(texts, st.sampled_from(FIELDS))
def test_every_letter_and_digit_stays(text: str, field: Field) -> None:
    def letters(given: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFC", given) if c.isalnum())

    assert letters(cleaned(text, field).text) == letters("".join(line.text for line in printed(text)))


@given(texts, st.sampled_from(FIELDS))
def test_cleaning_twice_is_cleaning_once(text: str, field: Field) -> None:
    once = cleaned(text, field).text
    assert cleaned(once, field).text == once


words = st.text("abcdefghijklmnoprstuvwz", min_size=2, max_size=9).filter(lambda word: word not in {"indicatoren"})


@st.composite
def sentences(draw: st.DrawFn) -> str:
    found = draw(st.lists(words, min_size=2, max_size=16))
    return " ".join(found).capitalize() + "."


competences = st.tuples(
    st.lists(words, min_size=1, max_size=2).map(lambda found: " ".join(found).capitalize()),
    st.sampled_from(["Verbindend", "Doortastend", "Vernieuwend"]),
    sentences(),
    st.lists(sentences(), min_size=1, max_size=8),
)


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)


def drawn(competence: tuple[str, str, str, list[str]], bullet: str) -> tuple[str, str, str]:
    name, core, description, indicators = competence
    items = [wrapped(indicator, f"    {bullet} ", "      ") for indicator in indicators]
    return wrapped(name), core, "\n".join([wrapped(description), "Indicatoren:", *items])


@given(st.lists(competences, min_size=1, max_size=6), st.sampled_from("-•–"), st.integers(1, 3))
def test_a_catalogue_that_is_laid_out_is_read_back(
    catalogue: list[tuple[str, str, str, list[str]]], bullet: str, per_page: int
) -> None:
    rows = [drawn(competence, bullet) for competence in catalogue]
    pages = [table(HEADER, *rows[n : n + per_page], page=n + 1) for n in range(0, len(rows), per_page)]
    whole = document("Bijlage 1B", "Competentiecatalogus", *pages)
    # A page that is the one before once more is left out, and reported: see test_pages.
    assume(not pages_again(whole))
    reading = document_to_reading(whole)
    found = [
        (c.name, c.core_competence, c.description, [i.text for i in c.indicators])
        for c in reading.catalogue.competences
    ]
    assert found == catalogue
    assert reading.books.unaccounted == 0


@given(texts)
def test_what_the_books_count_has_no_blanks(text: str) -> None:
    counted = printed_characters(text)
    assert not any(is_blank(c) for c in counted)
    assert printed_characters(counted) == counted
