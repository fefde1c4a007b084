"""Header row → roles of its columns.

The table is known by its header, whatever the order of the columns. Words are compared by their letters alone,
so a header that is hyphenated, wrapped or set in capitals is the same header.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

from transform.document import Cell, Row


class Role(StrEnum):
    """What a column holds. BODY is description and indicators in one cell."""

    NAME = "name"
    CORE = "core_competence"
    BODY = "body"
    DESCRIPTION = "description"
    INDICATORS = "indicators"
    EXTRA = "extra"


#: Beginnings of header words, letters only, lower case. Dutch first; English for translated editions.
CORE_STEMS: Final = (
    "kerncompetent",
    "kernwaarde",
    "corecompeten",
    "competentiegroep",
    "competentiecluster",
    "cluster",
)
NAME_STEMS: Final = ("competent", "competenc", "naamcompetent", "naamvandecompetent")
NAME_WORDS: Final = frozenset({"naam", "name"})
#: Stems that may stand anywhere in a header cell.
DESCRIPTION_STEMS: Final = (
    "beschrijving",
    "omschrijving",
    "definitie",
    "toelichting",
    "description",
    "definition",
)
INDICATOR_STEMS: Final = ("indicator", "gedrag", "behaviour", "behavior")

#: A header cell is a few words; a longer text that holds one of the stems is a sentence.
LONGEST_HEADER: Final = 60

Columns = dict[int, Role]


def row_to_columns(row: Row) -> Columns | None:
    """The role of each grid column if this is a header row of the catalogue, else None.

    A header row names the competence and at least a description or indicators. Fails for a header of two
    rows, and for a table whose header uses none of the known words: that table is passed over and reported.
    """
    columns: Columns = {}
    for cell in row.cells:
        role = cell_to_role(cell)
        columns.update(dict.fromkeys(range(cell.column, cell.column + cell.span), role))
    roles = set(columns.values())
    is_header = Role.NAME in roles and roles & {Role.BODY, Role.DESCRIPTION, Role.INDICATORS}
    return columns if is_header else None


def cell_to_role(cell: Cell) -> Role:
    """What a column under this header cell holds; EXTRA if none of the words is known."""
    words = letters("".join(line.text for line in cell.lines))
    if len(words) > LONGEST_HEADER:
        return Role.EXTRA
    if words.startswith(CORE_STEMS):
        return Role.CORE
    describes = any(stem in words for stem in DESCRIPTION_STEMS)
    indicates = any(stem in words for stem in INDICATOR_STEMS)
    if describes or indicates:
        return Role.BODY if describes and indicates else Role.DESCRIPTION if describes else Role.INDICATORS
    return Role.NAME if words in NAME_WORDS or words.startswith(NAME_STEMS) else Role.EXTRA


def letters(text: str) -> str:
    """Only the letters, lower case, without accents: how header words are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalpha())
