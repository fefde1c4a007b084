"""Cells that a reader could take quietly for something else: what comes out, and what a person is asked."""

from __future__ import annotations

import pytest

from tests.documents import printed, typed
from tests.transform.test_body import parts
from transform.findings import WARNINGS, Code

HEAD = "Blijkt goed op de hoogte te zijn.\nIndicatoren:\n"
ITEMS = ["Komt met ideeën.", "Vraagt door.", "Oog voor de ander."]


@pytest.mark.parametrize(
    "signs",
    [
        *("1. 2. 3.", "1) 2) 3)", "(1) (2) (3)", "1.1 1.2 1.3", "2.1. 2.2. 2.3."),
        *("a. b. c.", "A) B) C)", "(a) (b) (c)", "i. ii. iii.", "I. II. III.", "(i) (ii) (iii)"),
        *("-- -- --", "-> -> ->", "√ √ √", "♦ ♦ ♦", "~ ~ ~", "# # #", "› › ›"),
        *("⋄ ⋄ ⋄", "∗ ∗ ∗", "⋆ ⋆ ⋆", "∘ ∘ ∘", "⋅ ⋅ ⋅", "⦁ ⦁ ⦁", "▷ ▷ ▷", "⊳ ⊳ ⊳", "⟶ ⟶ ⟶"),
        *("✅ ✅ ✅", "👉 👉 👉", "⬛ ⬛ ⬛", "🔹 🔹 🔹", "☑\ufe0f ☑\ufe0f ☑\ufe0f"),
    ],
)
def test_a_list_may_count_or_point(signs: str) -> None:
    drawing = "".join(f"    {sign} {item}\n" for sign, item in zip(signs.split(), ITEMS, strict=True))
    assert parts(printed(HEAD + drawing)) == ("Blijkt goed op de hoogte te zijn.", ITEMS, [])
    lines = (f"{sign}\t{item}" for sign, item in zip(signs.split(), ITEMS, strict=True))
    assert parts(typed("Blijkt goed.", "Indicatoren:", *lines)) == ("Blijkt goed.", ITEMS, [])


@pytest.mark.parametrize("signs", ["1. 2. 3.", "i. ii. iii.", "(1) (2) (3)", "a) b) c)"])
def test_numbers_without_white_before_a_capital_are_bullets(signs: str) -> None:
    first, second, third = signs.split()
    drawing = f"    {first} {ITEMS[0]}\n    {second}{ITEMS[1]}\n    {third}{ITEMS[2]}\n"
    assert parts(printed(HEAD + drawing))[:2] == ("Blijkt goed op de hoogte te zijn.", ITEMS)


@pytest.mark.parametrize("before", ["", "1.", "2.3."])
@pytest.mark.parametrize("end", [".", ")"])
def test_a_number_glued_to_a_figure_is_a_bullet_where_the_list_skips_just_that_one(before: str, end: str) -> None:
    signs = [f"{before}{number}{end}" for number in (1, 2, 3)]
    texts = [ITEMS[0], "2 keer per jaar is genoeg.", ITEMS[2]]
    glued = "".join(f"    {sign}{text}\n" for sign, text in zip(signs, texts, strict=True))
    assert parts(printed(HEAD + glued))[1] == texts


@pytest.mark.parametrize("text", ["(Her)kent de ander.", "’s Morgens op tijd.", "“Wij” voor “ik”.", "[Her]kent."])
def test_a_dash_without_white_before_an_opening_mark_is_a_bullet(text: str) -> None:
    assert parts(printed(f"{HEAD}    -{text}\n"))[1] == [text]


@pytest.mark.parametrize("text", ["2 keer per jaar.", "€ 500 of minder.", "ook kleine letters."])
def test_a_dash_without_white_is_a_bullet_as_others_are(text: str) -> None:
    assert parts(printed(f"{HEAD}    -{ITEMS[0]}\n    -{text}\n"))[1] == [ITEMS[0], text]
    assert parts(printed(f"{HEAD}    - {ITEMS[0]}\n    -{text}\n"))[1] != [ITEMS[0], text]


