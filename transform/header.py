"""Header row → roles of its columns.

The table is known by its header, whatever the order of the columns. Words are compared by their letters alone,
so a header that is hyphenated, wrapped or set in capitals is the same header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from transform.document import Cell, Row, Table
from transform.findings import Code, Finding
from transform.labels import has_label
from transform.role import (
    BODIES,
    CORE_STEMS,
    DESCRIPTION_STEMS,
    INDICATOR_STEMS,
    LONGEST_HEADER,
    NAME_STEMS,
    NAME_WORDS,
    Role,
    letters,
    words_to_role,
)

#: What a name's column is called when others begin alike: ``Competentie`` beside ``Competentieniveau``.
PLAIN_NAMES: Final = frozenset({"competentie", "competenties", "competence", "competences", "competency"})
PLAIN_CORES: Final = ("kerncompetent", "corecompeten")
#: How the header of indicators begins that show the opposite.
OPPOSITES: Final = ("contraindicat", "negatie", "ongewenst", "ineffectief", "onwenselijk")
#: A cell that only says what stands beside it: ``Gedragsindicatoren``.
LONGEST_LABEL: Final = 25

#: So many characters of a cell tell its role: more letters than a header has, however they are set.
TELLING: Final = 4 * LONGEST_HEADER

#: What ends in a full stop and begins with none of the words is a sentence that happens to hold one.
_BEGINNINGS: Final = (*CORE_STEMS, *NAME_STEMS, *NAME_WORDS, *DESCRIPTION_STEMS, *INDICATOR_STEMS)
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{3}[.!?;]")

#: ``Kerncompetentie / competentie``.
_BOTH: Final = re.compile(r"kerncompetenties?(?:en|of)?competenties?")

Columns = dict[int, Role]


def row_to_columns(row: Row) -> Columns | None:
    """The role of each grid column if this is a header row of the catalogue, else None.

    A header row names the competence and at least a description or indicators. Fails for a table whose header uses
    none of the known words: that table is passed over and reported.
    """
    columns: Columns = {}
    for cell, role in zip(row.cells, _beside_body(row.cells, _cells_to_roles(row.cells)), strict=True):
        columns.update(dict.fromkeys(range(cell.column, cell.column + cell.span), role))
    roles = set(columns.values())
    is_header = Role.NAME in roles and roles & {Role.BODY, Role.DESCRIPTION, Role.INDICATORS}
    return columns if is_header else None


def body_in_two(columns: Columns, row: Row, table: Table) -> Columns:
    """The columns with those under one heading of descriptions and indicators told apart, if rows have a cell for each.

    Not where the first of them only says what stands in the other: ``Beschrijving`` and ``Indicatoren``, each in a row
    of its own; nor where it has the label of the indicators: then one text runs on from it into the other. Fails where
    rows have the indicators first.
    """
    others = [other for other in table.rows if other is not row]
    for head in row.cells:
        if head.span < 2 or columns.get(head.column) is not Role.BODY:
            continue
        apart = [pair for other in others if len(pair := _cells_under(head, other)) > 1]
        said = [pair[0] for pair in apart if _words(pair[0])]
        labelled = [cell for cell in said if has_label(cell.lines) and not _is_label(cell)]
        is_one = (said and all(map(_is_label, said))) or 2 * len(labelled) > len(said)
        if 2 * len(apart) > len(others) and not is_one:
            rest = range(head.column + 1, head.column + head.span)
            columns = columns | {head.column: Role.DESCRIPTION} | dict.fromkeys(rest, Role.INDICATORS)
    return columns


def _cells_under(head: Cell, row: Row) -> list[Cell]:
    """The cells of a row that stand under a header cell and reach no further, if the first begins where it does."""
    end = head.column + head.span
    cells = [cell for cell in row.cells if head.column <= cell.column and cell.column + cell.span <= end]
    return cells if cells and cells[0].column == head.column else []


def _is_label(cell: Cell) -> bool:
    return cell_to_role(cell) in {Role.DESCRIPTION, Role.INDICATORS} and len(_words(cell)) <= LONGEST_LABEL


def rows_to_columns(upper: Row, lower: Row) -> Columns | None:
    """The columns of a header in two levels, in the grid of its lower row; None when the rows are no such header.

    A cell of the lower row that says nothing belongs to the one above it: ``Competentie`` over nothing beside
    ``Inhoud`` over ``Beschrijving`` and ``Indicatoren``. Fails for a lower row that holds a word that is not known.
    """
    own = [cell_to_role(cell) for cell in lower.cells]
    unknown = any(role is Role.EXTRA and _words(cell) for cell, role in zip(lower.cells, own, strict=True))
    if unknown or Role.NAME in own:
        return None
    columns: Columns = {}
    for cell, role in zip(lower.cells, own, strict=True):
        above = next((c for c in upper.cells if c.column <= cell.column < c.column + c.span), None)
        found = cell_to_role(above) if above and not _words(cell) else role
        columns.update(dict.fromkeys(range(cell.column, cell.column + cell.span), found))
    roles = set(columns.values())
    is_header = Role.NAME in roles and set(own) & {Role.BODY, Role.DESCRIPTION, Role.INDICATORS}
    return columns if is_header else None


def _cells_to_roles(cells: Sequence[Cell]) -> list[Role]:
    """The role of each cell; of several names or core competences only those that are called just so."""
    words, roles = [_words(cell) for cell in cells], [cell_to_role(cell) for cell in cells]
    plain = {
        Role.NAME: [w in PLAIN_NAMES | NAME_WORDS or w.startswith("naam") for w in words],
        Role.CORE: [w.startswith(PLAIN_CORES) for w in words],
    }
    for role, is_plain in plain.items():
        plainly = [found is role and said for found, said in zip(roles, is_plain, strict=True)]
        if any(plainly):
            roles = [Role.EXTRA if r is role and not said else r for r, said in zip(roles, plainly, strict=True)]
    return roles if Role.NAME in roles else _with_names(cells, words, roles)


def _with_names(cells: Sequence[Cell], words: list[str], roles: list[Role]) -> list[Role]:
    """The roles of a header that names no competences: they stand with their core competences, or under no word at all.

    Fails for a column of numbers without a heading where no other holds names: no name has a letter then.
    """
    if Role.CORE not in roles:
        return roles
    both = [Role.NAME if _BOTH.fullmatch(own) else role for own, role in zip(words, roles, strict=True)]
    blank = [cell for cell, own in zip(cells, words, strict=True) if not own and not cell.merged_above]
    if Role.NAME in both or len(blank) != 1:
        return both
    return [Role.NAME if cell is blank[0] else role for cell, role in zip(cells, roles, strict=True)]


def _beside_body(cells: Sequence[Cell], roles: list[Role]) -> list[Role]:
    """The roles where one column has description and indicators, and another one of both as well.

    What shows that somebody lacks the competence is none of its indicators: ``Contra-indicatoren``.
    ``Beschrijving en indicatoren`` beside ``Toelichting`` has all, and the other is none of the catalogue's;
    ``Gedragsbeschrijving`` has descriptions beside ``Indicatoren``, and indicators beside ``Definitie``.
    """
    if Role.INDICATORS in roles:
        roles = [_lower_level(cell) if role is Role.BODY else role for cell, role in zip(cells, roles, strict=True)]
    words = [_words(cell) for cell in cells]
    roles = [Role.EXTRA if own.startswith(OPPOSITES) else role for own, role in zip(words, roles, strict=True)]
    if any(role is Role.BODY and INDICATOR_STEMS[0] in own for own, role in zip(words, roles, strict=True)):
        return [Role.EXTRA if role in BODIES - {Role.BODY} else role for role in roles]
    other = Role.DESCRIPTION if Role.INDICATORS in roles else Role.INDICATORS
    beside = BODIES.intersection(roles) - {Role.BODY}
    return [other if role is Role.BODY and beside else role for role in roles]


def _lower_level(cell: Cell) -> Role:
    """What a column of both holds that stands beside one of indicators: descriptions, if its last line says so.

    The lines above are the heading of the two columns, in a header of two levels that no rule parts.
    """
    above, last = letters("".join(line.text for line in cell.lines[:-1])), cell.lines[-1:]
    levels = words_to_role(above), words_to_role(letters("".join(line.text for line in last)))
    return Role.DESCRIPTION if levels == (Role.BODY, Role.DESCRIPTION) else Role.BODY


def roles_twice(cells: Sequence[Cell], columns: Columns) -> dict[Role, list[Cell]]:
    """The header cells of each role that more than one cell has; columns that are none of the catalogue's left out."""
    found: dict[Role, list[Cell]] = {}
    for cell in filter(_words, cells):
        found.setdefault(columns[cell.column], []).append(cell)
    return {role: heads for role, heads in found.items() if len(heads) > 1 and role is not Role.EXTRA}


