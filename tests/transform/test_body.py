"""Where a description ends and where each indicator begins, drawn as it stands on the page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.documents import printed, strand, typed
from transform.body import body_to_parts, indicators_to_parts
from transform.document import Line
from transform.findings import Code


def parts(lines: Sequence[Line]) -> tuple[str, list[str], list[Code]]:
    """Description, indicators (white space folded) and codes of a cell."""
    cell = strand(lines)
    body = body_to_parts(cell)
    texts = [" ".join(cell.text[start:end].split()) for start, end in (body.description, *body.items)]
    return texts[0], texts[1:], [remark.code for remark in body.remarks]


PRINTED = {
    "hanging": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - Is actief op zoek naar wat er
      gebeurt.
    - Komt met ideeën.
""",
        ["Is actief op zoek naar wat er gebeurt.", "Komt met ideeën."],
        [],
    ),
    "bullets at the edge, text wrapping to the edge": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
• Is actief op zoek naar ideeën en
wat er gebeurt.
• Komt met ideeën.
""",
        ["Is actief op zoek naar ideeën en wat er gebeurt.", "Komt met ideeën."],
        [],
    ),
    "an indicator without a bullet": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - Houdt oog voor de onderlinge
      relatie.
Onderzoekt uit eigen beweging de
onderhandelingsruimte.
""",
        ["Houdt oog voor de onderlinge relatie.", "Onderzoekt uit eigen beweging de onderhandelingsruimte."],
        [Code.BULLET_MISSING],
    ),
    "two of them": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - Houdt oog voor de relatie.
Onderzoekt de ruimte.
Vraagt door.
""",
        ["Houdt oog voor de relatie.", "Onderzoekt de ruimte.", "Vraagt door."],
        [Code.BULLET_MISSING, Code.BULLET_MISSING],
    ),
    "label on the line of the description": (
        """
Blijkt op de hoogte. Indicatoren:
    - Komt met ideeën.
""",
        ["Komt met ideeën."],
        [Code.LABEL_INLINE],
    ),
    "no label": (
        """
Blijkt goed op de hoogte te zijn.
    - Komt met ideeën.
    - Vraagt door.
""",
        ["Komt met ideeën.", "Vraagt door."],
        [Code.LABEL_MISSING],
    ),
    "a dash within a wrapped indicator": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - Weegt de kosten op termijn af
      – ook de verborgen kosten van
      anderen – tegen de baten.
    - Vraagt door.
""",
        ["Weegt de kosten op termijn af – ook de verborgen kosten van anderen – tegen de baten.", "Vraagt door."],
        [Code.LINE_CONTINUED],
    ),
    "no bullets at all": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
Houdt oog voor de relatie met alle
anderen.
Vraagt door.
""",
        ["Houdt oog voor de relatie met alle anderen.", "Vraagt door."],
        [Code.BULLET_MISSING, Code.BULLET_MISSING],
    ),
    "numbered": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    1. Houdt oog voor de relatie.
    2. Vraagt door.
    3. Komt met ideeën.
""",
        ["Houdt oog voor de relatie.", "Vraagt door.", "Komt met ideeën."],
        [],
    ),
    "lettered": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    a) Houdt oog voor de relatie.
    b) Vraagt door.
""",
        ["Houdt oog voor de relatie.", "Vraagt door."],
        [],
    ),
    "an indicator that begins with a bracket or a digit": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - (Mede) bepaalt wat er gebeurt.
    - 3 keer per jaar vraagt zij door.
    - ’s Morgens is hij er op tijd.
""",
        ["(Mede) bepaalt wat er gebeurt.", "3 keer per jaar vraagt zij door.", "’s Morgens is hij er op tijd."],
        [],
    ),
    "a heading in other words": (
        """
Blijkt goed op de hoogte te zijn.
Zichtbaar aan:
    - Komt met ideeën.
    - Vraagt door.
""",
        ["Komt met ideeën.", "Vraagt door."],
        [Code.LABEL_UNSURE],
    ),
    "a label with words before it": (
        """
Blijkt goed op de hoogte te zijn.
Positieve Indicatoren:
    - Komt met ideeën.
""",
        ["Komt met ideeën."],
        [Code.LABEL_UNSURE],
    ),
    "a label with words before it below a line that had room": (
        """
Blijkt te weten
Positieve Gedragsindicatoren:
    - Komt met ideeën.
""",
        ["Komt met ideeën."],
        [Code.LABEL_UNSURE],
    ),
    "the label repeated after a page": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - Komt met ideeën.
Indicatoren (vervolg):
    - Vraagt door.
