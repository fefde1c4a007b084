"""Core competences that have no column or heading: in the cell of the name, or on a line above the description.

Klantgericht (Verbindend)     Klantgericht                      Klantgericht │ Kerncompetentie: Verbindend
                              Verbindend                                     │ Toont zich bewust van …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from transform.catalogue_row import CatalogueRow
from transform.document import Line
from transform.role import Role, letters
from transform.strand import Strand

_LABEL: Final = r"(?:kern-?competenties?|core competenc(?:e|es|y|ies)|kernwaarden?)\s*:"
_LABELLED: Final = re.compile(rf"\s*(?:^|[(\[])\s*{_LABEL}\s*(?P<core>[^()\[\]]+?)\s*[)\]]?\s*\Z", re.IGNORECASE | re.M)
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]\s*(?P<core>[^()\[\]]+?)\s*[)\]]\s*\Z")
_LINE: Final = re.compile(rf"\s*{_LABEL}\s*\S", re.IGNORECASE)
#: A group holds at least so many competences on average.
_SHARED: Final = 2


class Beside(NamedTuple):
    """What of the text of a name is no name: from ``start`` on, and where in it the core competence stands.

    ``sure``: a label says that it is one.
    """

    start: int
    core: tuple[int, int]
    sure: bool


def cores_beside_names(names: Sequence[Strand]) -> list[Beside] | None:
    """What stands behind each name, if all have something there that several names share; None if not.

    Behind a label it is a core competence; in brackets, or in a last line that its author began, it is likely to be
    one, and a person is to be asked. Fails for names of which each ends in brackets for another reason.
    """
    for found, sure in (
        (_matches(names, _LABELLED), True),
        (_matches(names, _IN_BRACKETS), False),
        (_lines(names), False),
    ):
        if found and (
            sure or _are_groups([name.text[b.core[0] : b.core[1]] for name, b in zip(names, found, strict=True)])
        ):
            return [beside._replace(sure=sure) for beside in found]
    return None


def _matches(names: Sequence[Strand], pattern: re.Pattern[str]) -> list[Beside]:
    found = [pattern.search(name.text) for name in names]
    besides = [Beside(m.start(), m.span("core"), sure=False) for m in found if m and m.string[: m.start()].strip()]
    return besides if len(besides) == len(names) else []


def _lines(names: Sequence[Strand]) -> list[Beside]:
    """The last line of each name, where the format knows that its author began it."""
    known = [name for name in names if len(name.lines) > 1 and name.lines[-1].starts_paragraph is not None]
    starts = [name.starts[-1] for name in known]
    besides = [Beside(start, (start, len(name.text)), sure=False) for name, start in zip(known, starts, strict=True)]
    return besides if len(besides) == len(names) else []


def _are_groups(texts: Sequence[str]) -> bool:
    """Whether texts may be those of groups: more than one, each of several names, and none counts anything."""
    said = {letters(text) for text in texts}
    counted = any(c.isdigit() for text in texts for c in text)
    return 1 < len(said) <= len(texts) / _SHARED and "" not in said and not counted


def with_cores_above_descriptions(rows: Sequence[CatalogueRow]) -> list[CatalogueRow]:
    """The rows with the first line of each body as its core competence, where all say that it is one."""
    roles = [next((role for role in (Role.BODY, Role.DESCRIPTION) if row.lines.get(role)), None) for row in rows]
    if not all(role and _LINE.match(row.lines[role][0].text) for row, role in zip(rows, roles, strict=True)):
        return list(rows)
    return [_parted(row, role) for row, role in zip(rows, roles, strict=True) if role]


def _parted(row: CatalogueRow, role: Role) -> CatalogueRow:
    lines = row.lines[role]
    core = (*lines[:1], *takewhile(_goes_on, lines[1:]))
    return row._replace(lines=row.lines | {Role.CORE: core, role: lines[len(core) :]})


def _goes_on(line: Line) -> bool:
    return line.starts_paragraph is False