def texts_joined(row: Row, columns: Columns, name: str) -> Iterator[Finding]:
    """What is said in a row by more than one cell of a role, with what the later ones say."""
    for role, field in ((Role.DESCRIPTION, "description"), (Role.INDICATORS, "indicator")):
        texts = (" ".join(line.text for line in c.lines) for c in row.cells if columns.get(c.column) is role)
        said = [" ".join(text.split()) for text in texts if text.strip()]
        if len(said) > 1:
            code, more = Code.COLUMNS_JOINED, " ".join(said[1:])
            yield Finding(code=code, place=row.origin, competence=name, field=field, was=more, became=more)


def _words(cell: Cell) -> str:
    """The letters of a cell; of a long text only the first, more than a header has."""
    text = "".join([line.text for line in cell.lines])
    first = letters(text[:TELLING])
    return first if len(first) > LONGEST_HEADER or len(text) <= TELLING else letters(text)


def cell_to_role(cell: Cell) -> Role:
    """What a column under this header cell holds; EXTRA if none of the words is known."""
    words = _words(cell)
    if len(words) > LONGEST_HEADER:
        return Role.EXTRA
    text = " ".join([line.text for line in cell.lines]).rstrip()
    amid = _SENTENCE_END.fullmatch(text[-4:]) and not words.startswith(_BEGINNINGS)
    return Role.EXTRA if amid else words_to_role(words)
