"""Signs of items that say more than that one begins."""

from __future__ import annotations

import pytest

from tests.documents import printed
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