@pytest.mark.parametrize("text", ["€ 500 of minder.", "(Her)kent de ander.", "’s Morgens op tijd.", "“Wij” voor “ik”."])
@pytest.mark.parametrize("signs", ["1. 2.", "a) b)"])
def test_a_number_without_white_before_an_opening_mark_is_a_bullet(signs: str, text: str) -> None:
    first, second = signs.split()
    assert parts(printed(f"{HEAD}    {first}{ITEMS[0]}\n    {second}{text}\n"))[1] == [ITEMS[0], text]


def test_a_bare_number_before_a_tab_counts_items() -> None:
    lines = (f"{number}\t{item}" for number, item in enumerate(ITEMS, start=1))
    assert parts(typed("Blijkt goed.", "Indicatoren:", *lines)) == ("Blijkt goed.", ITEMS, [])
    assert parts(typed("Blijkt goed.", "Indicatoren:", "3\tpunten halen."))[1] == ["3 punten halen."]


@pytest.mark.parametrize("end", ["", ":"])
def test_two_labels_above_both_texts_are_headings_side_by_side(end: str) -> None:
    labels = (f"Beschrijving{end}", f"Indicatoren{end}")
    items = [f"- {item}" for item in ITEMS]
    assert parts(typed(*labels, "Blijkt goed.", "En nog iets.", *items)) == ("Blijkt goed. En nog iets.", ITEMS, [])
    assert parts(typed(*labels, "Blijkt goed.", *ITEMS))[1] == []


@pytest.mark.parametrize("signs", ["3. 4. 5.", "b) c) d)", "ii. iii. iv."])
def test_a_list_that_begins_elsewhere_is_reported(signs: str) -> None:
    drawing = "".join(f"    {sign} {item}\n" for sign, item in zip(signs.split(), ITEMS, strict=True))
    assert Code.BULLET_MISSING in parts(printed(HEAD + drawing))[2]


def test_a_list_within_the_description_may_count_as_well() -> None:
    cell = "Doet twee dingen:\n1. luistert;\n2. vraagt door.\nIndicatoren:\n1. Luistert.\n2. Vraagt door.\n"
    assert parts(printed(cell)) == (
        "Doet twee dingen: 1. luistert; 2. vraagt door.",
        ["Luistert.", "Vraagt door."],
        [],
    )


LABELS = [
    "Indi-\ncatoren:",
    "Gedrags-\nindicatoren:",
    "Gedrags\nindicatoren:",
    "Indica\u00ad\ntoren:",
    "• Indicatoren:",
    "▪ Gedragsindicatoren",
    "- Indicatoren",
    "Indicatoren (gedrag)",
    "Gedragsindicatoren (voorbeelden):",
    "Indicatoren, onder andere:",
    "Gedragsindicatoren / voorbeelden:",
    "Indicatoren bij deze competentie:",
]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_in_pieces_or_behind_a_bullet_leaves_nothing_behind(label: str) -> None:
    cell = f"Blijkt goed op de hoogte te zijn.\n{label}\n    - Komt met ideeën.\n    - Vraagt door.\n"
    assert parts(printed(cell)) == ("Blijkt goed op de hoogte te zijn.", ["Komt met ideeën.", "Vraagt door."], [])


@pytest.mark.parametrize(
    "label",
    ["Zichtbaar aan:", "Voorbeelden in het werk:", "Voorbeelden in\nhet werk:", "Waaruit blijkt dit?", "Gedrag"],
)
def test_a_heading_of_other_words_is_asked_about(label: str) -> None:
    cell = f"Blijkt goed op de hoogte te zijn.\n{label}\n    - Komt met ideeën.\n    - Vraagt door.\n"
    assert parts(printed(cell)) == (
        "Blijkt goed op de hoogte te zijn.",
        ["Komt met ideeën.", "Vraagt door."],
        [Code.LABEL_UNSURE],
    )


@pytest.mark.parametrize("sign", ["•", "-", "\uf0b7"])
def test_all_paragraphs_of_a_cell_may_have_a_bullet(sign: str) -> None:
    cell = (
        f"{sign} Blijkt goed op de hoogte te zijn.\n{sign} Indicatoren\n{sign} Komt met ideeën.\n{sign} Vraagt door.\n"
    )
    assert parts(printed(cell)) == ("Blijkt goed op de hoogte te zijn.", ["Komt met ideeën.", "Vraagt door."], [])


