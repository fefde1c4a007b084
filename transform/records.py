"""Rows → records: rows that run over a page joined to one, core competences filled down.

A record is one competence as the layout has it: a strand for each column, every line kept or in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.bullets import lines_to_bullets
from transform.catalogue_row import CatalogueRow, letters_of
from transform.centred import begin_the_next, cores_overleaf, ends_amid, without_core_beside_halfway_ones
from transform.core_beside import with_cores_above_descriptions
from transform.document import Line
from transform.doubtful_cores import below_names_apart, doubtful_cores, under_coreless, with_numbers
from transform.findings import Code, Finding
from transform.header_rows import CONTINUED, UNFINISHED, has_words, one_line
from transform.labels import has_description, has_label
from transform.ledger import Entry, Reason, line_to_entry
from transform.place import Origin, PagePlace
from transform.role import BODIES, Role, letters
from transform.sentences import BEGINS_SENTENCE, ENDS_SENTENCE
from transform.strand import Strand

#: What a competence is made of.
OWN: Final = tuple(role for role in Role if role is not Role.EXTRA)
#: A line of so many characters does not stand twice in a row by chance.
WHOLE_LINE: Final = 8

#: What stands before a name that is given once more, and what is short for it behind one.
_GOES_ON_BEFORE: Final = re.compile(r"\W*vervolg\b(?:\s+van\b)?\W*", re.IGNORECASE)
_SHORTENED: Final = re.compile(r"\s*\((?:verv|vv)\.?\)\s*$", re.IGNORECASE)

#: A cell that says: as the one above.
AS_ABOVE: Final = re.compile(r"^(?:idem|id\.|ditto|[\"″“”„’']{1,2}|[-‐–—=]{1,3}|zie boven)\.?$", re.IGNORECASE)


class Record(NamedTuple):
    """One competence before its text is cleaned.

    ``core`` is the strand printed in this record; when it is empty, ``inherited`` is the one that counts (of a
    record above, or of a group heading).
    """

    key: str
    place: Origin
    name: Strand
    core: Strand
    inherited: Strand | None
    bodies: dict[Role, Strand]


class Records(NamedTuple):
    """The records in order, and what was decided to get them."""

    records: tuple[Record, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def rows_to_records(rows: tuple[CatalogueRow, ...]) -> Records:
    """Join the rows that belong together, then give each record its core competence."""
    findings: list[Finding] = []
    entries: list[Entry] = []
    joined: list[CatalogueRow] = []
    rows = tuple(_without_cores_again(rows, entries, findings))
    begun = begin_the_next(rows)
    for index, row in enumerate(rows):
        if index - 1 in begun:
            findings.append(_continued(row, row))
            joined[-1] = _with_beginning(joined[-1], _without_line_again(joined[-1], row, entries, findings))
        elif joined and index not in begun and continues(_with_rows_under_its_name(rows, index), joined):
            findings.append(_continued(joined[-1], row))
            joined[-1] = _joined(joined[-1], _without_line_again(joined[-1], row, entries, findings), entries)
        else:
            joined.append(row)
    if not any(letters_of(row, Role.CORE) or row.group for row in joined):
        joined = with_cores_above_descriptions(joined)
    if any(letters_of(row, Role.CORE) for row in joined):
        overleaf, columned = cores_overleaf(rows), {row.block for row in joined if Role.CORE in row.lines}
        halfway = without_core_beside_halfway_ones(joined)
        doubtful = *doubtful_cores(joined, columned), *under_coreless(joined), *with_numbers(joined), *halfway
        findings += map(_missing, {row.key: row for row in doubtful}.values())
        findings += [_missing(row) for row in joined if row.key in overleaf]
        joined = [
            row._replace(group=overleaf.get(row.key, () if row.block in columned else row.group)) for row in joined
        ]
    else:
        below = {row.key for row in below_names_apart(joined)}
        findings += [
            _missing(row)
            for row in joined
            if row.unheaded or row.key in below or (row.group and Role.CORE in row.lines)
        ]
    records: list[Record] = []
    for row in joined:
        records.append(_record(row, records[-1] if records else None, findings))
    return Records(tuple(records), tuple(entries), tuple(findings))


def continues(row: CatalogueRow, before: list[CatalogueRow]) -> bool:
    """Whether a row is the rest of the one before it.

    It is when its name cell is empty or merged with the one above, or when it repeats the name above it and says that
    it goes on, or describes nothing else. At the top of a page it also is when its name and text go on in lower case
    (elsewhere its core competence has to as well: a line was taken for a row), when it repeats that name only, or when
    it has no core competence and one of the two is only part of a body: then a name was broken over the page.
    A row that names another core competence, or a description and label after those above, is never the rest, unless
    it only ends that of the last row. Fails for a competence without a name whose core competence and label are missing
    as well.
    """
    last = before[-1]
    if Role.NAME in row.merged:
        return True
    if _goes_on_in_lower_case(row, last) and (row.first or _core_goes_on(row, last)):
        return True
    if _is_of_its_own(row, last, overleaf=_has_core_overleaf(row, before)):
        return False
    if not has_words(row.lines.get(Role.NAME, ())) or _only_says_it_goes_on(row):
        return True
    if _name(row) == _name(last) and (row.first or _says_it_goes_on(row) or _is_said_again(row, last)):
        return _says_it_goes_on(row) or not _is_described_anew(row, last)
    if not row.first or letters_of(row, Role.CORE) or row.group != last.group or _is_below(row, last):
        return False
    every_core = Role.CORE in row.lines and all(letters_of(other, Role.CORE) for other in before)
    one_is_part = not (_is_whole(row) and _is_whole(last))
    return one_is_part and (every_core or all(_is_whole(other) for other in before[:-1]))


def _with_rows_under_its_name(rows: Sequence[CatalogueRow], index: int) -> CatalogueRow:
    """The first row of a page with what is said in the rows below it, over which its name's cell goes on.

    So a description has its indicators, that stand in a row of their own.
    """
    row = rows[index]
    if not row.first or not row.lines.get(Role.NAME) or Role.BODY not in row.lines:
        return row
    below = takewhile(lambda other: Role.NAME in other.merged and not other.first, rows[index + 1 :])
    more = tuple(line for other in below for line in other.lines.get(Role.BODY, ()))
    return row._replace(lines=row.lines | {Role.BODY: row.lines[Role.BODY] + more}) if more else row


def _is_below(row: CatalogueRow, last: CatalogueRow) -> bool:
    """Whether a row stands below the last on its page, in another table: no page's end broke a name there."""
    own, above = row.place, last.place
    if not isinstance(own, PagePlace) or not isinstance(above, PagePlace) or own.page != above.page:
        return False
    return own.box.top >= above.box.bottom and own.box.x0 < above.box.x1 and above.box.x0 < own.box.x1


