"""Text that runs up or down its cell and goes on outside it: where a page ends within the cell, its text may be cut.

│ Zelfbew │ Durf …           A program draws the rest of it where the next page begins, above the cell or over the
├─────────┴────────          header there; nothing but its place across the page tells of what it is the rest.
  ust
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from transform.document import Line
from transform.findings import Code, Finding
from transform.place import PagePlace
from transform.records import Record

#: Turned lines of one column begin and end across the page in one place, known to this share of how wide they are.
SAME: Final = 0.1


def rest_outside(findings: Iterable[Finding], records: Sequence[Record], names: Sequence[str]) -> Iterator[Finding]:
    """What was left out because it stands at an angle, said of the competences of which it may be a part.

    ``names``: what the competences are called. It is one where a name or core competence stands just so, on its page or
    on one beside it. Fails for a rest in type of another size.
    """
    aslant = [finding for finding in findings if finding.code is Code.TEXT_ASLANT]
    for record, name in zip(records, names, strict=False) if aslant else ():
        core = record.core if record.core.lines else record.inherited
        fields = {"name": record.name.lines, "core_competence": core.lines if core is not None else ()}
        for finding in aslant:
            for field, lines in fields.items():
                if any(_are_in_one_column(line, finding.place) for line in lines):
                    yield replace(finding, competence=name, field=field)


def _are_in_one_column(line: Line, place: object) -> bool:
    if not isinstance(line.origin, PagePlace) or not isinstance(place, PagePlace):
        return False
    own, other = line.origin.box, place.box
    near = SAME * (own.x1 - own.x0)
    same = abs(own.x0 - other.x0) <= near and abs(own.x1 - other.x1) <= near
    return same and abs(line.origin.page - place.page) <= 1