def test_a_dash_before_a_description_alone_is_part_of_it() -> None:
    assert parts(printed("- Blijkt goed.\nIndicatoren:\n• Komt met ideeën.\n"))[0] == "- Blijkt goed."


def test_the_word_in_a_sentence_is_no_label() -> None:
    cell = "Gebruikt bij het sturen op cijfers\nindicatoren\ndie vooraf zijn bepaald.\nIndicatoren:\n- Luistert.\n"
    assert parts(printed(cell)) == (
        "Gebruikt bij het sturen op cijfers indicatoren die vooraf zijn bepaald.",
        ["Luistert."],
        [],
    )


DOUBTFUL = {
    "a dash of the sentence, after a full line, amid other bullets": (
        "• Weegt de kosten op termijn af nu\n– ook de verborgen kosten – tegen\nde baten.\n• Luistert.\n",
        ["Weegt de kosten op termijn af nu – ook de verborgen kosten – tegen de baten.", "Luistert."],
        [Code.LINE_UNSURE],
    ),
    "a dash like the bullets, in lower case, after a full line": (
        "- Weegt de kosten op termijn nu af\n- ook verborgen kosten - tegen de\nbaten.\n- Luistert.\n",
        ["Weegt de kosten op termijn nu af", "ook verborgen kosten - tegen de baten.", "Luistert."],
        [Code.ITEM_UNSURE],
    ),
    "a dash that closes another, amid other bullets": (
        "• Maakt – zonder dat te zeggen\n– alles af.\n• Luistert.\n",
        ["Maakt – zonder dat te zeggen – alles af.", "Luistert."],
        [Code.LINE_CONTINUED],
    ),
    "a dash like the bullets that closes another": (
        "– Maakt – zonder dat te zeggen\n– alles af.\n– Luistert.\n",
        ["Maakt – zonder dat te zeggen – alles af.", "Luistert."],
        [Code.LINE_UNSURE],
    ),
    "a sign of the sentence, after a full line, amid other bullets": (
        "- Beslist over zaken van groot belang\n> € 10 mln.\n- Luistert.\n",
        ["Beslist over zaken van groot belang > € 10 mln.", "Luistert."],
        [Code.LINE_UNSURE],
    ),
    "a number of the sentence amid bullets": (
        "• Weegt de kosten op termijn, dus\n1. nu, 2. straks.\n• Luistert.\n",
        ["Weegt de kosten op termijn, dus 1. nu, 2. straks.", "Luistert."],
        [],
    ),
    "a list within an indicator": (
        "  • Weegt af:\n     – kosten;\n     – baten.\n  • Luistert.\n",
        ["Weegt af:", "kosten;", "baten.", "Luistert."],
        [Code.ITEM_UNSURE, Code.ITEM_UNSURE, Code.BULLET_UNLIKE, Code.BULLET_UNLIKE],
    ),
    "a second sentence that begins a line, where nothing is indented": (
        "• Weegt de kosten op termijn af.\nVraagt dan door.\n• Luistert.\n",
        ["Weegt de kosten op termijn af. Vraagt dan door.", "Luistert."],
        [Code.LINE_UNSURE],
    ),
    "a list with the same sign within an indicator": (
        "- Weegt af.\n   - De kosten.\n   - De baten.\n- Luistert.\n",
        ["Weegt af.", "De kosten.", "De baten.", "Luistert."],
        [Code.ITEM_UNSURE, Code.ITEM_UNSURE],
    ),
    "bullets that stand in no line": (
        "- Weegt de kosten af.\n   - Luistert.\n     - Vraagt door.\n",
        ["Weegt de kosten af.", "Luistert.", "Vraagt door."],
        [],
    ),
    "a heading within the list, after a line without a stop": (
        "- Weegt de kosten op termijn\nVoorbeelden:\n- Luistert naar wat\n  anderen zeggen.\n",
        ["Weegt de kosten op termijn Voorbeelden:", "Luistert naar wat anderen zeggen."],
        [Code.LINE_UNSURE],
    ),
    "a label amid the list, and what would go on": (
        "- Komt met ideeën.\nIndicator\n  en vraagt door.\n",
        ["Komt met ideeën.", "en vraagt door."],
        [Code.LINE_UNSURE],
    ),
    "parted by a dash at the end of a line": (
        "- Luistert.-\n  Vraagt door.- 2 keer\n  of vaker.\n",
        ["Luistert.", "Vraagt door.", "2 keer of vaker."],
        [Code.BULLET_INLINE, Code.BULLET_INLINE],
    ),
    "several on one line": (
        "• Luistert. • Vraagt door.\n• Komt met ideeën.\n",
        ["Luistert.", "Vraagt door.", "Komt met ideeën."],
        [Code.BULLET_INLINE],
    ),
}