def _goes_on_in_lower_case(row: CatalogueRow, last: CatalogueRow) -> bool:
    """Whether both name and text go on amid a sentence: the row was split over the page line by line.

    A name goes on in lower case, or after what does not end one (``Plannen/``).
    """
    text = one_line(row.lines.get(Role.BODY, row.lines.get(Role.DESCRIPTION, ())))
    name, before = one_line(row.lines.get(Role.NAME, ())), one_line(last.lines.get(Role.NAME, ()))
    goes_on = (name[:1].islower() and before[:1].isupper()) or (bool(name) and UNFINISHED.search(before))
    return bool(goes_on) and text[:1].islower()


def _core_goes_on(row: CatalogueRow, last: CatalogueRow) -> bool:
    """Whether the core competence of a row goes on in lower case from that of the last."""
    core, before = (one_line(own.lines.get(Role.CORE, ())) for own in (row, last))
    return core[:1].islower() and before[:1].isupper()


def _is_whole(row: CatalogueRow) -> bool:
    """Whether the row has a description of its own, as every row has that is not the rest of another.

    Where no label ends it, it begins as a sentence does, and a list stands below it. Fails for the rest of an indicator
    that begins with a capital, above others, beside the rest of a name that does.
    """
    body = row.lines.get(Role.BODY, ())
    if has_description(body) or letters_of(row, Role.DESCRIPTION):
        return True
    first, *others = lines_to_bullets(body) if BEGINS_SENTENCE.match(one_line(body[:1])) else [None]
    return first is None and any(others)


def _has_core_overleaf(row: CatalogueRow, before: list[CatalogueRow]) -> bool:
    """Whether the core competence of the last row, or the end of it, stands at the top of the next page.

    It had no room under a name that stands there alone, or where every other row has one, or is of a group whose cell
    goes on; it goes on in lower case. Either way the row has no name.
    """
    last = before[-1]
    if not row.first or _name(row) or not letters_of(row, Role.CORE):
        return False
    if letters_of(last, Role.CORE):
        core, above = one_line(row.lines[Role.CORE]), one_line(last.lines[Role.CORE])
        return core[0].islower() and above[0].isupper()
    alone = [role for role, lines in last.lines.items() if has_words(lines)] == [Role.NAME]
    grouped = (bool(letters_of(r, Role.CORE)) or r.first or Role.CORE in r.merged for r in before[:-1])
    return alone or (Role.CORE not in last.merged and all(grouped))


