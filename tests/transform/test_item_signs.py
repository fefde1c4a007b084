"""Signs of items that say more than that one begins."""

from __future__ import annotations

import pytest

from tests.documents import printed, typed
from tests.transform.test_label_words import parts
from transform.findings import Code

BEGIN = "Is op de hoogte.\nIndicatoren:\n"


@pytest.mark.parametrize(("plus", "minus"), [("+", "-"), ("+", "–"), ("✓", "✗")])
def test_what_has_the_opposite_sign_may_be_no_indicator(plus: str, minus: str) -> None:
    cell = f"{BEGIN}    {plus} Vraagt door.\n    {plus} Luistert.\n    {minus} Valt in de rede.\n"
    assert parts(printed(cell))[1:] == (["Vraagt door.", "Luistert.", "Valt in de rede."], [Code.ITEM_UNSURE])


@pytest.mark.parametrize("sign", ["-", "*", "–"])
def test_parts_of_a_sentence_on_one_line_are_items_behind_semicolons(sign: str) -> None:
    cell = f"{BEGIN}    {sign} vraagt door;\n    {sign} luistert; {sign} vat samen;\n"
    assert parts(printed(cell))[1:] == (["vraagt door;", "luistert;", "vat samen;"], [Code.BULLET_INLINE])


@pytest.mark.parametrize("indent", ["", "    "], ids=["at the edge", "hanging"])
@pytest.mark.parametrize(("above", "code"), [("Luistert", Code.LINE_UNSURE), ("Luistert naar wat ieder wil", None)])
def test_a_line_in_small_letters_below_one_that_its_author_ended_is_asked_about(
    indent: str, above: str, code: Code | None
) -> None:
    cell = f"{BEGIN}{indent}• Vraagt door tot het voor iedereen echt\n{indent}  duidelijk is\n{indent}• {above}\n"
    _, items, codes = parts(printed(f"{cell}{indent}weet wat er speelt\n{indent}• Komt met ideeën\n"))
    assert len(items) == 3
    assert [c for c in codes if c is not Code.LINE_CONTINUED] == ([code] if code else [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("weet wat er speelt", Code.LINE_UNSURE),
        ("en weet wat er speelt", Code.LINE_CONTINUED),
        ("    weet wat er speelt", None),
    ],
)
def test_a_small_line_among_items_that_begin_small_is_asked_about_where_their_bullets_stand(
    line: str, code: Code | None
) -> None:
    cell = f"{BEGIN}  - vraagt door tot het voor iedereen\n    duidelijk is\n  - luistert naar wat ieder echt wil\n"
    _, items, codes = parts(printed(f"{cell}  {line}\n  - komt met ideeën\n"))
    assert (len(items), codes) == (3, [code] if code else [])


def test_a_small_line_that_had_room_above_is_asked_about_in_a_list_that_does_not_hang() -> None:
    cell = f"{BEGIN}- vraagt door tot het ieder duidelijk\nis\n- luistert naar wat ieder\n"
    assert parts(printed(f"{cell}weet wat er speelt\n"))[2] == [Code.LINE_UNSURE]
    assert parts(printed(f"{cell}onderscheidt\n"))[2] == []


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize(
    ("items", "line", "code"),
    [
        (("vraagt door", "luistert"), "weet wat er speelt", Code.LINE_UNSURE),
        (("vraagt door", "luistert"), "en weet wat er speelt", Code.LINE_CONTINUED),
        (("Vraagt door", "Luistert"), "naar wat er speelt", Code.LINE_CONTINUED),
    ],
)
def test_a_small_paragraph_among_items_that_begin_small_is_asked_about(
    items: tuple[str, ...], line: str, code: Code, *, drawn: bool
) -> None:
    listed = typed(*items, marker="•", indent=18.0) if drawn else typed(*(f"- {item}" for item in items))
    assert parts((*typed("Is op de hoogte.", "Indicatoren:"), *listed, *typed(line)))[2] == [code]


@pytest.mark.parametrize(
    ("items", "code"),
    [
        (("Luistert", "Kent het netwerk"), Code.LINE_UNSURE),
        (("Luistert.", "Kent het netwerk"), None),
        (("luistert", "Kent het netwerk"), None),
        (("Luistert", "kent het netwerk"), None),
        (("Werkt met wat er is aan steun door\nhet Rijk", "Kent het netwerk"), None),
    ],
)
def test_a_line_like_the_items_below_a_full_one_is_asked_about(items: tuple[str, str], code: Code | None) -> None:
    cell = f"{BEGIN}- {items[0]}\n- {items[0][0]}oekt anderen op voor hulp door\n{items[1]}\n"
    assert parts(printed(cell))[2] == ([code] if code else [])


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Is er.\nIndicatoren:\n- Vraagt door - Luistert\n", [Code.ITEM_UNSURE]),
        ("Is er.\nIndicatoren:\n- Vraagt door - ook later\n", []),
        ("Is er. Indicatoren: - vraagt door - luistert\n", [Code.LABEL_INLINE, Code.ITEM_UNSURE]),
        ("Is er. Indicatoren: - vraagt - zo - door\n", [Code.LABEL_INLINE]),
        ("Is er.\nIndicatoren:\n• Vraagt door - Luistert\n", []),
    ],
)
def test_a_dash_amid_an_item_behind_such_a_dash_may_begin_another(cell: str, codes: list[Code]) -> None:
    assert parts(printed(cell))[2] == codes


@pytest.mark.parametrize("sign", ["-", "•"])
def test_a_list_above_the_label_is_asked_about(sign: str) -> None:
    cell = f"Is bewust van:\n{sign} wensen;\n{sign} belangen.\nIndicatoren:\n    {sign} Vraagt door.\n"
    description, items, codes = parts(printed(cell))
    assert (description, items) == (f"Is bewust van: {sign} wensen; {sign} belangen.", ["Vraagt door."])
    assert codes == [Code.ITEM_UNSURE]


def test_a_dash_in_a_description_is_no_list() -> None:
    cell = "Is bewust van wensen en belangen van\n– ook lastige – klanten.\nIndicatoren:\n    – Vraagt door.\n"
    assert parts(printed(cell))[2] == []


@pytest.mark.parametrize("sign", ["Indicator {}:", "indicator {})", "Indicator {} –", "INDICATOR {}."])
def test_what_counts_indicators_by_that_name_is_none_of_their_words(sign: str) -> None:
    one, two = sign.format(1), sign.format(2)
    assert parts(printed(f"{BEGIN}{one} Vraagt door.\n{two} Luistert.\n"))[1:] == (["Vraagt door.", "Luistert."], [])


@pytest.mark.parametrize("begin", ["Indicator", "Indicator 1", "Indicator 1,5:"])
def test_what_counts_nothing_stays(begin: str) -> None:
    assert parts(printed(f"{BEGIN}    • {begin} gaat omhoog.\n"))[1:] == ([f"{begin} gaat omhoog."], [])


@pytest.mark.parametrize(("first", "last"), [("-Vraagt door.", "> 3 jaar."), ("->Vraagt door.", "3 jaar.")])
def test_an_arrow_amid_dashes_glued_to_their_texts_is_one_of_them(first: str, last: str) -> None:
    cell = f"{BEGIN}{first}\n-> 3 jaar.\n"
    assert parts(printed(cell))[1] == ["Vraagt door.", last]