@pytest.mark.parametrize("case", DOUBTFUL)
def test_what_is_doubtful(case: str) -> None:
    drawing, indicators, codes = DOUBTFUL[case]
    assert parts(printed(HEAD + drawing)) == ("Blijkt goed op de hoogte te zijn.", indicators, codes)


ONE_PARAGRAPH = [
    ("Indicatoren:\n- Komt.\n- Luistert.", []),
    ("Indicatoren:\n• Komt. • Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren: • Komt. • Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren: - Komt. - Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren:\n- Komt.-   Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren:\n\t·  Komt.\t·  Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren:\no Komt. o Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren:\n1. Komt. 2. Luistert.", [Code.BULLET_INLINE]),
    ("Indicatoren:\na) Komt. b) Luistert.", [Code.BULLET_INLINE]),
]


@pytest.mark.parametrize(("paragraph", "codes"), ONE_PARAGRAPH)
def test_a_list_in_one_paragraph_is_taken_apart(paragraph: str, codes: list[Code]) -> None:
    assert parts(typed("Blijkt goed.", paragraph)) == ("Blijkt goed.", ["Komt.", "Luistert."], codes)


@pytest.mark.parametrize("labels", [("Beschrijving", "Definitie"), ("Beschrijving:", "Definitie:"), ("Definitie:",)])
def test_a_description_may_have_two_labels_before_it(labels: tuple[str, ...]) -> None:
    assert parts(typed(*labels, "Blijkt goed.", "Indicatoren:", "- Komt."))[:2] == ("Blijkt goed.", ["Komt."])


@pytest.mark.parametrize("second", ["(Her)formuleert.", "’s Morgens.", "€ 500 of meer.", "Luistert."])
def test_a_number_in_brackets_parts_items_that_begin_in_any_way(second: str) -> None:
    item = f"(1) Werkt op hbo-niveau. (2) {second}"
    assert parts(typed("Blijkt goed.", "Indicatoren:", item))[1] == ["Werkt op hbo-niveau.", second]
    assert parts(typed("Blijkt goed.", "Indicatoren:", "1. Kent artikel 2. Luistert."))[1] == [
        "Kent artikel 2. Luistert."
    ]


@pytest.mark.parametrize("label", ["b. Indicatoren:", "2) Indicatoren", "B. Gedragsindicatoren:"])
def test_what_counts_the_parts_of_a_body_is_part_of_the_label(label: str) -> None:
    first = label.translate(str.maketrans("b2B", "a1A")).split()[0]
    texts = parts(typed(f"{first} Beschrijving: Blijkt goed.", label, "- Komt."))
    assert texts == ("Blijkt goed.", ["Komt."], [])


def test_a_label_that_says_that_the_indicators_go_on_is_not_their_first() -> None:
    lines = typed("Blijkt goed.", "Dit blijkt uit:", "- Komt.", "Indicatoren (vervolg):", "- Luistert.")
    assert parts(lines) == ("Blijkt goed.", ["Komt.", "Luistert."], [Code.LABEL_UNSURE])


def test_a_dash_or_star_within_a_sentence_divides_nothing() -> None:
    item = "- Weegt kosten - ook verborgen - af. Vraagt * en + na."
    assert parts(typed("Blijkt goed.", "Indicatoren:", item))[1] == [item[2:]]


@pytest.mark.parametrize(
    "item", ["- Staat anderen bij- Luistert", "-Staat anderen bij-Luistert", "1) Staat anderen bij 2) Luistert"]
)
def test_items_without_a_full_stop_that_a_lost_line_end_parted(item: str) -> None:
    assert parts(typed("Blijkt goed.", "Indicatoren:", item))[1] == ["Staat anderen bij", "Luistert"]