def _is_of_its_own(row: CatalogueRow, last: CatalogueRow, *, overleaf: bool) -> bool:
    core = letters_of(row, Role.CORE)
    other_core = bool(core) and core != letters_of(last, Role.CORE) and not last.merged and not overleaf
    if other_core:
        return True
    described_again = has_description(row.lines.get(Role.BODY, ())) and has_label(last.lines.get(Role.BODY, ()))
    both = all(letters_of(one, role) for one in (row, last) for role in (Role.DESCRIPTION, Role.INDICATORS))
    nameless = both and row.parted and not (row.first or _name(row))
    nameless = nameless and one_line(row.lines[Role.DESCRIPTION])[:1].isupper()
    return nameless or (described_again and not _says_it_goes_on(row))


def _says_it_goes_on(row: CatalogueRow) -> bool:
    """``Durf (vervolg)``, ``Vervolg Durf``, ``Durf (verv.)``: wherever its author began a row anew."""
    name = one_line(row.lines.get(Role.NAME, ()))
    return letters(name).endswith(CONTINUED) or _GOES_ON_BEFORE.match(name) is not None or bool(_SHORTENED.search(name))


def _only_says_it_goes_on(row: CatalogueRow) -> bool:
    """``(vervolg)`` where the name would stand."""
    return not _name(row) and _says_it_goes_on(row)


def _is_said_again(row: CatalogueRow, last: CatalogueRow) -> bool:
    """Whether a row that repeats a name only adds indicators: it describes nothing, or the same once more.

    Where description and indicators share a column, the label above shows that the description is complete, and a
    bullet that the row begins with an indicator.
    """
    if body := row.lines.get(Role.BODY):
        return has_label(last.lines.get(Role.BODY, ())) and lines_to_bullets(body)[0] is not None
    described, before = _described(row), _described(last)
    indicators, others = (one_line(one.lines.get(Role.INDICATORS, ())) for one in (row, last))
    return bool(before) and described in {"", before} and indicators not in {"", others}


def _is_described_anew(row: CatalogueRow, last: CatalogueRow) -> bool:
    """Whether a row that repeats a name has another description, and a list of its own, as for the next level has."""
    described, before = _described(row), _described(last)
    whole = ENDS_SENTENCE.search(before) and BEGINS_SENTENCE.match(described) and described != before
    items = lines_to_bullets(row.lines.get(Role.INDICATORS, ()))
    return bool(whole and letters_of(last, Role.INDICATORS) and items and items[0])


def _described(row: CatalogueRow) -> str:
    """The description of a row without the marks of notes, of which one of several rows may have one."""
    lines = row.lines.get(Role.DESCRIPTION, ())
    return one_line(_without_notes(line) if line.raised else line for line in lines)


def _without_notes(line: Line) -> Line:
    text = line.text
    for mark in reversed(line.raised):
        text = text[: mark.start] + text[mark.end :] if mark.note else text
    return replace(line, text=text, raised=())


def _name(row: CatalogueRow) -> str:
    name = _SHORTENED.sub("", one_line(row.lines.get(Role.NAME, ())))
    return letters(_GOES_ON_BEFORE.sub("", name)).removesuffix(CONTINUED)


def _continued(before: CatalogueRow, row: CatalogueRow) -> Finding:
    first = next((line for lines in row.lines.values() for line in lines), None)
    return Finding(
        code=Code.ROW_CONTINUED,
        place=row.place,
        competence=one_line(before.lines.get(Role.NAME, ())),
        was=first.text.strip() if first else "",
    )


def _without_line_again(
    before: CatalogueRow, row: CatalogueRow, entries: list[Entry], findings: list[Finding]
) -> CatalogueRow:
    """A row at the top of a page without first lines that are the last above it: the page's end ran through them.

    Some programs draw such a line on both pages, half of it on each. Fails for a text that says the same line twice.
    """
    lines = dict(row.lines)
    for role in BODIES & row.lines.keys() if row.first else ():
        last, first = before.lines.get(role, ())[-1:], row.lines[role][:1]
        if [line.text for line in last] == [line.text for line in first] != [] and len(first[0].text) >= WHOLE_LINE:
            text = first[0].text.strip()
            lines[role] = row.lines[role][1:]
            entries.append(line_to_entry(Reason.LINE_AGAIN, first[0]))
            name = one_line(before.lines.get(Role.NAME, ()) or row.lines.get(Role.NAME, ()))
            findings.append(Finding(code=Code.LINE_AGAIN, place=first[0].origin, competence=name, was=text))
    return row._replace(lines=lines)