""",
        ["Komt met ideeën.", "Vraagt door."],
        [],
    ),
    "a bullet typed by hand": (
        """
Blijkt goed op de hoogte te zijn.
Indicatoren:
    - Komt met ideeën.
    - Luistert.
    -      Is doelgericht.
""",
        ["Komt met ideeën.", "Luistert.", "Is doelgericht."],
        [Code.BULLET_UNLIKE],
    ),
}


@pytest.mark.parametrize("case", PRINTED)
def test_a_printed_cell(case: str) -> None:
    drawing, indicators, codes = PRINTED[case]
    description, found, remarks = parts(printed(drawing))
    assert description.startswith("Blijkt")
    assert "ndicatoren" not in description
    assert found == indicators
    assert remarks == codes


@pytest.mark.parametrize("sign", ["-", "–", "—", "•", "▪", "o", "\uf0b7", "\uf0a7", "*", "►", "·"])
def test_every_bullet_is_taken_off(sign: str) -> None:
    drawing = f"Blijkt te zijn.\nIndicatoren:\n    {sign} Komt met ideeën.\n    {sign} Oog voor de ander.\n"
    assert parts(printed(drawing))[1] == ["Komt met ideeën.", "Oog voor de ander."]


LABELS = [
    "Indicatoren:",
    "Indicatoren",
    "INDICATOREN:",
    "Gedragsindicatoren:",
    "Indicatoren (3):",
    "Indicatoren\n(3):",
    "Gedragsindicatoren",
    "Gedragskenmerken:",
    "Voorbeeldgedrag:",
    "Voorbeelden van gedrag:",
    "Voorbeelden van gedragsindicatoren:",
    "Indicators:",
    "Indicator:",
    "[Indicatoren]",
    "(Gedragsindicatoren):",
    "Indica\u00adtoren:",
    "Gedrags\u00adindi\u00adcatoren",
]


@pytest.mark.parametrize("label", LABELS)
def test_every_label_ends_the_description(label: str) -> None:
    description, indicators, _ = parts(printed(f"Blijkt te zijn.\n{label}\n    - Vraagt door.\n"))
    assert (description, indicators) == ("Blijkt te zijn.", ["Vraagt door."])


def test_a_label_behind_the_description_may_be_broken_before_its_count() -> None:
    description, indicators, _ = parts(printed("Blijkt dat ook te zijn. Indicatoren\n(1):\n    - Vraagt door.\n"))
    assert (description, indicators) == ("Blijkt dat ook te zijn.", ["Vraagt door."])


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (
            "vraagt raad;\n",
            ["vraagt raad;", "vraagt door tot hij het weet;", "luistert goed naar een ander en vat samen."],
        ),
        ("", ["vraagt door tot hij het weet; luistert goed naar een ander en vat samen."]),
    ],
    ids=["several", "one, which may be within a sentence"],
)
def test_a_list_without_bullets_is_parted_by_its_semicolons(begin: str, expected: list[str]) -> None:
    rest = "vraagt door tot hij het weet;\nluistert goed naar een ander\nen vat samen.\n"
    _, indicators, codes = parts(printed(f"Blijkt te zijn.\nIndicatoren:\n{begin}{rest}"))
    assert indicators == expected
    assert codes.count(Code.BULLET_MISSING) == len(expected)


SENTENCES = [
    "Stuurt op basis van indicatoren: tijd en geld.",
    "Kent de indicatoren van succes.",
    "Meet aan de hand van de\nindicatoren van succes.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_word_in_a_sentence_is_no_label(sentence: str) -> None:
    description, indicators, _ = parts(printed(f"{sentence}\nIndicatoren:\n    - Vraagt door.\n"))
    assert description == " ".join(sentence.split())
    assert indicators == ["Vraagt door."]


def test_drawn_bullets_and_an_orphan_paragraph() -> None:
    lines = (
        *typed("Blijkt te zijn.", "Indicatoren:"),
        *typed("Komt met ideeën.", "Vraagt door.", marker="-", indent=40.0),
        *typed("Onderzoekt de ruimte."),
    )
    description, indicators, codes = parts(lines)
    assert description == "Blijkt te zijn."
    assert indicators == ["Komt met ideeën.", "Vraagt door.", "Onderzoekt de ruimte."]
    assert codes == [Code.BULLET_MISSING]


def test_an_orphan_without_any_indents_is_no_continuation() -> None:
    lines = (*typed("Blijkt.", "Indicatoren:"), *typed("Komt met ideeën.", marker="•"), *typed("Vraagt door."))
    assert parts(lines)[1] == ["Komt met ideeën.", "Vraagt door."]


@pytest.mark.parametrize(
    "sentence", ["’s Morgens op tijd.", "'t Beste ervan maken.", "€ 5 of € 10.", "(Her)ziet plannen."]
)
def test_an_orphan_begins_with_a_capital_behind_other_signs(sentence: str) -> None:
    lines = typed("Blijkt.", "Indicatoren:", "Komt met ideeën.", sentence)
    assert parts(lines)[1] == ["Komt met ideeën.", sentence]


def test_a_paragraph_that_goes_on_in_lower_case_is_a_continuation() -> None:
    lines = (
        *typed("Blijkt.", "Indicatoren:"),
        *typed("Komt met ideeën", marker="•", indent=20.0),
        *typed("en met voorstellen."),
    )
    assert parts(lines)[1:] == (["Komt met ideeën en met voorstellen."], [Code.LINE_CONTINUED])


def test_a_paragraph_indented_like_the_text_of_an_item_continues_it() -> None:
    lines = (
        *typed("Blijkt.", "Indicatoren:"),
        *typed("Komt met ideeën.", marker="•", indent=20.0),
        *typed("Ook in drukke tijden.", indent=20.0),
    )
    assert parts(lines)[1:] == (["Komt met ideeën. Ook in drukke tijden."], [Code.LINE_UNSURE])


def test_one_paragraph_with_typed_bullets_at_line_breaks() -> None:
    lines = typed("Blijkt te zijn.\nIndicatoren:\n- Komt met ideeën.\n- Vraagt door.")
    assert parts(lines)[:2] == ("Blijkt te zijn.", ["Komt met ideeën.", "Vraagt door."])


def test_a_dash_within_a_typed_bullet_list_is_an_item_of_its_own() -> None:
    lines = typed("Blijkt.", "Indicatoren:", "-\tKomt met ideeën.", "-\tVraagt door.")
    assert parts(lines)[1] == ["Komt met ideeën.", "Vraagt door."]


@pytest.mark.parametrize(
    ("before", "code"),
    [("Geeft ruim baan aan wat knelt", Code.LINE_CONTINUED), ("Geeft kritiek de ruimte", Code.LINE_UNSURE)],
    ids=["no room was left", "room was left"],
)
def test_a_dash_in_the_place_of_text_goes_on_with_the_sentence(before: str, code: Code) -> None:
    drawing = f"Blijkt.\nIndicatoren:\n  • {before}\n    – voordat iets gekozen is.\n  • Vraagt\n    door."
    _, indicators, codes = parts(printed(drawing))
    assert indicators == [f"{before} – voordat iets gekozen is.", "Vraagt door."]
    assert codes == [code]


def test_a_glyph_of_a_symbol_font_is_a_bullet_whatever_its_letter() -> None:
    base = printed("Blijkt.\nIndicatoren:\n    l Komt met ideeën.\n    l Vraagt door.")
    lines = [Line(text=x.text, origin=x.origin, indent=x.indent, symbols=int(x.text.startswith("l "))) for x in base]
    assert parts(lines)[1] == ["Komt met ideeën.", "Vraagt door."]


def test_a_number_out_of_sequence_is_text() -> None:
    drawing = "Blijkt.\nIndicatoren:\n    - Let op het tweede deel van art.\n      2. van de regeling.\n"
    assert parts(printed(drawing))[1] == ["Let op het tweede deel van art. 2. van de regeling."]


def test_a_column_of_indicators_needs_no_label() -> None:
    cell = strand(printed("- Komt met ideeën.\n- Vraagt door."))
    assert [cell.text[s:e].strip() for s, e in indicators_to_parts(cell).items] == ["Komt met ideeën.", "Vraagt door."]


def test_a_cell_without_bullets_or_label_is_all_description() -> None:
    assert parts(printed("Blijkt te zijn."))[:2] == ("Blijkt te zijn.", [])


def test_a_label_without_a_colon_ends_a_description_before_a_bullet_on_its_line() -> None:
    description, indicators, codes = parts(typed("Blijkt te zijn. Indicatoren\t• Vraagt door.\t• Luistert goed."))
    assert (description, indicators) == ("Blijkt te zijn.", ["Vraagt door.", "Luistert goed."])
    assert Code.LABEL_INLINE in codes
    assert parts(typed("Meet Indicatoren van succes."))[0] == "Meet Indicatoren van succes."


def test_a_bullet_alone_on_its_line_begins_an_item_where_others_stand_in_its_place() -> None:
    drawing = "Blijkt.\nIndicatoren:\n  - Vraagt door\n    en luistert.\n  -\n    Experimenteert\n    met mate."
    assert parts(printed(drawing))[1] == ["Vraagt door en luistert.", "Experimenteert met mate."]
