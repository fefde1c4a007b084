"""Words of labels that a sentence ends in, alone on their line: ``toont zelf⏎voorbeeldgedrag``."""

from __future__ import annotations

import pytest

from tests.documents import printed, strand, typed
from transform.body import body_to_parts
from transform.document import Line
from transform.findings import Code
from transform.labels import has_description


def parts(lines: tuple[Line, ...]) -> tuple[str, list[str], list[Code]]:
    cell = strand(lines)
    body = body_to_parts(cell)
    texts = [" ".join(cell.text[start:end].split()) for start, end in (body.description, *body.items)]
    return texts[0], texts[1:], [remark.code for remark in body.remarks]


ENDS = [
    ("Toont elke dag op het werk zelf goed", "voorbeeldgedrag"),
    ("Bevordert bij anderen het gewenste en", "zichtbaar gedrag"),
    ("Stuurt op kritische prestatie-", "indicatoren"),
    ("Stuurt op kritische prestatie-", "indicatoren (KPI’s)"),
]


@pytest.mark.parametrize(("first", "last"), ENDS)
@pytest.mark.parametrize("after", ["", "    - Maakt ruimte\n"])
def test_an_indicator_may_end_in_a_word_of_a_label(first: str, last: str, after: str) -> None:
    cell = f"Is op de hoogte.\nIndicatoren:\n    - Vraagt door\n    - {first}\n      {last}\n{after}"
    expected = ["Vraagt door", f"{first} {last}", *(["Maakt ruimte"] if after else [])]
    assert parts(printed(cell)) == ("Is op de hoogte.", expected, [])


@pytest.mark.parametrize("before", ["Neemt risico’s en toont op het werk zelf", "Toont zelf"])
def test_a_description_may_end_in_one_above_the_label(before: str) -> None:
    cell = printed(f"{before}\nvoorbeeldgedrag\nIndicatoren:\n    - Vraagt door\n")
    assert parts(cell) == (f"{before} voorbeeldgedrag", ["Vraagt door"], [])


def test_without_another_label_it_is_told() -> None:
    cell = printed("Neemt risico’s en toont op het werk zelf\nvoorbeeldgedrag\n    - Vraagt door\n")
    assert parts(cell) == (
        "Neemt risico’s en toont op het werk zelf voorbeeldgedrag",
        ["Vraagt door"],
        [Code.LABEL_MISSING],
    )


def test_so_may_a_line_that_its_author_broke() -> None:
    cell = typed("Is op de hoogte.", "Indicatoren:", "Vraagt door en toont\nvoorbeeldgedrag")
    assert parts(cell)[1] == ["Vraagt door en toont voorbeeldgedrag"]


def test_the_rest_of_a_row_that_ends_in_one_is_no_description() -> None:
    assert not has_description(printed("Neemt risico’s en toont op het werk zelf\nvoorbeeldgedrag\n"))


@pytest.mark.parametrize("description", ["Is op de hoogte.", "Is op de hoogte"])
def test_a_label_in_small_letters_is_one_below_a_line_with_room(description: str) -> None:
    cell = printed(f"{description}\nindicatoren\n    - Vraagt door\n")
    assert parts(cell) == (description, ["Vraagt door"], [])


@pytest.mark.parametrize("sign", ["-", "•"])
def test_an_item_in_small_letters_may_be_such_a_word(sign: str) -> None:
    cell = printed(f"Is op de hoogte.\nIndicatoren:\n    {sign} luistert;\n    {sign} zichtbaar gedrag\n")
    assert parts(cell)[1:] == (["luistert;", "zichtbaar gedrag"], [])


@pytest.mark.parametrize("label", ["Indicatoren;", "Indicatoren.", "Gedragsindicatoren –", "INDICATOREN -", "Gedrag:"])
def test_what_is_a_label_only_alone_on_its_line(label: str) -> None:
    cell = printed(f"Is op de hoogte.\n{label}\n    - Vraagt door\n")
    assert parts(cell) == ("Is op de hoogte.", ["Vraagt door"], [])


@pytest.mark.parametrize("end", ["indicatoren.", "indicatoren;", "Indicatoren-"])
def test_but_not_where_it_is_a_word_of_the_sentence_above_it(end: str) -> None:
    cell = printed(f"Stuurt op kritische prestatie-\n{end}\nIndicatoren:\n    - Vraagt door\n")
    assert end.rstrip("-") in parts(cell)[0]