def _without_cores_again(
    rows: Iterable[CatalogueRow], entries: list[Entry], findings: list[Finding]
) -> Iterator[CatalogueRow]:
    """The rows without core competences that only say that it is the one above: ``idem``, ``Verbindend (vervolg)``."""
    above = ""
    for row in rows:
        lines = row.lines.get(Role.CORE, ())
        said, core = one_line(lines), letters_of(row, Role.CORE)
        again = above and core.endswith(CONTINUED) and core.removesuffix(CONTINUED) == above
        if above and said and (again or AS_ABOVE.match(said)):
            entries += (line_to_entry(Reason.CORE_COMPETENCE_AGAIN, line) for line in lines)
            findings += () if again else (_missing(row),)
            yield row._replace(lines=row.lines | {Role.CORE: ()})
            continue
        above = core or above
        yield row


def _joined(before: CatalogueRow, row: CatalogueRow, entries: list[Entry]) -> CatalogueRow:
    """Both rows as one; a name or core competence that only repeats itself goes to the ledger."""
    lines = dict(before.lines)
    for role, more in row.lines.items():
        reason = _repeats(before, row, role)
        if reason:
            entries += (line_to_entry(reason, line) for line in more)
        else:
            lines[role] = lines.get(role, ()) + more
    # A row that was split over the page, or that only white space parts, may begin amid an indicator.
    begun = frozenset(id(more[0]) for more in row.lines.values() if more)
    if row.first:
        return before._replace(lines=lines, overleaf=before.overleaf | begun)
    opens = row.parted and not ends_amid(before, row)
    return before._replace(lines=lines, openings=before.openings | begun if opens else before.openings)


def _with_beginning(beginning: CatalogueRow, row: CatalogueRow) -> CatalogueRow:
    """A row with the lines of its first part, which has no name, before its own."""
    roles = dict.fromkeys((*beginning.lines, *row.lines))
    lines = {role: beginning.lines.get(role, ()) + row.lines.get(role, ()) for role in roles}
    return row._replace(place=beginning.place, lines=lines, first=beginning.first)


def _repeats(before: CatalogueRow, row: CatalogueRow, role: Role) -> Reason | None:
    if role is Role.NAME and ((_name(row) and _name(row) == _name(before)) or _only_says_it_goes_on(row)):
        return Reason.NAME_AGAIN
    if role is Role.CORE and letters_of(row, role) and letters_of(row, role) == letters_of(before, role):
        return Reason.CORE_COMPETENCE_AGAIN
    if role is Role.DESCRIPTION and _described(row) == _described(before) != "":
        return Reason.DESCRIPTION_AGAIN
    return None


def _record(row: CatalogueRow, above: Record | None, findings: list[Finding]) -> Record:
    own = {role: row.lines.get(role, ()) for role in OWN}
    strands = {role: Strand(f"{row.key}.{role}", lines, row.openings, row.overleaf) for role, lines in own.items()}
    name, core = strands.pop(Role.NAME), strands.pop(Role.CORE)
    inherited = _inherited(row, above) if core.is_empty() else None
    if inherited is not None and not row.group:
        findings.append(_filled(row, inherited))
    return Record(row.key, row.place, name, core, inherited, {r: s for r, s in strands.items() if not s.is_empty()})


def _inherited(row: CatalogueRow, above: Record | None) -> Strand | None:
    if row.group:
        return Strand(f"{row.key}.group", row.group)
    if above is None:
        return None
    return above.inherited if above.core.is_empty() else above.core


def _missing(row: CatalogueRow) -> Finding:
    """An empty cell where every other is filled: what is filled in from above may be wrong."""
    name = one_line(row.lines.get(Role.NAME, ()))
    return Finding(code=Code.CORE_COMPETENCE_MISSING, place=row.place, competence=name, field="core_competence")


def _filled(row: CatalogueRow, inherited: Strand) -> Finding:
    return Finding(
        code=Code.CORE_COMPETENCE_FILLED,
        place=row.place,
        competence=one_line(row.lines.get(Role.NAME, ())),
        field="core_competence",
        became=one_line(inherited.lines),
    )
