"""Catalogue and traits → a plan: paragraphs and tables in the terms of Word, before any engine writes them.

catalogue ─ word_plan ─┬─ by_python_docx ─┐
                       └─ by_raw_ooxml ───┴─ word_clothes ─ word_package ─ .docx (─ LibreOffice ─ .docx)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from transform.model import Catalogue, Competence

#: Competences on a page, where the traits give every page a table of its own.
PER_PAGE: Final = 4


class Para(NamedTuple):
    """A paragraph. ``text``: ``\\n`` is a typed line break. ``listed``: bullet, decimal or letter; ``via`` how."""

    text: str
    listed: str = ""
    via: str = "direct"
    bold: bool = False
    heading: bool = False
    indent: int = 0


class PlanCell(NamedTuple):
    """A cell; ``merge`` is ``restart`` or ``continue`` for cells merged downwards."""

    content: tuple[Para | PlanTable, ...]
    span: int = 1
    merge: str = ""


class PlanRow(NamedTuple):
    """A row; ``before`` and ``after`` are grid columns that it leaves out."""

    cells: tuple[PlanCell, ...]
    header: bool = False
    before: int = 0
    after: int = 0


class PlanTable(NamedTuple):
    """A table; ``widths`` of its grid columns in twentieths of a point."""

    rows: tuple[PlanRow, ...]
    widths: tuple[int, ...]


Plan: TypeAlias = tuple[Para | PlanTable, ...]

HEADERS: Final[dict[str, dict[str, str]]] = {
    "": {
        "name": "Competenties",
        "core": "Kerncompetentie",
        "body": "Beschrijving en indicatoren",
        "description": "Beschrijving",
        "indicators": "Indicatoren",
        "number": "Nr.",
        "level": "Niveau",
    },
    "other header words": {
        "name": "Naam competentie",
        "core": "Cluster",
        "body": "Omschrijving en gedragsindicatoren",
        "description": "Definitie",
        "indicators": "Gedragsindicatoren",
        "number": "#",
        "level": "Schaal",
    },
}
WIDTHS: Final = {"name": 1800, "core": 1500, "body": 5400, "description": 2700, "indicators": 2700}
EXTRA_WIDTH: Final = 700
LABELS: Final = {"other label": "Gedragsindicatoren:", "label without colon": "Indicatoren"}
#: items → what is typed before an indicator; ``{n}`` counts.
TYPED: Final = {
    "typed dashes": "- ",
    "typed bullets and tabs": "•\t",
    "typed numbers": "{n}. ",
    "line breaks and dashes": "- ",
    "line breaks and tabs": "•\t",
    "paragraphs without a bullet": "",
}
LISTED: Final = {
    "list through a paragraph style": ("bullet", "style"),
    "list definition per cell": ("bullet", "cell"),
    "numbered list": ("decimal", "cell"),
    "lettered list that counts on": ("letter", "direct"),
}
IN_BREAKS: Final = frozenset({"line breaks and dashes", "line breaks and tabs"})


def catalogue_to_plan(catalogue: Catalogue, traits: frozenset[str]) -> Plan:
    """Lay out a catalogue."""
    made = [Para(catalogue.appendix, bold=True), Para(""), Para(catalogue.title), Para("")]
    return (*made, *_Layout(catalogue, traits).blocks(), Para(""))


class _Layout:
    """The tables of one edition."""

    def __init__(self, catalogue: Catalogue, traits: frozenset[str]) -> None:
        self.catalogue = catalogue
        self.traits = traits
        self.columns = _columns(traits)

    def has(self, *names: str) -> bool:
        """Whether the edition has one of these traits."""
        return not self.traits.isdisjoint(names)

    def blocks(self) -> Iterator[Para | PlanTable]:
        """The tables, with what stands between them."""
        for number, group in enumerate(self._groups()):
            heading = self.has("core as a heading above its table")
            if heading:
                yield Para(group[0].core_competence, heading=True)
            rows = list(self._rows(group))
            if number == 0 or not self.has("a table per page without its header"):
                rows.insert(0, self._header())
            yield self._table(rows)
            if not heading:
                yield Para("")

    def _groups(self) -> Iterator[Sequence[Competence]]:
        """The competences of each table."""
        every = self.catalogue.competences
        if self.has("core as a heading above its table"):
            for _core, group in groupby(every, lambda c: c.core_competence):
                yield list(group)
        elif self.has("a table per page with its header", "a table per page without its header"):
            yield from (every[at : at + PER_PAGE] for at in range(0, len(every), PER_PAGE))
        else:
            yield every

    def _table(self, rows: list[PlanRow]) -> PlanTable:
        table = PlanTable(tuple(rows), tuple(self._widths()))
        if not self.has("table in a cell of a table"):
            return table
        return PlanTable((PlanRow((PlanCell((table, Para(""))),)),), (9000,))

    def _widths(self) -> Iterator[int]:
        for column in self.columns:
            width = WIDTHS.get(column, EXTRA_WIDTH)
            yield from (width // 2, width // 2) if self._is_double() else (width,)

    def _is_double(self) -> bool:
        return self.has("cells over two grid columns")

    def _header(self) -> PlanRow:
        words = HEADERS["other header words" if self.has("other header words") else ""]
        texts = [words[column] for column in self.columns]
        if self.has("header in capitals"):
            texts = [text.upper() for text in texts]
        cells = [self._cell((Para(text, bold=True),)) for text in texts]
        return PlanRow(tuple(cells), header=not self.has("header not marked"))

    def _cell(self, content: Iterable[Para | PlanTable], merge: str = "") -> PlanCell:
        return PlanCell(tuple(content), 2 if self._is_double() else 1, merge)

    def _rows(self, group: Sequence[Competence]) -> Iterator[PlanRow]:
        core = ""
        for competence in group:
            if competence.core_competence != core and self.has("core as a full-width row"):
                yield self._full_width(competence.core_competence)
            rows = self._split(competence) if self.has("rows split over tables") else [self._contents(competence)]
            for contents in rows:
                yield self._row(contents, is_first=competence.core_competence != core)
                core = competence.core_competence
            if self.has("empty rows"):
                yield self._row({}, is_first=True)

    def _full_width(self, text: str) -> PlanRow:
        return PlanRow((PlanCell((Para(text, bold=True),), len(list(self._widths()))),))

    def _row(self, contents: dict[str, tuple[Para | PlanTable, ...]], is_first: bool) -> PlanRow:
        scale = 2 if self._is_double() else 1
        cells = {column: self._cell(contents.get(column) or (Para(""),)) for column in self.columns}
        before = after = 0
        if self.has("core merged over rows") and contents:
            cells["core"] = cells["core"]._replace(merge="restart") if is_first else self._cell((Para(""),), "continue")
        elif self.has("core in the first row only", "rows that start late") and not is_first:
            cells["core"] = self._cell((Para(""),))
            before = scale if self.has("rows that start late") else 0
        if self.has("rows that end early") and contents:
            after = scale
        kept = list(cells.values())[1 if before else 0 : len(cells) - (1 if after else 0)]
        return PlanRow(tuple(kept), before=before, after=after)

    def _split(self, competence: Competence) -> list[dict[str, tuple[Para | PlanTable, ...]]]:
        """The row as two: the second begins at the last indicator and repeats neither name nor core competence."""
        whole = self._contents(competence)
        column = "body" if "body" in whole else "indicators"
        if len(whole[column]) < 2:
            return [whole]
        rest = {column: whole[column][-1:]}
        return [whole | {column: whole[column][:-1]}, rest]

    def _contents(self, competence: Competence) -> dict[str, tuple[Para | PlanTable, ...]]:
        description, items = Para(competence.description), tuple(self._items(competence))
        return {
            "name": self._name(competence.name),
            "core": (Para(competence.core_competence),),
            "description": (description,),
            "indicators": items,
            "body": self._body(competence.description, items),
            "number": (Para(str(self.catalogue.competences.index(competence) + 1)),),
            "level": (Para("B"),),
        }

    def _name(self, name: str) -> tuple[Para, ...]:
        if self.has("names over lines"):
            return (Para(name.replace(" ", "\n")),)
        if self.has("name in two paragraphs"):
            return tuple(Para(word) for word in name.split(" ", 1))
        return (Para(name),)

    def _body(self, description: str, items: tuple[Para | PlanTable, ...]) -> tuple[Para | PlanTable, ...]:
        label = next((text for name, text in LABELS.items() if self.has(name)), "Indicatoren:")
        head = [Para(description), Para(label, bold=self.has("bold label"))]
        if self.has("no label"):
            head = head[:1]
        elif self.has("label on the line of the description"):
            head = [Para(f"{description} {LABELS['other label']}")]
        if not self.has(*IN_BREAKS):
            return (*head, *items)
        texts = [part.text for part in (*head, *items) if isinstance(part, Para)]
        return (Para("\n".join(texts)),)

    def _items(self, competence: Competence) -> Iterator[Para | PlanTable]:
        texts = [indicator.text for indicator in competence.indicators]
        typed = next((sign for name, sign in TYPED.items() if self.has(name)), None)
        if self.has("list in two levels of tables"):
            rows = (PlanRow((PlanCell((Para("•"),)), PlanCell((Para(text),)))) for text in texts)
            yield from (PlanTable(tuple(rows), (300, 4000)), Para(""))
        elif typed is None:
            listed, via = next((how for name, how in LISTED.items() if self.has(name)), ("bullet", "direct"))
            yield from (Para(text, listed, via) for text in texts)
        else:
            yield from (Para(typed.format(n=n) + text, indent=340) for n, text in enumerate(texts, 1))


def _columns(traits: frozenset[str]) -> list[str]:
    """The columns in order."""
    columns = ["name", "core", "body"]
    if "description and indicators apart" in traits:
        columns[2:] = ["description", "indicators"]
    if "other order" in traits:
        columns = [columns[2], columns[0], columns[1]]
    if traits & {"core as a full-width row", "core as a heading above its table"}:
        columns.remove("core")
    if "extra columns" in traits:
        columns = ["number", *columns, "level"]
    elif "rows that end early" in traits:
        columns.append("level")
    if "rows that start late" in traits:
        columns.remove("core")
        columns.insert(0, "core")
    return columns