@pytest.mark.parametrize(
    "item",
    [
        "- Kent Noord-Holland, in- en externe klanten, zwart-wit en IT- en HR-beleid.",
        "· Weegt a · b en de Raad·Staten.",
        "1. Weegt 2. straks en 3. later. 4. Nooit.",
        "1. Kent artikel 2. De rest niet.",
        "o Komt o zo vaak. Ziet o.",
    ],
)
def test_a_sign_or_number_within_a_sentence_divides_nothing(item: str) -> None:
    assert parts(typed("Blijkt goed.", "Indicatoren:", item))[1] == [item.split(maxsplit=1)[1]]


def test_every_doubt_wants_a_person() -> None:
    assert {Code.LABEL_UNSURE, Code.ITEM_UNSURE, Code.BULLET_INLINE, Code.LINE_UNSURE} <= WARNINGS


#: A description whose last line is full, before a list that no label heads.
FULL = "Gaat effectief om met veel details"


def test_a_dash_after_a_full_line_begins_the_list_that_goes_on_with_it() -> None:
    cell = f"{FULL}\n- controleert gegevens;\n- werkt netjes."
    assert parts(printed(cell)) == (FULL, ["controleert gegevens;", "werkt netjes."], [Code.LABEL_MISSING])
    aside = f"{FULL}\n- en dat met zorg - van de ander.\n- Controleert gegevens.\n- Werkt netjes."
    assert parts(printed(aside))[0] == f"{FULL} - en dat met zorg - van de ander."


def test_a_question_within_a_list_is_no_heading_of_it() -> None:
    cell = "Brengt partijen bijeen.\n- Vraagt wie meedoet, wie niet\n  en waarom?\n- Neemt verlies."
    assert parts(printed(cell))[:2] == (
        "Brengt partijen bijeen.",
        ["Vraagt wie meedoet, wie niet en waarom?", "Neemt verlies."],
    )


@pytest.mark.parametrize(
    "items",
    [
        ["vraagt raad", "is neutraal", "heeft tact"],
        ["vraagt raad;", "luistert; en", "heeft tact."],
        ["Vraagt raad.", "e-learning is gevolgd.", "±5% is nog geen trend."],
        ["Vraagt raad over:", "de kosten;", "… en de baten."],
    ],
)
def test_paragraphs_without_bullets_are_a_list_whatever_they_begin_with(items: list[str]) -> None:
    assert parts(typed("Blijkt goed.", "Indicatoren:", *items))[1] == items


def test_a_list_without_bullets_in_lower_case_is_parted_by_lines_that_are_left_short() -> None:
    cell = "Blijkt goed.\nIndicatoren:\nis bereikbaar in het weekend en op\nfeestdagen\nis neutraal\nheeft tact"
    assert parts(printed(cell))[1] == ["is bereikbaar in het weekend en op feestdagen", "is neutraal", "heeft tact"]


def test_a_level_without_a_label_begins_the_list_and_is_told() -> None:
    cell = "Blijkt te zijn.\nNiveau 1\n    - Komt met ideeën.\nNiveau 2: meer\n    - Vraagt door.\n"
    items = ["Niveau 1", "Komt met ideeën.", "Niveau 2: meer", "Vraagt door."]
    told = [Code.LABEL_MISSING, Code.BULLET_MISSING, Code.BULLET_MISSING]
    assert parts(printed(cell)) == ("Blijkt te zijn.", items, told)


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Maakt bespreekbaar – als ’t kan", ["Maakt bespreekbaar – als ’t kan – wat stoort."]),
        ("Maakt dit bespreekbaar", ["1. Maakt dit bespreekbaar", "wat stoort."]),
        ("Maakt dit alles bespreekbaar:", ["1. Maakt dit alles bespreekbaar:", "wat stoort."]),
    ],
    ids=["full", "room was left", "a list of its own"],
)
def test_a_dash_under_the_only_number_belongs_to_its_sentence(first: str, expected: list[str]) -> None:
    assert parts(printed(f"{HEAD}1. {first}\n   – wat stoort."))[1] == expected
